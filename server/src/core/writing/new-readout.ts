import { guess } from '../guess/guess.ts';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { keyFrom } from '../snapshot/keys.ts';
import { idFrom } from './ids.ts';
import { importSource } from './import.ts';
import { sourceHash } from './source.ts';

/** A readout made of a source that had none. */
export interface NewReadout {
  readonly text: string;
  /** A key made from its date and title, for a source that comes without the name of a file. */
  readonly key: string;
}

/**
 * A source as a readout: escaped, behind a front matter that holds what the source tells of itself and its
 * hash. Undefined where strip would not give the source back, so that nothing wrong is ever written.
 */
export function newReadout(source: string): NewReadout | undefined {
  const { title, date, place, issuer, lang } = guess(source);
  const fields = { title, date, place, issuer, lang, sha256: sourceHash(source) };
  const text = importSource(source, fields);
  if (strip(parse(text)) !== source) return undefined;
  return { text, key: keyOfSource(date, title) };
}

/** The first day, so that files stand in order, and the telling words of the title as far as they are ASCII. */
function keyOfSource(date: string | undefined, title: string | undefined): string {
  const day = date?.replace(/\/.*$/, '');
  const words = title && /[a-z]/i.test(title.normalize('NFKD')) ? idFrom(title, new Set()) : '';
  return keyFrom([day, words].filter(Boolean).join('-'));
}
