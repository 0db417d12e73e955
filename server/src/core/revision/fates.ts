import type { Construct, Document, Issue, IssueCode } from '../document.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
import { firstThat } from '../search.ts';
import { moved, onOneLine, type Span } from '../text.ts';
import type { Composed } from './compose.ts';
import type { Ground } from './place.ts';

/** What has become of an annotation under a revised source. */
export interface Fate {
  /**
   * `kept` on the same words, `changed` on words of which some have changed, `lost` where its words are gone
   * or the rules of the language allow no place for it.
   */
  readonly is: 'kept' | 'changed' | 'lost';
  /** Of signs that somebody has begun and not ended, and that the new source does not have, `unfinished`. */
  readonly what: Construct['type'] | 'unfinished';
  /** As it was written, words and signs. */
  readonly written: string;
  /** The words it stood on, as issued; of a note, those before it on its line. */
  readonly before: string;
  /** The words it stands on now; empty where it is lost. */
  readonly after: string;
  /** Its place in the new text; of what is lost, the place where it would have stood. */
  readonly span: Span;
}

/** A document, the way from it to its source, and that source beside the new one. */
export interface Old {
  readonly document: Document;
  readonly way: Stripped;
  readonly ground: Ground;
}

/** What has become of every annotation; `current` is what was composed with another front matter. */
export function fatesOf(
  { document, way, ground }: Old,
  { document: made, origins }: Composed,
  current: Document,
  isSame: ReadonlySet<Construct>,
): Fate[] {
  const delta = current.body - made.body;
  const now = stripped(current, { from: 0, to: current.text.length });
  const places = new Map<Construct, Construct[]>();
  for (const [index, origin] of origins.entries()) {
    const construct = movedConstruct(made.constructs[index] as Construct, delta);
    const others = places.get(origin);
    if (others) others.push(construct);
    else places.set(origin, [construct]);
  }
  const rawWords = ({ words }: Construct, { text }: Document) => text.slice(words.from, words.to);
  const left = lastLeft(ground);
  const fates: Fate[] = [];
  let note: { readonly end: number; readonly is: Fate['is'] } | undefined;
  for (const construct of document.constructs) {
    const parts = places.get(construct) ?? [];
    const [place] = parts;
    // What stands in a note goes where the note goes.
    const around = note && construct.span.from < note.end ? note : undefined;
    const isKept = isSame.has(construct) ? 'kept' : 'changed';
    const is = place ? (around?.is ?? isKept) : 'lost';
    if (construct.type === 'note') note = { end: construct.span.to, is };
    fates.push({
      is,
      what: construct.type,
      written: document.text.slice(construct.span.from, construct.span.to),
      before: around ? rawWords(construct, document) : wordsOf(construct, way),
      after: parts
        .map((part) => (around ? rawWords(part, current) : wordsOf(part, now)))
        .join(' … '),
      span: place ? place.span : placeOfLost(construct.span),
    });
  }
  for (const issue of document.issues) {
    if (isGone(issue)) fates.push(unfinished(issue));
  }
  return fates;

  /** Where the last word stands that is left before a place, in the new text. */
  function placeOfLost({ from }: Span): Span {
    const word = firstThat(ground.old.words, ({ to }) => to > way.indexOf(from)) - 1;
    const image = word < 0 ? -1 : (left[word] as number);
    const at = image < 0 ? current.body : now.offsetOf((ground.now.words[image]?.to ?? 1) - 1) + 1;
    return { from: at, to: at };
  }

  /** Whether signs that count as source until they are ended are in the new source no more. */
  function isGone({ code, from, to }: Issue): boolean {
    if (!begun.has(code)) return false;
    const span = { from: way.indexOf(from), to: way.indexOf(to) };
    const first = firstThat(ground.old.words, (word) => word.to > span.from);
    const last = firstThat(ground.old.words, (word) => word.from >= span.to);
    return ground.images.subarray(first, last).includes(-1);
  }

  function unfinished({ from }: Issue): Fate {
    const { text } = document;
    const line = {
      from: Math.max(document.body, text.lastIndexOf('\n', from) + 1),
      to: (text.indexOf('\n', from) + 1 || text.length + 1) - 1,
    };
    const written = text.slice(line.from, line.to);
    return {
      ...{ is: 'lost', what: 'unfinished', written, before: onOneLine(written), after: '' },
      span: placeOfLost({ from, to: from }),
    };
  }
}

/** Signs that somebody has begun to write and that are source as long as they are not whole. */
const begun: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'unclosed-attributes',
  'no-opening-bracket',
  'unclosed-note',
  'unclosed-reference',
  'unclosed-quote',
  'paragraph-in-mark',
  'paragraph-in-note',
  'paragraph-in-reference',
  'second-attributes',
  'nested-in-reference',
  'full-width',
  'gap-before-attributes',
]);

/** For each word of the old source the last word of the new one that is its image or that of one before it. */
function lastLeft({ images }: Ground): Int32Array {
  const left = new Int32Array(images.length);
  let last = -1;
  for (const [at, image] of images.entries()) {
    if (image >= 0) last = image;
    left[at] = last;
  }
  return left;
}

const movedConstruct = (construct: Construct, delta: number): Construct => ({
  ...construct,
  span: moved(construct.span, delta),
  words: moved(construct.words, delta),
});

/** So much of the line before a note tells where it stands. */
const mostBeforeNote = 60;

/** The words of a mark or a reference as issued, those before a note. */
function wordsOf(
  { type, span, words }: Pick<Construct, 'type' | 'span' | 'words'>,
  way: Stripped,
): string {
  if (type !== 'note') return way.text.slice(way.indexOf(words.from), way.indexOf(words.to));
  const at = way.indexOf(span.from);
  const before = way.text.slice(Math.max(0, at - mostBeforeNote), at);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return line.replace(/^[\uDC00-\uDFFF]/, '');
}
