import type {
  Construct,
  Document,
  Issue,
  Mark,
  Note,
  Paragraph,
  Passage,
  Reference,
} from '../document.ts';
import { type FrontReading, readFrontMatter } from '../front/matter.ts';
import { commonEnds, type Span } from '../text.ts';
import { type PassageReader, passageReader } from './passage.ts';
import { shiftedPassage } from './shift.ts';

/** Reads a readout. Never throws, on any text; what is wrong stands in `issues`. */
export function parse(text: string): Document {
  const reading = readFrontMatter(text);
  const paragraphs: Paragraph[] = [];
  const read = passageReader(text);
  for (const span of paragraphSpans(text, reading.body)) paragraphs.push(readParagraph(read, span));
  return assemble(text, reading, paragraphs);
}

/**
 * Reads the next text of a document: the same as `parse(text)`, but paragraphs that stand unchanged
 * at the beginning and the end of the text are taken over.
 */
export function reparse(previous: Document, text: string): Document {
  const same = commonEnds(previous.text, text);
  const reading = readFrontAgain(previous, text, same.head);
  const { body } = reading;
  const old = previous.paragraphs;
  const delta = text.length - previous.text.length;
  const paragraphs: Paragraph[] = [];
  if (body === previous.body) {
    for (const paragraph of old) {
      // The character behind the blank line must be the same too: a CR may become a CRLF.
      if (paragraph.to + 4 > same.head) break;
      paragraphs.push(paragraph);
    }
    // The last one taken over may go on where the text behind it has changed.
    paragraphs.pop();
  }
  const start = paragraphs[paragraphs.length - 1]?.to ?? body;
  const tail = text.length - same.tail;
  let rest = firstAtOrAfter(old, previous.text.length - same.tail + 4);
  const read = passageReader(text);
  for (const span of paragraphSpans(text, start)) {
    if (paragraphs.length && span.from < start) continue;
    while (rest < old.length && (old[rest] as Paragraph).from + delta < span.from) rest++;
    const next = old[rest];
    if (next && span.from > tail && next.from + delta === span.from) {
      for (const paragraph of old.slice(rest)) paragraphs.push(shifted(paragraph, delta));
      break;
    }
    paragraphs.push(readParagraph(read, span));
  }
  return assemble(text, reading, paragraphs);
}

/** Front matter that stands as it did, with what follows it, is not read again. */
function readFrontAgain({ front, body }: Document, text: string, same: number): FrontReading {
  // Behind it one empty line more, or the second half of a line end, would belong to it.
  const stays = front !== undefined && same > body + 1;
  return stays ? { front, body, unclosed: undefined, late: undefined } : readFrontMatter(text);
}

const readParagraph = (read: PassageReader, { from, to }: Span): Paragraph => ({
  from,
  to,
  passage: read(from, to),
});

const shifted = (paragraph: Paragraph, delta: number): Paragraph =>
  delta === 0
    ? paragraph
    : {
        from: paragraph.from + delta,
        to: paragraph.to + delta,
        passage: shiftedPassage(paragraph.passage, delta),
      };

function firstAtOrAfter(paragraphs: readonly Paragraph[], offset: number): number {
  const index = paragraphs.findIndex((paragraph) => paragraph.from >= offset);
  return index < 0 ? paragraphs.length : index;
}

/**
 * The runs of lines that are not blank, from `body` on; a span begins at a line's start and ends
 * before the line end of its last line.
 */
export function* paragraphSpans(text: string, body: number): Generator<Span> {
  const hasCr = text.indexOf('\r', body) >= 0;
  let to = body;
  for (;;) {
    const from = paragraphStart(text, to, hasCr);
    if (from >= text.length) return;
    to = paragraphEnd(text, from, hasCr);
    yield { from, to };
  }
}

/**
 * Where the next paragraph begins, from the line end or the line start `at` on; the text's length where none
 * does. `hasCr` tells whether a CR may stand there.
 */
export function paragraphStart(text: string, at: number, hasCr: boolean): number {
  let line = at;
  while (line < text.length) {
    const end = lineEnd(text, line, hasCr);
    if (!isBlankLine(text, line, end)) return line;
    line = nextLine(text, end);
  }
  return text.length;
}

/** Where a paragraph that begins at `from` ends, before the line end of its last line. */
export function paragraphEnd(text: string, from: number, hasCr: boolean): number {
  let end = lineEnd(text, from, hasCr);
  for (;;) {
    const line = nextLine(text, end);
    if (line >= text.length) return end;
    const next = lineEnd(text, line, hasCr);
    if (isBlankLine(text, line, next)) return end;
    end = next;
  }
}

const nextLine = (text: string, end: number): number =>
  text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;

function lineEnd(text: string, at: number, hasCr: boolean): number {
  if (!hasCr) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

function isBlankLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function assemble(
  text: string,
  { front, body, unclosed, late }: FrontReading,
  paragraphs: readonly Paragraph[],
): Document {
  const constructs: Construct[] = [];
  const marks: Mark[] = [];
  const references: Reference[] = [];
  const notes: Note[] = [];
  const issues: Issue[] = [];
  if (unclosed) issues.push({ code: 'unclosed-front-matter', ...unclosed });
  if (late) issues.push({ code: 'late-front-matter', ...late });
  for (const { passage } of paragraphs) {
    for (const construct of passage.constructs) {
      constructs.push(construct);
      if (construct.type === 'mark') marks.push(construct);
      else if (construct.type === 'reference') references.push(construct);
      else notes.push(construct);
    }
    for (const issue of passage.issues) issues.push(issue);
  }
  judgeNeighbours(paragraphs, issues);
  judgeContinuations(marks, issues);
  issues.sort((a, b) => a.from - b.from || a.to - b.to);
  return { text, front, body, paragraphs, constructs, marks, references, notes, issues };
}

/**
 * Brackets that are open where one paragraph ends and closed in the next (language.md, section 2,
 * step 6). Each opening explains one closing, the innermost first.
 */
function judgeNeighbours(paragraphs: readonly Paragraph[], issues: Issue[]): void {
  let before: Passage | undefined;
  for (const { passage } of paragraphs) {
    pair(before, passage, issues);
    before = passage;
  }
  pair(before, undefined, issues);
}

function pair(before: Passage | undefined, passage: Passage | undefined, issues: Issue[]): void {
  const open = before?.open ?? [];
  if (!open.length && !passage?.closings.length) return;
  let depth = open.length;
  for (const closing of passage?.closings ?? []) {
    const bracket = { from: closing.at, to: closing.at + 1 };
    const opening = depth > 0 ? open[--depth] : undefined;
    if (opening?.note) {
      issues.push({
        code: 'paragraph-in-note',
        from: opening.at,
        to: opening.at + 2,
        about: bracket,
      });
    } else if (closing.form !== 'bracket') {
      if (!opening) issues.push({ code: 'no-opening-bracket', ...bracket });
      else {
        const about = { from: opening.at, to: opening.at + 1 };
        issues.push({ code: `paragraph-in-${closing.form}`, ...bracket, about });
      }
    }
  }
  for (const opening of open.slice(0, depth)) {
    if (opening.note) issues.push({ code: 'unclosed-note', from: opening.at, to: opening.at + 2 });
  }
}

/** The attribute that makes a mark a fragment of another. */
export const continuationOf = (mark: Mark) =>
  mark.attributes.find((attribute) => attribute.key.text === 'continues');

/** A fragment stands alone in its braces and names a head that closed before it began. */
function judgeContinuations(marks: readonly Mark[], issues: Issue[]): void {
  let heads: ReadonlyMap<string, Mark> | undefined;
  for (const mark of marks) {
    const continuation = continuationOf(mark);
    if (!continuation) continue;
    heads ??= headsOf(marks);
    const head = heads.get(continuation.value.text);
    const sound = mark.items === 1 && head && head.span.to <= mark.span.from;
    if (sound) continue;
    const issue: Issue = { code: 'bad-continuation', from: continuation.from, to: continuation.to };
    issues.push(head ? { ...issue, about: head.span } : issue);
  }
}

const knownHeads = new WeakMap<readonly Mark[], ReadonlyMap<string, Mark>>();

/** The marks that have an id and are no fragments, by id; of equal ids the first. Several rules ask at each key. */
export function headsOf(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  const heads = knownHeads.get(marks) ?? readHeads(marks);
  knownHeads.set(marks, heads);
  return heads;
}

function readHeads(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  const heads = new Map<string, Mark>();
  for (const mark of marks) {
    if (mark.id && !heads.has(mark.id.text) && !continuationOf(mark)) heads.set(mark.id.text, mark);
  }
  return heads;
}

/** The sound fragments of a head mark, in order. */
export const fragmentsOf = (document: Document, head: Mark): readonly Mark[] => {
  if (!head.id) return [];
  const id = head.id.text;
  return document.marks.filter(
    (mark) =>
      mark.items === 1 && head.span.to <= mark.span.from && continuationOf(mark)?.value.text === id,
  );
};
