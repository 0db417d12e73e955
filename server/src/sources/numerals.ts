/** 1 a, 26 z, 27 aa; a number that has none, as it is. */
export function lettersOf(number: number): string {
  if (number < 1 || number > 1e6) return String(number);
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

/** 4 iv; a number that has none, as it is. */
export function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let roman = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) roman += sign;
  }
  return roman;
}

/** A number as lists write it: `a`, `A`, `i`, `I`; in figures for any other format. */
export function numeral(number: number, format: string | undefined): string {
  switch (format) {
    case 'a':
      return lettersOf(number);
    case 'A':
      return lettersOf(number).toUpperCase();
    case 'i':
      return romanOf(number);
    case 'I':
      return romanOf(number).toUpperCase();
    default:
      return String(number);
  }
}

/** A number of a file, within what Word allows; undefined for anything else. */
export const wholeOf = (text: string | undefined): number | undefined =>
  /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
