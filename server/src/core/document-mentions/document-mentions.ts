import type { Document, Paragraph } from '../document.ts';
import { titleIn } from '../mentions/title.ts';
import { remembering } from '../reading/remembered.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
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
  /** The paragraph as it was issued, for the titles in it: which there are only the collection tells. */
  readonly source: Pick<Stripped, 'text' | 'offsetOf'>;
  /** How far the paragraph has moved since then. */
  readonly by: number;
}

const remembered = remembering((found: Read, delta) => ({
  phrases: moveAll(found.phrases, delta),
  numbers: moveAll(found.numbers, delta),
  source: found.source,
  by: found.by + delta,
}));

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
    for (const one of mentions(read, own, catalogue, series)) {
      if (title === 'unread') title = titleIn(document);
      if (!title || !contains(title, one)) found.push(one);
    }
  }
  return found;
}

const none: readonly never[] = Object.freeze([]);

function readParagraph(document: Document, paragraph: Paragraph): Read {
  const source = stripped(document, paragraph);
  const { text } = source;
  const placed = <T extends Span>(spans: readonly T[]): readonly T[] =>
    spans.map((span) => ({ ...span, ...placedIn(source, span) }));
  const phrases = placed([...englishPhrases(text), ...japanesePhrases(text)]);
  return { phrases, numbers: placed(numbersIn(text)), source, by: 0 };
}

const placedIn = ({ offsetOf }: Read['source'], { from, to }: Span): Span => ({
  from: offsetOf(from),
  to: offsetOf(to - 1) + 1,
});

function mentions(
  { phrases, numbers, source, by }: Read,
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
  for (const { title, ...span } of titlesIn(source.text, catalogue)) {
    const [only, ...others] = catalogue.byTitle.get(title) ?? none;
    // A title of two documents tells neither.
    if (!only || others.length || only.uri === own.uri || isLater(only, own)) continue;
    const place = moved(placedIn(source, span), by);
    if (!found.some((one) => overlaps(one, place))) found.push(mentionOf(place, only, 'name'));
  }
  for (const phrase of phrases) {
    if (found.some((one) => overlaps(one, phrase))) continue;
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
