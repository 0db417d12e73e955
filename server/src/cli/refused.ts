/** A reason why a command could not run, in words for the person who typed it. Ends with exit code 2. */
export class Refused extends Error {}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'You are not allowed to do that there.',
  EPERM: 'You are not allowed to do that there.',
  EROFS: 'Nothing can be written there.',
  ENOSPC: 'The disk is full.',
  ENOTDIR: 'A part of this path is a file, not a folder.',
  EEXIST: 'A file of this name is there already.',
  ENOENT: 'There is no such file or folder.',
  EISDIR: 'This is a folder.',
  ELOOP: 'This is a link that leads back to itself.',
  ENAMETOOLONG: 'This name is too long.',
};

/** Why the file system refused, in words. */
export const refusalOf = (error: unknown): string =>
  reasons[String((error as { code?: unknown })?.code)] ?? String((error as Error)?.message);
