import { isForeignKey } from '../reading/target-signs.ts';

const ending = /\.readout(?:\.md)?$/;
const keyForm = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** Whether `key` can stand before a `#` in a reference. */
export const isKey = (key: string): boolean => keyForm.test(key) && !isForeignKey(key);

/** The file name at the end of a URI, percent signs undone where they can be. */
export function fileNameOf(uri: string): string {
  const path = /[?#]/.test(uri) ? uri.replace(/[?#].*$/, '') : uri;
  // What was never saved has no folder: `untitled:Untitled-1`.
  const name = path.slice(path.lastIndexOf('/') + 1 || path.indexOf(':') + 1);
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a file of this URI is a readout by its name. */
export const isReadoutUri = (uri: string): boolean => ending.test(fileNameOf(uri));

/** The file name without `.readout.md` / `.readout`, whether it can be a key or not. */
export const stemOf = (uri: string): string => fileNameOf(uri).replace(ending, '');

/** The key of a document, or undefined where its name is no key or it has never been saved. */
export function keyOf(uri: string): string | undefined {
  if (uri.startsWith('untitled:')) return undefined;
  const name = fileNameOf(uri);
  if (!ending.test(name)) return undefined;
  const stem = name.replace(ending, '');
  return isKey(stem) ? stem : undefined;
}

/** A key made from any file name: ASCII, diacritics undone, what cannot stand in a key as hyphens. */
export function keyFrom(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[-.]+$/g, '');
  // What ends like a web page or another file would be read as a link of the source.
  return (isForeignKey(ascii) ? ascii.replace(/\.(?=[^.]*$)/, '-') : ascii) || 'readout';
}
