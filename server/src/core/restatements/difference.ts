import type { Codebook } from '../codebook/codebook.ts';
import type { Rank, Verb } from '../verbs/verbs.ts';

/** The relation that says how a later text goes back to an earlier one. */
export type Again = 'reaffirms' | 'strengthens' | 'weakens';

/** What a passage says, as far as two of them can be weighed against each other. */
export interface Said {
  readonly words: string;
  readonly verb: Verb | undefined;
  /** The ids of those who are bound; empty where only the document tells. */
  readonly by: readonly string[];
}

/**
 * How a later passage goes back to an earlier one: it says more or less with a firmer or softer verb, one
 * figure that has grown or shrunk, actors gained or lost. Where nothing or both is found, it reaffirms.
 */
export function againOf(earlier: Said, later: Said): Again {
  const signs = [
    byForce(earlier.verb, later.verb),
    byFigure(earlier.words, later.words),
    byActors(earlier.by, later.by),
  ];
  const more = signs.some((sign) => sign > 0);
  const less = signs.some((sign) => sign < 0);
  if (more === less) return 'reaffirms';
  return more ? 'strengthens' : 'weakens';
}

const forceOf = (verb: Verb | undefined): Rank | undefined => verb?.force ?? verb;

/** Saying that one says it again is no firmer than having said it. */
const repeating: ReadonlySet<string> = new Set(['reaffirm', 'reiterate', 'reconfirm', 'restate']);

function byForce(earlier: Verb | undefined, later: Verb | undefined): number {
  const old = forceOf(earlier);
  const now = forceOf(later);
  if (!old || !now || old.ladder !== now.ladder) return 0;
  const change = Math.sign(now.rung - old.rung);
  if (change > 0 && repeating.has(now.lemma)) return 0;
  return change < 0 && repeating.has(old.lemma) ? 0 : change;
}

const figure = /(?<![\w./-])\d[\d,.]*(?:\s?%)?(?![\w/-])/g;
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

/** Figures, years aside: a later year may be another round as well as a delay. */
function figuresOf(words: string): number[] {
  const found = words.match(figure) ?? [];
  return found
    .map((one) => Number(one.replace(/,|[.%\s]+$/g, '')))
    .filter((value) => !Number.isNaN(value) && !isYear(value));
}

function byFigure(earlier: string, later: string): number {
  const old = figuresOf(earlier);
  const now = figuresOf(later);
  const [was] = old;
  const [is] = now;
  return old.length === 1 && now.length === 1 && was !== undefined && is !== undefined
    ? Math.sign(is - was)
    : 0;
}

function byActors(earlier: readonly string[], later: readonly string[]): number {
  if (!earlier.length || !later.length) return 0;
  const lost = earlier.some((id) => !later.includes(id));
  const gained = later.some((id) => !earlier.includes(id));
  return lost === gained ? 0 : gained ? 1 : -1;
}

/** Whether the codebook lets this relation stand on a mark of one kind and point at one of another, or of the same. */
export function takes(
  { relations }: Codebook,
  name: string,
  kind: string,
  other: string = kind,
): boolean {
  const relation = relations.get(name);
  if (!relation) return false;
  const { from, to } = relation;
  const fits = to === 'same' ? other === kind : to === undefined || to.includes(other);
  return fits && (from === undefined || from.includes(kind));
}
