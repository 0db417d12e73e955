import picomatch from 'picomatch';
import { type Codebook, type CodebookFile, includesOf, readCodebook } from '../core/codebook.ts';

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
 * The codebook of a collection. `yaml` lists the YAML files that belong to it, `textOf` gives the text
 * of one, or undefined where it cannot be read.
 */
export function codebookAt(
  root: string,
  yaml: Iterable<string>,
  textOf: (uri: string) => string | undefined,
  codes: ReadonlySet<string>,
): Codebook {
  const main = `${root}/${codebookName}`;
  const text = textOf(main);
  if (text === undefined) return readCodebook([]);
  const files: Pick<CodebookFile, 'uri' | 'text'>[] = [{ uri: main, text }];
  const globs = includesOf(text).map((include) => include.text);
  const matches = globs.length ? picomatch(globs, { nonegate: true }) : () => false;
  for (const uri of [...yaml].sort()) {
    const path = decodeURIComponent(uri.slice(root.length + 1));
    const included = uri !== main && matches(path) ? textOf(uri) : undefined;
    if (included !== undefined) files.push({ uri, text: included });
  }
  return readCodebook(files, codes);
}
