import type { Level } from '../core/codebook/codebook.ts';
import type { Document, Issue, IssueCode } from '../core/document.ts';
import type { Span } from '../core/text.ts';
import { keepsBraces } from './mend.ts';
import type { Context, Docs, DocumentRule, Finding, Fix, Message, Related } from './rule.ts';

/** A rule whose findings the reader of the text has made already: what is left are its words and fixes. */
export interface ReaderRule {
  readonly code: IssueCode;
  readonly level: Level;
  readonly docs: Docs;
  readonly examples: DocumentRule['examples'];
  /** `words` is what stands at the issue, as it is typed. */
  readonly message: (words: string, issue: Issue, document: Document) => Message;
  /** Another place of the document to show beside the finding. */
  readonly related?: (
    issue: Issue,
    document: Document,
  ) => { readonly at: Span; readonly message: string } | undefined;
  readonly fix?: (issue: Issue, context: Context) => Iterable<Fix>;
}

/** What the reader of the text found of one kind, in order of its place. */
export const issuesOf = (document: Document, code: IssueCode): readonly Issue[] =>
  document.issues.filter((issue) => issue.code === code);

export function readerRule({ code, level, docs, examples, ...rule }: ReaderRule): DocumentRule {
  const { fix } = rule;
  return {
    subject: 'readout',
    code,
    level,
    docs,
    examples,
    *check({ document, entry }) {
      for (const issue of issuesOf(document, code)) {
        const { from, to } = issue;
        const words = document.text.slice(from, to);
        const subject = nameOf(document.text, issue);
        const finding = { from, to, message: rule.message(words, issue, document), subject };
        const other = rule.related?.(issue, document);
        const related: Related[] = other
          ? [{ uri: entry.uri, from: other.at.from, to: other.at.to, message: other.message }]
          : [];
        yield { ...finding, ...(other && { related }), data: issue } satisfies Finding;
      }
    },
    ...(fix && {
      *fix(finding: Finding, context: Context) {
        const issue = finding.data as Issue;
        for (const one of fix(issue, context)) {
          if (keepsBraces(context.document, issue, one.edits)) yield one;
        }
      },
    }),
  };
}

const longestName = 40;

/**
 * What `ignore` calls an issue: the characters at its place. A lone sign says too little, so it goes
 * by the word it stands in.
 */
function nameOf(text: string, { from, to }: Span): string {
  let start = from;
  let end = to;
  if (to - from <= 2) {
    while (start > 0 && from - start < longestName / 2 && isInk(text, start - 1)) start--;
    while (end < text.length && end - to < longestName / 2 && isInk(text, end)) end++;
  }
  return text.slice(start, end);
}

/** Neither a blank nor an end of line. */
const isInk = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code > 32 && code !== 0xa0 && code !== 0x3000;
};
