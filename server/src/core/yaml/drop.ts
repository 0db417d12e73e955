import { contains, type Span } from '../text.ts';
import type { Edit } from '../writing/edit.ts';
import { afterEdit, isFlow, isLineEnd, type Plain, plain, same, type YamlText } from './data.ts';
import { entryOf, type List, type Table, type Value } from './yaml.ts';

/**
 * The edit that takes something out of a YAML text and leaves all the rest as it is: of the list at a
 * path of keys the item at `item`, else the whole key. What is left empty by it goes too. Undefined
 * where there is no such thing, or where no single edit would do exactly this.
 */
export function dropYaml(
  yaml: YamlText,
  path: readonly string[],
  item: Span | undefined,
): Edit | undefined {
  const way = wayTo(yaml.value, path);
  if (!way) return undefined;
  const list = way[way.length - 1]?.value;
  const edit =
    item && list?.type === 'list' && list.items.length > 1
      ? withoutItem(yaml, list, item)
      : withoutEntry(yaml, way);
  if (!edit) return undefined;
  const after = afterEdit(yaml, edit);
  return after && same(after.value, less(yaml.value, path, item)) ? edit : undefined;
}

interface Step {
  readonly table: Table;
  readonly index: number;
  readonly value: Value | undefined;
}

function wayTo(value: Value | undefined, path: readonly string[]): Step[] | undefined {
  const way: Step[] = [];
  let at = value;
  for (const key of path) {
    const entry = entryOf(at, key);
    if (!entry || at?.type !== 'table') return undefined;
    way.push({ table: at, index: at.entries.indexOf(entry), value: entry.value });
    at = entry.value;
  }
  return way;
}

/** Takes the last key of the way out, or the first one above it that is not alone in its table. */
function withoutEntry(yaml: YamlText, way: readonly Step[]): Edit | undefined {
  let step = way.length - 1;
  while (step > 0 && way[step]?.table.entries.length === 1) step--;
  const { table, index } = way[step] ?? {};
  return table && index !== undefined ? without(yaml, table, table.entries, index) : undefined;
}

function withoutItem(yaml: YamlText, list: List, item: Span): Edit | undefined {
  const index = list.items.findIndex((one) => contains(one, item));
  return index < 0 ? undefined : without(yaml, list, list.items, index);
}

function without(
  yaml: YamlText,
  whole: Table | List,
  parts: readonly Span[],
  index: number,
): Edit | undefined {
  const part = parts[index];
  if (!part) return undefined;
  if (!isFlow(yaml, whole)) return { span: lines(yaml, part), text: '' };
  const before = parts[index - 1];
  const after = parts[index + 1];
  if (before) return { span: { from: before.to, to: part.to }, text: '' };
  if (after) return { span: { from: part.from, to: after.from }, text: '' };
  return { span: part, text: '' };
}

/** The whole lines that a part of a block stands on. */
function lines({ text, inner }: YamlText, { from, to }: Span): Span {
  let start = from;
  while (start > inner.from && !isLineEnd(text[start - 1])) start--;
  let end = to;
  if (!isLineEnd(text[end - 1])) {
    while (end < inner.to && !isLineEnd(text[end])) end++;
    if (end < inner.to) end += text.startsWith('\r\n', end) ? 2 : 1;
  }
  return { from: start, to: end };
}

/** What is left of a value. */
function less(value: Value | undefined, path: readonly string[], item: Span | undefined): Plain {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (!item || value?.type !== 'list') return undefined;
    const left = value.items.filter((one) => !contains(one, item));
    return left.length ? left.map(plain) : undefined;
  }
  const map = plain(value);
  if (!(map instanceof Map)) return map;
  const left = new Map<string, Plain>(map);
  const inner = less(entryOf(value, key)?.value, rest, item);
  if (inner === undefined) left.delete(key);
  else left.set(key, inner);
  return left.size ? left : undefined;
}
