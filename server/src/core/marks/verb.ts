import type { Codebook, LadderName } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { t } from '../language.ts';
import { paragraphAt } from '../reading/strip.ts';
import { sentences, verbOfMark as verbIn } from '../verbs/mark-verb.ts';
import type { Rank, Verb } from '../verbs/verbs.ts';

interface Read {
  readonly codebook: Codebook;
  /** By where the words begin in their paragraph. */
  readonly verbs: Map<number, Verb | undefined>;
}

// A paragraph keeps its identity while others change, so typing has its own sentence read again, no more.
const known = new WeakMap<object, Read>();

/** The verb of a mark, read from its sentence; undefined where no verb of a ladder stands there. */
export function verbOfMark(codebook: Codebook, document: Document, mark: Mark): Verb | undefined {
  const paragraph = document.paragraphs[paragraphAt(document, mark.words.from)];
  if (!paragraph) return undefined;
  const { identity } = paragraph.passage;
  const old = known.get(identity);
  const read = old?.codebook === codebook ? old : { codebook, verbs: new Map() };
  if (read !== old) known.set(identity, read);
  const at = mark.words.from - paragraph.from;
  if (!read.verbs.has(at)) read.verbs.set(at, verbIn(codebook, sentences(document), mark));
  return read.verbs.get(at);
}

/** Where a verb stands: `commissive, rung 6 of 10`. */
export const rungWords = (
  { ladders }: Pick<Codebook, 'ladders'>,
  { ladder, rung }: Omit<Rank, 'lemma'>,
): string => t`${t(ladder)}, rung ${rung + 1} of ${ladders[ladder].length}`;

/** What a ladder is for. */
export const ladderMeans: Readonly<Record<LadderName, string>> = {
  stance: 'taking a view',
  directive: 'asking others to act',
  commissive: 'binding oneself',
};
