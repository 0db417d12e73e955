import { compareDays } from '../core/dates.ts';
import { t } from '../core/language.ts';
import { resolveName } from '../core/snapshot/resolve.ts';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { pointersOf, shownName } from './pointers.ts';
import type { Context, DocumentRule } from './rule.ts';
import { said } from './say.ts';

/** The relations by which a text acts on an earlier one. */
export const backwards: ReadonlySet<string> = new Set([
  ...['reaffirms', 'strengthens', 'weakens', 'supersedes', 'fulfils', 'breaches'],
]);

export const timeOrder: DocumentRule = {
  subject: 'readout',
  code: 'time-order',
  level: 'warning',
  proseless: true,
  docs: {
    title: 'A relation acts on a later text',
    about:
      '`reaffirms`, `strengthens`, `weakens`, `supersedes`, `fulfils` and `breaches` are written on the later text and point at the earlier one: nobody reaffirms what has not been said yet. Here the document that is pointed at has a later `date`. Of a meeting of several days the last counts. Nothing is said where one of the two documents has no date.',
    mend: 'Put the date right that is wrong, or write the relation on the mark of the later text.',
  },
  examples: {
    good: [
      `
      //- spring.readout.md
      ---
      date: 2031-04-02
      ---

      They [will open the port]{#port .commitment}.
      //- autumn.readout.md
      ---
      date: 2031-10-09
      ---

      They [will open the port]{.commitment reaffirms="spring#port"}.
      `,
    ],
    bad: [
      `
      //- spring.readout.md
      ---
      date: 2031-04-02
      ---

      They [will open the port]{.commitment reaffirms="autumn#port"}.
                                                       ^^^^^^^^^^^ this one is later (2031-10-09)
      //- autumn.readout.md
      ---
      date: 2031-10-09
      ---

      They [will open the port]{#port .commitment}.
      `,
    ],
  },
  *check(context) {
    const { date } = context.entry.summary;
    if (!date) return;
    for (const { target, name, relation } of pointersOf(context)) {
      if (!relation || !target.key || !backwards.has(relation.meaning.name)) continue;
      const later = dateOf(name, context);
      if (!later || compareDays(later, date) <= 0) continue;
      yield {
        from: target.from,
        to: target.to,
        message: {
          what: t`${said(relation.meaning.name)} acts on an earlier text, and this one is later (${later}) than the document it stands in (${date}).`,
          why: t`The thread would run backwards, and the status of the two passages would be wrong.`,
          advice: t`Put the wrong date right, or write the relation on the mark of the later text.`,
        },
        target: shownName(name),
      };
    }
  },
};

/** The earliest date of the documents the name may mean; undefined where one has none. */
function dateOf(name: string, { snapshot }: Context): string | undefined {
  const resolution = resolveName(snapshot, name);
  if (resolution.to !== 'mark' && resolution.to !== 'document') return undefined;
  const entries: readonly Entry[] =
    resolution.to === 'mark' ? resolution.found.map(({ entry }) => entry) : resolution.found;
  const dates = entries.map(({ summary }) => summary.date);
  if (dates.includes(undefined)) return undefined;
  return dates.sort()[0];
}
