import type { Span } from './text.ts';

/** YAML as plain data with places: every scalar is text (failsafe schema), spans are UTF-16 offsets. */
export type Value = Scalar | List | Table;

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

export interface Entry extends Span {
  readonly key: Scalar;
  /** Absent for `key:` with nothing after it. */
  readonly value: Value | undefined;
}

export interface YamlIssue extends Span {
  readonly message: string;
}
