import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../../test/support/awkward.ts';
import type { Document } from '../document.ts';
import { paragraphSpans, parse } from '../reading/parse.ts';
import { strip, stripped, stripSpan } from '../reading/strip.ts';
import { contains } from '../text.ts';
import { applyEdits } from '../writing/edit.ts';
import { importSource } from '../writing/import.ts';
import { inscribe } from '../writing/inscribe.ts';
import { wrapMark, wrapReference } from '../writing/insert.ts';
import { revise } from './revise.ts';

/** Texts that make up sentences, so that a revision has something to hold on to. */
const words = fc.constantFrom(
  ...['The', 'Ministers', 'will', 'open', 'the', 'bridge', 'at', 'Orla', 'by', '2032', ', ', '. '],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '協力',
    'を',
    '確認した。',
    '[',
    ']',
    '{.x}',
    '^',
    '!',
    '\\',
    '](#',
    '(a#b)',
  ],
);
const prose = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 })
  .map((list) => list.flat().join(''));

const annotations = fc.array(
  fc.tuple(fc.nat(200), fc.nat(60), fc.constantFrom('mark', 'reference', 'note', 'fragment')),
  { maxLength: 10 },
);

/** A source with annotations in it, made by hand as it were. */
const annotated = fc.tuple(prose, annotations, fc.boolean()).map(([source, all, hasFront]) => {
  let text = importSource(source, hasFront ? { title: 'T' } : {});
  if (!hasFront && !source.startsWith('---'))
    text = text.replace(/^---\n---\n\n|^---\r\n---\r\n\r\n/, '');
  for (const [index, [at, length, what]] of all.entries()) {
    const document = parse(text);
    const from = Math.min(document.body + at, text.length);
    const span = { from, to: Math.min(from + length, text.length) };
    const made =
      what === 'note'
        ? { edits: [{ span: { from, to: from }, text: `^[n${index} [r](#m0)]` }] }
        : what === 'reference'
          ? wrapReference(document, span, '#m0')
          : wrapMark(document, span, { id: `m${index}`, kind: 'place' });
    if ('refused' in made) continue;
    const next = applyEdits(text, made.edits);
    if (strip(parse(next)) === strip(document)) text = next;
  }
  return text;
});

/** How a ministry corrects: some words go, some come. */
const corrections = fc.array(
  fc.tuple(
    fc.nat(300),
    fc.nat(12),
    prose.map((one) => one.slice(0, 14)),
  ),
  {
    maxLength: 5,
  },
);

const corrected = (source: string, all: readonly (readonly [number, number, string])[]): string =>
  all.reduce(
    (text, [at, length, put]) =>
      text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
    source,
  );

const runs = { numRuns: 2000 };

function check(text: string, source: string): void {
  const document = parse(text);
  const revision = revise(document, source, { retrieved: '2031-06-02' });
  assert.ok(revision);
  const after = parse(revision.text);
  assert.equal(strip(after), source);
  const told = revision.fates.filter(({ what }) => what !== 'unfinished');
  assert.deepEqual(
    told.map(({ what, written }) => [what, written]),
    document.constructs.map(({ type, span }) => [type, text.slice(span.from, span.to)]),
  );
  assert.ok(errorsIn(after) <= errorsIn(document), `${errorsIn(after)} errors`);
  for (const { is, what, before, after: words, span } of revision.fates) {
    if (is === 'lost') {
      assert.ok(document.front === undefined || span.from >= after.body);
      continue;
    }
    assert.ok(
      after.constructs.some(
        (one) => one.type === what && one.span.from === span.from && one.span.to === span.to,
      ),
    );
    if (is === 'kept' && what !== 'note') assert.equal(bare(words), bare(before));
  }
  if (source === strip(document)) {
    assert.equal(bodyOf(after), bodyOf(document));
    assert.ok(revision.fates.every(({ is }) => is === 'kept'));
  }
}

const bare = (words: string): string => words.replace(/\s+/g, '');
const bodyOf = ({ text, body }: Document): string => text.slice(body);
const warnings = new Set([
  'full-width',
  'gap-before-attributes',
  'glued-sign',
  'space-before-note',
  'unclosed-front-matter',
  'late-front-matter',
  'quote-value',
]);
const errorsIn = ({ issues }: Document): number =>
  issues.filter(({ code }) => !warnings.has(code)).length;

describe('a revised source, whatever it is', () => {
  it('is the source of the result, and every annotation is told of once', () => {
    fc.assert(
      fc.property(annotated, corrections, (text, all) =>
        check(text, corrected(strip(parse(text)), all)),
      ),
      runs,
    );
  });
  it('also where document and source are of any form', () => {
    fc.assert(
      fc.property(awkward, awkward, (text, source) => check(text, source)),
      runs,
    );
    fc.assert(
      fc.property(awkward, corrections, (text, all) =>
        check(text, corrected(strip(parse(text)), all)),
      ),
      runs,
    );
  });
  it('leaves a document as it is when it is the same source', () => {
    fc.assert(
      fc.property(fc.oneof(annotated, awkward), (text) => check(text, strip(parse(text)))),
      runs,
    );
  });
  it('is written as marking the words by hand writes it', () => {
    fc.assert(
      fc.property(prose, fc.nat(80), fc.nat(40), (source, at, length) => {
        const document = parse(importSource(source, {}));
        const made = wrapMark(
          document,
          { from: document.body + at, to: document.body + at + length },
          { id: 'a', kind: 'place' },
        );
        if ('refused' in made) return;
        const byHand = parse(applyEdits(document.text, made.edits));
        const [mark, ...others] = byHand.marks;
        if (!mark || others.length) return;
        const way = stripped(byHand, { from: 0, to: byHand.text.length });
        const span = { from: way.indexOf(mark.words.from), to: way.indexOf(mark.words.to) };
        const one = { span, opening: '[', closing: ']{#a .place}' };
        const written = [...paragraphSpans(source, 0)].reduceRight((text, paragraph) => {
          const own = contains(paragraph, span) ? [one] : [];
          const { text: put } = inscribe(source, paragraph, own);
          return text.slice(0, paragraph.from) + put + text.slice(paragraph.to);
        }, source);
        const after = parse(written);
        assert.equal(strip(after), source);
        assert.deepEqual(
          after.marks.map(({ words }) => stripSpan(after, words)),
          [stripSpan(byHand, mark.words)],
        );
        // What cannot be read as a sign any more needs no backslash.
        assert.ok(written.length <= byHand.text.length - byHand.body);
      }),
      runs,
    );
  });
});
