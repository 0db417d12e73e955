import { matchesOf } from '../matches.ts';

/** What every name of a rate has; most passages do not, and this takes less to see. */
const rateSign = /[Rr]ate|RATE|金利|誘導/;

/** An interest rate that somebody sets. */
const rate =
  /\b(?:(?:federal funds|policy|interest|bank|base|cash|repo|discount|deposit|lending|overnight|benchmark|key) rates?)\b|政策金利|誘導目標/i;

/** What is done with a rate, by the direction it takes. */
const directions = [
  ['up', /\b(?:rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|lift(?:s|ed|ing)?)\b|引き上げ|引上げ/gi],
  ['down', /\b(?:lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|cut(?:s|ting)?)\b|引き下げ|引下げ/gi],
  [
    'as it is',
    /\b(?:maintain(?:s|ed|ing)?|keep(?:s|ing)?|kept|h[eo]ld(?:s|ing)?|leav(?:es?|ing)|left|unchanged|appropriate)\b|維持|据え置/gi,
  ],
] as const;

/** A level: `2-1/4 percent`, `0 to 1/4 per cent`, `0.5%`; no basis points, which tell the step. */
const level =
  /(\d[\d.,/]*(?:\s?[-‐‑–]\s?\d[\d./]*)?(?:\s+to\s+\d[\d./]*(?:\s?[-‐‑–]\s?\d[\d./]*)?)?)\s*(?:per ?cent|[%％])/i;

/** A step: `25 basis points`. */
const step = /(\d+)\s*basis points/i;

/** How far from the name of the rate its verb and its level stand at most. */
const near = 80;

/** A passage of so many characters that sets a rate says nothing else. */
const short = 200;

interface Decision {
  readonly direction: string;
  readonly level: string | undefined;
  readonly step: string | undefined;
}

/**
 * Whether an earlier passage sets an interest rate, and the later one sets another: not to the same level,
 * by the same step, in the same direction. Such a decision has the words of the last one and its own
 * figure, which elsewhere may change in what is said again; but another rate is a new decision, not the old
 * one restated. An earlier passage that says no more than this is not said again where no rate is set.
 */
export function setOtherRates(earlier: string, later: string): boolean {
  const old = rateSign.test(earlier) ? decisionIn(earlier) : undefined;
  if (!old) return false;
  const now = rateSign.test(later) ? decisionIn(later) : undefined;
  if (!now) return earlier.length < short;
  return old.direction !== now.direction || old.level !== now.level || old.step !== now.step;
}

function decisionIn(text: string): Decision | undefined {
  const found = rate.exec(text);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const before = text.slice(Math.max(0, found.index - near), found.index);
  const behind = text.slice(end, end + near);
  const direction = directionsIn(before).at(-1) ?? directionsIn(behind)[0];
  if (!direction) return undefined;
  const figure = (level.exec(behind) ?? level.exec(before))?.[1];
  return {
    direction,
    step: (step.exec(behind) ?? step.exec(before))?.[1],
    level: figure?.replace(/\s+/g, '').replace(/[‐‑–]/g, '-'),
  };
}

/** The directions that some words tell, in the order of the words. */
const directionsIn = (words: string): string[] =>
  directions
    .flatMap(([direction, verb]) =>
      matchesOf(verb, words).map(({ index }) => ({ direction, index })),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ direction }) => direction);
