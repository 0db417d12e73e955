import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { isId } from '../core/reading/items.ts';
import { overlaps, type Span } from '../core/text.ts';
import { insertion } from '../core/writing/edit.ts';
import { escapedBrace } from '../core/writing/insert.ts';
import { openingOf } from './brackets.ts';
import { keepBrackets, replacement } from './mend.ts';
import { nearest } from './nearest.ts';
import { readerRule } from './reader.ts';
import type { Context, Fix } from './rule.ts';
import { instead } from './say.ts';

export const unclosedReference = readerRule({
  code: 'unclosed-reference',
  level: 'error',
  docs: {
    title: 'A link is not closed',
    about:
      'A `(#` directly after a `]` begins the target of a link. It ends with a `)` on the same line and holds no blank. As long as it does not, nothing is linked, and its signs count as words of the source.',
    mend: `Write the id alone and \`)\` directly after it. Where the source itself has \`](#\`, put a backslash before both brackets.\n\n${instead(
      'Work at [the harbour](#orla-harbour goes on.',
      'Work at [the harbour](#orla-harbour) goes on.',
    )}`,
  },
  examples: {
    good: ['Work at [the harbour](#orla) goes on.', 'See the map \\[3\\](#orla and more'],
    bad: [
      `
      Work at [the harbour](#orla goes on.
                           ^ not closed
      `,
      `
      Work at [the harbour](#orla harbour) goes on.
                           ^^^^^^^^^^^^^^^ blank
      `,
    ],
  },
  message: (words) => ({
    what:
      words.length > 1 ? t`The target of this link holds a blank.` : t`This link is not closed.`,
    why: t`So nothing is linked, and all its signs count as words of the source.`,
    advice: t`Write “)” directly after the id, and no blank before it.`,
  }),
  *fix(issue, context) {
    const { document } = context;
    const open = openingOf(document, issue.from - 1);
    if (open !== undefined && !isLinked(document, { from: open, to: issue.from })) {
      yield* closed(issue, context);
    }
    yield keepBrackets(document, issue.from - 1);
  },
});

/** Whether these words hold a link or stand in one, so that they cannot be another. */
const isLinked = ({ references }: Document, words: Span): boolean =>
  references.some(({ span }) => overlaps(span, words));

function* closed(issue: Issue, { document, snapshot }: Context): Generator<Fix> {
  const ids = new Set(snapshot.codebook.entities.keys());
  for (const { id } of document.marks) if (id) ids.add(id.text);
  const words = wordsOf(issue, document);
  const joined = words.join('-');
  const near = ids.has(joined) ? joined : nearest(joined, ids);
  const several = words.length > 1;
  if (several && near) yield whole(issue, document, near, true);
  yield* afterFirst(issue, document, !several || !near);
  if (several && joined !== near && isId(joined)) yield whole(issue, document, joined);
}

/** The words between `(#` and `)`; none where there is no `)`, or where it closes something else. */
function wordsOf({ from, to }: Issue, { text }: Document): string[] {
  const inner = text.slice(from + 2, to - 1);
  return to - from < 3 || /[[\](]/.test(inner) ? [] : inner.trim().split(/\s+/);
}

function whole({ from, to }: Issue, document: Document, id: string, preferred = false): Fix {
  const edits = [replacement({ from: from + 2, to: to - 1 }, id), ...escapedBrace(document, to)];
  return { title: t`Point at “#${id}”`, edits, ...(preferred && { preferred }) };
}

function* afterFirst({ from }: Issue, document: Document, preferred: boolean): Generator<Fix> {
  const id = /^\(#([A-Za-z][\w-]*)/.exec(document.text.slice(from, from + 200))?.[1];
  if (!id) return;
  const end = from + 2 + id.length;
  const edits = [insertion(end, ')'), ...escapedBrace(document, end)];
  yield { title: t`Close the link after “#${id}”`, edits, ...(preferred && { preferred }) };
}
