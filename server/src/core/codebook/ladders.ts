import { t } from '../language.ts';
import type { Piece } from '../text.ts';
import type { Entry } from '../yaml/yaml.ts';
import { entryOf } from '../yaml/yaml.ts';
import { builtinCommitmentLine } from './builtin/ladders.ts';
import type { CodebookIssue, LadderName, Ladders, Rung } from './codebook.ts';
import {
  checkKey,
  type Part,
  type Report,
  reportTo,
  suggestion,
  tableEntries,
  wordIn,
  wordsIn,
} from './file.ts';

export const ladderNames: readonly LadderName[] = ['stance', 'directive', 'commissive'];
const advice = (): string =>
  t`Write "commissive: [[consider], [plan], [will]]", the weakest rung first.`;

/** The built-in ladders; a ladder that the collection lists is replaced as a whole. */
export function readLadders(
  builtin: Ladders,
  parts: readonly Part[],
  issues: CodebookIssue[],
): Ladders {
  const report = reportTo(issues);
  const ladders: Partial<Record<LadderName, readonly Rung[]>> = {};
  for (const part of parts) {
    for (const entry of tableEntries(part, advice(), report)) {
      const { text } = entry.key;
      if (!checkKey(entry.key, ladderNames, t`The codebook`, part.place, report)) continue;
      const rungs = rungsIn(entry, part, report);
      if (rungs.length > 0) ladders[text as LadderName] ??= rungs;
    }
  }
  return { ...builtin, ...ladders };
}

function rungsIn({ key, value }: Entry, part: Part, report: Report): readonly Rung[] {
  if (value === undefined) return [];
  if (value.type !== 'list') {
    report(part.place(value), t`The ladder ${key.text} is no list of rungs.`, advice());
    return [];
  }
  const seen = new Map<string, Piece>();
  const rungs = value.items.map((item) =>
    wordsIn(item, part, report).flatMap((piece) => {
      const lemma = piece.text.trim().replace(/\s+/g, ' ').toLowerCase();
      const first = seen.get(lemma);
      if (first === undefined) {
        seen.set(lemma, piece);
        return [lemma];
      }
      const what = t`${lemma} stands on this ladder twice; only the first place counts.`;
      report(part.place(piece), what, t`Leave it on one rung.`, { related: part.place(first) });
      return [];
    }),
  );
  return rungs.filter((rung) => rung.length > 0);
}

/** The lemma of the commitment line: it has to stand on the commissive ladder. */
export function readCommitmentLine(
  ladders: Ladders,
  parts: readonly Part[],
  ladderParts: readonly Part[],
  issues: CodebookIssue[],
): string {
  const report = reportTo(issues);
  const lemmas = ladders.commissive.flat();
  for (const part of parts) {
    const piece = wordIn(part.value, part, report);
    if (piece === undefined) continue;
    if (lemmas.includes(piece.text)) return piece.text;
    const what = t`${piece.text} stands on no rung of the ladder commissive, so it draws no line.`;
    report(
      part.place(piece),
      what,
      suggestion(piece.text, lemmas, t`One of: ${lemmas.join(t`, `)}.`),
    );
  }
  if (lemmas.includes(builtinCommitmentLine)) return builtinCommitmentLine;
  const lowest = lemmas[0] ?? builtinCommitmentLine;
  const own = ladderParts.find((part) => entryOf(part.value, 'commissive'));
  if (own !== undefined && parts.length === 0) {
    const key = entryOf(own.value, 'commissive')?.key ?? own.entry.key;
    const what = t`This ladder has no ${builtinCommitmentLine}, so ${lowest} and all above it count as commitments.`;
    report(
      own.place(key),
      what,
      t`Add a line "commitment-line:" with the first lemma that counts.`,
    );
  }
  return lowest;
}
