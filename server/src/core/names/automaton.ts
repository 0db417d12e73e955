import type { Span } from '../text.ts';
import { stopAt } from './fold-reader.ts';
import {
  kindOfCodePoint,
  line,
  mark,
  odd,
  signOf,
  signTable,
  signUnknown,
  silent,
  simpleWords,
  space,
  word,
} from './fold-signs.ts';
import type { NameIndex } from './name-index.ts';
import { followAny, followSlot, type Hit, none, searchIn } from './name-walk.ts';
import { afterUnit, paired, pairsShift, slotNow, slotOf } from './word-table.ts';

export { indexNames, type NameIndex } from './name-index.ts';
export type { Hit } from './name-walk.ts';

/**
 * All places in `[from, to)` of the text where a name stands as a whole, those inside longer ones too,
 * in order of their start, shorter ones first. `cuts` are sorted, disjoint spans that are no source.
 * One long loop on purpose: it reads every character of a collection, and state that functions share
 * made it three times slower.
 */
export function findNames<T>(
  index: NameIndex<T>,
  text: string,
  { from, to }: Span,
  cuts: readonly Span[],
): readonly Hit<T>[] {
  const table = signTable;
  const { firsts, pairs, openings } = index;
  const search = searchIn(index, text, from, to, cuts);
  let cut = 0;
  let at = from;
  // The word being read: where it begins, its hash, and whether its letters do not tell its hash.
  let start = -1;
  let startCut = 0;
  let hash = 0;
  let unsure = false;
  // The word before it, where the names that begin with it go on with a second word.
  let first = -1;
  let firstCut = 0;
  let firstHash = 0;
  let firstSign = 0;
  // The last character that was no part of a word, as long as a mark may follow it.
  let before = -1;
  let beforeCut = 0;

  for (;;) {
    const stop = stopAt(cuts, cut, to);
    while (at < stop) {
      let sign = table[text.charCodeAt(at)] as number;
      if (sign < simpleWords) {
        if (start < 0) {
          start = at;
          startCut = cut;
          hash = 0;
          unsure = false;
        }
        do {
          hash = ((hash << 5) - hash + sign) | 0;
          at++;
          if (at === stop) break;
          sign = table[text.charCodeAt(at)] as number;
        } while (sign < simpleWords);
        if (at === stop) break;
      }
      if (sign === signUnknown) {
        signOf(text.charCodeAt(at));
        continue;
      }
      let kind = sign >>> 16;
      let width = 1;
      const isOdd = kind === odd;
      if (isOdd) {
        const codePoint = text.codePointAt(at) as number;
        kind = kindOfCodePoint(codePoint);
        if (codePoint > 0xffff) width = 2;
      }
      if (kind === word) {
        if (start < 0) {
          start = at;
          startCut = cut;
        }
        unsure = true;
      } else if (kind === mark) {
        if (start >= 0) unsure = true;
        else if (before >= 0) followAny(search, before, beforeCut);
        before = -1;
      } else if (kind !== silent) {
        if (start >= 0) {
          // A word ends here.
          if (unsure || isOdd) {
            if (first >= 0) followAny(search, first, firstCut);
            followAny(search, start, startCut);
            first = -1;
          } else {
            if (first >= 0) {
              const pair = slotOf(pairs, paired(firstHash, firstSign, hash));
              if (pair >= 0) followSlot(search, first, firstCut, pairs.slots, pair);
              first = -1;
            }
            const slot = slotOf(firsts, hash);
            if (slot >= 0) {
              const ending = kind === line || kind === space ? 32 : sign & 0xffff;
              const after = afterUnit(ending);
              const bits = firsts.slots[slot + slotNow] as number;
              const isPair = (bits >> pairsShift) & after;
              const isPlain =
                at + 1 < stop && (table[text.charCodeAt(at + 1)] as number) < simpleWords;
              if (bits & after || (isPair && !isPlain)) {
                followSlot(search, start, startCut, firsts.slots, slot);
              } else if (isPair) {
                first = start;
                firstCut = startCut;
                firstHash = hash;
                firstSign = ending;
              }
            }
          }
          start = -1;
        }
        before = -1;
        if (isOdd) followAny(search, at, cut);
        else if (kind !== space && kind !== line) {
          if (openings.has(sign & 0xffff)) followAny(search, at, cut);
          else {
            before = at;
            beforeCut = cut;
          }
        }
      }
      at += width;
    }
    if (stop >= to) break;
    at = Math.max(at, (cuts[cut] as Span).to);
    cut++;
  }
  if (start >= 0) {
    if (first >= 0) followAny(search, first, firstCut);
    followAny(search, start, startCut);
  }
  // A pair of words is followed when its second word has been read, after a sign between the two.
  return search.hits?.sort((a, b) => a.from - b.from) ?? none;
}
