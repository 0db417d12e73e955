import type { Document, Paragraph } from '../../core/document.ts';
import { type EntityMention, unlinkedMentions } from '../../core/mentions/mentions.ts';
import { paragraphAt, type Stripped, stripped } from '../../core/reading/strip.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { onOneLine, type Span, singleSpaced } from '../../core/text.ts';
import type { Reported } from '../../rules/rule.ts';
import { findingsOfSort, targetOf, type UnlinkedSort } from './unlinked.ts';

/** Words that could be linked, at UTF-16 offsets, with the source around them on one line. */
export interface UnlinkedPlace extends Span {
  readonly words: string;
  /** The end of what stands before the words in their paragraph, and the beginning of what stands behind. */
  readonly before: string;
  readonly after: string;
}

/** So many characters of the source are told before the words and behind them. */
const around = 120;

/** Where a document says what it does not link, in order; undefined for no readout. */
export function unlinkedPlaces(
  snapshot: Snapshot,
  uri: string,
  sort: UnlinkedSort,
  target: string,
): readonly UnlinkedPlace[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const sourceOf = paragraphReader(document);
  return unlinkedFindings(snapshot, entry, document, sort, target).map((finding) =>
    placeOf(sourceOf(finding), finding),
  );
}

/** Gives the source of the paragraph of a span; of a paragraph with many, asked for in order, it is made once. */
function paragraphReader(document: Document): (span: Span) => Stripped {
  let known: { readonly paragraph: Paragraph; readonly source: Stripped } | undefined;
  return (span) => {
    const paragraph = document.paragraphs[paragraphAt(document, span.from)];
    if (!paragraph) return stripped(document, span);
    if (known?.paragraph !== paragraph)
      known = { paragraph, source: stripped(document, paragraph) };
    return known.source;
  };
}

/**
 * The findings of one target, one a place: of names of which only the first place is told, the others get a
 * finding of their own, so that each can be linked by itself.
 */
export function unlinkedFindings(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  sort: UnlinkedSort,
  target: string,
): readonly Reported[] {
  const told = findingsOfSort(snapshot, entry, sort).filter(
    (finding) => targetOf(finding, sort) === target,
  );
  const [first] = told;
  if (!first || sort !== 'entity' || snapshot.codebook.mentions === 'all') return told;
  const all = unlinkedMentions(document, snapshot.codebook);
  const others = all.find(({ mention }) => mention.ids.join(' ') === target)?.others ?? [];
  const likeFirst = (data: EntityMention): Reported => ({
    ...{ ...first, data },
    ...{ from: data.from, to: data.to },
  });
  return [first, ...others.map(likeFirst)];
}

function placeOf({ text, indexOf }: Stripped, { from, to }: Span): UnlinkedPlace {
  const start = indexOf(from);
  const end = Math.max(start, indexOf(to));
  return {
    ...{ from, to },
    words: onOneLine(text.slice(start, end)),
    before: singleSpaced(whole(text.slice(Math.max(0, start - around), start), /^[\uDC00-\uDFFF]/)),
    after: singleSpaced(whole(text.slice(end, end + around), /[\uD800-\uDBFF]$/)),
  };
}

/** A piece of a text without half of a character that takes two units. */
const whole = (piece: string, half: RegExp): string => piece.replace(half, '');
