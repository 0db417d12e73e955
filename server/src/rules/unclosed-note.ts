import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { sentencesOf } from '../core/verbs/sentences.ts';
import type { Edit } from '../core/writing/edit.ts';
import { bracketsAt, paragraphOf } from './brackets.ts';
import { closing, escapes } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const unclosedNote = readerRule({
  code: 'unclosed-note',
  level: 'error',
  docs: {
    title: 'A note is not closed',
    about:
      'A `^[` begins a note, and no `]` ends it in its paragraph. So there is no note: what the analyst wrote counts as words of the source, and a comparison with the text as issued shows it as added.',
    mend: `Write \`]\` where the note ends. Where the source itself has \`^[\`, put a backslash before both signs.\n\n${instead(
      'They met.^[Only after two rounds. They signed.',
      'They met.^[Only after two rounds.] They signed.',
    )}`,
  },
  examples: {
    good: ['They met.^[Only after two rounds.] The area is 20 km\\^[2].'],
    bad: [
      `
      They met.^[Only after two rounds. They signed.
               ^^ not closed
      `,
    ],
  },
  message: () => ({
    what: t`The note that begins here is not closed.`,
    why: t`So what it says counts as words of the source.`,
    advice: t`Write “]” where the note ends.`,
  }),
  *fix(issue, { document }) {
    const { text } = document;
    const end = paragraphOf(document, issue.from)?.to ?? text.length;
    const words = { from: issue.to, to: end };
    const line = /[^\r\n]*/.exec(text.slice(words.from, end))?.[0].length ?? 0;
    const places = [sentencesOf(text, words)[0]?.to, words.from + line, end].map((place) =>
      outwards(document, issue, trimmedTo(text, words.from, place ?? end)),
    );
    for (const at of new Set(places)) {
      // A parenthesis behind the new bracket could make it the target of a link.
      if (text[at] === '(') continue;
      const title = t`End the note after ${said(lastWords(stripSpan(document, { from: words.from, to: at })))}`;
      yield { title, edits: closed(document, issue, at) };
    }
    yield {
      title: t`Keep “^[” as signs of the source`,
      edits: escapes(issue.from, issue.from + 1),
    };
  },
});

/** Behind the constructs and brackets of the note that a place lies in. */
function outwards(document: Document, note: Issue, place: number): number {
  let at = place;
  for (const bracket of bracketsAt(document, note.from)) {
    const inside = note.from < bracket.at && bracket.close !== undefined;
    if (inside && bracket.at < at && at < bracket.end) at = bracket.end;
  }
  return at;
}

/** Brackets in the note that nothing closes become words, for they would take the new `]`. */
function closed(document: Document, note: Issue, at: number): Edit[] {
  const open = bracketsAt(document, note.from).filter(
    (bracket) => bracket.close === undefined && note.from < bracket.at && bracket.at < at,
  );
  const signs = open.flatMap((one) => (one.note ? [one.at, one.at + 1] : [one.at]));
  return [...escapes(...signs), ...closing(document, at, ']')];
}

const trimmedTo = (text: string, from: number, to: number): number =>
  from + text.slice(from, to).trimEnd().length;

const lastWords = (words: string): string => words.slice(-60).split(/\s+/).slice(-4).join(' ');
