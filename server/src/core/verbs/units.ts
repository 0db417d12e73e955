import { isPast } from './context.ts';
import { type Hit, ownVoice } from './english.ts';
import { isAdverb, type Word } from './words.ts';

/** Verbs that stand together and count as one: "will continue to". */
export interface Unit {
  /** All that stand together, in order; a verb that says what is to be done may be among them. */
  readonly hits: readonly Hit[];
  /** The one that counts. */
  readonly main: Hit;
  /** What reports it: "confirmed" in "confirmed that they will continue to". */
  readonly governor: Unit | undefined;
}

/** Commissive verbs that report what follows as a stance verb does: "agreed that they will". */
const agreeing: ReadonlySet<string> = new Set([
  ...[
    'agree',
    'concur',
    'commit',
    'pledge',
    'promise',
    'vow',
    'undertake',
    'resolve',
    'determined',
    'decide',
  ],
]);

const isCommissive = ({ lexeme }: Hit): boolean => lexeme.ladder === 'commissive';
const isAgreeing = (hit: Hit): boolean => !hit.noun && agreeing.has(hit.lexeme.lemma);
const refusals: ReadonlySet<string> = new Set(['should not', 'not tolerate']);

/** The weakest of verbs that stand together counts; of equals the first. */
const weakestOf = (hits: readonly Hit[]): Hit =>
  hits.reduce((weakest, hit) => (hit.lexeme.rung < weakest.lexeme.rung ? hit : weakest));

/** Joins the verbs of an English sentence and tells what reports what. */
export function englishUnits(words: readonly Word[], hits: readonly Hit[]): Unit[] {
  const units: Unit[] = [];
  for (const hit of hits) {
    const last = units[units.length - 1];
    const joined = last && join(words, last, hit);
    if (joined !== undefined) units[units.length - 1] = joined;
    else units.push({ hits: [hit], main: hit, governor: last && governorOf(words, last, hit) });
  }
  return units;
}

/** One unit of two that stand together: "will" + "consider", "will" + "support"; undefined for others. */
function join(words: readonly Word[], unit: Unit, hit: Hit): Unit | undefined {
  const previous = unit.hits[unit.hits.length - 1] as Hit;
  if (!isCommissive(unit.main) || !standTogether(words, previous.last, hit.first)) return undefined;
  if (!isCommissive(previous) || (isAgreeing(previous) && isCommissive(hit))) return undefined;
  const hits = [...unit.hits, hit];
  if (isCommissive(hit)) return { ...unit, hits, main: weakestOf(hits) };
  // "will not tolerate" is a refusal, and "continue to urge" urges; elsewhere the verb says what will be done.
  const takesOver = refusals.has(hit.lexeme.lemma) || unit.hits.every(isContinue);
  return { ...unit, hits, main: takesOver ? hit : unit.main };
}

const isContinue = ({ lexeme }: Hit): boolean => lexeme.lemma === 'continue';

/** Only adverbs, "to" and "be" between. */
function standTogether(words: readonly Word[], last: number, first: number): boolean {
  for (let at = last + 1; at <= first; at++) {
    const { text, apart } = words[at] as Word;
    if (apart) return false;
    if (at < first && text !== 'to' && text !== 'be' && !isAdverb(text)) return false;
  }
  return true;
}

const furthest = 16;
const subjects = new Set(['they', 'we', 'it', 'he', 'she', 'both']);
const ownSides = new Set(['ministers', 'sides', 'leaders', 'parties', 'governments', 'countries']);
const viewBefore = 6;
const views = new Set([
  ...['view', 'views', 'understanding', 'position', 'recognition', 'conviction', 'belief'],
  ...['assessment', 'determination', 'commitment', 'intention', 'expectation', 'hope'],
]);

/** What reports the hit: the unit before it where a clause links the two, or what reports that one. */
function governorOf(words: readonly Word[], before: Unit, hit: Hit): Unit | undefined {
  if (!isCommissive(hit)) return undefined;
  if (hit.noun) return before;
  const last = before.hits[before.hits.length - 1] as Hit;
  const between = words.slice(last.last + 1, hit.first);
  if (canGovern(before.main) && isLinked(before.main, between, words[hit.first] as Word))
    return before;
  // "confirmed that they will build … and (that they) will widen"; not "confirmed … and hoped".
  const joint = between.findLast(
    ({ text }) => text !== 'they' && text !== 'that' && !isAdverb(text),
  );
  const joined = joint?.text === 'and' || joint?.text === 'or';
  return joined && !isPast((words[hit.first] as Word).text) ? before.governor : undefined;
}

const canGovern = (hit: Hit): boolean => hit.lexeme.ladder === 'stance' || isAgreeing(hit);

function isLinked(governor: Hit, between: readonly Word[], verb: Word): boolean {
  if (between.length > furthest) return false;
  const rest = between.slice(between.findIndex(({ text }) => !isAdverb(text)));
  const first = rest[0];
  if (first === undefined || between.every(({ text }) => isAdverb(text))) return false;
  if (first.text === 'to') return rest.length === 1 && !verb.apart;
  if (subjects.has(first.text)) return !first.apart;
  const that = rest.findIndex(({ text }) => text === 'that');
  if (that < 0 || that > viewBefore || (that > 0 && !views.has(rest[that - 1]?.text ?? '')))
    return false;
  if (ownVoice.has(governor.lexeme.lemma) || isAgreeing(governor)) return true;
  return rest.some(({ text }) => subjects.has(text) || ownSides.has(text));
}

/** Joins the verbs of a Japanese sentence; what reports comes after what it reports. */
export function japaneseUnits(sentence: string, hits: readonly Hit[]): Unit[] {
  const units: Unit[] = [];
  for (const hit of hits) {
    const last = units[units.length - 1];
    const gap = last && sentence.slice((last.hits[last.hits.length - 1] as Hit).to, hit.from);
    if (last !== undefined && gap !== undefined && isAuxiliary(last.main) && isAuxiliary(hit)) {
      if (gap.length <= 14 && !gap.slice(1).includes('、')) {
        const joined = [...last.hits, hit];
        units[units.length - 1] = { ...last, hits: joined, main: weakestOf(joined) };
        continue;
      }
    }
    const unit: Unit = { hits: [hit], main: hit, governor: undefined };
    if (last !== undefined && gap !== undefined && hit.lexeme.governs && isReported(last, gap))
      units[units.length - 1] = { ...last, governor: unit };
    units.push(unit);
  }
  return units;
}

const isAuxiliary = (hit: Hit): boolean => isCommissive(hit) && !hit.lexeme.governs;

/** 〜ことを, 〜ことで, 〜旨, 〜方針を … between what is reported and the verb that reports it. */
const isReported = ({ main }: Unit, gap: string): boolean =>
  isAuxiliary(main) &&
  gap.length <= 40 &&
  (main.lexeme.lemma === 'していく' || /こと|旨|方針|意向|考え|必要性|^と|と$/.test(gap));
