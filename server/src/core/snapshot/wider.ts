import type { Codebook } from '../codebook/codebook.ts';
import type { Entry, Touched } from './snapshot.ts';
import type { Definition, Summary } from './summary.ts';

/**
 * Whether a change may alter what documents say of each other without naming it (language.md, 8.2 and
 * 8.3): a document came or went, has another date, series, title or other parties, or one of its
 * registered marks has other words, another kind, id, relation or
 * actor. Typing prose is no such change.
 */
export function isWider(
  { kinds }: Pick<Codebook, 'kinds'>,
  touched: ReadonlyMap<string, Touched>,
): boolean {
  const counts = (kind: string) => kind === '' || kinds.get(kind)?.registered === true;
  for (const { before, after, alike } of touched.values()) {
    if (before === after || alike) continue;
    if (!before || !after) return true;
    if (saysOther(before.summary, after.summary) || marksDiffer(before, after, counts)) return true;
  }
  return false;
}

/** What the front matter says of the document to others. */
function saysOther(before: Summary, after: Summary): boolean {
  return (
    before.date !== after.date || before.series !== after.series || before.title !== after.title
  );
}

type Counts = (kind: string) => boolean;

/** Whether registered marks came, went or changed. Marks without a kind count: they may be fragments. */
function marksDiffer(before: Entry, after: Entry, counts: Counts): boolean {
  const old = before.summary.definitions.filter(({ kind }) => counts(kind));
  const now = after.summary.definitions.filter(({ kind }) => counts(kind));
  return (
    old.length !== now.length ||
    now.some((mark, i) => !isSame(before, old[i] as Definition, after, mark)) ||
    saidOf(before.summary, counts) !== saidOf(after.summary, counts)
  );
}

const isSame = (before: Entry, was: Definition, after: Entry, mark: Definition): boolean =>
  was.id === mark.id && was.kind === mark.kind && wordsOf(before, was) === wordsOf(after, mark);

/** The words as they stand; of what may be a fragment with its braces, which name the head. */
function wordsOf({ text }: Entry, { from, to, id, kind }: Definition): string {
  return text.slice(from, id || kind ? to : text.indexOf('}', to));
}

/** The parties, and the relations and actors of the marks that count, by the places of these among them. */
function saidOf({ definitions, mentions }: Summary, counts: Counts): string {
  let all = '';
  let place = 0;
  const places = definitions.map(({ kind }) => (counts(kind) ? place++ : -1));
  for (const { via, name, role, mark } of mentions) {
    if (role === 'relation' || via === 'by') all += `${places[mark]} ${via}=${name}\n`;
    else if (via === 'parties') all += `${via}=${name}\n`;
  }
  return all;
}
