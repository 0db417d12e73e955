import picomatch from 'picomatch';
import { includesOf } from '../core/codebook/read-codebook.ts';
import type { Piece } from '../core/text.ts';

/** The name of the file that makes a folder a collection. */
export const codebookName = 'readout.yaml';

/** The folder part of a file's URI, without a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Whether a URI is the codebook that makes its folder a collection. */
export const isCodebookUri = (uri: string): boolean => uri.endsWith(`/${codebookName}`);

export const isYamlUri = (uri: string): boolean => /\.ya?ml$/.test(uri);

/** Whether a file lies in a folder or below it. */
export const isBelow = (uri: string, folder: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The collection a file belongs to: the nearest of these folders upwards. */
export function rootOf(uri: string, roots: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  for (const root of roots) {
    if (isBelow(uri, root) && (nearest === undefined || root.length > nearest.length))
      nearest = root;
  }
  return nearest;
}

/**
 * Which of some YAML files of a collection its codebook includes, in order. `text` is that of its
 * `readout.yaml`.
 */
export function includedBy(root: string, text: string, yaml: Iterable<string>): string[] {
  const globs = includesOf(text).map((include) => include.text);
  return globs.length ? matching(root, globs, yaml).sort() : [];
}

/** What stands under `include:` and takes none of some YAML files of a collection. */
export const idleIncludes = (root: string, text: string, yaml: readonly string[]): Piece[] =>
  includesOf(text).filter((include) => !matching(root, [include.text], yaml).length);

function matching(root: string, globs: string[], yaml: Iterable<string>): string[] {
  const matches = picomatch(globs, { nonegate: true, noextglob: true });
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(root.length + 1));
  return [...yaml].filter((uri) => uri !== mainOf(root) && matches(pathOf(uri)));
}

/** The codebook that a folder would have. */
export const mainOf = (root: string): string => `${root}/${codebookName}`;
