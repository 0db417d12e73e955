import type { Codebook } from '../codebook/codebook.ts';
import type { Entry, Touched } from './snapshot.ts';
import type { Summary } from './summary.ts';

/**
 * Whether a change may alter what documents say of each other without naming it (language.md, 8.2 and
 * 8.3): a document came or went, has another date, series, title or other parties, or one of its
 * registered marks has other words, another kind, id or relation. Typing prose is no such change.
 */
export function isWider(
  { kinds }: Pick<Codebook, 'kinds'>,
  touched: ReadonlyMap<string, Touched>,
): boolean {
  const isOpen = (kind: string) => kind === '' || kinds.get(kind)?.registered === true;
  for (const { before, after } of touched.values()) {
    if (before === after) continue;
    if (!before || !after) return true;
    if (saysOther(before.summary, after.summary) || marksDiffer(before, after, isOpen)) return true;
  }
  return false;
}

/** What the front matter says of the document to others, and the relations of its marks. */
function saysOther(before: Summary, after: Summary): boolean {
  return (
    before.date !== after.date ||
    before.series !== after.series ||
    before.title !== after.title ||
    saidOf(before) !== saidOf(after)
  );
}

function saidOf({ mentions }: Summary): string {
  let all = '';
  for (const { via, name, role, mark } of mentions) {
    if (via === 'parties' || role === 'relation') all += `${mark} ${via}=${name}\n`;
  }
  return all;
}

/** Whether registered marks came, went or changed. Marks without a kind count: they may be fragments. */
function marksDiffer(before: Entry, after: Entry, counts: (kind: string) => boolean): boolean {
  const old = before.summary.definitions.filter(({ kind }) => counts(kind));
  const now = after.summary.definitions.filter(({ kind }) => counts(kind));
  return (
    old.length !== now.length ||
    now.some((mark, i) => {
      const was = old[i];
      return (
        was?.id !== mark.id ||
        was.kind !== mark.kind ||
        before.text.slice(was.from, was.to) !== after.text.slice(mark.from, mark.to)
      );
    })
  );
}
