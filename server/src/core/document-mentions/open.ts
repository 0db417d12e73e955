import type { Construct, Document } from '../document.ts';
import { isRelation, targetsOf } from '../snapshot/targets.ts';
import { contains, overlaps } from '../text.ts';
import type { DocumentMention } from './document-mentions.ts';

/**
 * Those that nothing links: no reference touches them, and no mark around them has a relation to the
 * document or to something in it.
 */
export function openMentions(
  { constructs }: Document,
  mentions: readonly DocumentMention[],
): readonly DocumentMention[] {
  if (!mentions.length || !constructs.length) return mentions;
  return mentions.filter((mention) => !constructs.some((construct) => links(construct, mention)));
}

function links(construct: Construct, mention: DocumentMention): boolean {
  if (construct.type === 'reference') return overlaps(construct.span, mention);
  if (construct.type === 'note' || !contains(construct.words, mention)) return false;
  return construct.attributes.some(
    (attribute) =>
      isRelation(attribute) && targetsOf(attribute).some(({ key }) => key === mention.key),
  );
}
