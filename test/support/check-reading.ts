import assert from 'node:assert/strict';
import type { Place } from '../../server/src/core/codebook.ts';
import type { Span } from '../../server/src/core/text.ts';
import { type Cursor, cursorAt } from '../../server/src/features/cursor.ts';
import { definition } from '../../server/src/features/definition.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { references } from '../../server/src/features/references.ts';
import { type Fixture, type FixtureFile, fixture } from './fixture.ts';

/** Asserts that the carets mark what stands at `$0`; the words after them say what: `entity japan`. */
export function checkCursor(source: string): void {
  const { set, uri, offset } = withCursor(source);
  const cursor = cursorAt(set.snapshot, uri, offset);
  checkPlaces(set, cursor ? [{ ...cursor, uri, words: said(cursor) }] : []);
}

/** What a cursor stands on, in words. */
function said(cursor: Cursor): string {
  switch (cursor.on) {
    case 'name':
      return `name ${cursor.entity}`;
    case 'front-value':
      return `front-value ${cursor.key} ${cursor.text}`;
    case 'codebook-key':
      return `codebook-key ${cursor.path.join('.')}`;
    case 'codebook-value':
      return `codebook-value ${cursor.path.join('.')} ${cursor.text}`;
    case 'target':
      return `target ${cursor.part} ${cursor.target.key}#${cursor.target.id}`;
    case 'term':
      return `term ${cursor.actors.map(({ text }) => text).join(' ')}`;
    case 'value':
      return `value ${cursor.attribute.key.text} ${cursor.text}`;
    default:
      return 'text' in cursor ? `${cursor.on} ${cursor.text}` : cursor.on;
  }
}

/**
 * Asserts that the carets, in any file, mark where what stands at `$0` is defined, and nothing else is
 * offered. `starts` are the files whose very start is.
 */
export function checkDefinition(source: string, ...starts: string[]): void {
  const { set, uri, offset } = withCursor(source);
  const landings = definition(set.snapshot, uri, offset)?.landings ?? [];
  const isStart = ({ from, to }: Span) => from === 0 && to === 0;
  assert.deepEqual(
    landings.filter(isStart).map((one) => nameOf(set, one.uri)),
    starts,
  );
  for (const { from, to, whole } of landings) {
    assert.ok(whole.from <= from && to <= whole.to, 'the whole takes in the place to land on');
  }
  checkPlaces(
    set,
    landings.filter((one) => !isStart(one)),
  );
}

/** Asserts that the carets mark exactly the references to what stands at `$0`. */
export function checkReferences(source: string, options: { declaration?: boolean } = {}): void {
  const { set, uri, offset } = withCursor(source);
  checkPlaces(set, references(set.snapshot, uri, offset, !!options.declaration) ?? []);
}

/** Asserts that the carets mark exactly the highlights; `definition` stands after those that are one. */
export function checkHighlights(source: string): void {
  const { set, uri, offset } = withCursor(source);
  const found = highlights(set.snapshot, uri, offset) ?? [];
  const sorted = [...found].sort((a, b) => a.from - b.from || a.to - b.to);
  assert.deepEqual(found, sorted, 'in order');
  checkPlaces(
    set,
    found.map(({ from, to, as }) => ({ uri, from, to, words: as === 'use' ? '' : as })),
  );
}

type Found = Place & { readonly words?: string };

function checkPlaces(set: Fixture, found: readonly Found[]): void {
  for (const file of set.files) {
    const seen = found.filter((one) => one.uri === file.uri).map((one) => show(file, one));
    const wanted = file.expected.map((one) => show(file, one));
    assert.deepEqual(seen.sort(), wanted.sort(), file.name);
  }
}

const show = ({ text }: FixtureFile, { from, to, words }: Span & { readonly words?: string }) =>
  `${from}–${to} “${text.slice(from, to)}” ${words ?? ''}`.trim();

const nameOf = (set: Fixture, uri: string): string =>
  set.files.find((file) => file.uri === uri)?.name ?? uri;

/** The fixture with the place of its cursor. */
export function withCursor(source: string): { set: Fixture; uri: string; offset: number } {
  const set = fixture(source);
  assert.ok(set.cursor, 'the fixture needs a $0');
  return { set, ...set.cursor };
}
