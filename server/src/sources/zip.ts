import { Inflate } from 'fflate';
import { t, Unusable } from './unusable.ts';

/** A file in a document, as the list at its end tells of it. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own head stands. */
  readonly at: number;
}

/** Reads the files of a document, one by one. `undefined` for one that is not in it; throws `Unusable`. */
export type ReadPart = (name: string) => Uint8Array | undefined;

// A text of this length in the markup of either has far over a thousand pages.
const largest = 64 * 1024 * 1024;
// What a piece of so many bytes can grow to is what is needed beside the result.
const piece = 16 * 1024;

/**
 * Opens a document of Word or LibreOffice, which is a zip archive. Only what is asked for is unpacked, no further than to the size
 * that the archive tells, and is compared with its checksum: a text with one wrong letter would be quoted wrongly.
 */
export function openZip(bytes: Uint8Array): ReadPart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of guarded(() => entriesOf(bytes, view))) entries.set(entry.name, entry);
  let left = largest;
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    left -= entry.size;
    if (left < 0) throw tooLarge();
    return guarded(() => unpacked(bytes, view, entry));
  };
}

const damaged = () =>
  new Unusable(
    t`This document is damaged or was not copied whole. Fetch it again, or open it in the program that made it and save it anew.`,
  );

/** What is read out of bounds, or does not unpack, is damaged. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw damaged();
  }
}

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const from = at + 46;
    const to = from + (name as number);
    if (to > bytes.length) throw damaged();
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(from, to)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = to + (extra as number) + (comment as number);
  }
  return entries;
}

/** Where the head of the list stands, at the end of the archive but for a comment. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function unpacked(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.flags & 1) {
    throw new Unusable(
      t`This document is protected by a password. Take the password off, save it, and import that.`,
    );
  }
  if (view.getUint32(entry.at, true) !== 0x04034b50) throw damaged();
  const from =
    entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw damaged();
  const data =
    entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.size) : undefined;
  if (data?.length !== entry.size || checksumOf(data) !== entry.checksum) throw damaged();
  return data;
}

const tooLarge = () =>
  new Unusable(
    t`Unpacked, this document is larger than any text can be, as files are that were made to do harm. Nothing of it was read.`,
  );

/** Throws where it is not exactly of this size. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const data = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    data.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += piece) {
    inflate.push(packed.subarray(at, at + piece), at + piece >= packed.length);
  }
  if (length !== size) throw damaged();
  return data;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32, as zip archives have it. */
export function checksumOf(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] as number);
  return (sum ^ 0xffffffff) >>> 0;
}
