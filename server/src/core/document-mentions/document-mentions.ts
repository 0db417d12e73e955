import type { Document, Paragraph } from '../document.ts';
import { titleIn } from '../mentions/title.ts';
import { remembering } from '../reading/remembered.ts';
import { stripped } from '../reading/strip.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { contains, moved, overlaps, type Span } from '../text.ts';
import { type Catalogue, catalogueOf, type Listed, wordsOfTitle } from './catalogue.ts';
import { englishPhrases, type Phrase } from './english.ts';
import { meant, type SeriesNames } from './fit.ts';
import { japanesePhrases } from './japanese.ts';
import { type Numbered, numbersIn } from './numbers.ts';
import { type TitleRun, titleAt, titleRunsIn } from './titles.ts';

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
  readonly runs: readonly TitleRun[];
}

const nothing: Read = { phrases: [], numbers: [], runs: [] };

const remembered = remembering((found: Read, delta) =>
  found === nothing
    ? nothing
    : {
        phrases: moveAll(found.phrases, delta),
        numbers: moveAll(found.numbers, delta),
        runs: moveAll(found.runs, delta).map((one) => ({
          ...one,
          words: moveAll(one.words, delta),
        })),
      },
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
    if (read === nothing) continue;
    for (const one of mentions(read, own, catalogue, series)) {
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
  const runs = titleRunsIn(text);
  if (!phrases.length && !numbers.length && !runs.length) return nothing;
  return {
    phrases: placed(phrases),
    numbers: placed(numbers),
    runs: placed(runs).map((one) => ({ ...one, words: placed(one.words) })),
  };
}

function mentions(
  { phrases, numbers, runs }: Read,
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
  for (const titled of runs.flatMap((run) => titlesIn(run, own, catalogue))) {
    if (!found.some((one) => overlaps(one, titled)))
      found.push(mentionOf(titled, titled.listed, 'name'));
  }
  for (const phrase of phrases) {
    if (found.some((one) => overlaps(one, phrase))) continue;
    const only = meant(phrase, own, catalogue, series);
    if (only)
      found.push(mentionOf(phrase, only, phrase.when ? 'date' : phrase.which ? 'last' : 'name'));
  }
  return found.sort((a, b) => a.from - b.from);
}

interface Titled extends Span {
  readonly listed: Listed;
}

/** The titles of other documents, of this day or before, that a run of words has from end to end. */
function titlesIn(run: TitleRun, own: Listed, { byTitle }: Catalogue): Titled[] {
  const found: Titled[] = [];
  for (let at = 0; at < run.words.length; at++) {
    const places = [...(byTitle.get(run.words[at]?.word ?? '') ?? none)].flatMap((listed) => {
      const place = titleAt(run, at, wordsOfTitle(listed));
      return place ? [{ ...place, listed }] : [];
    });
    const end = Math.max(...places.map(({ to }) => to));
    const [only, ...others] = places.filter(({ to }) => to === end);
    if (!only) continue;
    while (at + 1 < run.words.length && (run.words[at + 1] as Span).from < end) at++;
    const { uri, date } = only.listed;
    if (!others.length && uri !== own.uri && !(date > own.date && own.date)) found.push(only);
  }
  return found;
}

const mentionOf = (
  { from, to }: Span,
  { key, uri, title, date }: Listed,
  by: DocumentMention['by'],
): DocumentMention => ({ from, to, key, uri, title, date, by });
