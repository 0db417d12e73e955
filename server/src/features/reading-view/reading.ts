import { colorOf } from '../../core/codebook/color.ts';
import type { Mark, Note, Reference } from '../../core/document.ts';
import { fieldsOf } from '../../core/front/fields.ts';
import { actorName } from '../../core/marks/bound.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { stemOf } from '../../core/snapshot/keys.ts';
import { issuedAt, wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { resolve } from '../../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { onOneLine, type Span, shortened } from '../../core/text.ts';
import { headOf } from '../cursor/subject.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Card, cardsOf } from './card.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A document as it is read: its words as issued, and beside them what was marked and noted. */
export interface Reading {
  /** Of the front matter; its key or file name where it has none. */
  readonly title: string;
  /** The language of the text, as written. */
  readonly lang: string | undefined;
  /** As written: a day, or a first and a last one. */
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly issuer: string | undefined;
  readonly parties: readonly string[];
  /** The name of its series, or the id where the codebook has none. */
  readonly series: string | undefined;
  /** In order, to be read once: each is made when it is asked for, so that others can be served in between. */
  readonly blocks: Iterable<ReadBlock>;
}

export interface ReadBlock {
  /** Of its words in the text, with the signs of the annotations in them. */
  readonly span: Span;
  readonly is: Block['is'];
  /** How many `#` a heading has; 0 for anything else. */
  readonly level: number;
  readonly pieces: readonly ReadPiece[];
  /** What begins in the block, in order. */
  readonly marks: readonly ReadMark[];
  readonly references: readonly ReadReference[];
  readonly notes: readonly ReadNote[];
}

/** Words, or where one of the block's marks, references or notes begins, by its index; `end` ends the innermost. */
export type ReadPiece =
  | { readonly text: string }
  | { readonly mark: number }
  | { readonly reference: number }
  | { readonly note: number }
  | { readonly end: true };

export interface ReadMark {
  /** The words. */
  readonly span: Span;
  /** A fragment has its head's; empty where there is none. */
  readonly kind: string;
  /** A theme colour id for a kind whose codebook gives one. */
  readonly color: string | undefined;
  /** Of the mark, or of the one that it continues: all parts of a mark have the same. */
  readonly id: string | undefined;
  /** Of a registered mark; its fragments have none. */
  readonly card: Card | undefined;
}

export interface ReadReference {
  readonly span: Span;
  /** What it means, in words; empty where that is not there. */
  readonly means: string;
}

export interface ReadNote {
  readonly span: Span;
  /** On one line. */
  readonly words: string;
}

/** A readout as it is read, judged by the day of the snapshot; undefined for what is no readout. */
export function readingOf(snapshot: Snapshot, uri: string): Reading | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const { codebook } = snapshot;
  const document = documentOf(entry);
  const { title, date, place, issuer, parties, series, lang } = fieldsOf(document.front);
  const named = (text: string | undefined) => text && onOneLine(actorName(codebook, text));
  const told = title?.text.trim() ? onOneLine(title.text) : undefined;
  const cardOf = cardsOf(snapshot, entry, document);

  function* readBlocks(): Generator<ReadBlock> {
    for (const block of blocksOf(document, told)) yield readBlock(block);
  }

  function readBlock(block: Block): ReadBlock {
    const pieces = piecesOf(document, block);
    const [marks, references, notes] = [[], [], []] as [Mark[], Reference[], Note[]];
    const read = pieces.map((piece) => placed(piece, marks, references, notes));
    return {
      span: { from: block.from, to: block.to },
      is: block.is,
      level: block.level,
      pieces: read,
      marks: marks.map((mark) => readMark(mark, block)),
      references: references.map((one) => ({
        span: one.words,
        means: meaningOf(snapshot, entry as Entry, one),
      })),
      notes: notes.map(({ words }) => ({ span: words, words: noteWords(entry as Entry, words) })),
    };
  }

  function readMark(mark: Mark, block: Block): ReadMark {
    const head = headOf(document, mark);
    const kind = head.kind?.text ?? '';
    // What began in the block before has its card there.
    const isFirst = !continuationOf(mark) && mark.words.from >= block.from;
    return {
      span: mark.words,
      kind,
      color: colorOf(codebook, kind),
      id: head.id?.text,
      card: isFirst ? cardOf(mark) : undefined,
    };
  }

  return {
    title: told ?? entry.key ?? stemOf(uri),
    lang: lang?.text,
    date: date?.text,
    place: named(place?.text),
    issuer: named(issuer?.text),
    parties: parties?.items.map(({ text }) => actorName(codebook, text)) ?? [],
    series: series && (codebook.series.get(series.text)?.names[0] ?? series.text),
    blocks: readBlocks(),
  };
}

/** A piece by its place among the block's own; what begins is added to them. */
function placed(piece: Piece, marks: Mark[], references: Reference[], notes: Note[]): ReadPiece {
  switch (piece.is) {
    case 'text':
      return { text: piece.text };
    case 'mark':
      return { mark: marks.push(piece.mark) - 1 };
    case 'reference':
      return { reference: references.push(piece.reference) - 1 };
    case 'note':
      return { note: notes.push(piece.note) - 1 };
    case 'end':
      return { end: true };
  }
}

/** Longer words of what is referred to are cut: they are shown in a tip. */
const longest = 120;

/** What a reference means: a name, the title of a text, or the words of a passage and its text. */
function meaningOf(snapshot: Snapshot, entry: Entry, { target }: Reference): string {
  const meant = resolve(snapshot, entry, target);
  if (meant.to === 'nothing') return '';
  if (meant.to === 'entity') return meant.entity.name || meant.entity.id;
  if (meant.to === 'document') return meant.found[0] ? titleOf(meant.found[0]) : '';
  const [found] = meant.found;
  if (!found) return '';
  const words = `“${shortened(wordsOfMark(found.entry, found.definition), longest)}”`;
  return found.entry === entry ? words : `${words} · ${titleOf(found.entry)}`;
}

const titleOf = ({ summary, key, uri }: Entry): string =>
  onOneLine(summary.title ?? '') || (key ?? stemOf(uri));

const noteWords = (entry: Entry, words: Span): string => onOneLine(issuedAt(entry, words));
