import { t } from '../language.ts';
import type { Piece, Span } from '../text.ts';
import type { Entry, Scalar } from './value.ts';

/** A value between braces with the words that a comma has cut off it: `Orla, Lights` in `{ name: Orla, Lights }`. */
export interface Cut extends Span {
  readonly key: string;
  /** What stands behind the comma, and YAML takes for keys without values. */
  readonly words: Piece;
  /** Whether several values could be meant. */
  readonly isList: boolean;
}

/**
 * The values of a table that commas have cut: behind each, without quotes, stand keys that are not known and
 * have not even a colon.
 */
export function cutsIn(
  entries: readonly Entry[],
  isKnown: (key: string) => boolean,
  takesList: (key: string) => boolean,
): readonly Cut[] {
  const cuts: Cut[] = [];
  let owner: Entry | undefined;
  let words: Scalar[] = [];
  for (const entry of [...entries, undefined]) {
    if (entry?.isBare && !isKnown(entry.key.text)) {
      words.push(entry.key);
      continue;
    }
    const cut = owner && cutOf(owner, words, takesList);
    if (cut) cuts.push(cut);
    owner = entry;
    words = [];
  }
  return cuts;
}

function cutOf(
  { key, value, to }: Entry,
  words: readonly Scalar[],
  takesList: (key: string) => boolean,
): Cut | undefined {
  const first = words[0];
  const last = words[words.length - 1];
  if (!first || !last || value?.type !== 'scalar' || value.quoted) return undefined;
  // What is repeated with a *name stands elsewhere.
  if (value.from < key.to || value.to !== to) return undefined;
  const text = words.map((word) => word.text).join(', ');
  return {
    from: value.from,
    to: last.to,
    key: key.text,
    words: { from: first.from, to: last.to, text },
    isList: takesList(key.text),
  };
}

/** What is wrong with a value that was cut, and what to do. */
export const sayCut = ({ key, words, isList }: Cut): { what: string; advice: string } => ({
  what: t`Inside { } a comma ends a value, so “${words.text}” behind it is no part of ${key} and counts for nothing.`,
  advice: isList
    ? t`Write a list in brackets: [one, two]; or put the whole value in double quotes.`
    : t`Put the whole value in double quotes.`,
});
