/** A reason why a command could not run, in words for the person who typed it. Ends with exit code 2. */
export class Refused extends Error {}
