import type { Span } from '../../core/text.ts';
import { escapedLine, said, types } from './brat-lines.ts';
import {
  type Annotation,
  codePointsOf,
  linesIn,
  type MarkedWords,
  type Standoff,
} from './standoff.ts';

export interface BratFile {
  /** The `.ann` beside the text as issued. */
  readonly ann: string;
  /** How many annotations it holds. */
  readonly written: number;
  /** How many it lacks, because no words are left of them and brat can point at words only. */
  readonly left: number;
  /** The attributes of one word that it uses, for brat wants to know them beforehand. */
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

/**
 * A document's annotations as brat keeps them: `T` the words, their type the kind; `A` an attribute of one
 * word; `R` a relation to a mark of this document, any other as a comment; `N` what a reference points at.
 * Offsets are code points of the text as issued. `readBrat` reads all of it back.
 */
export function bratOf({ text, annotations }: Standoff): BratFile {
  const pen = penFor(text);
  const wordNear = wordsOf(text);
  const all = annotations.flatMap((one) => {
    const spans = one.type === 'note' ? wordNear(one.at) : one.parts;
    return spans.length ? [{ one, spans }] : [];
  });
  // Relations point forward too, so all numbers are known first.
  const ids = new Map<string, string>();
  for (const [index, { one }] of all.entries()) {
    if (one.type === 'mark' && one.id && !ids.has(one.id)) ids.set(one.id, numberOf(index));
  }
  for (const [index, { one, spans }] of all.entries()) {
    const t = numberOf(index);
    pen.words(t, typeOf(one), spans);
    if (one.type === 'mark') markLines(pen, t, one, ids);
    else if (one.type === 'reference') pen.reference(t, one.target);
    else {
      pen.comment(t, said.place, `${pen.points(one.at)}`);
      pen.comment(t, said.remark, one.words);
      for (const target of one.targets) pen.reference(t, target);
    }
  }
  const { length } = all;
  return {
    ann: pen.ann(),
    written: length,
    left: annotations.length - length,
    attributes: pen.attributes,
  };
}

const numberOf = (index: number): string => `T${index + 1}`;

function typeOf(annotation: Annotation): string {
  if (annotation.type === 'mark') return annotation.kind ?? types.mark;
  return types[annotation.type];
}

function markLines(
  pen: Pen,
  t: string,
  { id, attributes, relations }: MarkedWords,
  ids: ReadonlyMap<string, string>,
): void {
  if (id !== undefined) pen.comment(t, said.id, id);
  for (const { key, value } of attributes) {
    if (/^[^\s\p{C}]+$/u.test(value)) pen.attribute(t, key, value);
    else pen.comment(t, said.attribute, `${key} ${value}`);
  }
  for (const { via, target } of relations) {
    const other = target.startsWith('#') ? ids.get(target.slice(1)) : undefined;
    if (other) pen.relation(via, t, other);
    else pen.comment(t, said.relation, `${via} ${target}`);
  }
}

type Pen = ReturnType<typeof penFor>;

/** Writes the lines of a file, each sort numbered by itself. */
function penFor(text: string) {
  const { at: points } = codePointsOf(text);
  const lines: string[] = [];
  const attributes: { key: string; value: string }[] = [];
  const counts = { A: 0, R: 0, N: 0, '#': 0 };
  const line = (...fields: string[]) => void lines.push(`${fields.join('\t')}\n`);
  const number = (sort: keyof typeof counts): string => `${sort}${++counts[sort]}`;

  return {
    points,
    attributes: attributes as readonly { key: string; value: string }[],
    ann: () => lines.join(''),
    /** brat wants no line end in a piece, so words of several lines are several pieces. */
    words: (t: string, type: string, spans: readonly Span[]) => {
      const pieces = spans.flatMap((span) => linesIn(text, span));
      const places = pieces.map(({ from, to }) => `${points(from)} ${points(to)}`).join(';');
      // A character of the text may end a line for brat; the words are there for people only.
      const words = pieces.map(({ from, to }) => text.slice(from, to)).join(' ');
      line(t, `${type} ${places}`, words.replace(/[\p{Cc}\u2028\u2029]/gu, ' '));
    },
    attribute: (t: string, key: string, value: string) => {
      line(number('A'), `${key} ${t} ${value}`);
      attributes.push({ key, value });
    },
    relation: (via: string, from: string, to: string) =>
      line(number('R'), `${via} Arg1:${from} Arg2:${to}`),
    reference: (t: string, target: string) => {
      const words = escapedLine(target);
      line(number('N'), `${said.target} ${t} ${said.resource}:${words}`, words);
    },
    comment: (t: string, type: string, words: string) =>
      line(number('#'), `${type} ${t}`, escapedLine(words)),
  };
}

/** So much of a word is enough to hang a note on. */
const longest = 24;

/**
 * Finds the word before a place, or some of it; without one the first of the text. Nothing in a text without
 * words. Places are asked for in their order, so that no blanks are passed twice.
 */
function wordsOf(text: string): (at: number) => readonly Span[] {
  const first = text.search(/\S/);
  let [seen, last] = [0, 0];
  return (at) => {
    let end = at;
    while (end > seen && isBlank(text[end - 1])) end--;
    if (end > seen) last = end;
    seen = at;
    if (last > 0) {
      let from = last - 1;
      while (from > 0 && last - from < longest && !isBlank(text[from - 1])) from--;
      return [{ from: isSecond(text, from) ? from - 1 : from, to: last }];
    }
    if (first < 0) return [];
    let to = first + 1;
    while (to < text.length && to - first < longest && !isBlank(text[to])) to++;
    return [{ from: first, to: isSecond(text, to) ? to + 1 : to }];
  };
}

const isBlank = (sign: string | undefined): boolean => /\s/.test(sign ?? '');

/** Whether a place stands inside a character of two units. */
const isSecond = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
