import type { Document, Issue, Mark } from '../core/document.ts';
import { insertion } from '../core/edit.ts';
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
    what: `The mark or link before ${said(words)} is complete without it.`,
    why: 'So these attributes say nothing and count as words of the source.',
    advice:
      'Move them into the braces of a mark, or put a backslash before the “{” if the source has it.',
  }),
  *fix(issue, { document }) {
    const mark = document.marks.find(({ span }) => span.to === issue.from);
    yield mark ? intoMark(issue, document, mark) : roundReference(issue, document);
    yield { title: 'Keep the braces as words of the source', edits: escapes(issue.from) };
  },
});

function intoMark(issue: Issue, document: Document, mark: Mark): Fix {
  const { braces, kind, id } = mark;
  const more = innerOf(document, issue);
  const gap = braces.to - braces.from > 2 ? ' ' : '';
  const clash = (kind && /(?:^|\s)\./.test(more)) || (id && /(?:^|\s)#/.test(more));
  return {
    title: `Move ${said(more)} into the braces before it`,
    edits: [insertion(braces.to - 1, `${gap}${more}`), removal(issue)],
    ...(!clash && { preferred: true }),
  };
}

/** `[words](#id){.kind}` becomes `[[words](#id)]{.kind}`. */
function roundReference(issue: Issue, document: Document): Fix {
  const from = issue.about?.from ?? issue.from;
  return {
    title: 'Put a mark round the link',
    edits: [...opening(document, from), insertion(issue.from, ']')],
    preferred: true,
  };
}
