import { isSafeBare, quote } from '../core/reading/items.ts';

/** A value without the quotes of any kind at its edges. */
export const withoutQuotes = (value: string): string =>
  value.replace(/^["'“”‘’„‟‚‛]/, '').replace(/["'“”‘’„‟‚‛]$/, '');

/** A value as it is written in braces: quoted where it has to be. */
export const written = (key: string, value: string): string =>
  value && isSafeBare(key, value) ? value : quote(value);
