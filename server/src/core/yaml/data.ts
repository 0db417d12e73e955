import type { Span } from '../text.ts';
import { applyEdits, type Edit } from '../writing/edit.ts';
import { type List, readYaml, type Table, type Value } from './yaml.ts';

/** A YAML text with what it says. `inner` is where it stands in `text`: a front matter or a whole file. */
export interface YamlText {
  readonly text: string;
  readonly inner: Span;
  readonly value: Value | undefined;
  readonly lineEnd: string;
}

/** What YAML says, without places. */
export type Plain = string | undefined | readonly Plain[] | ReadonlyMap<string, Plain>;

/** A value without its places. */
export function plain(value: Value | undefined): Plain {
  if (value?.type === 'list') return value.items.map(plain);
  if (value?.type !== 'table') return value?.text;
  return new Map(value.entries.map((entry) => [entry.key.text, plain(entry.value)]));
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(a: Plain, b: Plain): boolean {
  if (a instanceof Map && b instanceof Map)
    return (
      a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)))
    );
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  return a === b;
}

/** What the text says after an edit inside it; undefined where it cannot be read any more. */
export function afterEdit({ text, inner }: YamlText, edit: Edit): { value: Plain } | undefined {
  const to = inner.to + edit.text.length - (edit.span.to - edit.span.from);
  const after = readYaml(applyEdits(text, [edit]).slice(inner.from, to), inner.from);
  return after.issues.length ? undefined : { value: plain(after.value) };
}

/** Whether a table or list is written between brackets. */
export const isFlow = ({ text }: YamlText, value: Table | List): boolean =>
  text[value.from] === (value.type === 'table' ? '{' : '[');

/** What stands before a block on its first line, if that is nothing but spaces. */
export function indentOf({ text, inner }: YamlText, { from }: Span): string | undefined {
  let start = from;
  while (start > inner.from && text[start - 1] === ' ') start--;
  const begins = start === inner.from || isLineEnd(text[start - 1]);
  return begins ? text.slice(start, from) : undefined;
}

export const isLineEnd = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';
