import type { Span } from '../text.ts';

/** YAML as plain data with places: every scalar is text (failsafe schema), spans are UTF-16 offsets. */
export type Value = Scalar | List | Table;

/** The span takes in the quotes of a quoted scalar. */
export interface Scalar extends Span {
  readonly type: 'scalar';
  /** The text it stands for, quotes and escapes undone. */
  readonly text: string;
  readonly quoted: boolean;
}

export interface List extends Span {
  readonly type: 'list';
  readonly items: readonly Value[];
}

export interface Table extends Span {
  readonly type: 'table';
  readonly entries: readonly Entry[];
}

/** From the key to the end of its value, or to the colon where there is none. */
export interface Entry extends Span {
  readonly key: Scalar;
  /** Absent for `key:` with nothing after it. */
  readonly value: Value | undefined;
  /** Whether it is a key between braces without a colon: `b` in `{ a: one, b }`. */
  readonly isBare?: true;
}

export interface YamlIssue extends Span {
  /** What is wrong, a full sentence. */
  readonly message: string;
  /** What to do about it, a full sentence. */
  readonly advice: string;
  /** An earlier place the issue is about: the first of two equal keys. */
  readonly related?: Span;
}

export interface YamlReading {
  readonly value: Value | undefined;
  readonly issues: readonly YamlIssue[];
}
