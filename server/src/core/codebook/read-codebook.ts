import type { Piece } from '../text.ts';
import { overlaps } from '../text.ts';
import { entryOf } from '../yaml/yaml.ts';
import { builtinAttributes } from './builtin/attributes.ts';
import { builtinCues } from './builtin/cues.ts';
import { builtinKinds } from './builtin/kinds.ts';
import { builtinCommitmentLine, builtinLadders } from './builtin/ladders.ts';
import { builtinRelations } from './builtin/relations.ts';
import type { Codebook, CodebookIssue, Place } from './codebook.ts';
import { readEntities } from './entities.ts';
import { allowedGlobs, readFile, reportIdle, type Section, sections } from './file.ts';
import { readKinds } from './kinds.ts';
import { readCommitmentLine, readLadders } from './ladders.ts';
import { readRelations } from './relations.ts';
import { readChoice, readCues, readName, readRules, readSeries } from './settings.ts';

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.name, one]));

/** The codebook of a collection that has none of its own; others are laid over it. */
export const builtinCodebook: Codebook = {
  files: [],
  name: undefined,
  kinds: byName(builtinKinds),
  relations: byName(builtinRelations),
  attributes: byName(builtinAttributes),
  ladders: builtinLadders,
  commitmentLine: builtinCommitmentLine,
  entities: new Map(),
  series: new Map(),
  rules: new Map(),
  cues: builtinCues,
  mentions: 'first',
  backreferences: 'marked',
  issues: [],
};

/**
 * Reads a collection's codebook: `readout.yaml` first, then the files it includes in their order.
 * Where two files say the same thing, the first that says it holds. No files give the built-in
 * codebook. Never throws: what is wrong is in `issues`, in the order of files and places. With
 * `codes`, the finding codes there are, `rules:` is checked against them. `idle` are the includes of
 * `readout.yaml` that take no file, which only who knows the files can tell.
 */
export function readCodebook(
  files: readonly { readonly uri: string; readonly text: string }[],
  codes?: Iterable<string>,
  idle: readonly Piece[] = [],
): Codebook {
  if (files.length === 0) return builtinCodebook;
  const issues: CodebookIssue[] = [];
  const read = files.map((file, index) => readFile(file, index === 0, issues));
  const broken = issues.slice();
  if (read[0]) reportIdle(read[0].uri, idle, issues);
  const all = (section: Section) => sections(read, section);
  const kinds = readKinds(builtinCodebook.kinds, all('kinds'), issues);
  const ladders = readLadders(builtinLadders, all('ladders'), issues);
  return {
    files: read,
    name: readName(all('name'), issues),
    kinds,
    relations: readRelations(builtinCodebook.relations, kinds, all('relations'), issues),
    attributes: builtinCodebook.attributes,
    ladders,
    commitmentLine: readCommitmentLine(ladders, all('commitment-line'), all('ladders'), issues),
    entities: readEntities(kinds, all('entities'), issues),
    series: readSeries(all('series'), issues),
    rules: readRules(codes === undefined ? undefined : new Set(codes), all('rules'), issues),
    cues: readCues(builtinCues, all('cues'), issues),
    mentions: readChoice(['first', 'all'], all('mentions'), issues),
    backreferences: readChoice(['marked', 'all'], all('backreferences'), issues),
    issues: inOrder(issues.filter(untold(broken)), files),
  };
}

/** The globs under `include:` of a `readout.yaml`, with their places; those that leave its folder are left out. */
export const includesOf = (text: string): readonly Piece[] => globsOf(text, 'include');

/** The same of `exclude:`: what in its folder is no part of the collection. */
export const excludesOf = (text: string): readonly Piece[] => globsOf(text, 'exclude');

function globsOf(text: string, section: 'include' | 'exclude'): readonly Piece[] {
  // A codebook of ten thousand names is not read for a key that it does not have.
  if (!text.includes(section)) return [];
  const file = readFile({ uri: '', text }, true, []);
  return allowedGlobs(entryOf(file.value, section)?.value);
}

/** Where the YAML is broken, what it says is reported once only. */
function untold(broken: readonly CodebookIssue[]): (issue: CodebookIssue) => boolean {
  return (issue) =>
    broken.includes(issue) ||
    !broken.some((other) => other.uri === issue.uri && overlaps(other, issue));
}

function inOrder(issues: CodebookIssue[], files: readonly { uri: string }[]): CodebookIssue[] {
  const order = new Map(files.map(({ uri }, index) => [uri, index]));
  const rank = ({ uri }: Place) => order.get(uri) ?? 0;
  return issues.sort((a, b) => rank(a) - rank(b) || a.from - b.from || a.to - b.to);
}
