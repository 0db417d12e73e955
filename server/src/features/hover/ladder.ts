import type { Codebook } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { ladderMeans, rungWords } from '../../core/marks/verb.ts';
import { rankOf } from '../../core/verbs/verbs.ts';
import { plain } from '../markdown.ts';
import { lines, paragraphs } from './parts.ts';

/** A verb with the whole of its ladder, weakest rung first; undefined for a word that is on none. */
export function ladderHover(codebook: Codebook, lemma: string): string | undefined {
  const rank = rankOf(lemma, codebook);
  if (!rank) return undefined;
  const { ladder, rung } = rank;
  const line = rankOf(codebook.commitmentLine, codebook);
  const rungs = codebook.ladders[ladder].map((lemmas, i) => {
    const words = lemmas.map(plain).join(t`, `);
    const isLine = line?.ladder === ladder && line.rung === i;
    return `${i + 1}. ${i === rung ? `**${words}**` : words}${isLine ? t` ← commitment line` : ''}`;
  });
  return paragraphs(
    lines(
      `**${plain(lemma)}** · ${rungWords(codebook, rank)}`,
      t`Verbs of ${t(ladderMeans[ladder])}, the weakest first:`,
    ),
    rungs.join('\n'),
  );
}
