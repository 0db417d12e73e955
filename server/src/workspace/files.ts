import type { Unreadable } from '../rules/unreadable.ts';

/** How a host reaches files. Nothing here writes: documents are changed by editors and by people. */
export interface Files {
  /**
   * Readouts and YAML files below a folder, piece by piece. Links are not followed. Before a folder
   * below is read, `enters` is asked about it, when all that came before has been heard.
   */
  readonly list: (
    folder: string,
    enters: (folder: string) => boolean,
  ) => AsyncIterable<Listing> | Iterable<Listing>;
  /**
   * The text of one file, or why there is none.
   * @param print makes of the bytes of a file, where the host has them, what tells them from any others
   */
  readonly read: (uri: string, print?: Print) => Promise<FileText> | FileText;
  /** The nearest folder, from this one upwards, that holds a `readout.yaml`. */
  readonly collectionAbove: (folder: string) => Promise<string | undefined> | string | undefined;
  /** What stands at an address, as a listing would say; a host that cannot tell leaves this out. */
  readonly standing?: (uri: string) => Standing;
  /** The files that say what git ignores in a folder though they stand above it, the nearest last. */
  readonly ignoresAbove?: (folder: string) => readonly string[];
  /** Whether a folder is a person's home, or holds it: a whole machine is rarely meant to be read. */
  readonly isHome?: (folder: string) => boolean;
}

/** `other` is what is never read, such as a link. */
export type Standing = 'file' | 'folder' | 'other' | 'nothing';

export interface Listing {
  readonly files: readonly string[];
  /** Files here that say what git ignores. */
  readonly ignores?: readonly string[];
  /** Folders that could not be read and links that were not followed, with the reason. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly uri: string;
  readonly why: Unreadable;
}

export type Print = (bytes: Uint8Array) => string;

export type FileText =
  | { readonly text: string; readonly print?: string }
  | { readonly unreadable: Unreadable }
  | { readonly gone: true };

/** The largest file that is read, in bytes. A readout is a few thousand characters long. */
export const largestFile = 16 * 1024 * 1024;

/** Whether a listing should hold a file of this name. */
export const isWanted = (name: string): boolean => /\.readout(?:\.md)?$|\.ya?ml$/.test(name);

/** Whether a folder is passed over: it holds tools and their stores, not documents. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules';

/** The bytes of a file as text, its BOM kept; with their print where that is asked. */
export function decode(bytes: Uint8Array, print?: Print): FileText {
  if (bytes.length > largestFile) return { unreadable: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return print ? { text, print: print(bytes) } : { text };
  } catch {
    return { unreadable: 'not-utf-8' };
  }
}
