import type { Attribute, Construct, Issue, Passage } from './document.ts';
import { moved, type Piece } from './text.ts';

/** The passage `delta` characters further on; its identity stays. */
export const shiftedPassage = (passage: Passage, delta: number): Passage => ({
  identity: passage.identity,
  constructs: passage.constructs.map((construct) => shiftedConstruct(construct, delta)),
  issues: passage.issues.map((issue) => shiftedIssue(issue, delta)),
  cuts: passage.cuts.map((cut) => moved(cut, delta)),
  open: passage.open.map((opening) => ({ ...opening, at: opening.at + delta })),
  closings: passage.closings.map((closing) => ({ ...closing, at: closing.at + delta })),
});

function shiftedConstruct(construct: Construct, delta: number): Construct {
  const span = moved(construct.span, delta);
  const words = moved(construct.words, delta);
  if (construct.type === 'note') return { type: 'note', span, words };
  if (construct.type === 'reference') {
    return {
      type: 'reference',
      span,
      words,
      target: { ...construct.target, ...moved(construct.target, delta) },
    };
  }
  return {
    ...construct,
    span,
    words,
    braces: moved(construct.braces, delta),
    id: construct.id && shiftedPiece(construct.id, delta),
    kind: construct.kind && shiftedPiece(construct.kind, delta),
    attributes: construct.attributes.map((attribute) => shiftedAttribute(attribute, delta)),
  };
}

const shiftedPiece = (piece: Piece, delta: number): Piece => ({
  from: piece.from + delta,
  to: piece.to + delta,
  text: piece.text,
});

const shiftedAttribute = (attribute: Attribute, delta: number): Attribute => ({
  ...moved(attribute, delta),
  key: shiftedPiece(attribute.key, delta),
  value: shiftedPiece(attribute.value, delta),
  quoted: attribute.quoted,
});

const shiftedIssue = (issue: Issue, delta: number): Issue => {
  const place = { code: issue.code, ...moved(issue, delta) };
  return issue.about ? { ...place, about: moved(issue.about, delta) } : place;
};
