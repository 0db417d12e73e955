import type { Document, Paragraph } from '../document.ts';
import { titleIn } from '../mentions/title.ts';
import { remembering } from '../reading/remembered.ts';
import { stripped } from '../reading/strip.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { contains, moved, overlaps, type Span } from '../text.ts';
import { type Catalogue, catalogueOf, type Listed } from './catalogue.ts';
import { englishPhrases, type Phrase } from './english.ts';
import { meant, type SeriesNames } from './fit.ts';
import { japanesePhrases } from './japanese.ts';
import { type Numbered, numbersIn } from './numbers.ts';
import { titlesIn } from './titles.ts';

/** Words that mean one other document of the collection (language.md, section 8.2). */
export interface DocumentMention extends Span {
  /** The document's key. */
  readonly key: string;
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  /** What tells it: its number, its date, its name, or that it is the one before. */
  readonly by: 'number' | 'date' | 'name' | 'last';
}

interface Read {
  readonly phrases: readonly Phrase[];
  readonly numbers: readonly Numbered[];
}

const nothing: Read = { phrases: [], numbers: [] };

const remembered = remembering((found: Read, delta) =>
  found === nothing
    ? nothing
    : { phrases: moveAll(found.phrases, delta), numbers: moveAll(found.numbers, delta) },
);

const moveAll = <T extends Span>(spans: readonly T[], delta: number): readonly T[] =>
  spans.map((span) => ({ ...span, ...moved(span, delta) }));

/**
 * The mentions of other documents in the source text of one, in order, whether they are linked or not.
 * None overlap. With `remember`, the phrases of a paragraph are kept for as long as its characters stay the
 * same; what they mean is asked anew.
 */
export function documentMentionsIn(
  document: Document,
  entry: Entry,
  snapshot: Snapshot,
  remember = false,
): readonly DocumentMention[] {
  const catalogue = catalogueOf(snapshot);
  const own = catalogue.documents.get(entry.uri);
  if (!own) return [];
  const series = [...snapshot.codebook.series.values()];
  let title: Span | undefined | 'unread' = 'unread';
  const found: DocumentMention[] = [];
  const find = (paragraph: Paragraph) => readParagraph(document, paragraph);
  for (const paragraph of document.paragraphs) {
    const read = remember ? remembered(paragraph, none, find) : find(paragraph);
    const titled = titledIn(document, paragraph, own, catalogue);
    for (const one of mentions(read, titled, own, catalogue, series)) {
      if (title === 'unread') title = titleIn(document);
      if (!title || !contains(title, one)) found.push(one);
    }
  }
  return found;
}

const none: readonly never[] = Object.freeze([]);

function readParagraph(document: Document, paragraph: Paragraph): Read {
  const { text, offsetOf } = stripped(document, paragraph);
  const placed = <T extends Span>(spans: readonly T[]): readonly T[] =>
    spans.map((span) => ({ ...span, from: offsetOf(span.from), to: offsetOf(span.to - 1) + 1 }));
  const phrases = [...englishPhrases(text), ...japanesePhrases(text)];
  const numbers = numbersIn(text);
  return phrases.length || numbers.length
    ? { phrases: placed(phrases), numbers: placed(numbers) }
    : nothing;
}

/** Where the titles of other documents stand in a paragraph; which there are only the collection tells. */
function titledIn(
  document: Document,
  paragraph: Paragraph,
  own: Listed,
  { titles }: Catalogue,
): readonly DocumentMention[] {
  const source = paragraph.passage.cuts.length ? stripped(document, paragraph) : undefined;
  const { text } = source ?? document;
  const all = titlesIn(text, source ? { from: 0, to: text.length } : paragraph, titles);
  return all.flatMap(({ from, to, all: [only, ...others] }): readonly DocumentMention[] => {
    // A title of two documents tells neither.
    if (!only || others.length || only.uri === own.uri || isLater(only, own)) return none;
    const place = source
      ? { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 }
      : { from, to };
    return [mentionOf(place, only, 'name')];
  });
}

function mentions(
  { phrases, numbers }: Read,
  titled: readonly DocumentMention[],
  own: Listed,
  catalogue: Catalogue,
  series: readonly SeriesNames[],
): DocumentMention[] {
  const found = numbers.flatMap((one) => {
    const documents = [...(catalogue.byNumber.get(one.number) ?? none)];
    const [only] = documents;
    return only && documents.length === 1 && only.uri !== own.uri
      ? [mentionOf(one, only, 'number')]
      : [];
  });
  for (const one of titled) {
    if (!found.some((other) => overlaps(other, one))) found.push(one);
  }
  for (const phrase of phrases) {
    if ([...numbers, ...found].some((one) => overlaps(one, phrase))) continue;
    const only = meant(phrase, own, catalogue, series);
    if (only)
      found.push(mentionOf(phrase, only, phrase.when ? 'date' : phrase.which ? 'last' : 'name'));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Of the same day is early enough: who cites a title knows the text. */
const isLater = (one: Listed, own: Listed): boolean => own.date !== '' && one.date > own.date;

const mentionOf = (
  { from, to }: Span,
  { key, uri, title, date }: Listed,
  by: DocumentMention['by'],
): DocumentMention => ({ from, to, key, uri, title, date, by });
