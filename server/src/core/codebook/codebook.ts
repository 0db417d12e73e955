import type { Span } from '../text.ts';
import type { Cut } from '../yaml/cut.ts';
import type { Value } from '../yaml/yaml.ts';

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
  /** The value of the same file that a comma has cut, where that is what is wrong. */
  readonly cut?: Cut;
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
