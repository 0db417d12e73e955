import { isAdverb, type Word } from './words.ts';

// Most verbs of diplomacy are nouns and adjectives as well: support, plan, will, request, agreed,
// shared. What a word is here is decided by the words around it; the rules, in order:
//
// 1. Inside a name it is none: "Okinawa Consolidation Plan", but not where a sentence begins.
// 2. Some count only before certain words: "plan to", "determined to", "aim at", "continued to".
// 3. "as agreed", "agreed by": somebody else's act, reported in passing.
// 4. After an article, a possessive or a preposition it is a noun or adjective: "the plan",
//    "Corvia’s support", "of agreed measures". An -ing form in the midst of a clause counts weakly:
//    "by supporting", "ships supporting the fleet"; ", welcoming …" and "are planning to" surely.
// 5. A base form or -s form that is a noun as often counts after a modal, a pronoun, "to", or a
//    subject, and not before "for", "of" and the like: "sides support the plan", "air support for".
// 6. After "to" (unless it follows on another verb: `verb-units.ts`), and after should, may, can
//    and the like, it counts weakly: "in order to support", "may consider".

/** How surely a word is the verb it looks like; undefined when it is none. */
export type Certainty = 'strong' | 'weak' | undefined;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const articles = set(
  'a an the this these those their its his her our your my no any every such whose',
);
const prepositions = set(
  'of for in with by from on at under through without into upon about against between among than via per within towards toward',
);
const pronouns = set('they we it he she i you who which that there these those both each all');
const modals = set(
  'will would shall should can could may might must do does did cannot not never always also to let',
);
const notOwn = set('should can could may might must cannot');
const nounFollows = set(
  'for of from in and or by at with on was were is are has have had among between',
);
const beForms = set('is are was were be been being most very');
const beforeIng = set('is are was were be been am and or while when having');
const willNouns = set(
  'the a an their its his her our political free good strong common popular national of at',
);
const politeAfterWould = set('like welcome appreciate encourage urge hope request ask');
const functionWords = set(
  'to that on upon with in at the a an and but as also not their its his her our this these those no both all more further for by how what when whether last during until under',
);

// Forms that are a noun as often as a verb.
const homographs = set(
  'support supports plan plans study studies request requests aim aims hope hopes pledge pledges promise promises demand demands share shares stress sign signs endeavour endeavours endeavor endeavors note notes regret regrets call calls work works exchange exchanges look looks urge urges welcome resolve resolves praise vow vows warn',
);

/** What has to follow, adverbs aside, for the form to be this verb. */
const mustFollow: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['plan', 'plans', 'planned', 'planning'].map((form) => [form, set('to on')] as const),
  ...['aim', 'aims', 'aiming'].map((form) => [form, set('to at')] as const),
  ...['aimed', 'hope', 'hopes'].map((form) => [form, set('to that for they')] as const),
  ...['resolve', 'resolves', 'resolved', 'resolving'].map(
    (form) => [form, set('to that')] as const,
  ),
  ['determined', set('to that')],
  ['continued', set('to their its the with working')],
  ['continuing', set('to')],
]);

/** How surely the word at `at` is a verb; `length` is the number of words of its phrase. */
export function certaintyOf(words: readonly Word[], at: number, length: number): Certainty {
  const word = words[at] as Word;
  if (isInName(words, at)) return undefined;
  const next = nextOf(words, at);
  const before = beforeOf(words, at);
  if (word.text === 'will' || word.text === 'would') return modal(word.text, words[at - 1], next);
  const wanted = length === 1 ? mustFollow.get(word.text) : undefined;
  if (wanted !== undefined && !(next !== undefined && wanted.has(next))) return undefined;
  if (word.text === 'not' || word.text === 'never' || word.text === 'cannot') return 'strong';
  if (
    word.text === 'agreed' &&
    next !== undefined &&
    !functionWords.has(next) &&
    !next.endsWith('ly')
  )
    return undefined;
  if (isPast(word.text)) return pastForm(words, at, before, next);
  if (word.text.endsWith('ing')) return ingForm(before);
  return presentForm(word, before, next, length) ?? afterNames(words, at, next);
}

/** "Orla and Tarn plan to meet": two names are a subject of more than one, "the Orla plan" is a thing. */
function afterNames(words: readonly Word[], at: number, next: string | undefined): Certainty {
  const { text } = words[at] as Word;
  if (next !== 'to' || !mustFollow.has(text) || text.endsWith('s')) return undefined;
  let name = at - 1;
  while (name > 0 && isAdverb((words[name] as Word).text)) name--;
  const last = name;
  const isOfName = (word: Word | undefined) =>
    word?.capital || /^(?:of|the)$/.test(word?.text ?? '');
  while (name > 0 && isOfName(words[name]) && !words[name + 1]?.apart) name--;
  const isJoined = name < last && words[name]?.text === 'and' && words[name - 1]?.capital;
  // "Corvia and the Belmark plan", but "Corvia and the Philippines plan".
  const isThing = words[last - 1]?.text === 'the' && !words[last]?.text.endsWith('s');
  return isJoined && !isThing ? 'strong' : undefined;
}

function modal(text: string, previous: Word | undefined, next: string | undefined): Certainty {
  if (next === 'of') return undefined;
  if (text === 'would')
    return next !== undefined && politeAfterWould.has(next) ? undefined : 'strong';
  return previous !== undefined && willNouns.has(previous.text) ? undefined : 'strong';
}

function pastForm(
  words: readonly Word[],
  at: number,
  before: Word | undefined,
  next: string | undefined,
): Certainty {
  if (next === 'by') return undefined;
  if (before === undefined) return 'strong';
  if (before.text === 'as') return words[at - 2]?.text === 'well' ? 'strong' : undefined;
  return isNounSign(before) || prepositions.has(before.text) ? undefined : 'strong';
}

function ingForm(before: Word | undefined): Certainty {
  if (before === undefined || beforeIng.has(before.text)) return 'strong';
  return isNounSign(before) ? undefined : 'weak';
}

function presentForm(
  word: Word,
  before: Word | undefined,
  next: string | undefined,
  length: number,
): Certainty {
  const homograph = homographs.has(word.text);
  const followsAsNoun =
    homograph && length === 1 && (next === undefined || nounFollows.has(next) || isAid(word, next));
  if (before === undefined || before.text === 'and' || before.text === 'or')
    return followsAsNoun ? undefined : 'strong';
  if (before.text === 'to') return followsAsNoun && next !== undefined ? undefined : 'weak';
  if (isNounSign(before) || prepositions.has(before.text)) return undefined;
  if (notOwn.has(before.text)) return 'weak';
  if (word.text === 'welcome' && beForms.has(before.text)) return undefined;
  if (!homograph || modals.has(before.text) || pronouns.has(before.text)) return 'strong';
  if (followsAsNoun || isAdjective(before)) return undefined;
  return isSubject(before, word.text.endsWith('s')) ? 'strong' : undefined;
}

/** "support to the fleet" is aid; no verb is followed so. */
const isAid = ({ text }: Word, next: string): boolean =>
  text.startsWith('support') && next === 'to';

/** A plural before a base form; a name before an -s form. */
const isSubject = ({ text, capital }: Word, third: boolean): boolean =>
  third
    ? capital || text.endsWith('ment')
    : (text.endsWith('s') && text.length > 1) || text === 'people';

/** Whether a form is a past tense or participle. */
export const isPast = (text: string): boolean =>
  text.endsWith('ed') || /^(?:sought|strove|striven|undertook|undertaken|took|taken)$/.test(text);

const isAdjective = ({ text, capital }: Word): boolean =>
  !capital && /(?:al|ive|ous|ic|ary|ful|able|ible|ent|ant|ed|ing|less|ern|ial)$/.test(text);

const isNounSign = ({ text, possessive }: Word): boolean => possessive || articles.has(text);

function isInName(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (!word.capital || word.apart) return false;
  const next = words[at + 1];
  return words[at - 1]?.capital === true || (next?.capital === true && !next.apart);
}

/** The word after, adverbs passed over; undefined where a sign or the end comes first. */
function nextOf(words: readonly Word[], at: number): string | undefined {
  for (let pos = at + 1; pos < words.length; pos++) {
    const word = words[pos] as Word;
    if (word.apart) return undefined;
    if (!isAdverb(word.text)) return word.text;
  }
  return undefined;
}

/** The word before, adverbs passed over; undefined where a sign or the start comes first. */
function beforeOf(words: readonly Word[], at: number): Word | undefined {
  for (let pos = at; pos > 0; pos--) {
    const before = words[pos - 1] as Word;
    if ((words[pos] as Word).apart) return undefined;
    if (!isAdverb(before.text)) return before;
  }
  return undefined;
}
