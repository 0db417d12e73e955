import { matchesOf } from '../matches.ts';
import { DATE_ANYWHERE, isDay, readDate } from './dates.ts';

/** A line such as `Orla, 3 May 2031` or `ORLA, May 3 – …`: place, and date where the year stands too. */
export interface Dateline {
  readonly place: string;
  readonly date: string | undefined;
  /** Whether prose follows in the same line. */
  readonly opens: boolean;
}

const WORD = "[\\p{Lu}][\\p{L}\\p{M}’'.-]*";
const SMALL = /^(?:de|del|la|le|of|upon|am|auf)$/;
const PLACE = `${WORD}(?: (?:${WORD}|de|del|la|le|of|upon|am|auf)){0,3}(?:, (?:D\\.? ?C\\.?|${WORD}(?: ${WORD})?)){0,2}`;
// What is no place although it stands before a date or after "in": papers, offices, months, bodies.
const NO_PLACE =
  /\b(?:statements?|meetings?|readouts?|summary|joint|communiqu[eé]s?|declarations?|release|releases|remarks|sessions?|talks|dialogue|visit|call|report|agreement|resolution|summit|conference|assembly|minutes|record|conclusions|press|media|note|advisory|fact|sheet|ministry|ministers?|president|secretary|secretar\w*|council|committee|commission|department|office|government|congress|parliament|cabinet|alliance|nato|asean|un|eu|charge|chief|person|general|mission|forum|group|partnership|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated?|published|posted|issued|released|date|english|french|and|oval|day|anniversary|war|support|conflict|america|chancellery|from|on|in|since|until|by|as)\b|['’]s\b/i;
const DATELINE = new RegExp(
  `^\\(?(?<place>${PLACE}),? \\(?(?<day>${DATE_ANYWHERE}|\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9})\\)?(?<rest> ?[-–—:]{1,2} .*)?\\.?\\)?$`,
  'iu',
);
const DATED_PLACE = new RegExp(
  `^\\(?(?<day>${DATE_ANYWHERE})(?:,| in| at| [-–|]) (?<place>${PLACE})\\)?$`,
  'iu',
);
const LABELLED = /^(?:place|venue|location|場所|開催地|於) ?[:：・] ?(.{2,60})$/i;

/** Reads a dateline; undefined unless a place and a day are all that stands before the text or the end of the line. */
export const readDateline = (line: string): Dateline | undefined => {
  const start = line.slice(0, 400);
  const groups = (DATELINE.exec(start) ?? DATED_PLACE.exec(start))?.groups;
  if (!groups?.place || !groups.day || !isDay(groups.day)) return undefined;
  const place = placeOf(groups.place);
  return place === undefined
    ? undefined
    : { place, date: readDate(groups.day), opens: groups.rest !== undefined };
};

/** The place a line gives under a label: `Venue: Orla`, `場所：オルラ`. */
export const labelledPlace = (line: string): string | undefined => {
  const bracketed = /^[（(]於[:：・]?\s?(.{2,20})[）)]$/.exec(line)?.[1];
  return bracketed ?? LABELLED.exec(line)?.[1]?.trim();
};

const placeOf = (text: string): string | undefined => {
  const place = text.replace(/,$/, '').trim();
  if (place.length > 50 || NO_PLACE.test(place)) return undefined;
  return place.split(' ').every((word) => /^\p{Lu}/u.test(word) || SMALL.test(word))
    ? place
    : undefined;
};

const MET = /\b(?:met|meet|held|hold|convened|gathered|hosted)\b/g;
const AT = new RegExp(`\\b(?<how>in|at) (?<the>the )?(?<place>${PLACE})`, 'gu');
const BUILDING = /(?:House|Palace|Castle|Hall|Residence|Pentagon|Embassy|Headquarters|Villa)$/;
const AFTER =
  /^(?:[.,;)]|$| (?:on|for|from|today|this|yesterday|where|following|after|during|to|with)\b)/;
const LIST = /^, (?:and |or |\p{Lu})/u;
const AWAY =
  /\b(?:discuss(?:e[ds]|ing)?|talk(?:ed|s)? (?:about|on)|regarding|about(?! (?:\d|an? |one |half ))|concerning|that|which|who|whose|support|situation|conflict|phone|telephone|call|video\w*|virtual\w*|online|videoconference|secure|by|to|what|now|on the|war|ahead|efforts?|will|would)\b/;

// The story of an old meeting, a call, which has no place, or a meeting "to be held".
const LONG_AGO = /\b1\d{3}\b/;
const FROM_AFAR = /\b(?:spoke|speaks|call|called|phone|telephone|videoconference|virtual\w*|be)\b/i;

/** Where the first sentence of the prose says that the meeting was held, when it says so plainly. */
export const placeOfMeeting = (opening: string): string | undefined => {
  const sentence = firstSentence(opening);
  return meetingPlace(sentence) ?? japanesePlace(sentence);
};

const meetingPlace = (sentence: string): string | undefined => {
  MET.lastIndex = 0;
  const verb = MET.exec(sentence);
  if (!verb || LONG_AGO.test(sentence)) return undefined;
  if (FROM_AFAR.test(sentence.slice(0, verb.index))) return undefined;
  const from = verb.index + verb[0].length;
  for (const match of matchesOf(AT, sentence)) {
    if (match.index < from) continue;
    if (AWAY.test(sentence.slice(from, match.index))) return undefined;
    const found = namedPlace(match, sentence.slice(match.index + match[0].length));
    if (found) return found;
  }
  return undefined;
};

const namedPlace = (match: RegExpExecArray, after: string): string | undefined => {
  const name = match.groups?.place ?? '';
  const place = /\bD\. ?C\.$/.test(name) ? name : name.replace(/\.$/, '');
  // "in Paris, France and Germany agreed" goes on with another part of the sentence, or is a list.
  if (!AFTER.test(after) || (/, (?!D\.? ?C)/.test(place) && LIST.test(after))) return undefined;
  const article = match.groups?.the !== undefined;
  if (article && !(match.groups?.how === 'at' && BUILDING.test(place))) return undefined;
  return placeOf(place);
};

/** The text up to the first full stop that ends a sentence, at most 500 characters. */
const firstSentence = (text: string): string => {
  const start = text.slice(0, 500);
  const end = /(?:[^.]\b(?!Jr|Sr|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Adm|No)\p{L}{2,}\)?\. |。)/u.exec(
    start,
  );
  if (end) return start.slice(0, end.index + end[0].length).trimEnd();
  // What was cut off may have cut a name in two.
  return text.length > start.length ? start.slice(0, start.lastIndexOf(' ') + 1) : start;
};

const JAPANESE =
  /(?:^|[、,]|日|分|時|から|間)(?<place>[一-龥ァ-ヶー・々]{2,12})(?:において|で、?(?=[^。]{0,40}(?:会談|会合|協議)))/u;
const JAPANESE_NO_PLACE =
  /会談|会合|電話|会議|形式|方式|共同|首相|大臣|外相|両国|機会|場|期間|協議|関係/;

const japanesePlace = (sentence: string): string | undefined => {
  const place = JAPANESE.exec(sentence)?.groups?.place;
  if (place === undefined || JAPANESE_NO_PLACE.test(place)) return undefined;
  return /会談|会合|協議/.test(sentence) ? place : undefined;
};
