import assert from 'node:assert/strict';
import type { Place } from '../../server/src/core/codebook/codebook.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { emptySnapshot } from '../../server/src/core/snapshot/snapshot.ts';
import type { Span } from '../../server/src/core/text.ts';
import type { Cursor } from '../../server/src/features/cursor/cursor.ts';
import { cursorAt } from '../../server/src/features/cursor/cursor-at.ts';
import { definition } from '../../server/src/features/definition.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import type { HoverOptions } from '../../server/src/features/hover/parts.ts';
import { implementations } from '../../server/src/features/implementation.ts';
import { marks } from '../../server/src/features/marks.ts';
import type { OutlineNode } from '../../server/src/features/outline/node.ts';
import { outline } from '../../server/src/features/outline/outline.ts';
import { references } from '../../server/src/features/references.ts';
import { tokens } from '../../server/src/features/tokens.ts';
import { typeDefinition } from '../../server/src/features/type-definition.ts';
import { dedent, type Fixture, type FixtureFile, fixture } from './fixture.ts';

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
  for (const set of openAndClosed(source)) checkLandings(definition, set, starts);
}

/** The same of what was done about the mark that is meant at `$0`. */
export function checkImplementations(source: string): void {
  for (const set of openAndClosed(source)) checkLandings(implementations, set, []);
}

/** The same of the kind of what is meant at `$0`. */
export function checkTypeDefinition(source: string): void {
  for (const set of openAndClosed(source)) checkLandings(typeDefinition, set, []);
}

function checkLandings(leads: typeof definition, set: Pointed, starts: readonly string[]): void {
  const landings = leads(set.snapshot, set.uri, set.offset)?.landings ?? [];
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
  for (const set of openAndClosed(source)) {
    checkPlaces(set, references(set.snapshot, set.uri, set.offset, !!options.declaration) ?? []);
  }
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

/**
 * Asserts what the hover at `$0` says, as Markdown (dedented; ` ↵` is a line break within a paragraph);
 * empty for no hover at all. Carets mark what it speaks of, where the fixture has any.
 */
export function checkHover(source: string, wanted: string, options: HoverOptions = {}): void {
  for (const set of openAndClosed(source)) {
    const found = hover(set.snapshot, set.uri, set.offset, options);
    const said = found?.markdown.replaceAll('  \n', ' ↵\n') ?? '';
    assert.equal(said, dedent(wanted).trim());
    if (found && set.files.some(({ expected }) => expected.length)) {
      checkPlaces(set, [{ ...found.span, uri: set.uri }]);
    }
  }
}

/**
 * Asserts the outline of a fixture's last file, a node a line, children indented:
 * `name — detail (what kind)`.
 */
export function checkOutline(source: string, wanted: string): void {
  const set = fixture(source);
  const { uri, text } = set.files.at(-1) as FixtureFile;
  const nodes = outline(set.snapshot, uri) ?? [];
  checkNesting(nodes, { from: 0, to: text.length });
  assert.equal(drawn(nodes, ''), dedent(wanted).trim());
}

const drawn = (nodes: readonly OutlineNode[], indent: string): string =>
  nodes
    .map(({ name, detail, what, kind, children }) => {
      const line = `${indent}${name}${detail && ` — ${detail}`} (${`${what} ${kind}`.trim()})`;
      return [line, drawn(children, `${indent}  `)].filter(Boolean).join('\n');
    })
    .join('\n');

function checkNesting(nodes: readonly OutlineNode[], outer: Span): void {
  for (const { name, span, selection, children } of nodes) {
    assert.ok(name, 'a name');
    assert.ok(outer.from <= span.from && span.to <= outer.to, `${name} lies in what is around it`);
    assert.ok(span.from <= selection.from && selection.to <= span.to, `the place of ${name}`);
    checkNesting(children, span);
  }
}

/** Asserts the tokens of a fixture's last file, one a line: `words: type modifier modifier`. */
export function checkTokens(source: string, wanted: string): void {
  const set = fixture(source);
  const { uri, text } = set.files.at(-1) as FixtureFile;
  const found = tokens(set.snapshot, uri) ?? [];
  let end = 0;
  for (const { from, to } of found) {
    assert.ok(end <= from && from < to, 'in order, none empty, none over another');
    assert.ok(!/[\r\n]/.test(text.slice(from, to)), 'none over a line end');
    end = to;
  }
  const said = found.map(
    ({ from, to, type, modifiers }) => `${text.slice(from, to)}: ${[type, ...modifiers].join(' ')}`,
  );
  assert.equal(said.join('\n'), dedent(wanted).trim());
}

/**
 * Asserts what is drawn over a fixture's last file, a line each: marks as `words{braces} badge`, two
 * blanks before it for each mark around it; references as `words(target) resolved`; notes. `within` are
 * the words of the part that is drawn.
 */
export function checkDrawn(source: string, wanted: string, within?: string): void {
  const set = fixture(source);
  const { uri, text } = set.files.at(-1) as FixtureFile;
  const from = within === undefined ? -1 : text.indexOf(within);
  const span = within === undefined ? undefined : { from, to: from + within.length };
  const found = marks(set.snapshot, uri, span);
  const at = ({ from, to }: Span) => text.slice(from, to);
  const said = [
    ...(found?.marks ?? []).map(({ span, words, braces, kind, color, badge, depth }) => {
      assert.equal(at(span), `[${at(words)}]${at(braces)}`);
      return `${'  '.repeat(depth)}${at(words)}${at(braces)} ${kind}: ${badge}${color ? ` in ${color}` : ''}`;
    }),
    ...(found?.references ?? []).map(({ span, words, target, resolved }) => {
      assert.equal(at(span), `[${at(words)}]${at(target)}`);
      return `${at(words)}${at(target)} ${resolved ? 'resolved' : 'unresolved'}`;
    }),
    ...(found?.notes ?? []).map(at),
  ];
  assert.equal(said.join('\n'), dedent(wanted).trim());
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

interface Pointed extends Fixture {
  readonly uri: string;
  readonly offset: number;
}

/** The fixture with the place of its cursor. */
function withCursor(source: string): { set: Fixture; uri: string; offset: number } {
  const set = fixture(source);
  assert.ok(set.cursor, 'the fixture needs a $0');
  return { set, ...set.cursor };
}

/** The fixture with all documents open, and with only the cursor's: what is said must be the same. */
function* openAndClosed(source: string): Generator<Pointed> {
  const { set, uri, offset } = withCursor(source);
  yield { ...set, uri, offset };
  const changes = [...set.snapshot.entries.values()].map((entry) => ({
    uri: entry.uri,
    text: entry.text,
    version: entry.uri === uri ? 1 : undefined,
  }));
  yield { ...set, uri, offset, snapshot: apply(emptySnapshot(set.codebook), changes).snapshot };
}
