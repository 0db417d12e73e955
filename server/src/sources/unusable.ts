/** Why no text can be taken from a file: sentences for the reader, without the file's name. */
export class Unusable extends Error {}
