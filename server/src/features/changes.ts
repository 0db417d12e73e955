import type { Codebook } from '../core/codebook/codebook.ts';
import { changesIn } from '../core/threads/changes.ts';
import type { Difference } from '../core/threads/difference.ts';
import type { Member } from '../core/threads/member.ts';
import { dueInWords } from './days.ts';

type Said = Pick<Member, 'verb' | 'due'>;

/** What changed beside the words, with the days as a reader says them. */
export const changesInWords = (
  difference: Difference,
  earlier: Said,
  later: Said,
  codebook: Codebook,
): readonly string[] => changesIn(difference, inWords(earlier), inWords(later), codebook);

const inWords = ({ verb, due }: Said): Said => ({
  verb,
  due: due === undefined ? due : (dueInWords(due) ?? due),
});
