import type { Paragraph } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { findNames, type Hit } from '../names/automaton.ts';
import { overlaps } from '../text.ts';
import { abbreviates } from './abbreviations.ts';
import type { EntityName, EntityNames } from './names.ts';
import { type Source, sourceBetween } from './places.ts';

/** An abbreviation in parentheses with more words behind it: `Air Base (AB) Orla`. */
const inserted = /\(([A-Z][A-Za-z0-9&/-]{1,11})\)\s+(?=[^\s.,;:)])/g;

/** No name goes on for longer behind the parentheses. */
const farthest = 80;

/**
 * The names in a paragraph whose words are interrupted by the abbreviation of those before it. The parentheses
 * are passed over as if they were no source.
 */
export function interruptedNames(
  { index }: Pick<EntityNames, 'index'>,
  text: string,
  { from, to, passage: { cuts } }: Pick<Paragraph, 'from' | 'to' | 'passage'>,
): readonly Hit<EntityName>[] {
  let found: Hit<EntityName>[] | undefined;
  const source: Source = { text, to, cuts };
  for (const { index: at, 0: words, 1: short } of matchesOf(inserted, text.slice(from, to))) {
    const gap = { from: from + at, to: from + at + words.length };
    const start = beginning(source, from, gap.from, short as string);
    if (start === undefined || cuts.some((cut) => overlaps(cut, gap))) continue;
    const around = { from: start, to: wordEnd(text, gap.to + farthest, to) };
    const passed = [...cuts.filter((cut) => overlaps(cut, around)), gap];
    passed.sort((a, b) => a.from - b.from);
    for (const hit of findNames(index, text, around, passed)) {
      if (hit.from >= gap.from || hit.to <= gap.to) continue;
      const before = sourceBetween(source, hit.from, gap.from) ?? '';
      if (!abbreviates(short as string, before)) continue;
      found ??= [];
      found.push(hit);
    }
  }
  return found ?? none;
}

const none: readonly never[] = Object.freeze([]);

/** No abbreviation stands for more words than this for each of its letters, small words among them. */
const wordsEach = 2;

/** Where the words begin that an abbreviation may stand for; undefined where none begins with its first letter. */
function beginning({ text }: Source, from: number, to: number, short: string): number | undefined {
  const first = short.charAt(0);
  let start: number | undefined;
  let left = wordsEach * short.length;
  for (let at = to - 1; at >= from && left >= 0; at--) {
    const sign = text.charAt(at);
    if (isBlank(sign)) left--;
    else if (sign.toUpperCase() === first && !isLetter(text.charAt(at - 1))) start = at;
  }
  // Only the whole word tells whether a name can begin in it.
  while (start !== undefined && start > from && !isBlank(text.charAt(start - 1))) start--;
  return start;
}

const isBlank = (sign: string): boolean => sign === ' ' || /\s/.test(sign);
const isLetter = (sign: string): boolean => /[\p{L}\p{M}]/u.test(sign);

/** The end of the last whole word before an offset. */
function wordEnd(text: string, offset: number, to: number): number {
  if (offset >= to) return to;
  let end = offset;
  while (end > 0 && !isBlank(text.charAt(end))) end--;
  return end;
}
