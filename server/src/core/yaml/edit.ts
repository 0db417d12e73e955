import { quote } from '../reading/items.ts';
import { type Edit, insertion } from '../writing/edit.ts';
import {
  afterEdit,
  indentOf,
  isFlow,
  isLineEnd,
  type Plain,
  plain,
  same,
  type YamlText,
} from './data.ts';
import { entryOf, type Table, type Value } from './yaml.ts';

/** Plain data to be written as YAML. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data };

/**
 * The edit that puts `data` at a path of keys and leaves all the rest as it is, comments and form
 * included. Maps on the way are made where they are missing; a list takes the items of a list in
 * addition to its own; any other value gives way. Undefined where the YAML is of another form there
 * or is written so that no single edit would do exactly this.
 */
export function putYaml(yaml: YamlText, path: readonly string[], data: Data): Edit | undefined {
  const edit = put(yaml, yaml.value, path, data);
  return edit && does(yaml, edit, path, data) ? edit : undefined;
}

function put(
  yaml: YamlText,
  value: Value | undefined,
  path: readonly string[],
  data: Data,
): Edit | undefined {
  const [key = '', ...rest] = path;
  if (!value) return insertLines(yaml, yaml.inner.to, block(path, data, '', yaml.lineEnd));
  if (value.type !== 'table') return undefined;
  const entry = entryOf(value, key);
  if (!entry) return addEntry(yaml, value, path, data);
  if (!entry.value) return insertion(entry.to, ` ${flow(nested(rest, data))}`);
  if (rest.length) return put(yaml, entry.value, rest, data);
  return setValue(yaml, entry.value, data);
}

function setValue(yaml: YamlText, value: Value, data: Data): Edit | undefined {
  if (!isList(data) || value.type === 'table') return { span: value, text: flow(data) };
  if (value.type === 'scalar') return { span: value, text: flow([value.text, ...data]) };
  const last = value.items[value.items.length - 1];
  const items = data.map(flow);
  if (isFlow(yaml, value)) {
    return last
      ? insertion(last.to, `, ${items.join(', ')}`)
      : insertion(value.from + 1, items.join(', '));
  }
  const indent = indentOf(yaml, value);
  if (indent === undefined) return undefined;
  return insertLines(yaml, value.to, items.map((item) => `${indent}- ${item}`).join(yaml.lineEnd));
}

function addEntry(
  yaml: YamlText,
  table: Table,
  path: readonly string[],
  data: Data,
): Edit | undefined {
  const last = table.entries[table.entries.length - 1];
  if (isFlow(yaml, table)) {
    const entry = flowEntries(nested(path, data));
    if (last?.value) return insertion(last.value.to, `, ${entry}`);
    return insertion(table.from + 1, ` ${entry}${last ? ',' : ' '}`);
  }
  const indent = indentOf(yaml, table);
  if (indent === undefined) return undefined;
  return insertLines(yaml, table.to, block(path, data, indent, yaml.lineEnd));
}

/** Puts whole lines behind the line on which `at` stands. */
function insertLines({ text, inner, lineEnd }: YamlText, at: number, lines: string): Edit {
  let place = at;
  if (place > inner.from && !isLineEnd(text[place - 1])) {
    while (place < inner.to && !isLineEnd(text[place])) place++;
    if (place === inner.to) return insertion(place, `${lineEnd}${lines}${lineEnd}`);
    place += text.startsWith('\r\n', place) ? 2 : 1;
  }
  return insertion(place, `${lines}${lineEnd}`);
}

const isList = (data: Data): data is readonly Data[] => Array.isArray(data);

const nested = (path: readonly string[], data: Data): Data =>
  path.reduceRight<Data>((inner, key) => ({ [key]: inner }), data);

/** Data as lines of a block, each map one step further in, lists in brackets. */
function block(path: readonly string[], data: Data, indent: string, lineEnd: string): string {
  const [key, ...rest] = path;
  if (key !== undefined) return block([], nested([key, ...rest], data), indent, lineEnd);
  if (typeof data === 'string' || isList(data)) return flow(data);
  const lines = Object.entries(data).map(([name, value]) => {
    const plain = typeof value === 'string' || isList(value);
    const under = plain ? ` ${flow(value)}` : lineEnd + block([], value, `${indent}  `, lineEnd);
    return `${indent}${flowWord(name)}:${under}`;
  });
  return lines.join(lineEnd);
}

function flow(data: Data): string {
  if (typeof data === 'string') return flowWord(data);
  return isList(data) ? `[${data.map(flow).join(', ')}]` : `{ ${flowEntries(data)} }`;
}

const flowEntries = (data: Data): string =>
  Object.entries(data)
    .map(([key, value]) => `${flowWord(key)}: ${flow(value)}`)
    .join(', ');

/** Words as they may stand in a list between brackets: plain where that is safe, else in double quotes. */
const flowWord = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ._/()'’–-]*$/u.test(text) && text === text.trim() ? text : quote(text);

/** Whether the text says after the edit what it said before, with the data at its path. */
function does(yaml: YamlText, edit: Edit, path: readonly string[], data: Data): boolean {
  const after = afterEdit(yaml, edit);
  return !!after && same(after.value, withData(plain(yaml.value), path, data));
}

function withData(before: Plain, path: readonly string[], data: Data): Plain {
  const [key, ...rest] = path;
  if (key !== undefined) {
    const map = before instanceof Map ? before : new Map<string, Plain>();
    return new Map([...map, [key, withData(map.get(key), rest, data)]]);
  }
  if (typeof data === 'string') return data;
  if (!isList(data))
    return new Map(Object.entries(data).map(([k, v]) => [k, withData(undefined, [], v)]));
  const items = data.map((item) => withData(undefined, [], item));
  if (Array.isArray(before)) return [...before, ...items];
  return typeof before === 'string' ? [before, ...items] : items;
}
