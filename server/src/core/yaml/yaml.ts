import { t } from '../language.ts';
import type { Piece } from '../text.ts';
import { readWithLibrary } from './library.ts';
import { readPlainYaml } from './plain.ts';
import type { Entry, Scalar, Value, YamlReading } from './value.ts';

export type { Entry, List, Scalar, Table, Value, YamlIssue, YamlReading } from './value.ts';

/** Longer texts are not read, and an issue says so (UTF-16 units). */
export const longestYaml = 4_000_000;

/**
 * Reads YAML as data. `text` stands at offset `at` of its file; all spans count from the file's
 * start. Whatever the text, something comes out: what is wrong is in `issues`, what could be read
 * is in `value` (undefined for a text that holds nothing). LF, CRLF and lone CR end a line.
 */
export function readYaml(text: string, at: number, longest: number = longestYaml): YamlReading {
  if (text.length > longest) return tooLong(text, at, longest);
  const plain = readPlainYaml(text, at);
  return plain === undefined ? readWithLibrary(text, at) : { value: plain.value, issues: [] };
}

function tooLong(text: string, at: number, longest: number): YamlReading {
  const message = t`These lines are longer (${text.length} characters) than Readout reads (${longest}), so none of them count.`;
  const advice = t`Leave some of them out; a codebook can be divided over several files named under include.`;
  return { value: undefined, issues: [{ from: at, to: at + 1, message, advice }] };
}

/** The first entry of that key; undefined as well where the value is no table. */
export function entryOf(table: Value | undefined, key: string): Entry | undefined {
  if (table?.type !== 'table') return undefined;
  return table.entries.find((entry) => entry.key.text === key);
}

export function scalarOf(value: Value | undefined): Scalar | undefined {
  return value?.type === 'scalar' ? value : undefined;
}

/** A scalar, or the scalars of a list, as a list; other items are left out. */
export function scalarsOf(value: Value | undefined): readonly Scalar[] {
  if (value?.type === 'scalar') return [value];
  if (value?.type !== 'list') return [];
  return value.items.filter((item) => item.type === 'scalar');
}

/** The entries of a table; none for anything else. */
export function entriesOf(value: Value | undefined): readonly Entry[] {
  return value?.type === 'table' ? value.entries : [];
}

/** A scalar without its quotes. */
export function pieceOf({ from, to, text, quoted }: Scalar): Piece {
  return quoted && to - from >= 2 ? { from: from + 1, to: to - 1, text } : { from, to, text };
}
