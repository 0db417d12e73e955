import { isLanguage } from '../front/fields.ts';
import { guess } from '../guess/guess.ts';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { keyFrom } from '../snapshot/keys.ts';
import { idFrom } from './ids.ts';
import { frontMatter, importSource } from './import.ts';
import { joinPages } from './join-pages.ts';
import { sourceHash } from './source.ts';

/** A readout made of a source that had none. */
export interface NewReadout {
  readonly text: string;
  /** A key made from its date and title, for a source that comes without the name of a file. */
  readonly key: string;
}

export interface MakeOptions {
  /** Where the source was taken from: an address or the name of a file. */
  readonly from?: string | undefined;
  /** The language that the file which the source was taken from says it is in. */
  readonly lang?: string | undefined;
  /** Whether paragraphs that the ends of pages have broken are to be put together first. */
  readonly joinPages?: boolean | undefined;
}

/**
 * A source as a readout: escaped, behind a front matter that holds what the source tells of itself, where it comes
 * from and its hash. Undefined where strip would not give the source back, so that nothing wrong is ever written.
 */
export function newReadout(given: string, options: MakeOptions = {}): NewReadout | undefined {
  const source = options.joinPages ? joinPages(given).text : given;
  const { title, date, place, issuer, lang } = guess(source);
  const from = options.from || undefined;
  const told = { title, date, place, issuer, lang: languageFrom(options.lang, lang) };
  const text = importSource(source, { ...told, source: from, sha256: sourceHash(source) });
  if (strip(parse(text)) !== source) return undefined;
  return { text, key: keyOfSource(date, title) };
}

/**
 * The language that a file says it is in; what the text is plainly in where the two differ, for many sites give
 * each page the language of their own menus.
 */
function languageFrom(said = '', guessed: string | undefined): string | undefined {
  const tag = said.trim();
  const [language = ''] = tag.toLowerCase().split('-');
  if (!isLanguage(tag) || noLanguages.has(language)) return guessed;
  return guessed === undefined || guessed === language ? tag : guessed;
}

/** Tags that say that no one language is meant. */
const noLanguages: ReadonlySet<string> = new Set(['mul', 'und', 'zxx']);

/** What is known of a text that is yet to be put in. */
export interface Beginning {
  readonly title?: string | undefined;
  /** A day, or the first and the last. */
  readonly date?: string | undefined;
  readonly series?: string | undefined;
}

/** A readout without a text: a front matter, and its one empty line. */
export function emptyReadout({ title, date, series }: Beginning): NewReadout {
  const known = (value: string | undefined) => value?.trim() || undefined;
  const [titled, dated] = [known(title), known(date)];
  const fields = { title: titled, date: dated, series: known(series) };
  return { text: frontMatter(fields, '\n'), key: keyOfSource(dated, titled) };
}

/** The first day, so that files stand in order, and the telling words of the title as far as they are ASCII. */
function keyOfSource(date: string | undefined, title: string | undefined): string {
  const day = date?.replace(/\/.*$/, '');
  const words = title && /[a-z]/i.test(title.normalize('NFKD')) ? idFrom(title, new Set()) : '';
  return keyFrom([day, words].filter(Boolean).join('-'));
}
