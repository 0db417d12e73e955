import type { Attribute, Document, Mark } from '../core/document.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Again } from '../core/restatements/difference.ts';
import { documentOf, type Entry } from '../core/snapshot/snapshot.ts';
import { overlaps, type Span } from '../core/text.ts';
import { type Edit, insertion } from '../core/writing/edit.ts';
import { idFrom } from '../core/writing/ids.ts';
import { replacement } from './mend.ts';
import type { Context, FileEdit } from './rule.ts';
import { said } from './say.ts';

/** A mark of another document, as a fix can point at it. */
export interface EarlierMark {
  readonly document: Document;
  readonly mark: Mark;
  /** `key#id`, as it is written in references and relations. */
  readonly target: string;
  /** Gives the mark the id where it has none. */
  readonly elsewhere: readonly FileEdit[];
  /** Its words and its document's date, or what it is called where it has none: short enough for a menu. */
  readonly shown: string;
}

/** The mark that is this definition of a document; undefined where nothing can point at it. */
export function earlierMark(
  entry: Entry,
  index: number,
  { snapshot }: Context,
): EarlierMark | undefined {
  const document = documentOf(entry);
  const mark = document.marks[index];
  if (entry.key === undefined || !mark) return undefined;
  const words = stripSpan(document, mark.words);
  const { title = '', date = '' } = entry.summary;
  const taken = new Set(snapshot.codebook.entities.keys());
  for (const { id } of document.marks) if (id) taken.add(id.text);
  const id = mark.id?.text ?? idFrom(words, taken);
  const edits = mark.id || !mark.kind ? [] : [insertion(mark.kind.from, `#${id} `)];
  return {
    ...{ document, mark },
    target: `${entry.key}#${id}`,
    elsewhere: edits.length ? [{ uri: entry.uri, edits }] : [],
    shown: `${said(words)} (${date || title || entry.key})`,
  };
}

/** The mark of this kind that has most of the words of a span, of several the first. */
export function markOfKind({ marks }: Document, kind: string, span: Span): Mark | undefined {
  const shared = ({ words }: Mark) => Math.min(words.to, span.to) - Math.max(words.from, span.from);
  return marks
    .filter((mark) => mark.kind?.text === kind && overlaps(mark.words, span))
    .sort((a, b) => shared(b) - shared(a))[0];
}

/** Puts a relation on a mark, beside what it says already. */
export function related(mark: Mark, way: Again | 'fulfils', target: string): Edit[] {
  const known: Attribute | undefined = mark.attributes.find(({ key }) => key.text === way);
  if (!known) return [insertion(mark.braces.to - 1, ` ${way}="${target}"`)];
  const whole = { from: known.key.to + 1, to: known.to };
  return [replacement(whole, `"${known.value.text} ${target}"`)];
}
