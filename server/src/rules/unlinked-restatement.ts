import { t } from '../core/language.ts';
import { type Restatement, restatementsIn } from '../core/restatements/restatements.ts';
import type { Statement } from '../core/restatements/statement.ts';
import { wordsOfMark } from '../core/snapshot/mark-words.ts';
import { definitionNumber } from '../core/snapshot/packed-summary.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';
import { restatementFixes } from './unlinked-restatement-fix.ts';

export const unlinkedRestatement: DocumentRule = {
  subject: 'readout',
  code: 'unlinked-restatement',
  level: 'information',
  wider: true,
  docs: {
    title: 'A sentence says again what an earlier mark says',
    about:
      'A sentence repeats the wording of a commitment, position or request that is marked in an earlier document, and nothing links the two. The register counts the later one as something new, and the thread of the earlier one ends too soon.\n\nWords are compared without their endings, so tense and number make no difference; words that only join others do not count, words with which somebody speaks (*the Ministers reaffirmed their commitment*) count little, figures and months hardly at all. Between the two there may be other words. In Japanese, pairs of characters are compared.\n\nThe same words said by others are nobody’s restatement: parties are those of `by`, else of `parties` in the front matter, else those that the series usually has, else the states and bodies that the two passages and the titles name. A larger or smaller circle is another party, and names that differ in one word (*the Lake Transit Framework*, *the Ridge Transit Framework*) are those of others; one that is spelled out here and stands by its initials there is one. An interest rate that is set to another level, by another step or in another direction is a new decision. Passed over are sentences that take no stand (*they discussed …*), marks of documents without a date or of the same day, and sentences that point at the mark, or at another of its thread, already. Of several marks in one thread only the latest is told.',
    mend: `Write on the later words how they go back to the earlier ones: the fixes mark the sentence where it is not marked, and propose what the verb, figures and actors speak for. Where the two only sound alike, let the finding be ignored here.\n\n${instead(
      'They will reopen the northern bridge by spring.',
      'They [will reopen the northern bridge by spring]{.commitment reaffirms="2031-04-02-orla#northern-bridge"}.',
    )}`,
  },
  examples: {
    good: [
      `
      //- a.readout.md
      ---
      date: 2031-04-02
      ---

      They [will reopen the northern bridge to lorries]{#bridge .commitment}.
      //- b.readout.md
      ---
      date: 2032-04-02
      ---

      They [will reopen the northern bridge to lorries]{.commitment reaffirms="a#bridge"}.
      `,
    ],
    bad: [
      `
      //- b.readout.md
      ---
      date: 2032-04-02
      ---

      They will reopen the northern bridge to heavy lorries.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (a#bridge, 2031-04-02)
      //- a.readout.md
      ---
      date: 2031-04-02
      ---

      They [will reopen the northern bridge to lorries]{#bridge .commitment}.
      `,
    ],
  },
  check({ document, entry, snapshot }) {
    const found: Finding[] = [];
    for (const one of restatementsIn(snapshot, entry, document, !!entry.document)) {
      const saying = sayingOf(one, snapshot);
      if (saying) found.push(findingOf(one, saying));
    }
    return found;
  },
  *fix(finding, context) {
    yield* restatementFixes(finding.data as Restatement, context);
  },
};

function findingOf(one: Restatement, { message, related, also }: Saying): Finding {
  const { from, to, statement } = one;
  const { name } = statement;
  const finding = { from, to, message, related, also, data: one };
  return name ? Object.assign(finding, { target: name, subject: name }) : finding;
}

type Saying = Required<Pick<Finding, 'message' | 'related' | 'also'>>;

// A long document can have a thousand of these, and a keystroke changes few of them.
const sayings = new WeakMap<Statement, Map<number, Saying>>();

/** What is said of a restatement; a statement is another one as soon as its words are. */
function sayingOf(one: Restatement, snapshot: Snapshot): Saying | undefined {
  const { statement, share, more } = one;
  const known = sayings.get(statement) ?? new Map<number, Saying>();
  const percent = Math.round(share * 100);
  const key = more * 1000 + percent;
  const saying = known.get(key);
  if (saying) return saying;
  const fresh = say(statement, percent, more, snapshot);
  if (fresh) sayings.set(statement, known.set(key, fresh));
  return fresh;
}

function say(
  { uri, index, name, kind, date }: Statement,
  percent: number,
  more: number,
  snapshot: Snapshot,
): Saying | undefined {
  const entry = snapshot.entries.get(uri);
  const definition = entry && definitionNumber(entry.summary, index);
  if (!entry || !definition) return undefined;
  const words = said(wordsOfMark(entry, definition));
  const own = name ?? entry.summary.own;
  const others = more ? t` It repeats ${more} more earlier marks that are not linked either.` : '';
  const message = {
    what: t`This sentence has ${percent} % of the words of the ${t(kind)} ${words} (${own}, ${date}).${others}`,
    why: t`Not linked, it counts as something new, and the thread of the earlier one ends too soon.`,
    advice: t`Write how it goes back to it, or let this be ignored where the two only sound alike.`,
  };
  const related = [{ uri, from: 0, to: 0, message: t`Said on ${date}: ${words}` }];
  return { message, related, also: `${own} (${date})` };
}
