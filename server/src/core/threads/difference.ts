import { diffArrays } from 'diff';
import { readDue } from '../dates.ts';
import type { Verb } from '../verbs/verbs.ts';
import type { Saying } from './member.ts';

/** A run of words that both texts have, or only the earlier (`lost`) or the later one (`gained`). */
export interface Run {
  readonly is: 'same' | 'lost' | 'gained';
  readonly text: string;
}

/** What changed from an earlier mark to a later one. */
export interface Difference {
  /** The words of both, run by run: without the gained ones the earlier text, without the lost ones the later. */
  readonly words: readonly Run[];
  /** Whether no word has changed. */
  readonly verbatim: boolean;
  /** How the force moved on its ladder; undefined where the two stand on no common ladder. */
  readonly force: 'same' | 'stronger' | 'weaker' | undefined;
  /** Actors that came or went, where both marks tell in the same way who they are: by `by`, by the parties. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** How the last day moved: `gained` and `lost` where only one has a day. */
  readonly due: 'same' | 'earlier' | 'later' | 'gained' | 'lost';
  readonly condition: 'same' | 'gained' | 'lost' | 'changed';
}

type Said = Saying & { readonly words: string };

/** Compares an earlier mark with a later one. */
export function differenceOf(earlier: Said, later: Said): Difference {
  const words = wordDifference(earlier.words, later.words);
  return {
    words,
    verbatim: words.every(({ is }) => is === 'same'),
    force: forceMoved(earlier.verb, later.verb),
    gained: missing(earlier, later),
    lost: missing(later, earlier),
    due: dueMoved(earlier.due, later.due),
    condition: conditionMoved(earlier.condition, later.condition),
  };
}

/** The actors that only `all` names, where both are told in the same way. */
const missing = (some: Saying, all: Saying): string[] =>
  some.told === all.told ? all.actors.filter((actor) => !some.actors.includes(actor)) : [];

/** More differences than these are no revision of one text by the other: all of it is new. */
const mostEdits = 2000;

/** Scripts that put no spaces between words, with the signs that only they use. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
/** Letters, their signs and numbers of all other scripts: of what there is, neither blank nor control, neither stop nor symbol. */
const letters = `[^\\p{Z}\\p{C}\\p{P}\\p{S}${unspaced}]+`;

/** Words and whole figures with the blanks behind them, signs apart; in scripts without spaces single characters. */
const token = new RegExp(
  [
    `[${unspaced}]\\s*`,
    '\\p{Nd}+(?:[.,]\\p{Nd}+)+\\s*',
    // So many parts that no text is held up: what has more is no word.
    `${letters}(?:['’.-]+${letters}){0,100}\\s*`,
    '[^\\p{L}\\p{M}\\p{N}\\s]\\s*',
    '\\s+',
  ].join('|'),
  'gu',
);

/** The words of two texts, run by run. */
export function wordDifference(earlier: string, later: string): readonly Run[] {
  if (earlier === later) return runs([{ is: 'same', text: later }]);
  const [before, after] = [tokensOf(earlier), tokensOf(later)];
  const changes = diffArrays(before, after, {
    comparator: (a, b) => a.trim() === b.trim(),
    maxEditLength: mostEdits,
  });
  if (!changes)
    return runs([
      { is: 'lost', text: earlier },
      { is: 'gained', text: later },
    ]);
  return runs(
    changes.map(({ value, added, removed }) => ({
      is: added ? 'gained' : removed ? 'lost' : 'same',
      text: value.join(''),
    })),
  );
}

/** A text in words, each with the blanks behind it; together they are the text. */
export const tokensOf = (text: string): string[] => text.match(token) ?? [];

const runs = (all: readonly Run[]): Run[] => all.filter(({ text }) => text);

function forceMoved(earlier: Verb | undefined, later: Verb | undefined): Difference['force'] {
  const [before, after] = [earlier?.force ?? earlier, later?.force ?? later];
  if (!before || !after || before.ladder !== after.ladder) return undefined;
  if (before.rung === after.rung) return 'same';
  return before.rung < after.rung ? 'stronger' : 'weaker';
}

function dueMoved(earlier: string | undefined, later: string | undefined): Difference['due'] {
  const [before, after] = [earlier, later].map((due) => (due ? readDue(due)?.last : undefined));
  if (before === after) return 'same';
  if (before === undefined) return 'gained';
  if (after === undefined) return 'lost';
  return after < before ? 'earlier' : 'later';
}

function conditionMoved(
  earlier: string | undefined,
  later: string | undefined,
): Difference['condition'] {
  if (earlier === later) return 'same';
  if (earlier === undefined) return 'gained';
  return later === undefined ? 'lost' : 'changed';
}
