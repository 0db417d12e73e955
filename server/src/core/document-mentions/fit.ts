import type { Catalogue, Listed } from './catalogue.ts';
import { datedIn, formOf, tellingWords, wordsOfName } from './catalogue.ts';
import type { Phrase } from './english.ts';
import { formFit, offices, sharesOffice } from './forms.ts';
import { numbersOfTitle } from './numbers.ts';
import { wordsOf } from './titles.ts';
import { dayMore, type Range, rangeOf } from './when.ts';
import { generic } from './words.ts';

/** A series as the codebook names it. */
export interface SeriesNames {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * The one earlier document that a phrase means, seen from the document `own`; undefined where none fits,
 * or several as well as each other.
 */
export function meant(
  phrase: Phrase,
  own: Listed,
  catalogue: Catalogue,
  series: readonly SeriesNames[],
): Listed | undefined {
  const range = phrase.when && rangeOf(phrase.when, own.date || undefined, isWritten(phrase));
  if (phrase.when && (!range || holdsOwnDay(range, own, phrase))) return undefined;
  const named = namedSeries(phrase, series);
  const asked: Asked = {
    ...{ phrase, own, range, named },
    offices: offices(phrase.words),
    initials: initialsOf(phrase),
  };
  if (!range) return best(asked, undatedCandidates(asked, catalogue));
  const found = best(asked, datedIn(catalogue, range.first, range.last));
  if (found || range.unit !== 'day' || !isCarriedByName(phrase)) return found;
  const wider = dayMore(range);
  return best({ ...asked, range: wider }, datedIn(catalogue, wider.first, wider.last));
}

/** Texts and summits are known by their names, so that a day more or less makes them no other. */
const isCarriedByName = ({ form, names }: Phrase): boolean =>
  names.length > 0 && (form === 'statement' || form === 'text' || form === 'summit');

/** A statement that has a day has been made. */
const isWritten = ({ form }: Phrase): boolean => form === 'statement' || form === 'text';

interface Asked {
  readonly phrase: Phrase;
  readonly own: Listed;
  readonly range: Range | undefined;
  /** Ids of the codebook's series that the phrase names. */
  readonly named: readonly string[];
  readonly offices: ReadonlySet<string>;
  /** What the body that the phrase names may be called for short; empty where that would be too short to tell. */
  readonly initials: string;
}

/** `the Lake Dredging Committee` is the LDC in a title. */
function initialsOf({ names, parties, head }: Phrase): string {
  const words = [...names.filter((name) => !parties.includes(name)), head];
  return words.length < 3 ? '' : words.map((word) => word.charAt(0)).join('');
}

const isAbbreviated = (listed: Listed, initials: string): boolean =>
  wordsOfName(listed).has(initials) && listed.title.includes(initials.toUpperCase());

/** A month in which the document itself was made may mean its own occasion. */
const holdsOwnDay = ({ first, last, unit }: Range, { date }: Listed, { when }: Phrase): boolean =>
  date !== '' &&
  (first > date || (date >= first && date <= last && (unit === 'day' || when?.unit !== 'ago')));

function namedSeries({ words }: Phrase, series: readonly SeriesNames[]): string[] {
  return series
    .filter(({ names }) => names.some((name) => words.includes(name.toLowerCase())))
    .map(({ id }) => id);
}

/** Without a time only a name tells a document, or that it was the last of its kind. */
function undatedCandidates(
  { phrase, own }: Asked,
  { byWord, bySeries }: Catalogue,
): Iterable<Listed> {
  if (phrase.which && !phrase.names.length) {
    if (!own.series || !own.date || (phrase.which === 'first' && !isOurFirst(phrase))) return [];
    return previousOf(own, bySeries.get(own.series) ?? [], phrase);
  }
  // Bodies meet again and again: *the Lake Council summit* tells none of its meetings.
  const isTelling = (name: string) => !phrase.parties.includes(name) && !wordsOfName(own).has(name);
  if (
    phrase.which ||
    !phrase.names.some(
      phrase.form === 'text' ? (name) => !phrase.parties.includes(name) : isTelling,
    )
  )
    return [];
  // The rarest of its names; a title may leave its parties out.
  let rarest: ReadonlySet<Listed> | undefined;
  const proper = phrase.names.filter((name) => !phrase.parties.includes(name));
  for (const name of proper.length ? proper : phrase.names) {
    const documents = byWord.get(name);
    if (!documents) return [];
    if (!rarest || documents.size < rarest.size) rarest = documents;
  }
  return rarest ?? [];
}

const isOurFirst = ({ words }: Phrase): boolean =>
  /^(?:our|their) first (?:meeting|summit)$/.test(words);

/** The latest document of the series before this one that is made by the same people in the same way. */
function previousOf(own: Listed, series: Iterable<Listed>, phrase: Phrase): Listed[] {
  const earlier = [...series].filter(
    (one) =>
      one.date &&
      one.date < own.date &&
      isAlike(own, one) &&
      formFit(phrase, formOf(one)) !== undefined,
  );
  if (phrase.which === 'first') return earlier.length === 1 ? earlier : [];
  const latest = earlier
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return earlier.filter(({ date }) => date === latest);
}

/** Whether two titles speak of the same kind of text by the same offices. */
function isAlike(a: Listed, b: Listed): boolean {
  const one = tellingWords(a);
  const other = tellingWords(b);
  let common = 0;
  for (const word of other) if (one.has(word)) common++;
  return common > 0 && common >= Math.min(one.size, other.size) * 0.6;
}

const isCalledAlike = (a: Listed, b: Listed): boolean => {
  const [one, other] = [tellingWords(a), tellingWords(b)];
  return one.size > 0 && one.size === other.size && [...one].every((word) => other.has(word));
};

function best(asked: Asked, candidates: Iterable<Listed>): Listed | undefined {
  let found: Listed | undefined;
  let most = 0;
  let tied = false;
  const months = new Set<string>();
  for (const candidate of candidates) {
    const fit = fitOf(asked, candidate);
    if (fit === undefined) continue;
    months.add(candidate.date.slice(0, 7));
    if (fit < most) continue;
    tied = fit === most && found !== undefined;
    most = fit;
    found = candidate;
  }
  // A name that comes back is no name of one occasion.
  if (!asked.range && months.size > 1) return undefined;
  return tied ? undefined : found;
}

/** Whether a document may speak of another: of any by its number, by its date or its name of an earlier one. */
export const maySpeakOf = (own: Listed, other: Listed): boolean =>
  isEarlier(other, own) || numbersOfTitle(other.title).length > 0;

const isEarlier = ({ date }: Listed, than: Listed): boolean =>
  date !== '' && (than.date === '' || date < than.date);

/** How well a document fits, from 1; undefined where it does not. */
function fitOf(asked: Asked, candidate: Listed): number | undefined {
  const { phrase, own, range, named } = asked;
  if (candidate.uri === own.uri || !isEarlier(candidate, own)) return undefined;
  if (named.length && !named.includes(candidate.series ?? '')) return undefined;
  const form = formFit(phrase, formOf(candidate));
  if (form === undefined) return undefined;
  const office = sharesOffice(
    asked.offices,
    formOf(candidate).offices,
    phrase,
    formOf(own).offices,
  );
  if (office === undefined) return undefined;
  const isNear = named.length > 0 || sameCircle(own, candidate);
  const isShort = isAbbreviated(candidate, asked.initials);
  const isThere = (name: string) =>
    has(candidate, name) || (isShort && !phrase.parties.includes(name));
  const matched = phrase.names.filter(isThere);
  const missing = phrase.names.filter(
    (name) => !isThere(name) && !isNamedBySeries(name, named, asked),
  );
  const isParty = (name: string) =>
    matched.length > 0 &&
    phrase.parties.includes(name) &&
    (range !== undefined || isCalled(candidate, [...matched, phrase.head]));
  if (!missing.every(isParty)) return undefined;
  if (!range && !phrase.which && isAbout(candidate, phrase, matched)) return undefined;
  const others = phrase.others.filter((name) => has(candidate, name));
  const telling = matched.length + others.length;
  const isSure = isAlike(own, candidate) || office > 0 || named.length > 0;
  const isSame = isCalledAlike(own, candidate);
  const evidence = { phrase, range, isNear, isSure, isSame, matched: matched.length, telling };
  if (!isEnough(evidence)) return undefined;
  return 1 + form + office + (isNear ? 3 : 0) + 2 * matched.length + others.length;
}

interface Evidence {
  readonly phrase: Phrase;
  readonly range: Range | undefined;
  readonly isNear: boolean;
  /** Made by the same people in the same way, or by those whom the phrase names. */
  readonly isSure: boolean;
  /** Called the same but for its date. */
  readonly isSame: boolean;
  readonly matched: number;
  readonly telling: number;
}

/** Whether what the phrase says is enough to tell one document from all others. */
function isEnough(evidence: Evidence): boolean {
  const { phrase, range, isNear, isSure, matched, telling } = evidence;
  if (!range) return phrase.which !== undefined ? isNear : matched > 0;
  if (isVerb(phrase)) return isNear && isEnoughForVerb(evidence);
  if (range.unit === 'day') return isNear || telling > 0;
  if (range.unit === 'month') return matched > 0 || (isNear && (isSure || telling > 0));
  return phrase.form === 'visit' || phrase.form === 'call'
    ? matched > 0 && isNear
    : matched > 0 || (isNear && isSure);
}

const isVerb = ({ head }: Phrase): boolean => /(?:ed|met|spoke)$/.test(head);

/** What was *announced in June* may be anything but in a row of texts that are called the same. */
function isEnoughForVerb({ phrase, range, isNear, telling, isSame }: Evidence): boolean {
  if (!isNear) return false;
  if (telling > 0 || isSame) return true;
  return range?.unit === 'day' && phrase.others.length > 0;
}

/** A text about a declaration is not the declaration, nor is an anniversary the meeting itself. */
function isAbout(candidate: Listed, { form }: Phrase, matched: readonly string[]): boolean {
  const { plain } = candidate;
  if (plain.includes('anniversary')) return true;
  if (form === 'text') return !plain.replace(/^the /, '').startsWith(matched[0] ?? '');
  if (form === 'statement') return /^(?:readout|remarks|fact sheet)\b/u.test(plain);
  const { isSummit, isJoint } = formOf(candidate);
  return !isSummit && !isJoint;
}

const isNamedBySeries = (name: string, named: readonly string[], { phrase }: Asked): boolean =>
  named.length > 0 && phrase.words.includes(name);

/** Whether words are all of a title: *the Orla-Tarn Reef Declaration* is the Reef Declaration. */
const isCalled = ({ title }: Listed, words: readonly string[]): boolean =>
  wordsOf(title).join(' ').replace(/^the /, '') === words.join(' ');

const has = (listed: Listed, name: string): boolean =>
  wordsOfName(listed).has(name) || (name.length > 4 && listed.plain.includes(name));

/** Texts of one series, or between the same parties. */
export function sameCircle(a: Listed, b: Listed): boolean {
  if (a.series && a.series === b.series) return true;
  if (a.parties && a.parties === b.parties) return true;
  return a.series ? coversParties(a, b) : isAlike(a, b);
}

/** `us-france` and a title that names France: the words of a series are as good as those of titles. */
function coversParties(a: Listed, b: Listed): boolean {
  const parties = wordsOf(a.series ?? '').filter(
    (word) => word.length > 2 && !generic.has(word) && !/^(?:joint|other)$/.test(word),
  );
  return parties.length > 0 && parties.every((word) => has(b, word));
}
