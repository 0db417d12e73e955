import type { Codebook, Place } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { actorName } from '../../core/marks/bound.ts';
import { stemOf } from '../../core/snapshot/keys.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { ending, onOneLine, shortened, singleSpaced } from '../../core/text.ts';
import type { Quotation } from '../../core/verbs/mark-verb.ts';
import { dayInWords } from '../days.ts';
import { plain } from '../markdown.ts';

export interface HoverOptions {
  /** The day due dates are judged against, `YYYY-MM-DD`; without one nothing is overdue. */
  readonly asOf?: string | undefined;
  /** The address that opens a place, for a host that can; without it nothing in a hover can be clicked. */
  readonly link?: ((place: Place) => string | undefined) | undefined;
}

/** What every part of a hover is made from. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly codebook: Codebook;
  readonly options: HoverOptions;
}

/** The address of our own command that opens a place; `range` as the editor counts it. */
export const goToAddress = (uri: string, range?: unknown): string =>
  `command:readout.goTo?${encodeURIComponent(JSON.stringify(range ? [uri, range] : [uri]))}`;

/** Lines of one paragraph; those that say nothing are left out. */
export const lines = (...all: readonly (string | undefined)[]): string =>
  all.filter(Boolean).join('  \n');

/** Paragraphs of a hover; those that say nothing are left out. */
export const paragraphs = (...all: readonly (string | undefined)[]): string =>
  all.filter(Boolean).join('\n\n');

/** Pieces of one line. */
export const row = (...all: readonly (string | undefined)[]): string =>
  all.filter(Boolean).join(' · ');

/** Text that opens a place on a click, where the host can. */
export function linked({ options }: Desk, text: string, place: Place): string {
  const address = options.link?.(place)?.replace(/[\s<>\\]/g, encodeURIComponent);
  return address ? `[${plain(text)}](<${address}>)` : plain(text);
}

/** When and what a document is: `2 April 2033 · Joint Statement`. */
export function documentLabel({ summary, uri }: Entry): string {
  const title = summary.title && shortened(onOneLine(summary.title), 60);
  return row(summary.date && dayInWords(summary.date), title || stemOf(uri));
}

/** Words as issued, in quotation marks. */
export const quoted = (words: string, most = 160): string =>
  t`“${plain(shortened(onOneLine(words), most))}”`;

/** A sentence with the words asked about in bold; a long one only as far as they go and a little more. */
export function quotedAround({ text, from, to }: Quotation, around = 160): string {
  const words = shortened(onOneLine(text.slice(from, to)), 2 * around);
  const before = lastOf(text.slice(0, from), around);
  const after = shortened(singleSpaced(text.slice(to)).trimEnd(), around);
  const shown = `${edged(before)}**${plain(words)}**${edged(after)}`;
  return words ? t`“${shown}”` : '';
}

/** Text beside words in bold: the blank between them stays. */
export function edged(text: string): string {
  const first = /^\s/.test(text) ? ' ' : '';
  const last = /\s$/.test(text) ? ' ' : '';
  const words = plain(text);
  return words ? `${first}${words}${last}` : first;
}

function lastOf(text: string, most: number): string {
  const line = singleSpaced(text).trimStart();
  const tail = ending(line, most);
  if (tail.length === line.length) return line;
  const space = tail.indexOf(' ');
  return `…${space >= 0 && space < most * 0.4 ? tail.slice(space + 1) : tail}`;
}

/** The names of actors, the first few of many. */
export function actorNames(codebook: Codebook, ids: readonly string[], most = 6): string {
  const names = ids.slice(0, most).map((id) => plain(actorName(codebook, id)));
  return [...names, ...(ids.length > most ? [t`${ids.length - most} more`] : [])].join(t`, `);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 time`, `2 times`. */
export const times = (count: number): string => (count === 1 ? t`1 time` : t`${count} times`);
