import type { Codebook } from '../codebook/codebook.ts';
import { actorName } from '../marks/bound.ts';
import type { Difference } from './difference.ts';
import type { Member } from './member.ts';

type Said = Pick<Member, 'verb' | 'due'>;

/** What changed beside the words, each in a few words: `intend instead of will`, `without Tarn`. */
export function changesIn(
  { force, gained, lost, due, condition }: Difference,
  earlier: Said,
  later: Said,
  codebook: Codebook,
): readonly string[] {
  const changes: string[] = [];
  const lemma = ({ verb }: Said) => (verb?.force ?? verb)?.lemma;
  if (lemma(earlier) && lemma(later) && lemma(earlier) !== lemma(later)) {
    const moved = force && force !== 'same' ? ` (${force})` : '';
    changes.push(`${lemma(later)} instead of ${lemma(earlier)}${moved}`);
  }
  const names = (ids: readonly string[]) => ids.map((id) => actorName(codebook, id)).join(', ');
  if (gained.length) changes.push(`with ${names(gained)}`);
  if (lost.length) changes.push(`without ${names(lost)}`);
  if (due === 'earlier' || due === 'later') {
    changes.push(`due ${later.due} instead of ${earlier.due}`);
  }
  if (due === 'gained') changes.push(`due ${later.due}`);
  if (due === 'lost') changes.push(`no day instead of ${earlier.due}`);
  if (condition === 'gained') changes.push('a condition more');
  if (condition === 'lost') changes.push('a condition less');
  if (condition === 'changed') changes.push('another condition');
  return changes;
}
