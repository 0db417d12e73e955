/**
 * English back-references that a phrase alone does not tell: what goes on has begun before, and what
 * was decided at a meeting was decided there. Each pattern is linear on any text.
 */
import { monthNames } from '../dates.ts';
import { matchesOf } from '../matches.ts';

/** Up to so many words that may stand before a noun. */
const few = (most: number): string =>
  `(?:[\\p{Sc}(]?[\\p{L}\\p{N}][\\p{L}\\p{N}’'\\u2010-\\u2013-]{0,24}(?:\\.\\p{L}+)*(?:(?<=\\.\\p{L})\\.(?:[\\u2010-\\u2013-][\\p{L}.]{1,24})?)?\\)?,?\\s{1,3}(?:[–-]\\s{1,3})?){0,${most}}?`;
const words = (...all: string[]): string => `(?:${all.join('|')})`;

const meetings = words(
  ...['meetings?', 'summits?', 'sessions?', 'visits?', 'calls?', 'conversations?', 'talks'],
  ...[
    'dialogues?',
    'consultations',
    'discussions?',
    'statements?',
    'declarations?',
    'communiqués?',
  ],
  ...['conferences?', 'engagements?', '2\\+2', 'trilateral', 'negotiations'],
);

/** What somebody has undertaken, so that it can go on. */
const undertakings = words(
  ...['efforts?', 'co-?operation', 'collaboration', 'co-?ordination', 'commitments?', 'work'],
  ...['consultations?', 'dialogues?', 'discussions?', 'negotiations?', 'communications?', 'talks'],
  ...['engagements?', 'initiatives?', 'support', 'partnerships?', 'implementation', 'concerns?'],
  ...['assistance', 'contributions?', 'exchanges', 'contacts', 'friendship', 'process'],
  ...['investigations?'],
);

/** Words that say which, one after the other: *economic, humanitarian, and security*. */
const which = `(?:${few(3)}|\\p{L}+,\\s(?:\\p{L}+,?\\s){1,2}(?:and\\s)\\p{L}+\\s)`;

const months = words(...monthNames, '\\d{4}');

const spans = words('week', 'month', 'year', 'spring', 'summer', 'fall', 'autumn', 'winter');

const ordinal = words(
  ...['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', '\\d{1,2}(?:nd|rd|th|st)'],
);

/** What can be agreed on paper, and then be carried out. */
const instruments = words(
  ...['agreements?', 'declarations?', 'commitments?', 'resolutions?', 'outcomes', 'accords?'],
  ...['statements?', 'communiqués?'],
  ...[
    'decisions',
    '(?:action|work)\\s+plans?',
    'memorandum',
    'initiatives',
    'arrangements?',
    'pact',
  ],
  ...['treaty', 'protocol', 'conventions?', 'charter', 'partnership', 'framework', 'road\\s?map'],
);

/** Papers that states sign. */
const papers = words(
  ...[
    'agreement',
    'declaration',
    'accords?',
    'treaty',
    'protocol',
    'convention',
    'charter',
    'pact',
  ],
);

const whose = words('the', 'our', 'their', 'its', 'his', 'her', 'this', 'these', 'any', 'all');

/** Not behind words that wish for what is to come: *to support continued progress*. */
const notWished = '(?<!\\b(?:support|supporting|ensure|ensuring|forward\\sto|of|for)\\s)';

/** Forms by which a text goes back to an earlier one. */
const shapes: readonly RegExp[] = [
  // What was said or done at a meeting.
  `\\b${words('agreed', 'agreed to', 'agreed upon', 'announced', 'decided', 'adopted', 'launched', 'signed', 'established', 'discussed', 'reached', 'endorsed', 'issued', 'outlined', 'concluded', 'made', 'initiated', 'unveiled', 'articulated', 'affirmed')}\\s+${words('at', 'during', 'in')}\\s+${words('the', 'our', 'their', 'its', 'last')}\\s+${few(6)}${meetings}\\b`,
  `\\b(?:at|since|during|following|after)\\s+${words('the', 'our', 'their', 'his', 'her', 'last')}\\s+${few(6)}${meetings}\\s+${few(4)}(?:in|on|of)\\s+(?:last\\s+)?(?:\\d{1,2}\\s+)?${months}\\b`,
  `\\bon\\s+the\\s+basis\\s+of\\s+${words('the', 'our', 'their', 'its')}\\s+${few(6)}(?:agreements?|resolutions?|declaration|statement|decisions?|commitments?)\\b`,
  `\\b${whose}\\s+${words('last', 'previous', 'most recent', 'earlier', 'prior')}\\s+${few(4)}${meetings}\\b`,
  `\\bsince\\s+${words('the', 'our', 'their', 'its', 'last', 'his', 'her')}\\s+${few(6)}${meetings}\\b`,
  `\\b${words('agreed', 'announced', 'launched', 'signed', 'established', 'endorsed', 'initiated', 'unveiled')}\\s+by\\s+${few(4)}${words('at', 'during')}\\s+${words('the', 'our', 'their', 'its', 'last')}\\s+${few(6)}${meetings}\\b`,
  `\\bsince\\s+${few(6)}met\\b`,
  `\\b${words('recently', 'newly')}\\s+${words('agreed', 'announced', 'adopted', 'concluded', 'established', 'signed', 'launched', 'issued')}\\b`,
  `(?<!\\b${words('ensure', 'ensuring', 'for', 'support', 'supporting', 'to', 'toward', 'towards')}\\s)\\bthe\\s+successful\\s+${few(1)}${words('launch', 'conclusion', 'completion', 'establishment', 'first', 'second', 'third', 'replenishment', meetings)}\\b`,
  `\\b(?:in\\s+(?:${monthNames.join('|')})?\\s?(?:19|20)\\d\\d|(?:last|earlier\\s+this)\\s+${spans}),\\s+${few(12)}${words('announced', 'launched', 'signed', 'agreed', 'established', 'initiated', 'pledged')}\\b`,
  `\\b${words('launch', 'signing', 'announcement', meetings)}\\s+earlier\\s+this\\s+${spans}\\b`,
  `(?<=\\b${whose}\\s|['’]s\\s)recent\\s+${few(3)}${words('announcements?', 'agreements?', 'decisions?', 'statements?', 'commitments?', 'pledges?', 'declarations?', 'trips?', meetings)}\\b`,
  `\\b(?:${ordinal}|first|\\d{1,2}(?:st|-year))\\s+anniversary\\s+of\\s+${words('the', 'our', 'their')}\\s+${few(8)}${words(instruments, meetings, 'alliance')}\\b`,
  `\\b(?:${meetings}|which)\\s+${words('follows', 'followed', 'builds', 'built', 'comes', 'came')}\\b`,
  // What has got further.
  `\\b(?:(?:review|assess)(?:ed|ing|es)|${words('discuss', 'not', 'welcom', 'encourag', 'acknowledg', 'recogniz', 'applaud', 'commend', 'hail', 'prais')}(?:ed|ing|es|s|e)?)\\s+(?:the\\s+)?${few(2)}progress\\b`,
  `(?:\\b${words('the', 'our', 'their')}|${notWished}\\b${words('continued', 'ongoing')})\\s+${few(1)}progress\\s+${words('in', 'on', 'of', 'under', 'made', 'toward', 'towards', 'achieved')}\\b`,
  `\\bthe\\s+${few(2)}progress\\s+(?:that\\s+)?${few(6)}(?:has|have)\\s+(?:made|achieved)\\b`,
  `(?<=\\b(?:discussed|on|made)\\s)progress\\s+${words('in', 'on', 'of', 'under', 'toward', 'towards')}\\b`,
  `(?<=\\b${words('have', 'we', 'they')}\\s(?:also\\s|already\\s)?)(?:made|achieved)\\s+${few(2)}${words('progress', 'strides', 'headway')}\\s+${words('in', 'on', 'to', 'toward', 'towards')}\\b`,
  `\\b(?:welcom(?:e|es|ed|ing)|tak(?:e|es|ing)\\s+note\\s+of|took\\s+note\\s+of|not(?:es|ed|ing)|having\\s+(?:received|examined|reviewed))\\s+(?:also\\s+)?${few(8)}${words('reports?', 'assessments?', 'letters?', 'recommendations')}(?=\\s+(?:of|by|from|to|on|dated|submitted)\\b)`,
  // What goes on. *A continuing dialogue* begins with this text.
  `\\ban?\\s+${words('continued', 'continuing', 'enduring', 'abiding')}\\s+${few(1)}commitments?\\b`,
  `\\bsteadfast\\s+in\\s+${words('our', 'their', 'its')}\\s+${few(1)}${undertakings}\\b`,
  `\\b(?:remains?\\s+unchanged|no\\s+change\\s+(?:in|to)\\s+(?:our|their|its))\\b`,
  `\\bremain(?:s|ed)?\\s+(?:deeply\\s+|gravely\\s+)?${words('concerned', 'resolute')}\\b`,
  `\\b${words('maintain', 'sustain')}\\s+and\\s+(?:further\\s+)?\\p{L}+\\b`,
  `\\bkeep\\s+(?:up\\s+(?:our|their|its)|\\p{L}{4,20}ing)\\b`,
  `(?<=\\bto\\s)continue\\s+\\p{L}{3,20}ing\\b`,
  `\\befforts\\s+being\\s+(?:made|\\p{L}{3,12}(?:ed|en))\\b`,
  `(?<!\\ban?\\s)\\b${words('continued', 'continuing', 'continuous', 'enduring', 'abiding')}\\s+${which}${undertakings}\\b`,
  `\\b${words('ongoing', 'on-going', 'existing', 'long-?standing')}\\s+${which}${undertakings}\\b`,
  `\\b${words('continued', 'continues', 'continuing', 'continue')}\\s+${words('their', 'our', 'its', 'these', 'this', 'close', 'joint')}\\b`,
  `\\bcontinue\\s+(?!to\\s)${few(1)}${undertakings}\\b`,
  `\\b${words('sustain', 'sustaining')}\\s+${few(3)}${undertakings}\\b`,
  `(?<!\\ban?\\s)\\bsustained\\s+${few(2)}${undertakings}\\b`,
  `\\b(?:maintain|reinforc|uphold)(?:e|s|ed|es|ing)?\\s+${words('our', 'their', 'its', 'close')}\\s+${few(2)}${undertakings}\\b`,
  `(?<=${words('commit', 'committed', 'agreed', 'pledged', 'resolved', 'resolve', 'determined', 'intend', 'plan', 'and', 'vowed', 'decided', 'look forward')}\\s(?:to\\s)?)${words('continue', 'continuing')}\\s+\\p{L}+ing\\b`,
  `\\b${words('collaboration', 'cooperation', 'coordination', 'engagement', 'dialogue', 'consultations', 'work', 'discussions', 'efforts')}\\s+will\\s+continue\\b`,
  `\\bcontinu(?:e|es|ed|ing)\\s+to\\s+${words('urge', 'call', 'encourage', 'support', 'stress', 'stand', 'condemn', 'oppose', 'cooperate', 'coordinate', 'consult', 'welcome', 'uphold', 'honou?r')}\\b`,
  `\\bresum(?:ption\\s+of|ed|ing)\\s+${few(3)}${words(undertakings, 'activities')}\\b`,
  // What was agreed is carried out.
  `\\bimplement(?:ation\\s+of|ing|ed)?\\s+(?:immediately\\s+|fully\\s+)?(?:its\\s+|the\\s+|all\\s+|relevant\\s+|Security\\s+Council\\s+){0,3}${words('resolutions?', 'recommendations')}\\b`,
  `\\bimplement(?:ation\\s+of|ing|ed)?\\s+${words('the', 'our', 'their', 'its', 'all')}\\s+${few(6)}${instruments}\\b`,
  `\\b${words('commitments', 'obligations', 'goals', 'objectives', 'principles', 'provisions', 'targets', 'enshrined', 'contained', 'reflected', 'embodied', 'outlined', 'set\\s+out', 'set\\s+forth', 'laid\\s+(?:down|out)')}\\s+${words('under', 'of', 'in')}\\s+(?:the\\s+|our\\s+|its\\s+|their\\s+)?${few(5)}${words(papers, 'resolutions?', 'order', 'announcement', 'statement', 'communiqué', 'memorandum')}\\b`,
  // Whose statements were recalled a few words before.
  `\\bas\\s+well\\s+as\\s+${words('the', 'its', 'his', 'her', 'their')}\\s+${few(2)}${words('statements?', 'letters?', 'reports?', 'declarations?')}\\s+${words('of', 'by', 'from')}\\b`,
  `\\bthe\\s+statements?\\s+(?:of|by)\\s+its\\s+President\\b`,
  `\\bas\\s+${words('I', 'we', 'he', 'she', 'they')}\\s+(?:have\\s+|has\\s+|had\\s+)?${words('said', 'stated', 'noted', 'announced', 'agreed', 'pledged', 'promised', 'affirmed')}\\b`,
  `\\b${words('pledges?', 'commitments?', 'promises?', 'announcements?')}\\s+(?:that\\s+)?${few(4)}made(?=\\s+${words('at', 'in', 'during', 'last', 'on')}\\b)`,
  `\\b(?:deliver(?:ing|ed)?|follow(?:ing|ed)?[ -]through)\\s+on\\s+${few(5)}${words('commitments?', 'promises?', 'pledges?', 'agreements?', 'ambitions?')}\\b`,
  '\\bfollow(?:s|ed|ing)?[ -]through\\b',
  `\\bviolat(?:ions?\\s+(?:and\\s+\\p{L}+\\s+)?of|es?|ed|ing)\\s+${few(6)}resolutions?\\b`,
  `\\bthe\\s+outcomes?\\s+of\\s+${words('the', 'our', 'their', 'last')}\\s+${few(5)}${meetings}\\b`,
  `\\b${whose}\\s+recent\\s+${few(4)}${meetings}\\b`,
  `\\brenew(?:s|ed|ing)?\\s+(?:${words('our', 'their', 'its', 'his', 'her', 'the')}\\b|(?:calls?|commitments?|pledges?|efforts?)\\b)`,
  `\\bredoubl(?:e|es|ed|ing)\\s+${few(2)}${undertakings}\\b`,
  `\\b(?:reinvigorat|revitali[sz]|relaunch|reconven|reactivat|reviv|re-?establish)(?:e|es|ed|ing)?\\s+${words('the', 'our', 'their', 'its')}\\s+${few(6)}${words(instruments, undertakings, meetings, 'groups?', 'mechanisms?', 'councils?', 'commissions?', 'committees?')}\\b`,
  // *Decides further to extend* and *help, as requested* go back to nothing.
  `\\bfurther\\s+to(?=\\s+${words('the', 'our', 'their', 'its', 'his', 'her', 'this', 'these', 'those', 'paragraphs?', 'resolutions?', 'decisions?', 'statements?', 'letters?')}\\b)`,
  `\\bas\\s+requested(?=\\s+${words('by', 'in', 'at', 'under', 'during')}\\b)`,
  // Mandates and calls that are given again.
  `\\bdecides?d?\\s+(?:further\\s+)?to\\s+(?:extend|renew|maintain)\\b`,
  `\\b(?:its|their)\\s+(?:urgent\\s+)?(?:calls?|requests?|demands?|appeals?)\\s+(?:up)?(?:on|to|for|that)\\b`,
].map((source) => new RegExp(source, 'giu'));

/** One of a row of meetings, if it is not still to come. */
const ofARow = new RegExp(`\\bthe\\s+${ordinal}\\s+${few(6)}${meetings}\\b`, 'giu');
const isAhead =
  /\b(?:look(?:s|ed|ing)?\s+(?:forward|ahead)\s+to|(?:ahead|advance|view|anticipation)\s+of|preparations?\s+for|(?:will|to)\s+(?:(?:co-?)?host|hold|convene|attend|chair|participate\s+in))\s[^.;:]{0,24}$/iu;
const isToBe = /^[^.;]{0,60}\b(?:will|to)\s+(?:be\s+held|take\s+place)\b/iu;

/** `continue to`, with those who have been doing it before: not prices and not other people's wars. */
const goesOn =
  /\b(?:continu(?:e|es|ed|ing)\s+to|will\s+continue)\b(?!\s+(?:to\s+)?(?:be|cause|constitute|exist|pose|remain|represent|suffer)\b)/giu;
const speakers =
  /(?:\b(?:importance\s+of|need\s+to|we|they|both|he|she|leaders?|presidents?|ministers?|secretar(?:y|ies)|committee|council|advis[eo]rs?|parties|sides|officials|experts|governments?|nations|countries|states|kingdom|allies|partners|members|administration|group|kingdom|union|commission|commit(?:s|ted)?|agree(?:s|d)?|pledge[sd]?|resolved?|resolve|determin(?:ed|ation)|intend(?:s|ed)?|plan(?:s|ned)?|commitment|desire|will|shall|would|need|must|also|further|to)\b[^.;:]{0,24}|(?:^|[;,.]\s*|\n\s*)(?:\d+\.\s+)?)$/iu;

/** `They met the press, and continued to …`: the second verb of those who speak. */
const goesOnSaying =
  /(?:^|[^\p{L}])(?:we|they|both|he|she|leaders|presidents?|(?:prime )?ministers?|secretary|committee|council|advis[eo]rs?|parties|sides)\s[^.;:]{0,100}\band\s+(?:also\s+)?$/iu;

const named = words(
  ...[
    'Agreement',
    'Declaration',
    'Accords?',
    'Treaty',
    'Protocol',
    'Convention',
    'Charter',
    'Pact',
  ],
  ...['Arrangement', 'Framework', '(?:Action|Work)\\s+Plan', 'Memorandum'],
);

/** Papers with a name, in capitals: *under the Lake Charter*, *Article 5 of the Treaty*, *signing of the Accord*. */
const papersNamed = new RegExp(
  `\\b(?:[Uu]nder\\s+(?:Article\\s+[\\p{L}\\p{N}]+\\s+of\\s+)?|Article\\s+[\\p{Lu}\\p{N}]+\\s+of\\s+|[Ss]igning\\s+of\\s+|(?:[Rr]espect|[Uu]phold|[Hh]onou?r|[Vv]iolat)(?:e|s|es|ed|ing)?\\s+)${words('the', 'our', 'their', 'its')}\\s+${few(7)}${named}\\b`,
  'gu',
);

/** *Welcomed the Joint Statement on …*. */
const welcomed = new RegExp(
  `\\b(?:[Ww]elcom|[Ee]ndors|[Aa]pplaud|[Cc]ommend)(?:e|s|es|ed|ing)?\\s+the\\s+(?!upcoming|next|forthcoming)${few(5)}${words('Statement', 'Communiqué', 'Dialogue', 'Initiative', 'Summit', named)}\\b`,
  'gu',
);

/** Where the English forms stand in a text, in order of their start. UTF-16 offsets. */
export function englishShapes(text: string): { from: number; to: number; cue: string }[] {
  const found: { from: number; to: number; cue: string }[] = [];
  const add = (from: number, cue: string) => found.push({ from, to: from + cue.length, cue });
  for (const shape of [...shapes, papersNamed, welcomed]) {
    for (const { 0: cue, index } of matchesOf(shape, text)) add(index, cue);
  }
  for (const { 0: cue, index } of matchesOf(ofARow, text)) {
    const end = index + cue.length;
    if (isAhead.test(text.slice(Math.max(0, index - 60), index))) continue;
    if (!isToBe.test(text.slice(end, end + 80))) add(index, cue);
  }
  for (const { 0: cue, index } of matchesOf(goesOn, text)) {
    const before = text.slice(Math.max(0, index - 120), index);
    if (speakers.test(before.slice(-60)) || goesOnSaying.test(before)) add(index, cue);
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}
