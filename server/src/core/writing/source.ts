import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Document } from '../document.ts';
import { strip } from '../reading/strip.ts';

/**
 * What `sha256` in the front matter records: SHA-256, in lower-case hexadecimal, over the UTF-8 of a
 * source without its BOM and with every line end as LF, because editors and git change those. `text`
 * is the stripped text of a document or the text of a source file. Never throws: a lone surrogate
 * counts as U+FFFD.
 */
export const sourceHash = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(withLineFeeds(text))));

const withLineFeeds = (text: string): string => {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
};

// Hashing a long source takes longer than reading it, and most typing leaves the source as it is. The
// first paragraph's passage stays the same object while others change, so it can hold the last result.
const hashes = new WeakMap<object, { readonly source: string; readonly hash: string }>();

/** The hash of a document's source. */
export function sourceHashOf(document: Document): string {
  const source = strip(document);
  const holder = document.paragraphs[0]?.passage.identity;
  const known = holder && hashes.get(holder);
  if (known?.source === source) return known.hash;
  const hash = sourceHash(source);
  if (holder) hashes.set(holder, { source, hash });
  return hash;
}
