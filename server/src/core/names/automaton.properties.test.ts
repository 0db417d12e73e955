import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Span } from '../text.ts';
import { findNames, indexNames } from './automaton.ts';
import { writings } from './fold-spellings.ts';

/** One visible character with its marks, or a run of white space, of a text without cuts. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly kind: 'word' | 'free' | 'syllable' | 'other' | 'space';
  readonly folded: string;
}

const ignorable = /^(?![\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}$/u;
const isMark = (sign: string): boolean => /^[\p{M}\uff9e\uff9f\u1161-\u11ff]$/u.test(sign);
const isSpace = (sign: string): boolean => /^\s$/u.test(sign) && !ignorable.test(sign);

/** Folding from the ground up: everything at once, with plain strings. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  let spaces: { from: number; to: number } | undefined;
  const endSpaces = () => {
    if (!spaces) return;
    const run = text.slice(spaces.from, spaces.to).replace(/[^\s]|\ufeff/gu, '');
    const lines = run.match(/\r\n|\r|\n/g)?.length ?? 0;
    cells.push({ ...spaces, kind: 'space', folded: lines > 1 ? '\n' : lines ? 'line' : ' ' });
    spaces = undefined;
  };
  while (at < text.length) {
    const sign = String.fromCodePoint(text.codePointAt(at) as number);
    const from = at;
    at += sign.length;
    if (ignorable.test(sign)) {
      if (spaces) spaces.to = at;
      continue;
    }
    if (isSpace(sign)) {
      spaces ??= { from, to: at };
      spaces.to = at;
      continue;
    }
    endSpaces();
    let cluster = sign;
    let to = at;
    let look = at;
    while (look < text.length) {
      const next = String.fromCodePoint(text.codePointAt(look) as number);
      if (!ignorable.test(next) && !isMark(next)) break;
      look += next.length;
      if (ignorable.test(next)) continue;
      cluster += next;
      to = look;
    }
    at = to;
    cells.push({ from, to, kind: kindOf(sign), folded: plain(cluster) });
  }
  endSpaces();
  return cells.flatMap((cell, i) => settledSpace(cell, cells[i - 1], cells[i + 1]) ?? []);
}

function kindOf(sign: string): Cell['kind'] {
  if (!/^[\p{L}\p{Nd}\p{Nl}]$/u.test(sign) || isMark(sign)) return 'other';
  if (!/[\p{L}\p{N}]/u.test(plain(sign))) return 'other';
  if (/\p{Script=Hangul}/u.test(sign)) return 'syllable';
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(sign) ? 'free' : 'word';
}

function plain(cluster: string): string {
  const composed = cluster.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
  const bare = /\p{Script=Latin}/u.test(composed)
    ? composed.normalize('NFD').replace(/\p{Mn}/gu, '')
    : composed;
  return bare
    .toLowerCase()
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ς/g, 'σ');
}

/** A run of white space as a space, a line end that no name holds, or nothing. */
function settledSpace(cell: Cell, before?: Cell, after?: Cell): Cell | undefined {
  if (cell.kind !== 'space') return cell;
  if (cell.folded === '\n') return cell;
  if (before?.kind === 'free' && after?.kind === 'free') return undefined;
  if (cell.folded === 'line' && before?.folded.endsWith('-')) return undefined;
  return { ...cell, folded: ' ' };
}

/** Every name at every place. */
function naively(names: readonly string[], text: string): string[] {
  const cells = cellsOf(text);
  const found = new Set<string>();
  for (const name of names) {
    for (const { text: written, capitals } of writings(name)) {
      const wanted = cellsOf(written.trim())
        .map(({ folded }) => folded)
        .join('')
        .trim();
      if (!wanted) continue;
      for (let i = 0; i < cells.length; i++) {
        let folded = '';
        for (let j = i; j < cells.length && folded.length < wanted.length; j++) {
          const last = cells[j] as Cell;
          folded += last.folded;
          if (folded !== wanted) continue;
          const span = { from: (cells[i] as Cell).from, to: last.to };
          if (!isWhole(cells, i, j)) continue;
          if (!hasItsCapitals(capitals, slice(text, span))) continue;
          found.add(`${span.from}–${span.to} ${name}`);
        }
      }
    }
  }
  return [...found].sort();
}

function hasItsCapitals(capitals: string | undefined, words: string): boolean {
  const wanted = lettersOf(capitals ?? '');
  if (!wanted.length) return true;
  return lettersOf(words).every((it, i) => !/\p{Ll}/u.test(it) || /\p{Ll}/u.test(wanted[i] ?? ''));
}

const lettersOf = (words: string): string[] => words.normalize('NFKC').match(/\p{L}/gu) ?? [];

const slice = (text: string, { from, to }: Span): string => text.slice(from, to);

function isWhole(cells: readonly Cell[], i: number, j: number): boolean {
  const first = cells[i] as Cell;
  const last = cells[j] as Cell;
  if (first.kind === 'space' || last.kind === 'space') return false;
  const before = cells[i - 1];
  const after = cells[j + 1];
  if (first.kind === 'word' && before?.kind === 'word') return false;
  if (first.kind === 'syllable' && before?.kind === 'syllable') return false;
  const ahead = cells[i - 2];
  if (first.kind === 'word' && before?.folded === "'" && ahead?.kind === 'word') {
    const isElided = /^[cdjlmnst]$/.test(ahead.folded) && cells[i - 3]?.kind !== 'word';
    if (!isElided) return false;
  }
  const rest = cells.slice(j + 1);
  if (last.kind === 'word') {
    if (after?.kind === 'word') return false;
    const letter = rest[1];
    if (after?.folded === "'" && letter?.kind === 'word') {
      return letter.folded === 's' && rest[2]?.kind !== 'word';
    }
  }
  if (last.kind === 'syllable' && after?.kind === 'syllable') {
    const end = rest.findIndex(({ kind }) => kind !== 'syllable');
    const tail = rest.slice(0, end < 0 ? rest.length : end);
    return tail.map(({ folded }) => folded).join('') === '은';
  }
  return true;
}

const letters = ['a', 'b', 'A', 'B', 'é', 'e\u0301', 's', 'S', 'ø', 'ß', 'ﬁ', 'Ｊ', '𝐉', '1', '٣'];
const others = ['日', '本', 'か\u3099', 'が', 'ｶﾞ', '𠮷', '葛\u{e0100}', 'ไ', 'ท', 'и\u0306', 'й'];
const korean = ['한', '국', '국'.normalize('NFD'), '은'];
const signs = ['.', '-', '\u2011', '–', "'", '’', '“', '(', ')', '²', '™', '😀', ',', '+'];
const blanks = [' ', ' ', ' ', '\u00a0', '\u3000', '\n', '\r\n', '\r', ' \n', '\n\u00a0\n'];
const hidden = ['\u00ad', '\u200b', '\ufeff', '\u{e0001}'];
const capitals = ['US', 'U.S.', 'U. S.', 'us', 'U.', 'S.'];
const words = ['port', 'Port', 'of', 'lake', 'the', "port's"];

const pieces = fc.constantFrom(
  ...[...letters, ...others, ...korean, ...signs, ...hidden, ...capitals, ...words],
  ...[...blanks, ...blanks, ...words, ...letters],
);
const inName = fc.constantFrom(
  ...[...letters, ...others, ...korean, ...capitals, ...words, ' ', ' ', '-', '.', "'", '+', '²'],
);

const names = fc.array(
  fc.array(inName, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  { minLength: 1, maxLength: 6 },
);

/** A text of pieces and of the names themselves, some of it no source. */
const cases = names.chain((all) =>
  fc.record({
    names: fc.constant(all),
    parts: fc.array(
      fc.tuple(
        fc.oneof(pieces, fc.constantFrom(...all)),
        fc.constantFrom(false, false, false, false, true),
      ),
      { maxLength: 14 },
    ),
  }),
);

describe('findNames', () => {
  it('finds what folding everything and trying every place finds', () => {
    let hits = 0;
    fc.assert(
      fc.property(cases, ({ names: all, parts }) => {
        const cuts: Span[] = [];
        const offsets: number[] = [];
        let text = '';
        let source = '';
        for (const [part, isCut] of parts) {
          if (isCut) cuts.push({ from: text.length, to: text.length + part.length });
          else {
            for (let i = 0; i < part.length; i++) offsets.push(text.length + i);
            source += part;
          }
          text += part;
        }
        const index = indexNames(all.map((name) => ({ text: name, of: name })));
        const found = findNames(index, text, { from: 0, to: text.length }, cuts);
        const back = new Map(offsets.map((offset, i) => [offset, i]));
        const spans = found.flatMap(({ from, to, of }) =>
          of.map((name) => `${back.get(from)}–${(back.get(to - 1) ?? -2) + 1} ${name}`),
        );
        hits += spans.length;
        assert.ok(found.every((hit, i) => i === 0 || (found[i - 1]?.from ?? 0) <= hit.from));
        assert.deepEqual([...new Set(spans)].sort(), naively(all, source));
      }),
      { numRuns: Number(process.env.NAME_RUNS ?? 2500) },
    );
    assert.ok(hits > 500, `only ${hits} names were found at all`);
  });
});
