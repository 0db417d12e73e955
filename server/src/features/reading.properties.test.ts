import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { cursorAt } from './cursor/cursor-at.ts';
import { definition } from './definition.ts';
import { highlights } from './highlight.ts';
import { hover } from './hover/hover.ts';
import { marks } from './marks.ts';
import type { OutlineNode } from './outline/node.ts';
import { outline } from './outline/outline.ts';
import { references } from './references.ts';
import { tokens } from './tokens.ts';

const uri = 'file:///c/a.readout.md';
const book = 'file:///c/readout.yaml';

const yaml = `
entities:
  japan: { kind: actor, name: "[x](command:evil)" }
  a: { kind: instrument }
kinds: { pledge: { means: "[x](command:evil)", registered: true } }
`;

const codebook = readCodebook([{ uri: book, text: yaml }]);

const signs = fc.constantFrom(
  ...[
    '[',
    ']',
    '](',
    '#a',
    '#b',
    'a#',
    'a#b',
    ')',
    '{',
    '}',
    '^[',
    '\\',
    '!',
    '---\n',
    '\r',
    '\r\n',
  ],
  ...['.commitment', '.position', '.pledge', '.deadline', '#a', '#b', ' ', '\n', '\n\n', '"', '='],
  ...[
    'by=japan',
    'due=2031',
    'score=+1',
    'continues=a',
    'fulfils="#a"',
    'cites="a# a#b"',
    'verb=will',
  ],
  ...[
    '# One',
    '1. ',
    'will ',
    'welcomed',
    'He affirmed that',
    '確認した。',
    '. ',
    '😀',
    '\ufeff',
    '　',
  ],
  ...[
    'parties: [japan, x]\n',
    'terms: { the two: [japan] }\n',
    'date: 2031-01-02\n',
    'issuer: japan\n',
  ],
  ...[
    'title: T\n',
    'the two',
    'version-of: a\n',
    'ignore: { no-id: [x] }\n',
    '$(x)',
    '<b>',
    '&amp;',
  ],
);

const text = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

describe('reading features, on any text', () => {
  it('answer within the text and never throw', () => {
    fc.assert(
      fc.property(text, (one) => checkAll(one, 3)),
      { numRuns: 300 },
    );
  });

  it('answer at every place of the language’s own examples', () => {
    const vectors = JSON.parse(readFileSync('test/vectors/language.json', 'utf8')) as {
      input?: string;
    }[];
    for (const { input } of vectors)
      if (input !== undefined && input.length < 2000) checkAll(input, 1);
  });
});

function checkAll(one: string, step: number): void {
  const changes = [
    { uri, text: one, version: 1 },
    { uri: 'file:///c/b.readout.md', text: `---\ntitle: "[x](command:evil)"\n---\n\n${one}` },
  ];
  const { snapshot } = apply(emptySnapshot(codebook), changes);
  for (const change of changes) checkWhole(snapshot, change.uri, change.text.length);
  for (let offset = 0; offset <= one.length; offset += step)
    checkPlace(snapshot, offset, one.length);
  for (let offset = 0; offset <= yaml.length; offset += 7) {
    assert.ok(isIn(cursorAt(snapshot, book, offset), yaml.length));
    assertSafe(hover(snapshot, book, offset)?.markdown);
  }
}

function checkPlace(snapshot: Snapshot, offset: number, length: number): void {
  const cursor = cursorAt(snapshot, uri, offset);
  assert.ok(isIn(cursor, length) && (!cursor || cursor.from <= cursor.to));
  const hovered = hover(snapshot, uri, offset, { asOf: '2033-01-01' });
  assert.ok(isIn(hovered?.span, length));
  assertSafe(hovered?.markdown);
  for (const { from, to, whole } of definition(snapshot, uri, offset)?.landings ?? []) {
    assert.ok(whole.from <= from && from <= to && to <= whole.to);
  }
  const found = references(snapshot, uri, offset, true) ?? [];
  const seen = new Set(found.map((place) => `${place.uri} ${place.from}`));
  assert.equal(seen.size, found.length, 'no place twice');
  for (const highlight of highlights(snapshot, uri, offset) ?? [])
    assert.ok(isIn(highlight, length));
}

function checkWhole(snapshot: Snapshot, of: string, length: number): void {
  let end = 0;
  for (const { from, to } of tokens(snapshot, of) ?? []) {
    assert.ok(end <= from && from < to && to <= length);
    end = to;
  }
  checkNesting(outline(snapshot, of) ?? [], { from: 0, to: length });
  const drawing = marks(snapshot, of);
  assert.ok(drawing?.marks.every(({ badge, depth }) => badge && depth >= 0));
}

function checkNesting(nodes: readonly OutlineNode[], outer: Span): void {
  for (const { name, span, selection, children } of nodes) {
    assert.ok(name);
    assert.ok(outer.from <= span.from && span.to <= outer.to);
    assert.ok(span.from <= selection.from && selection.to <= span.to);
    checkNesting(children, span);
  }
}

const isIn = (span: Span | undefined, length: number): boolean =>
  !span || (0 <= span.from && span.to <= length);

/** No link comes out of text: brackets of documents are escaped, or stand in code. */
function assertSafe(markdown = ''): void {
  const withoutCode = markdown.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
  assert.ok(!/(?<!\\)\]\((?!<https?:)/.test(withoutCode), markdown);
}
