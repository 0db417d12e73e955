import type { Document, Issue, IssueCode, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { readItems, readsAsAttributes } from '../core/reading/items.ts';
import type { Span } from '../core/text.ts';
import { insertion } from '../core/writing/edit.ts';
import { bracesEnd } from './brackets.ts';
import { escapes, innerOf, opening, removal } from './mend.ts';
import { readerRule } from './reader.ts';
import type { Fix } from './rule.ts';
import { instead, said } from './say.ts';

export const secondAttributes = readerRule({
  code: 'second-attributes',
  level: 'error',
  docs: {
    title: 'Braces stand after a mark or link that is complete',
    about:
      'A mark has one pair of braces, a link has none. Braces directly after either that read as attributes say nothing: they count as words of the source. Of several pairs only the first is reported.',
    mend: `Move the attributes of a mark into its own braces. To say something of linked words, put a mark round the link. Where the source itself has these braces, put a backslash before them.\n\n${instead(
      'Work at [the harbour](#orla){.place} goes on.',
      'Work at [[the harbour](#orla)]{.place} goes on.',
    )}`,
  },
  examples: {
    good: [
      'Work at [[the harbour]{#orla .place}](#orla) goes on.',
      'The set [A]{.concept}{1, 2} is closed.',
    ],
    bad: [
      `
      They will meet at [the harbour]{#orla}{.place} in spring.
                                            ^^^^^^^^ count as words
      `,
      `
      Work at [the harbour](#orla){.place} goes on.
                                  ^^^^^^^^
      `,
    ],
  },
  message: (words) => ({
    what: t`The mark or link before ${said(words)} is complete without it.`,
    why: t`So these attributes say nothing and count as words of the source.`,
    advice: t`Move them into the braces of a mark, or put a backslash before the “{” if the source has it.`,
  }),
  *fix(issue, { document }) {
    const mark = document.marks.find(({ span }) => span.to === issue.from);
    yield mark ? intoMark(issue, document, mark) : roundReference(issue, document);
    yield { title: t`Keep the braces as words of the source`, edits: escapes(issue.from) };
  },
});

function intoMark(issue: Issue, document: Document, { braces }: Mark): Fix {
  const pairs = pairsFrom(issue, document);
  const more = pairs.map((pair) => innerOf(document, pair)).join(' ');
  const own = innerOf(document, braces);
  const gap = own ? ' ' : '';
  const all = own + gap + more;
  const clash = readItems(all, 0, all.length).issues.some(({ code }) => clashes.has(code));
  const extra = { from: issue.from, to: pairs.at(-1)?.to ?? issue.to };
  return {
    title: t`Move ${said(more)} into the braces before it`,
    edits: [insertion(braces.to - 1, gap + more), removal(extra)],
    ...(!clash && { preferred: true }),
  };
}

const clashes: ReadonlySet<IssueCode> = new Set(['two-ids', 'two-kinds', 'repeated-key']);

/** The pairs of braces that follow one another from here on and read as attributes. */
function pairsFrom(first: Span, document: Document): Span[] {
  const pairs = [first];
  for (let at = first.to; document.text[at] === '{'; ) {
    const to = bracesEnd(document, at);
    if (!to || !readsAsAttributes(document.text.slice(at + 1, to - 1))) break;
    pairs.push({ from: at, to });
    at = to;
  }
  return pairs;
}

/** `[words](#id){.kind}` becomes `[[words](#id)]{.kind}`. */
function roundReference(issue: Issue, document: Document): Fix {
  const from = issue.about?.from ?? issue.from;
  return {
    title: t`Put a mark round the link`,
    edits: [...opening(document, from), insertion(issue.from, ']')],
    preferred: true,
  };
}
