import type { Codebook } from '../../core/codebook/codebook.ts';
import { isStatement } from '../../core/codebook/kinds.ts';
import type { Document, Mark } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { lookup } from '../../core/lookup.ts';
import { actorsIn, heldBy } from '../../core/marks/bound.ts';
import { lightsOf } from '../../core/marks/lights.ts';
import { conditionsOf, deadlinesOf } from '../../core/marks/limits.ts';
import { attributeText, partsOf } from '../../core/marks/parts.ts';
import { dueOf, statusOf } from '../../core/marks/status.ts';
import { rungWords, verbOfMark } from '../../core/marks/verb.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import type { Rank, Verb } from '../../core/verbs/verbs.ts';
import { dueInWords } from '../days.ts';
import { type Tally, tallyOf } from '../index/tally.ts';
import { code, plain } from '../markdown.ts';
import { reasonOf } from '../status-words.ts';
import type { Held } from './held.ts';
import {
  actorNames,
  capitalised,
  type Desk,
  lines,
  linked,
  paragraphs,
  quoted,
  row,
} from './parts.ts';
import { countsLine, latestList } from './tally.ts';
import { goesBackTo } from './targets.ts';

const noTally: Tally = { all: [], counts: [], documents: 0, latest: [] };

/**
 * What a mark says and what has become of it.
 * @param where what stands beside the kind and the id: for a reference, the document
 * @param words what stands below: for a reference, the sentence
 */
export function markHover(desk: Desk, held: Held, where = '', words = ''): string {
  const { entry, mark } = held;
  const name = mark.id && `${entry.summary.own}#${mark.id.text}`;
  const tally = name ? tallyOf(desk.snapshot, name) : noTally;
  return paragraphs(
    row(heading(desk, mark), where),
    words,
    partsLine(held),
    lines(...facts(desk, held)),
    statusLine(desk, held, tally),
    goesBackTo(desk, held),
    capitalised(countsLine(desk, tally)),
    latestList(desk, tally),
  );
}

function heading({ codebook }: Desk, { kind, id }: Mark): string {
  const name = kind ? plain(t(kind.text)) : t`mark without a kind`;
  const isUnknown = kind && !codebook.kinds.has(kind.text);
  return `**${capitalised(name)}**${isUnknown ? t` (no such kind)` : ''}${id ? ` ${code(`#${id.text}`)}` : ''}`;
}

/** Who is bound by a commitment, and whose a position, a request or evidence is. */
function boundLine(
  codebook: Codebook,
  document: Document,
  mark: Mark,
  isRegistered: boolean,
): string {
  const { actors, from, term } = heldBy(document, mark);
  if (!isRegistered && from !== 'by') return '';
  const label = mark.kind?.text === 'commitment' ? t`Bound` : t`By`;
  if (!actors.length) return t`${label}: nobody is named`;
  const source = {
    by: '',
    says: '',
    term: t` (“${plain(term ?? '')}”)`,
    parties: t` (parties)`,
    nobody: '',
  };
  return t`${label}: ${actorNames(codebook, actors)}${source[from]}`;
}

/** The words of a mark in parts as one. */
function partsLine({ document, mark }: Held): string {
  const parts = partsOf(document, mark).map(({ words }) => stripSpan(document, words));
  return parts.length > 1 ? quoted(parts.join(' … '), 240) : '';
}

function* facts(desk: Desk, held: Held): Generator<string> {
  const { codebook } = desk;
  const { entry, document, mark } = held;
  const kind = codebook.kinds.get(mark.kind?.text ?? '');
  const isRegistered = !!kind?.registered;
  if (kind && !isRegistered) yield plain(t(kind.means));
  yield boundLine(codebook, document, mark, isRegistered);
  for (const [key, label] of [
    ['says', t`Says`],
    ['to', t`To`],
  ] as const) {
    const ids = actorsIn(mark, key);
    const isSaid = key === 'says' && heldBy(document, mark).from === 'says';
    if (ids.length && !isSaid) yield t`${label}: ${actorNames(codebook, ids)}`;
  }
  const verb = isRegistered ? verbOfMark(codebook, document, mark) : undefined;
  if (verb) yield verbLine(codebook, verb);
  yield dueLine(codebook, document, mark);
  yield conditionLine(codebook, document, mark);
  const score = attributeText(mark, 'score');
  if (score !== undefined) yield t`Score: ${plain(score)}${lookup(scoreWords(), score) ?? ''}`;
  if (mark.kind?.text === 'commitment') {
    const lights = lightsOf(desk.snapshot, entry, document, mark, verb);
    const signs = { on: '✓', off: '✗', unknown: '?' };
    yield lights.map(({ name, is }) => `${signs[is]} ${t(name)}`).join(' · ');
    const missing = lights.map((light) => light.missing).filter(Boolean);
    if (missing.length) yield t`Missing: ${missing.map(plain).join(t`; `)}`;
  }
}

const scoreWords = (): Readonly<Record<string, string>> => ({
  '+1': t` (kept in full)`,
  '0': t` (kept in part, or unclear)`,
  '-1': t` (not kept)`,
});

function verbLine(codebook: Codebook, verb: Verb): string {
  const said = (rank: Rank) => `**${plain(rank.lemma)}** (${rungWords(codebook, rank)})`;
  return row(t`Verb: ${said(verb)}`, verb.force && t`force: ${said(verb.force)}`);
}

function dueLine(codebook: Codebook, document: Document, mark: Mark): string {
  const due = dueOf(codebook, document, mark);
  const words = deadlinesOf(codebook, document, mark).map((one) => quoted(one, 80));
  const said = due === undefined ? '' : plain(dueInWords(due) ?? due);
  const all = [said, ...words].filter(Boolean).join(t`, `);
  return all && t`Due: ${all}`;
}

function conditionLine(codebook: Codebook, document: Document, mark: Mark): string {
  const all = conditionsOf(codebook, document, mark).map((one) => quoted(one, 80));
  return all.length ? t`Condition: ${all.join(t`, `)}` : '';
}

function statusLine(desk: Desk, { document, mark }: Held, tally: Tally): string {
  const kind = mark.kind?.text ?? '';
  if (!isStatement(desk.codebook, kind)) return '';
  const status = statusOf(desk.codebook, document, mark, tally.all, desk.options.asOf);
  const reason = reasonOf(desk.codebook, status, {
    text: plain,
    link: (words, place) => linked(desk, words, place),
  });
  return t`Status: **${t(status.is)}**${reason}`;
}
