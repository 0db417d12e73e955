import type { Document, Mark } from '../../core/document.ts';
import { readItems } from '../../core/reading/items.ts';
import { openingOf } from '../../rules/brackets.ts';
import type { Braces, Place } from './place.ts';

/** What is being written in the braces that begin at `brace`, whether they are closed or not. */
export function placeInBraces(
  document: Document,
  brace: number,
  offset: number,
): Place | undefined {
  const { text } = document;
  const mark = document.marks.find(({ braces }) => braces.from === brace);
  const item = lastItem(text, brace + 1, offset);
  const braces = bracesOf(document, brace, offset, mark);
  if (item.equals !== undefined) {
    return valuePlace(text, braces, item.from, item.equals, offset, mark);
  }
  const typed = text.slice(item.from, offset);
  const [, sign = '', name] = /^([#.]?)([\p{L}\p{N}_-]*)$/u.exec(typed) ?? [];
  if (name === undefined) return undefined;
  // In braces that are not closed yet, what stands right of the cursor may be source.
  const behind = mark ? (/^[\p{L}\p{N}_-]*/u.exec(text.slice(offset))?.[0] ?? '') : '';
  const to = offset + behind.length;
  const assigned = !!mark && text[to] === '=';
  return {
    in: 'item',
    sign: sign as '#' | '.' | '',
    braces,
    assigned,
    from: item.from,
    to,
    typed: name,
  };
}

/** Where the item begins that the cursor is in, and where its `=` stands if it has one. */
function lastItem(text: string, from: number, to: number): { from: number; equals?: number } {
  let item: { from: number; equals?: number } = { from };
  let quoted = false;
  for (let at = from; at < to; at++) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (/\s/.test(sign)) item = { from: at + 1 };
    else if (sign === '"') quoted = item.equals === at - 1;
    else if (sign === '=' && item.equals === undefined) item = { ...item, equals: at };
  }
  return item;
}

function bracesOf(
  document: Document,
  brace: number,
  offset: number,
  mark: Mark | undefined,
): Braces {
  const read = mark ? undefined : readItems(document.text, brace + 1, offset);
  const { id, kind, attributes } = mark ?? (read as NonNullable<typeof read>);
  const opening = mark ? undefined : openingOf(document, brace - 1);
  return {
    at: brace,
    kind: kind?.text,
    id: id?.text,
    attributes,
    words:
      mark?.words ?? (opening === undefined ? undefined : { from: opening + 1, to: brace - 1 }),
    alone: (mark?.items ?? read?.count ?? 0) <= 1,
  };
}

function valuePlace(
  text: string,
  braces: Braces,
  from: number,
  equals: number,
  offset: number,
  mark: Mark | undefined,
): Place | undefined {
  const quoted = text[equals + 1] === '"' && offset > equals + 1;
  const before = text.slice(equals + (quoted ? 2 : 1), offset);
  const own = mark?.attributes.find((one) => one.from === from)?.value;
  const after = own ? text.slice(offset, Math.max(offset, own.to)) : '';
  const typed = /[^ \t\r\n]*$/.exec(before)?.[0] ?? '';
  const rest = /^[^ \t\r\n]*/.exec(after)?.[0] ?? '';
  const others = `${before.slice(0, before.length - typed.length)} ${after.slice(rest.length)}`;
  return {
    in: 'value',
    key: text.slice(from, equals),
    braces,
    quoted,
    typed,
    from: offset - typed.length,
    to: offset + rest.length,
    others: others.match(/[^ \t\r\n]+/g) ?? [],
  };
}
