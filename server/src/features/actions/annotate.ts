import type { Document } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { isId } from '../../core/reading/items.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import { documentOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { idFrom } from '../../core/writing/ids.ts';
import { type Insertion, needsFragments, wrapMark } from '../../core/writing/insert.ts';
import { type CountedKind, kindsByUse } from '../index/kind-counts.ts';
import { selectedWords, sentenceUnder } from './choose-words.ts';

/** Why something cannot be done, as a sentence for the reader. */
export interface Refusal {
  readonly refused: string;
}

export interface AnnotateChoices {
  /** The words that would be marked. */
  readonly span: Span;
  /** The kinds, the most used in the collection first. */
  readonly kinds: readonly CountedKind[];
  /** An id made from the words that nothing else in the document or the codebook has. */
  readonly id: string;
}

/** Which words *Annotate as…* would mark, and as what; an empty selection stands for the sentence around it. */
export function annotateChoices(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
): AnnotateChoices | Refusal {
  const taken = wordsToMark(snapshot, uri, selection);
  if ('refused' in taken) return taken;
  const { document, span } = taken;
  const kinds = kindsByUse(snapshot);
  const id = proposedId(snapshot, document, span);
  const trial = wrapMark(document, span, { kind: kinds[0]?.kind.name ?? 'position', id });
  return 'refused' in trial ? trial : { span, kinds, id };
}

/**
 * The edits that mark the words as a kind. An id is used where one is given, and where the mark has to be
 * in parts: then without one given the proposed one.
 */
export function annotate(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  kind: string,
  id?: string,
): Insertion {
  const taken = wordsToMark(snapshot, uri, selection);
  if ('refused' in taken) return taken;
  const { document, span } = taken;
  if (!snapshot.codebook.kinds.has(kind)) {
    return { refused: t`There is no kind “${kind}” in this collection. Choose another one.` };
  }
  const refused = id ? whyNot(snapshot, document, id) : undefined;
  if (refused) return { refused };
  const needed = needsFragments(document, span) ? proposedId(snapshot, document, span) : undefined;
  return wrapMark(document, span, { kind, id: id || needed });
}

type Taken = { readonly document: Document; readonly span: Span } | Refusal;

function wordsToMark(snapshot: Snapshot, uri: string, selection: Span): Taken {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  const document = documentOf(entry);
  if (selection.from === selection.to) {
    const span = sentenceUnder(document, selection.from);
    return span
      ? { document, span }
      : { refused: t`There is no sentence here. Put the cursor into one, or select words.` };
  }
  const span = selectedWords(document, selection);
  return span
    ? { document, span }
    : { refused: t`Nothing but blanks is selected, so there are no words to mark.` };
}

export const notAReadout = (): Refusal => ({
  refused: t`This file is not among the readouts of the collection, so nothing in it can be annotated.`,
});

const idsIn = (snapshot: Snapshot, document: Document): ReadonlySet<string> =>
  new Set([
    ...document.marks.flatMap(({ id }) => id?.text ?? []),
    ...snapshot.codebook.entities.keys(),
  ]);

/** A free id made from the words of a span. */
export const proposedId = (snapshot: Snapshot, document: Document, span: Span): string =>
  idFrom(stripSpan(document, span), idsIn(snapshot, document));

function whyNot(snapshot: Snapshot, document: Document, id: string): string | undefined {
  if (!isId(id)) {
    return t`“${id}” cannot be an id. Begin with a letter; then letters a–z, digits, - and _ only.`;
  }
  if (snapshot.codebook.entities.has(id)) {
    return t`“${id}” is the id of an entity of the codebook. Choose another id.`;
  }
  const taken = document.marks.some((mark) => mark.id?.text === id);
  return taken
    ? t`Another mark of this document has the id “${id}”. Choose another id.`
    : undefined;
}
