import type { Document, Mark } from '../core/document.ts';
import { partsOf } from '../core/marks/parts.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot/snapshot.ts';
import { idOf, type Mention, ownOf } from '../core/snapshot/summary.ts';
import type { Piece, Span } from '../core/text.ts';
import { cursorAt } from './cursor/cursor-at.ts';
import { headsIn, type Subject, subjectOf } from './cursor/subject.ts';

/** A place of the document that speaks of the same thing as the cursor, or says what it is. */
export interface Highlight extends Span {
  readonly as: 'definition' | 'use';
}

/**
 * The places of this readout that speak of what stands at `offset`, in their order: links as a whole,
 * names in attributes and front matter, the words and the id of a mark. The fragments of a mark count
 * as one with it.
 */
export function highlights(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): readonly Highlight[] | undefined {
  const entry = snapshot.entries.get(uri);
  const cursor = entry && cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (!entry || !subject) return undefined;
  const found = [...placesIn(entry, documentOf(entry), subject)];
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

function* placesIn(entry: Entry, document: Document, subject: Subject): Generator<Highlight> {
  switch (subject.is) {
    case 'thing':
      yield* placesOfName(entry, document, subject.name);
      break;
    case 'mark':
      yield { ...subject.mark.words, as: 'definition' };
      break;
    case 'kind':
      for (const { kind } of document.marks)
        if (kind?.text === subject.name) yield use(unsigned(kind));
      break;
    case 'series':
      break;
    default:
      for (const { attributes } of document.marks) {
        for (const { key } of attributes) if (key.text === subject.name) yield use(key);
      }
  }
}

function* placesOfName(entry: Entry, document: Document, name: string): Generator<Highlight> {
  const links = new Map(document.references.map((reference) => [reference.target.from, reference]));
  const isMeant = meaning(entry, name);
  for (const mention of entry.summary.mentions) {
    if (isMeant(mention)) yield use(links.get(mention.from)?.span ?? mention);
  }
  const head = ownOf(name) === entry.summary.own && headsIn(document).get(idOf(name));
  if (head) yield* placesOfMark(document, head);
}

/** Of a document whatever is said of it or of anything in it; of anything else its own name. */
function meaning({ summary }: Entry, name: string): (mention: Mention) => boolean {
  const own = ownOf(name);
  if (idOf(name) || own === summary.own) return (mention) => mention.name === name;
  return (mention) => ownOf(mention.name) === own;
}

function* placesOfMark(document: Document, head: Mark): Generator<Highlight> {
  if (head.id) yield { ...unsigned(head.id), as: 'definition' };
  for (const part of partsOf(document, head)) {
    const continuation = continuationOf(part);
    yield { ...part.words, as: 'definition' };
    if (continuation) yield use(continuation.value);
  }
}

const unsigned = ({ from, to }: Piece): Span => ({ from: from + 1, to });

const use = ({ from, to }: Span): Highlight => ({ from, to, as: 'use' });
