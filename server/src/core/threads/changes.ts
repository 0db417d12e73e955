import type { Codebook } from '../codebook/codebook.ts';
import { t } from '../language.ts';
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
  const lemma = ({ verb }: Said) => (verb?.force ?? verb)?.lemma ?? '';
  if (lemma(earlier) && lemma(later) && lemma(earlier) !== lemma(later)) {
    const moved = force && force !== 'same' ? t` (${t(force)})` : '';
    changes.push(t`${lemma(later)} instead of ${lemma(earlier)}${moved}`);
  }
  const names = (ids: readonly string[]) => ids.map((id) => actorName(codebook, id)).join(t`, `);
  if (gained.length) changes.push(t`with ${names(gained)}`);
  if (lost.length) changes.push(t`without ${names(lost)}`);
  if (due === 'earlier' || due === 'later') {
    changes.push(t`due ${later.due ?? ''} instead of ${earlier.due ?? ''}`);
  }
  if (due === 'gained') changes.push(t`due ${later.due ?? ''}`);
  if (due === 'lost') changes.push(t`no day instead of ${earlier.due ?? ''}`);
  if (condition === 'gained') changes.push(t`a condition more`);
  if (condition === 'lost') changes.push(t`a condition less`);
  if (condition === 'changed') changes.push(t`another condition`);
  return changes;
}
