import type { Codebook } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { lookup } from '../../core/lookup.ts';
import { passageOf, sentenceAround } from '../../core/marks/excerpt.ts';
import { issuedAt, wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { definitionNumber } from '../../core/snapshot/packed-summary.ts';
import type { Mentioned } from '../../core/snapshot/snapshot.ts';
import type { Definition } from '../../core/snapshot/summary.ts';
import { contains } from '../../core/text.ts';
import type { Count, Tally } from '../index/tally.ts';
import { type Desk, documentLabel, linked, quoted, quotedAround, row, times } from './parts.ts';

/** What refers to something: `reaffirmed by: 2 · linked 5 times`. */
export const countsLine = (desk: Desk, { counts }: Tally): string =>
  row(...counts.map((one) => countWords(desk, one)));

function countWords({ codebook }: Desk, { role, via, count }: Count): string {
  if (role === 'link') return t`linked ${times(count)}`;
  if (role === 'relation') return t`${inverseOf(codebook, via)}: ${count}`;
  return `${lookup(frontWords(), via) ?? via} ${times(count)}`;
}

/** What a relation is called from the other side. */
const inverseOf = ({ relations }: Codebook, via: string): string =>
  t(relations.get(via)?.inverse ?? `${via} by`);

const frontWords = (): Readonly<Record<string, string>> => ({
  by: t`bound`,
  says: t`speaks`,
  to: t`addressed`,
  issuer: t`issuer`,
  place: t`place of a meeting`,
  parties: t`party`,
  participants: t`took part`,
  terms: t`meant by a term`,
  'version-of': t`other version`,
});

/** The latest that refer to something, each on its line of a list, with its words. */
export const latestList = (desk: Desk, { latest }: Tally): string =>
  latest.map((one) => `- ${latestLine(desk, one)}`).join('\n');

function latestLine(desk: Desk, { entry, mention }: Mentioned): string {
  const mark =
    mention.role === 'relation' ? definitionNumber(entry.summary, mention.mark) : undefined;
  const place = { uri: entry.uri, ...placeOf(mark ?? mention) };
  const label = linked(desk, documentLabel(entry), place);
  if (!mark) {
    // The words of a link are found from its target, which stands behind them.
    const document = passageOf(entry, mention.from);
    const link = document.references.find(({ target }) => target.from === mention.from);
    const note = link && document.notes.find(({ span }) => contains(span, link.span));
    if (note) return t`${label}: in a note, ${quoted(issuedAt(entry, note.words))}`;
    return link ? t`${label}: ${quotedAround(sentenceAround(document, link.words), 80)}` : label;
  }
  const relation = t(desk.codebook.relations.get(mention.via)?.inverse ?? mention.via);
  return t`${label}: ${relation} ${quoted(wordsOfMark(entry, mark))}`;
}

const placeOf = ({ from, to }: Definition | Mentioned['mention']) => ({ from, to });
