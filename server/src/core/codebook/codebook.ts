import type { Piece, Span } from '../text.ts';
import { overlaps } from '../text.ts';
import type { Value } from '../yaml/yaml.ts';
import { entryOf } from '../yaml/yaml.ts';
import { builtinAttributes } from './builtin/attributes.ts';
import { builtinCues } from './builtin/cues.ts';
import { builtinKinds } from './builtin/kinds.ts';
import { builtinCommitmentLine, builtinLadders } from './builtin/ladders.ts';
import { builtinRelations } from './builtin/relations.ts';
import { readEntities } from './entities.ts';
import { allowedGlobs, readFile, reportIdle, type Section, sections } from './file.ts';
import { readKinds } from './kinds.ts';
import { readCommitmentLine, readLadders } from './ladders.ts';
import { readRelations } from './relations.ts';
import { readChoice, readCues, readName, readRules, readSeries } from './settings.ts';

/** How firmly a finding is shown. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Level = Severity | 'off';

/** A place in one of the files a codebook is made of. */
export interface Place extends Span {
  readonly uri: string;
}

/** The built-in codebook with a collection's `readout.yaml`, and the files it includes, laid over it. */
export interface Codebook {
  readonly files: readonly CodebookFile[];
  readonly name: string | undefined;
  /** Kinds by name, those switched off left out. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** The built-in attributes by name; the same in every codebook. */
  readonly attributes: ReadonlyMap<string, AttributeMeaning>;
  readonly ladders: Ladders;
  /** The lemma whose rung of the commissive ladder is the commitment line. */
  readonly commitmentLine: string;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly series: ReadonlyMap<string, Series>;
  /** Levels by finding code, as far as the collection sets them. */
  readonly rules: ReadonlyMap<string, Level>;
  /** Back-reference phrases by language tag. */
  readonly cues: ReadonlyMap<string, readonly string[]>;
  readonly mentions: 'first' | 'all';
  readonly backreferences: 'marked' | 'all';
  readonly issues: readonly CodebookIssue[];
}

export interface CodebookFile {
  readonly uri: string;
  readonly text: string;
  readonly value: Value | undefined;
}

/** Something wrong in a codebook file, at its own key or value. `what` is a full sentence. */
export interface CodebookIssue extends Place {
  readonly what: string;
  readonly advice: string;
  /** An earlier place the issue is about, e.g. the first of two equal keys. */
  readonly related?: Place;
}

export interface Kind {
  readonly name: string;
  readonly means: string;
  readonly registered: boolean;
  /** A theme colour id, e.g. `charts.green`. */
  readonly color: string | undefined;
  readonly examples: readonly string[];
  /** What is not of this kind although it looks like it. */
  readonly not: readonly string[];
  /** Where the collection defines it; absent for a built-in one. */
  readonly place: Place | undefined;
}

export interface Relation {
  readonly name: string;
  /** What the other side is shown as: `reaffirmed by`. Equal to the name's words for a symmetric one. */
  readonly inverse: string;
  readonly symmetric: boolean;
  readonly means: string;
  /** Kinds it may stand on; undefined for any. */
  readonly from: readonly string[] | undefined;
  /** Kinds it may point to; `'same'` for the kind it stands on; undefined for any mark, document or entity. */
  readonly to: readonly string[] | 'same' | undefined;
  /** Whether a ring of these relations makes no sense. */
  readonly acyclic: boolean;
  readonly example: string;
  readonly not: string;
  readonly place: Place | undefined;
}

export interface AttributeMeaning {
  readonly name: string;
  readonly means: string;
  readonly value: string;
  readonly example: string;
  readonly not: string;
}

export type LadderName = 'stance' | 'directive' | 'commissive';

/** Three ladders, weakest rung first; each rung lists its lemmas. */
export type Ladders = Readonly<Record<LadderName, readonly Rung[]>>;
export type Rung = readonly string[];

export interface Entity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Longer names that hold an alias and are somebody else's. */
  readonly ignoreIn: readonly string[];
  readonly see: string | undefined;
  /** The entity's id as a key of the codebook. */
  readonly place: Place;
  /** The whole entry. */
  readonly whole: Place;
  readonly namePlace: Place | undefined;
}

export interface Alias {
  readonly text: string;
  /** First and last day it holds, `YYYY-MM-DD`, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly place: Place;
}

export interface Series {
  readonly id: string;
  readonly names: readonly string[];
  readonly every: string | undefined;
  readonly place: Place;
}

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
