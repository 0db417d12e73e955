import type { Attribute, Construct, Issue, Passage } from '../document.ts';
import { moved, type Piece } from '../text.ts';

/** The passage `delta` characters further on; its identity stays. */
export const shiftedPassage = (passage: Passage, delta: number): Passage => ({
  identity: passage.identity,
  constructs: passage.constructs.map((construct) => shiftedConstruct(construct, delta)),
  issues: passage.issues.map((issue) => shiftedIssue(issue, delta)),
  cuts: passage.cuts.map((cut) => moved(cut, delta)),
  open: passage.open.map(({ at, note }) => ({ at: at + delta, note })),
  closings: passage.closings.map(({ at, form }) => ({ at: at + delta, form })),
});

// Fields are written out one by one: a keystroke in a long document moves thousands of them, and
// spreading an object costs several times as much.
function shiftedConstruct(construct: Construct, delta: number): Construct {
  const span = moved(construct.span, delta);
  const words = moved(construct.words, delta);
  if (construct.type === 'note') return { type: 'note', span, words };
  if (construct.type === 'reference') {
    const { from, to, key, id } = construct.target;
    const target = { from: from + delta, to: to + delta, key, id };
    return { type: 'reference', span, words, target };
  }
  return {
    type: 'mark',
    span,
    words,
    braces: moved(construct.braces, delta),
    id: construct.id && shiftedPiece(construct.id, delta),
    kind: construct.kind && shiftedPiece(construct.kind, delta),
    attributes: construct.attributes.map((attribute) => shiftedAttribute(attribute, delta)),
    items: construct.items,
  };
}

const shiftedPiece = ({ from, to, text }: Piece, delta: number): Piece => ({
  from: from + delta,
  to: to + delta,
  text,
});

const shiftedAttribute = (
  { from, to, key, value, quoted }: Attribute,
  delta: number,
): Attribute => ({
  from: from + delta,
  to: to + delta,
  key: shiftedPiece(key, delta),
  value: shiftedPiece(value, delta),
  quoted,
});

const shiftedIssue = (issue: Issue, delta: number): Issue => {
  const place = { code: issue.code, ...moved(issue, delta) };
  return issue.about ? { ...place, about: moved(issue.about, delta) } : place;
};
