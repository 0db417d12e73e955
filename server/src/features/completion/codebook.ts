import { builtinCues } from '../../core/codebook/builtin/cues.ts';
import { builtinKinds } from '../../core/codebook/builtin/kinds.ts';
import { builtinLadders } from '../../core/codebook/builtin/ladders.ts';
import { builtinRelations } from '../../core/codebook/builtin/relations.ts';
import type {
  CodebookFile,
  Kind,
  LadderName,
  Ladders,
  Relation,
} from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { rungWords } from '../../core/marks/verb.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { rules } from '../../rules/index.ts';
import { codebookHelp, type KeyHelp } from '../hover/help.ts';
import { kindHover, relationHover } from '../hover/terms.ts';
import { codeDrafts } from './front.ts';
import { type Completions, completions, type Draft, startingWith } from './item.ts';
import { choice, type Form, keyDrafts, valueDrafts } from './yaml.ts';
import type { YamlPlace } from './yaml-place.ts';
import { yamlPlace } from './yaml-place-in.ts';

/** What may be written in a file of the codebook. */
export function codebookCompletions(
  snapshot: Snapshot,
  { text }: CodebookFile,
  offset: number,
): Completions | undefined {
  const place = yamlPlace(text, { from: 0, to: text.length }, offset);
  if (!place) return undefined;
  if (place.role === 'value') {
    const found = valuesAt(snapshot, place);
    if (!found) return undefined;
    const drafts = startingWith(place.typed, found.drafts);
    return completions(place, valueDrafts(drafts, place, found.isList));
  }
  if (place.path.join() === 'rules') return completions(place, codeDrafts(place, 'scalar'));
  const keys = keyDrafts(keysBelow(place.path), place, t`codebook`);
  return completions(place, [...builtinDrafts(snapshot, place), ...keys]);
}

/** The names of a section that are built in: a collection may change what they mean, or switch them off. */
function* builtinDrafts(snapshot: Snapshot, place: YamlPlace): Generator<Draft> {
  const section = place.path.join();
  const desk = { snapshot, codebook: snapshot.codebook, options: {} };
  if (section === 'kinds') {
    for (const draft of keyDrafts(builtinKinds.map(asKey), place, t`kind`))
      yield { ...draft, documentation: () => kindHover(desk, draft.label) || told(draft) };
  } else if (section === 'relations') {
    for (const draft of keyDrafts(builtinRelations.map(asKey), place, t`relation`))
      yield { ...draft, documentation: () => relationHover(desk, draft.label) || told(draft) };
  } else if (section === 'cues') yield* keyDrafts(languages(), place, t`phrases`);
}

// What a codebook switches off has no definition any more.
const told = ({ documentation }: Draft): string => documentation?.() ?? '';

const asKey = ({ name, means }: Kind | Relation) =>
  [
    name,
    { means, value: t`what is to be another, or off`, example: `${name}: off` },
    'table',
  ] as const;

const languages = () =>
  [...builtinCues.keys()].map((language) => {
    const means = t`The phrases in the language “${language}”; they take the place of those that are built in.`;
    const example = `${language}: [as agreed, building on]`;
    return [language, { means, value: t`a list of phrases`, example }, 'list'] as const;
  });

/** The keys that may stand below a path, from the help there is for them. */
function keysBelow(path: readonly string[]): (readonly [string, KeyHelp, Form])[] {
  const depth = path.length;
  return Object.entries(codebookHelp).flatMap(([name, help]) => {
    const keys = name.split('.');
    const isBelow = keys.length === depth + 1 && path.every((key, i) => isStep(keys[i], key));
    const last = keys[depth];
    return isBelow && last && last !== '*' ? [[last, help, formOf(name)] as const] : [];
  });
}

const isStep = (step: string | undefined, key: string): boolean => step === '*' || step === key;

const lists = /^(include|exclude|.*\.(aliases|ignore-in|examples|not|from|to|names)|ladders\..*)$/;
const tables = /^(entities|kinds|relations|ladders|cues|series|rules)$/;

const formOf = (name: string): Form =>
  tables.test(name) ? 'table' : lists.test(name) && !/aliases\./.test(name) ? 'list' : 'scalar';

interface Values {
  readonly drafts: Iterable<Draft>;
  /** Whether several stand in brackets. */
  readonly isList: boolean;
}

function valuesAt(snapshot: Snapshot, { path }: YamlPlace): Values | undefined {
  const { codebook } = snapshot;
  const [section = '', name = '', field] = path;
  const one = (drafts: Iterable<Draft>): Values => ({ drafts, isList: false });
  const some = (drafts: Iterable<Draft>): Values => ({ drafts, isList: true });
  if (section === 'entities' && field === 'kind') return one(kinds(snapshot, false));
  if ((section === 'kinds' || section === 'relations') && !field && name) return one([off()]);
  if (field === 'registered' || field === 'symmetric' || field === 'acyclic') return one(yesOrNo());
  if (section === 'kinds' && field === 'color') return one(colors());
  if (section === 'relations' && field === 'from') return some(kinds(snapshot, false));
  if (section === 'relations' && field === 'to') return some(kinds(snapshot, true));
  if (section === 'ladders' && name) return some(lemmas(builtinLadders, name as LadderName));
  if (section === 'commitment-line') return one(lemmas(codebook.ladders, 'commissive'));
  if (section === 'series' && field === 'every') return one(periods());
  if (section === 'rules' && name) return one(levels(name));
  if (section === 'mentions') return one(mentions());
  return section === 'backreferences' ? one(backreferences()) : undefined;
}

function* kinds(snapshot: Snapshot, withSame: boolean): Generator<Draft> {
  const desk = { snapshot, codebook: snapshot.codebook, options: {} };
  if (withSame) yield choice('same', t`kind`, t`the kind of the mark it stands on`);
  for (const { name, means } of snapshot.codebook.kinds.values()) {
    const documentation = () => kindHover(desk, name);
    yield { ...choice(name, t`kind`, means), is: 'kind', documentation };
  }
}

function* lemmas(ladders: Ladders, ladder: LadderName): Generator<Draft> {
  const rungs = ladders[ladder] ?? [];
  for (const [rung, own] of rungs.entries()) {
    for (const lemma of own) yield choice(lemma, t`verb`, rungWords({ ladders }, { ladder, rung }));
  }
}

/** The levels of a finding, its own first. */
function levels(code: string): Draft[] {
  const own = rules.find((rule) => rule.code === code)?.level;
  const all = ['error', 'warning', 'information', 'hint', 'off'];
  const sorted = own ? [own, ...all.filter((level) => level !== own)] : all;
  return sorted.map((level) =>
    choice(level, t`level`, level === own ? t`as it is by default` : ''),
  );
}

const off = () => choice('off', t`off`, t`there is nothing of this name in this collection`);
const yesOrNo = () => [choice('true', t`yes or no`, t`yes`), choice('false', t`yes or no`, t`no`)];
const colorNames = ['green', 'blue', 'orange', 'purple', 'red', 'yellow', 'lines', 'foreground'];
const colors = () => colorNames.map((color) => choice(`charts.${color}`, t`colour`));
const periodNames = ['year', 'half-year', 'quarter', 'month', 'week'];
const periods = () => periodNames.map((every) => choice(every, t`period`));
const mentions = () => [
  choice('first', t`mentions`, t`the first mention of what is linked nowhere in a document`),
  choice('all', t`mentions`, t`each mention that is not linked`),
];
const backreferences = () => [
  choice('marked', t`back-references`, t`beside registered marks`),
  choice('all', t`back-references`, t`in every sentence`),
];
