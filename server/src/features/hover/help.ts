import { lookup } from '../../core/lookup.ts';
/** What a key is for, in words a diplomat knows, for hovers and completion. */
export interface KeyHelp {
  readonly means: string;
  /** What may stand behind it. */
  readonly value: string;
  readonly example: string;
}

const key = (means: string, value: string, example: string): KeyHelp => ({ means, value, example });

/** The keys of a front matter. */
export const frontHelp: Readonly<Record<string, KeyHelp>> = {
  title: key(
    'The title of the text, as issued.',
    'words',
    'title: Joint Statement on the Orla Cable',
  ),
  date: key(
    'The day the text was issued, or the first and last day of the meeting; the last one counts. Without it nothing here is put in order of time.',
    'a day, or two with a stroke between them',
    'date: 2033-04-02/2033-04-03',
  ),
  place: key(
    'Where the meeting took place.',
    'words, or the id of an entity of the codebook',
    'place: Orla',
  ),
  issuer: key(
    'Who published the text.',
    'words, or the id of an entity of the codebook',
    'issuer: Ministry of Foreign Affairs of Belmark',
  ),
  parties: key(
    'Who speaks in this text. Whoever stands here is bound by each commitment that names nobody else with by=.',
    'ids of entities of kind actor',
    'parties: [belmark, corvia]',
  ),
  participants: key(
    'Who took part.',
    'ids of entities of kind actor',
    'participants: [marrow, ives]',
  ),
  series: key(
    'The series of meetings or texts this one belongs to.',
    'the id of a series of the codebook',
    'series: annual-dialogue',
  ),
  'version-of': key(
    'The other side’s text of the same meeting, or the same text in another language.',
    'the key of that document: its file name without .readout.md',
    'version-of: 2033-04-02-orla-corvia',
  ),
  lang: key('The language of the text.', 'a language tag', 'lang: ja'),
  source: key(
    'Where the text was taken from. An address is shown and never fetched.',
    'an address, or the name of a file',
    'source: https://www.example.org/statement',
  ),
  retrieved: key('The day the text was taken from there.', 'a day', 'retrieved: 2033-04-04'),
  sha256: key(
    'The fingerprint of the source without annotations. It tells when a word of the source has changed; Record Source writes it.',
    '64 hexadecimal digits, written by the tool',
    'sha256: …',
  ),
  coding: key(
    'How far the annotation has come. What is a draft is left out of figures and of what counts as dropped.',
    'draft or done',
    'coding: draft',
  ),
  terms: key(
    'Words that stand for certain actors in this text alone. They say who is bound.',
    'the words, and for each the ids of actors',
    'terms: { the Ministers: [marrow, ives] }',
  ),
  ignore: key(
    'What is not to be reported in this document.',
    'codes of findings, and for each the words or ids it is about',
    'ignore: { unlinked-mention: [Orla] }',
  ),
};

/** The keys of a codebook file by their path; `*` stands for a name of one’s own. */
export const codebookHelp: Readonly<Record<string, KeyHelp>> = {
  name: key('The name of the collection.', 'words', 'name: Orla dialogue'),
  include: key(
    'Further files of this codebook, with the same keys.',
    'paths in this folder; * stands for any name',
    'include: [entities/*.yaml]',
  ),
  exclude: key(
    'Files and folders below this one that are no part of the collection: drafts, copies, what is done with.',
    'names of files or folders, with * for any letters and ** for any folders',
    'exclude: [drafts, "**/*.old.readout"]',
  ),
  entities: key(
    'The people, governments, places, agreements and ideas that the texts name. Their ids are what references and by= point at.',
    'ids, each with what it is',
    'entities: { belmark: { kind: actor, name: Belmark } }',
  ),
  'entities.*.kind': key('What it is.', 'a kind', 'kind: actor'),
  'entities.*.name': key('Its full name.', 'words', 'name: Ministry of Defence of Belmark'),
  'entities.*.aliases': key(
    'Other names it goes by. One that holds for a time alone says from when to when.',
    'names',
    'aliases: [MoD, { text: the Minister, from: 2031-05-01, to: 2033-02-28 }]',
  ),
  'entities.*.aliases.text': key('The name.', 'words', 'text: Minister Marrow'),
  'entities.*.aliases.from': key('The first day the name holds.', 'a day', 'from: 2031-05-01'),
  'entities.*.aliases.to': key('The last day the name holds.', 'a day', 'to: 2033-02-28'),
  'entities.*.ignore-in': key(
    'Longer names that hold one of its names and mean somebody else.',
    'names',
    'ignore-in: [Belmark Line]',
  ),
  'entities.*.see': key(
    'An address to read more at. It is shown and never fetched.',
    'an address',
    'see: https://www.example.org',
  ),
  kinds: key(
    'Kinds of marks beside the built-in ones; a built-in one can be changed, or switched off with off.',
    'names, each with what it means',
    'kinds: { pledge: { means: a sum of money that is promised, registered: true } }',
  ),
  'kinds.*.means': key('What the kind is for.', 'a sentence', 'means: a sum that is promised'),
  'kinds.*.registered': key(
    'Whether its marks stand in the register.',
    'true or false',
    'registered: true',
  ),
  'kinds.*.color': key('The colour of its marks.', 'a theme colour', 'color: charts.green'),
  'kinds.*.examples': key(
    'Words that are of this kind.',
    'examples',
    'examples: ["[will give two million]"]',
  ),
  'kinds.*.not': key(
    'Words that look like it and are something else.',
    'examples',
    'not: [welcomed the gift]',
  ),
  relations: key(
    'Relations between marks beside the built-in ones.',
    'names, each with what it means',
    'relations: { implements: { inverse: implemented by } }',
  ),
  'relations.*.means': key('What the relation says.', 'a sentence', 'means: carries out'),
  'relations.*.inverse': key(
    'What it is called seen from the other side.',
    'words',
    'inverse: implemented by',
  ),
  'relations.*.from': key(
    'The kinds of marks it may stand on; without it any.',
    'kinds',
    'from: [commitment]',
  ),
  'relations.*.to': key(
    'The kinds it may point at, or same for the kind it stands on; without it anything.',
    'kinds, or same',
    'to: [instrument]',
  ),
  'relations.*.symmetric': key(
    'Whether it says the same from both sides.',
    'true or false',
    'symmetric: true',
  ),
  'relations.*.acyclic': key(
    'Whether a ring of such relations makes no sense and is reported.',
    'true or false',
    'acyclic: true',
  ),
  'relations.*.example': key('A mark that bears it.', 'an example', 'example: …'),
  'relations.*.not': key('What it is not for.', 'an example', 'not: …'),
  ladders: key(
    'How firm a verb is. Verbs are compared within one ladder only; there is no official order.',
    'stance, directive or commissive, each with its rungs, the weakest first',
    'ladders: { commissive: [[consider], [plan], [will], [shall]] }',
  ),
  'ladders.stance': key(
    'Verbs that take a view: from discuss to reaffirm.',
    'rungs, each a list of verbs',
    'stance: [[note], [welcome], [reaffirm]]',
  ),
  'ladders.directive': key(
    'Verbs that ask others to act: from invite to demand.',
    'rungs, each a list of verbs',
    'directive: [[invite], [urge], [demand]]',
  ),
  'ladders.commissive': key(
    'Verbs that bind the speaker: from consider to decide.',
    'rungs, each a list of verbs',
    'commissive: [[consider], [plan], [will], [shall]]',
  ),
  'commitment-line': key(
    'The verb from whose rung on a statement counts as a commitment.',
    'a verb of the commissive ladder',
    'commitment-line: plan',
  ),
  cues: key(
    'Phrases that go back to an earlier text.',
    'languages, each with its phrases',
    'cues: { en: [as agreed, building on] }',
  ),
  series: key(
    'Meetings that come again and again.',
    'ids, each with its names',
    'series: { annual-dialogue: { names: [Annual Dialogue], every: year } }',
  ),
  'series.*.names': key('What it is called in the texts.', 'names', 'names: [Annual Dialogue]'),
  'series.*.every': key('How often it meets.', 'year, quarter, month …', 'every: year'),
  rules: key(
    'How firmly each finding is shown in this collection.',
    'codes of findings, each with error, warning, information, hint or off',
    'rules: { no-due: hint }',
  ),
  mentions: key(
    'Whether only the first mention of a name that is linked nowhere in a document is reported, or each.',
    'first or all',
    'mentions: first',
  ),
  backreferences: key(
    'Whether phrases that go back to an earlier text are looked for beside registered marks, or everywhere.',
    'marked or all',
    'backreferences: marked',
  ),
};

/** The help for a key of a codebook file, by the keys that lead to it. */
export function helpFor(path: readonly string[]): KeyHelp | undefined {
  const exact = lookup(codebookHelp, path.join('.'));
  if (exact) return exact;
  const [section = '', , ...rest] = path;
  return path.length > 2 ? lookup(codebookHelp, [section, '*', ...rest].join('.')) : undefined;
}
