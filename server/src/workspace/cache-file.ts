import type { FileHandle } from 'node:fs/promises';
import { endianness } from 'node:os';

/** A file of numbers and words that is believed as a whole or not at all. */
export interface Contents {
  readonly arrays: readonly Numbers[];
  /** Anything that JSON can say. */
  readonly said: unknown;
}

export type Numbers = Int32Array | Uint16Array;

/**
 * The file: a checksum of the head, its length, the head as JSON, then what is said and the arrays one after
 * the other, each with the length and checksum that the head tells. All begin where 32-bit numbers may.
 */
interface Head {
  readonly stamp: string;
  /** What is said comes first, as bytes. */
  readonly sections: readonly Section[];
}

type Section = readonly [type: 'bytes' | 'int32' | 'uint16', length: number, checksum: number];

/** The checksum of the head and its length. */
const beforeHead = 8;

/** No head is longer: it lists a dozen sections. */
const longestHead = 1 << 16;

const widths = { bytes: 1, int32: 4, uint16: 2 };

/** @param stamp what has to be said again to read it */
export function encodeFile(stamp: string, { arrays, said }: Contents): Uint8Array[] {
  const sections: Section[] = [];
  const pieces: Uint8Array[] = [];
  const put = (type: Section[0], length: number, bytes: Uint8Array): void => {
    const piece = padded(bytes);
    sections.push([type, length, checksum(piece)]);
    pieces.push(piece);
  };
  const words = new TextEncoder().encode(JSON.stringify(said));
  put('bytes', words.length, words);
  for (const array of arrays) {
    const { buffer, byteOffset, byteLength, length } = array;
    const type = array instanceof Int32Array ? 'int32' : 'uint16';
    put(type, length, new Uint8Array(buffer, byteOffset, byteLength));
  }
  const head: Head = { stamp: stampHere(stamp), sections };
  const told = padded(new TextEncoder().encode(JSON.stringify(head)));
  const first = Int32Array.of(checksum(told), told.length);
  return [new Uint8Array(first.buffer), told, ...pieces];
}

/** Numbers are written as this machine has them. */
const stampHere = (stamp: string): string => `${stamp} ${endianness()}`;

/** Nothing where the file is another build's, was cut, or differs in one byte from what was written. */
export async function readFileOf(
  file: FileHandle,
  stamp: string,
  pause: () => Promise<void>,
): Promise<Contents | undefined> {
  let at = 0;
  const take = async (length: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    // Never part of a shared store, so that each array lies where its numbers may and goes when it is done with.
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, at);
    at += length;
    return bytesRead === length ? bytes : undefined;
  };
  const [expected = 0, length = 0] = int32s(await take(beforeHead)) ?? [];
  if (length <= 0 || length > longestHead || length % 4) return undefined;
  const told = await take(length);
  if (!told || checksum(told) !== expected) return undefined;
  const head: Head = JSON.parse(new TextDecoder().decode(told));
  if (head.stamp !== stampHere(stamp)) return undefined;
  const found: (Uint8Array | Numbers)[] = [];
  for (const [type, count, sum] of head.sections) {
    const bytes = await take(aligned(widths[type] * count));
    if (!bytes || checksum(bytes) !== sum) return undefined;
    found.push(
      type === 'bytes'
        ? bytes.subarray(0, count)
        : new (type === 'int32' ? Int32Array : Uint16Array)(bytes.buffer, 0, count),
    );
    await pause();
  }
  const [words, ...arrays] = found as [Uint8Array, ...Numbers[]];
  return { arrays, said: JSON.parse(new TextDecoder().decode(words)) };
}

const int32s = (bytes: Uint8Array | undefined): Int32Array | undefined =>
  bytes && new Int32Array(bytes.buffer);

const aligned = (length: number): number => (length + 3) & ~3;

/** Bytes that begin where 32-bit numbers may, and end there. Blanks at the end of JSON mean nothing. */
function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.byteOffset % 4 === 0 && bytes.length % 4 === 0) return bytes;
  const wider = new Uint8Array(aligned(bytes.length)).fill(32);
  wider.set(bytes);
  return wider;
}

/**
 * Tells whether a file is as it was written: a change within any four bytes makes another sum. It does not
 * keep out somebody who means to deceive, and need not: they could as well change the documents.
 */
function checksum(bytes: Uint8Array): number {
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = numbers.length;
  for (let i = 0; i < numbers.length; i++) {
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (numbers[i] as number), 0x9e3779b1);
  }
  return sum | 0;
}
