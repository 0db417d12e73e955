/** What is read of a source: the tidied lines of its top, in runs between blank lines, and its last lines. */
export interface Excerpt {
  readonly runs: readonly (readonly string[])[];
  readonly tail: readonly string[];
}

// A date or a title further down than this belongs to the prose, and a source may have megabytes.
const HEAD_CHARACTERS = 6000;
const HEAD_LINES = 60;
const TAIL_CHARACTERS = 1500;
const TAIL_LINES = 4;

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

// What pages saved as Markdown have round words; signs inside a word, or without their other, are the source's.
const EMPHASIS = /(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;
const LINK = /\[([^[\]]+)\]\(https?:[^()\s]*\)/g;

/** The line without invisible characters, signs of headings, emphasis and links and outer blanks, every run of blanks one space. */
export const tidy = (line: string): string =>
  line
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#{1,6} /, '')
    .replace(EMPHASIS, '$2')
    .replace(LINK, '$1');

/** Cuts out of a source what may tell its title, date, place and issuer. Linear in the blanks it begins with. */
export const excerptOf = (source: string): Excerpt => {
  const start = source.search(/[^\s\ufeff]/);
  if (start < 0) return { runs: [], tail: [] };
  return { runs: runsOf(topLines(source, start)), tail: lastLines(source) };
};

/** The lines of the top; one that was cut off is left out, as it is prose. */
const topLines = (source: string, start: number): readonly string[] => {
  const head = source.slice(start, start + HEAD_CHARACTERS);
  const lines = head.split(LINE_END);
  const whole = start + HEAD_CHARACTERS >= source.length ? lines : lines.slice(0, -1);
  return whole.slice(0, HEAD_LINES).map(tidy);
};

const lastLines = (source: string): readonly string[] => {
  const from = Math.max(0, source.length - TAIL_CHARACTERS);
  const lines = source.slice(from).split(LINE_END);
  const whole = from > 0 ? lines.slice(1) : lines;
  return whole
    .map(tidy)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(-TAIL_LINES);
};

const runsOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') run.push(line);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
};
