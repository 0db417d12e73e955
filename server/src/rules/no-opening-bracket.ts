import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { readsAsAttributes } from '../core/reading/items.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { sentenceAt } from '../core/verbs/sentences.ts';
import { bracesEnd, bracketsAt, paragraphOf } from './brackets.ts';
import { escapes, isTangled, opening } from './mend.ts';
import { readerRule } from './reader.ts';
import type { Context, Fix } from './rule.ts';
import { instead, said } from './say.ts';

export const noOpeningBracket = readerRule({
  code: 'no-opening-bracket',
  level: 'error',
  docs: {
    title: 'A bracket is closed that was never opened',
    about:
      'Attributes or the target of a link stand behind a `]` for which no `[` stands earlier in the paragraph. So it is not said which words are marked or linked: there is no mark and no link, and all the signs count as words of the source.',
    mend: `Write \`[\` where the words begin. Where the source itself has these signs, put a backslash before the \`]\`.\n\n${instead(
      'Ardenia will reopen the bridge]{#bridge .commitment}.',
      'Ardenia [will reopen the bridge]{#bridge .commitment}.',
    )}`,
  },
  examples: {
    good: ['Ardenia [will reopen the bridge]{#bridge .commitment} for x in ]0, 1\\]{x > 0}.'],
    bad: [
      `
      Ardenia will reopen the bridge]{#bridge .commitment}.
                                    ^ never opened
      `,
      `
      They met near the harbour](#orla).
                               ^
      `,
    ],
  },
  message: () => ({
    what: t`This “]” closes a bracket that was never opened.`,
    why: t`So no words are marked or linked, and all its signs count as words of the source.`,
    advice: t`Write “[” where the words begin, or a backslash before “]” if the source has it.`,
  }),
  *fix(issue, context) {
    const { document } = context;
    const keep = { title: t`Keep “]” as a sign of the source`, edits: escapes(issue.from) };
    const end = bracesEnd(document, issue.to);
    const isSource = end && !readsAsAttributes(document.text.slice(issue.to + 1, end - 1));
    if (isSource) yield { ...keep, preferred: true };
    yield* openings(issue, context, document.text[issue.to] === '(');
    if (!isSource) yield keep;
  },
});

/** Marks are begun with the sentence or with the last word, links with a name or the last word. */
function* openings(issue: Issue, context: Context, isLink: boolean): Generator<Fix> {
  const { document } = context;
  const { text } = document;
  const end = isLink ? text.indexOf(')', issue.to) : bracesEnd(document, issue.to);
  if (!end || isTangled(document, { from: issue.from, to: end })) return;
  const start = startOf(issue, document);
  const first = isLink
    ? nameBefore(text.slice(start, issue.from), issue, context)
    : sentenceAt(text, issue.from - 1).from;
  const places = [first, wordStart(text, start, issue.from)].flatMap(
    (place) => outside(place, start, issue.from, document) ?? [],
  );
  for (const at of new Set(places)) {
    const linked = document.references.some(({ span }) => at <= span.from && span.to <= issue.from);
    if (isLink && linked) continue;
    const words = said(stripSpan(document, { from: at, to: issue.from }));
    const title = isLink ? t`Begin the link at ${words}` : t`Begin the mark at ${words}`;
    yield { title, edits: opening(document, at) };
  }
}

/** Behind the closing before this one in the paragraph, which has no bracket either. */
function startOf(issue: Issue, document: Document): number {
  const paragraph = paragraphOf(document, issue.from);
  const from = paragraph?.from ?? 0;
  const closings = paragraph?.passage.closings.filter(({ at }) => at < issue.from) ?? [];
  const last = closings.at(-1);
  if (!last) return from;
  const target = last.form === 'reference' ? document.text.indexOf(')', last.at) + 1 : 0;
  return target || bracesEnd(document, last.at + 1) || last.at + 1;
}

/** Where the last word before `to` begins; in a script without blanks, its clause. */
function wordStart(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && /\s/.test(text[at - 1] ?? '')) at--;
  while (at > from && /[^\s、。，．（「『]/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Where the name or alias of the linked entity begins that stands directly before the bracket. */
function nameBefore(before: string, issue: Issue, { document, snapshot }: Context): number {
  const id = /^\(#([^)\s]*)\)/.exec(document.text.slice(issue.to, issue.to + 200))?.[1] ?? '';
  const entity = snapshot.codebook.entities.get(id);
  const names = entity ? [entity.name, ...entity.aliases.map(({ text }) => text)] : [];
  const lengths = names.filter((name) => before.endsWith(name)).map(({ length }) => length);
  return lengths.length ? issue.from - Math.max(...lengths) : -1;
}

/** The place, moved before the construct it lies in and behind blanks; undefined where no words are left. */
function outside(
  place: number,
  start: number,
  end: number,
  document: Document,
): number | undefined {
  if (place < 0) return undefined;
  let at = Math.max(place, start);
  for (const bracket of bracketsAt(document, end)) {
    if (bracket.at < at && at < bracket.end && bracket.close !== end) at = bracket.at;
  }
  at += /^\s*/.exec(document.text.slice(at, end))?.[0].length ?? 0;
  return at < end ? at : undefined;
}
