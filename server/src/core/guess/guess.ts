import { DATE_ANYWHERE, readDate } from './dates.ts';
import { signatoryIn } from './issuer.ts';
import { languageOf } from './language.ts';
import { type Excerpt, excerptOf } from './lines.ts';
import { placeOfMeeting, readDateline } from './place.ts';
import { titleOf } from './title.ts';
import { bare, type Top, topOf } from './top.ts';

/** What a source tells of itself, as far as that is fairly sure. */
export interface Guess {
  readonly title?: string;
  /** An ISO day, or the first and last day with a slash between them. */
  readonly date?: string;
  readonly place?: string;
  readonly issuer?: string;
  readonly lang?: string;
}

/**
 * Guesses the front matter of a source that is being imported. Takes any text, never throws, and
 * reads only its top and its last lines. What is not fairly sure is left out: an empty field costs
 * the analyst a moment, a wrong date costs trust.
 */
export const guess = (source: string): Guess => {
  const excerpt = excerptOf(source);
  const top = topOf(excerpt);
  const titled = titleOf(top);
  const resolution = resolutionIn(excerpt);
  const signed = signatureOf(excerpt.tail);
  return defined({
    title: resolution?.title ?? titled?.title,
    date: resolution?.date ?? dateOf(top, titled?.date ?? signed.date),
    place: placeAbove(top) ?? signed.place ?? placeOfMeeting(top.opening),
    issuer: resolution?.issuer ?? issuerAbove(top) ?? signed.issuer,
    lang: languageOf(top.opening),
  });
};

type Candidate = { readonly [Key in keyof Guess]: Guess[Key] | undefined };

const defined = (candidate: Candidate): Guess =>
  Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));

/** The one date above the prose, or `otherwise` where there is none; nothing where two differ, as nobody can tell which is meant. */
const dateOf = ({ items, opening }: Top, otherwise: string | undefined): string | undefined => {
  const labelled = items.find((item) => item.type === 'date' && item.labelled);
  if (labelled?.type === 'date') return labelled.date;
  const dates = items.flatMap((item) => {
    if (item.type === 'date') return [item.date];
    return item.type === 'dateline' && item.dateline.date ? [item.dateline.date] : [];
  });
  if (dates.length > 0) return new Set(dates).size === 1 ? dates[0] : undefined;
  return readDateline(opening)?.date ?? otherwise;
};

const placeAbove = ({ items, opening }: Top): string | undefined => {
  for (const item of items) {
    if (item.type === 'place') return item.place;
    if (item.type === 'dateline') return item.dateline.place;
  }
  return readDateline(opening)?.place;
};

/** The first body named on a line of its own; one of its offices only where no body is named. */
const issuerAbove = ({ items }: Top): string | undefined => {
  const issuers = items.flatMap((item) => (item.type === 'issuer' ? [item.issuer] : []));
  return issuers.find((issuer) => !/^(?:the )?office of/i.test(issuer)) ?? issuers[0];
};

const RESOLUTION = new RegExp(
  `Resolution (?<number>\\d+) ?\\((?<year>\\d{4})\\) Adopted b[yv] the (?<body>Security Council)\\b.{0,60}? on (?<date>${DATE_ANYWHERE})`,
  'i',
);

/** A resolution of the Security Council tells number, body and day of adoption itself; the date above is that of printing. */
const resolutionIn = ({ runs }: Excerpt): Pick<Guess, 'title' | 'date' | 'issuer'> | undefined => {
  const groups = RESOLUTION.exec(runs.flat().join(' ').slice(0, 1200))?.groups;
  const date = readDate(groups?.date ?? '');
  if (!groups || date === undefined) return undefined;
  const title = `Security Council resolution ${groups.number} (${groups.year})`;
  return { title, date, issuer: 'United Nations Security Council' };
};

const DONE = new RegExp(
  `^Done (?:at|in) (?<place>[^,]{2,40}?),? (?:on |this )?(?:the )?(?<date>${DATE_ANYWHERE})\\b.*$`,
  'iu',
);
const SIGNED = new RegExp(`^(?<date>${DATE_ANYWHERE})[ 、,]?(?<rest>.{0,30})$`, 'u');

/** Date, place and issuer of the last lines, where papers are signed. */
const signatureOf = (tail: readonly string[]): Pick<Candidate, 'date' | 'place' | 'issuer'> => {
  let date: string | undefined;
  let place: string | undefined;
  let issuer: string | undefined;
  for (const line of tail) {
    const done = DONE.exec(line)?.groups;
    const signed = SIGNED.exec(line)?.groups;
    const rest = signed?.rest ?? '';
    const at =
      /^(?:于|於|にて)(\p{Script=Han}{2,6})$|^(\p{Script=Han}{2,6})(?:にて|において)$/u.exec(rest);
    issuer ??= signatoryIn(rest === '' ? line : rest);
    place ??= done?.place ?? at?.[1] ?? at?.[2];
    date ??= readDate(bare(line)) ?? readDate(done?.date ?? '');
    if (rest !== '' && (at || signatoryIn(rest))) date ??= readDate(signed?.date ?? '');
  }
  return { date, place, issuer };
};
