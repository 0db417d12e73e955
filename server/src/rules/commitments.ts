import type { Document, Mark } from '../core/document.ts';
import { continuationOf, headsOf } from '../core/reading/parse.ts';
import type { Span } from '../core/text.ts';

/** A commitment with the places of all its words, its fragments included. */
export interface Commitment {
  readonly mark: Mark;
  readonly words: readonly Span[];
}

/** The commitments of a document in order of their place. */
export function* commitmentsOf(document: Document): Generator<Commitment> {
  const fragments = fragmentsByHead(document);
  for (const mark of document.marks) {
    if (mark.kind?.text !== 'commitment' || continuationOf(mark)) continue;
    yield { mark, words: [mark.words, ...(fragments.get(mark) ?? [])] };
  }
}

function fragmentsByHead({ marks }: Document): ReadonlyMap<Mark, readonly Span[]> {
  const heads = headsOf(marks);
  const fragments = new Map<Mark, Span[]>();
  for (const mark of marks) {
    const continued = mark.items === 1 && continuationOf(mark);
    const head = continued && heads.get(continued.value.text);
    if (!head || head.span.to > mark.span.from) continue;
    fragments.set(head, [...(fragments.get(head) ?? []), mark.words]);
  }
  return fragments;
}
