import type { Codebook, Place } from '../core/codebook/codebook.ts';
import { t } from '../core/language.ts';
import { actorName } from '../core/marks/bound.ts';
import type { Status } from '../core/marks/status.ts';
import { dayInWords } from './days.ts';
import { documentLabel } from './hover/parts.ts';

/** How words are written where they are shown: as they are, or for Markdown. */
export interface Manner {
  readonly text: (words: string) => string;
  /** Words that lead to a place, where that can be. */
  readonly link: (words: string, place: Place) => string;
}

const asTheyAre: Manner = { text: (words) => words, link: (words) => words };

/**
 * What makes a status what it is, as it goes on behind its name: `: it was due by 3 May 2031`,
 * ` by 14 May 2031 · Summary (Belmark +1)`; empty for a mark that nobody has spoken of.
 */
export function reasonOf(
  codebook: Codebook,
  { is, from, scores, due }: Status,
  { text, link }: Manner = asTheyAre,
): string {
  if (is === 'overdue' && due) return t`: it was due by ${dayInWords(due)}`;
  const one = from[0];
  if (!one) return '';
  const what = is === 'standing' ? t`, although evidence says that it is not kept` : '';
  const others = from.length > 1 ? t` and ${from.length - 1} more` : '';
  const place = { uri: one.entry.uri, from: one.mention.from, to: one.mention.to };
  const said = scores.map(
    ({ actor, score }) => `${actor ? `${text(actorName(codebook, actor))} ` : ''}${text(score)}`,
  );
  const by = t` by ${link(documentLabel(one.entry), place)}${others}`;
  return `${what || by}${said.length ? t` (${said.join(t`, `)})` : ''}`;
}
