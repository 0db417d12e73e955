import type { Span } from '../text.ts';

/** A word of a text, or a figure, with the dots and hyphens that belong to it: `U.S.-Japan`, `2+2`, `9-10`. */
export interface Token extends Span {
  /** In small letters, curly apostrophes made straight, without a possessive `'s`. */
  readonly word: string;
  /** Whether it begins with a capital or a figure. */
  readonly capital: boolean;
  /** An abbreviation: `NATO`, `G7`, `U.S.` */
  readonly allCapitals: boolean;
  readonly possessive: boolean;
  /** What stands between the token before and this one ends a phrase: a stop, a bracket, a comma. */
  readonly apart: 'no' | 'comma' | 'yes';
}

const form =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'.&+/\u2010-\u2013-](?=[\p{L}\p{N}])|(?<=\b\p{Lu})\.)*/gu;

/** The words of a text in scripts that put blanks between them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(form)) {
    const to = index + raw.length;
    const between = text.slice(end, index);
    const straight = raw.toLowerCase().replaceAll('’', "'");
    const possessive =
      straight.endsWith("'s") || (/s$/.test(straight) && /^[’']/.test(text.slice(to)));
    tokens.push({
      from: index,
      to,
      word: straight.replace(/'s$/, '').replace(/[\u2010-\u2013]/g, '-'),
      capital: /^[\p{Lu}\p{N}]/u.test(raw),
      allCapitals: /^(?=.*\p{Lu})[\p{Lu}\p{N}.&+-]{2,}(?:[’']s)?$/u.test(raw),
      possessive,
      apart: apartness(between),
    });
    end = to;
  }
  return tokens;
}

function apartness(between: string): Token['apart'] {
  if (/[.;:!?()[\]“”"—]|\n[^\S\n]*\n/.test(between)) return 'yes';
  return between.includes(',') ? 'comma' : 'no';
}
