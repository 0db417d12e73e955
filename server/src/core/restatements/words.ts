import { monthNames } from '../dates.ts';

// How much a word tells of what a sentence is about. There are no counts of the collection's texts behind
// it: they would change with every word that is typed anywhere. Three lists stand for them, made from what
// every communiqué says whatever it is about.

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that only join others. They do not count, and runs of words go on over them. */
const joining = list(`
  a an the this that these those it its they them their theirs he him his she her hers we us our ours i my
  you your who whom whose which what when where while why how there here and or nor but as at by for from in
  into of off on onto over per to toward towards under up upon with within without via about above across
  after against along among amid around before behind below beneath beside between beyond down during near
  since through throughout until if than then so such both each either neither all any every no not only own
  other others same more most much many few some very too also again further still is are was were be been
  being am has have had having do does did done will would shall should may might can could must cannot
  including include includes included well just even once therefore thus hereby within alongside respective
  regarding concerning`);

/** Who speaks and how: office, courtesy, and the verbs and nouns with which a stand is taken. */
const speaking = list(`
  president prime minister ministers leader leaders secretary chancellor chairman chair vice deputy advisor
  adviser mr mrs ms dr side sides two three four participants officials spokesperson today yesterday
  reaffirm affirm reiterate emphasize underscore underline stress highlight discuss welcome express note
  recall confirm acknowledge recognize share agree commit commitment pledge resolve determined determination
  decide request ask urge call continue remain intend intention plan seek look forward convey condemn support
  oppose opposition important importance strong strongly steadfast firm firmly unwavering ironclad unshakable
  enduring close closely ongoing new effort work together particular particularly addition view views speak
  spoke meet met meeting meetings readout exchange appreciate commend invite encourage recommit stand stands
  aim hope strive endeavour endeavor undertake conclude declare announce announced stated clear full fully
  once matter matters seized actively remain relevant consider considered recommend having take taken taking
  need needs make made making necessary necessity submit submitted appropriate`);

/** What nearly every communiqué speaks of. */
const common = list(`
  security cooperation cooperate coordination international global world country countries nation nations
  national government state states united people region regional joint jointly bilateral relation relations
  relationship strengthen strengthening enhance expand deepen ensure maintain advance promote develop
  development build address provide increase economic economy measure partnership partner ally allies alliance
  peace stability prosperity council committee resolution report mandate general situation party parties
  action future progress issue issues area areas common policy statement agreement agreements level range
  wide basis process implementation implement use interest interests challenge challenges priority number
  period year years month months day days time date part way term terms end`);

/** How much a word of a class counts. A word of no class counts 1. */
const weights = { joining: 0, speaking: 0.2, common: 0.5, figure: 0.15 } as const;

/** English words without the ends that number, tense and derivation give them: for comparing, not for reading. */
export function stem(word: string): string {
  let short = word;
  if (short.length > 4) {
    if (short.endsWith('ies')) short = `${short.slice(0, -3)}y`;
    else if (/(?:ss|x|ch|sh)es$/.test(short)) short = short.slice(0, -2);
    else if (/[^sui]s$/.test(short)) short = short.slice(0, -1);
  }
  if (short.length > 5) short = short.replace(/(?:ing|ed|ly)$/, '');
  if (short.length > 5) short = short.replace(/(?:ment|ion)$/, '');
  short = short.replace(/ise$/, 'ize').replace(/our$/, 'or');
  if (short.length > 4 && short.endsWith('e')) short = short.slice(0, -1);
  return /([^aeiou])\1$/.test(short) && short.length > 3 ? short.slice(0, -1) : short;
}

const byStem = new Map<string, number>([
  ...common.map((word) => [stem(word), weights.common] as const),
  ...speaking.map((word) => [stem(word), weights.speaking] as const),
  ...joining.map((word) => [stem(word), weights.joining] as const),
]);

const joiningWords: ReadonlySet<string> = new Set(joining);
const speakingWords: ReadonlySet<string> = new Set(speaking.map(stem));

/** Shorter ones are parts of words (`co-ordinate`) or signs of a list. */
const shortest = 3;

/** A word as it is compared. */
export interface Term {
  readonly key: string;
  readonly weight: number;
}

const numbers = list('one two three four five six seven eight nine ten eleven twelve');
const months = new Set(monthNames);
/** Of months also in small letters, where one is no verb. */
const figures = new Set([
  ...numbers,
  ...monthNames.filter((name) => name !== 'May').map((name) => name.toLowerCase()),
]);
const figure: Term = { key: '0', weight: weights.figure };

/** Whether a word is a figure or a month: those change from one text to the next. */
export const isFigure = (word: string): boolean =>
  /^\d/.test(word) || months.has(word) || figures.has(word.toLowerCase());

/**
 * The term of a word as written. Short words in capitals keep them (`US` is no `us`); figures and months
 * are all one term.
 */
export function termOf(word: string): Term {
  if (isFigure(word)) return figure;
  const plain = word.replace(/['’]s?$/i, '');
  if (/^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u.test(plain)) return { key: plain, weight: 1 };
  const low = plain.toLowerCase();
  if (joiningWords.has(low)) return { key: low, weight: 0 };
  const key = stem(low);
  return { key, weight: byStem.get(key) ?? (key.length < shortest ? 0 : 1) };
}

/** Whether a term is of those with which somebody speaks. */
export const isSpeaking = ({ key }: Term): boolean => speakingWords.has(key);
