import type { Codebook } from '../codebook/codebook.ts';
import type { Attribute, Construct, Document, Mark, Paragraph, Target } from '../document.ts';
import { continuationOf, headsOf } from '../reading/parse.ts';
import { isRelation, targetsOf } from '../snapshot/targets.ts';
import { overlaps } from '../text.ts';
import { type BackReference, backReferencesIn } from './back-references.ts';

/**
 * The back-references of a document that nothing answers, in order. Answered are those whose sentence
 * holds a relation or reference to another document or a mark in it, those that are linked themselves,
 * and of those that name an instrument (*in accordance with*) those whose sentence links one.
 * `own` is the document's key. With `backreferences: marked` only sentences with a registered mark count.
 */
export function openBackReferences(
  document: Document,
  own: string | undefined,
  codebook: Codebook,
  remember = false,
): readonly BackReference[] {
  const heads = headsOf(document.marks);
  const open: BackReference[] = [];
  for (const paragraph of document.paragraphs) {
    const { constructs } = paragraph.passage;
    if (codebook.backreferences === 'marked' && !constructs.some(isMark)) continue;
    for (const one of backReferencesIn(document, paragraph, codebook, remember)) {
      const around = constructs.filter(({ span }) => overlaps(span, one.sentence));
      if (codebook.backreferences === 'marked' && !around.some(isRegistered)) continue;
      if (!around.some((construct) => answers(construct, one))) open.push(one);
    }
  }
  return open;

  function isRegistered(construct: Construct): boolean {
    const kind = construct.type === 'mark' ? headOf(construct).kind?.text : undefined;
    return kind !== undefined && codebook.kinds.get(kind)?.registered === true;
  }

  function headOf(mark: Mark): Mark {
    return heads.get(continuationOf(mark)?.value.text ?? '') ?? mark;
  }

  function answers(construct: Construct, one: BackReference): boolean {
    if (construct.type === 'note') return false;
    if (construct.type === 'mark') {
      return headOf(construct).attributes.some((attribute) => relates(attribute, one));
    }
    return (
      answersBy(construct.target, one) ||
      (overlaps(construct.words, one) && isOwnMark(construct.target))
    );
  }

  function relates(attribute: Attribute, one: BackReference): boolean {
    return isRelation(attribute) && targetsOf(attribute).some((target) => answersBy(target, one));
  }

  function answersBy({ key, id }: Target, { byInstrument }: BackReference): boolean {
    if (key) return key !== own;
    return byInstrument && !heads.has(id) && codebook.entities.get(id)?.kind === 'instrument';
  }

  function isOwnMark({ key, id }: Target): boolean {
    return (!key || key === own) && heads.has(id);
  }
}

const isMark = ({ type }: Paragraph['passage']['constructs'][number]): boolean => type === 'mark';
