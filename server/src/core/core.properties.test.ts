import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import { parse, reparse } from './reading/parse.ts';
import { strip, stripped } from './reading/strip.ts';
import { applyEdits } from './writing/edit.ts';
import { importSource } from './writing/import.ts';
import { insertNote, wrapMark, wrapReference } from './writing/insert.ts';

const anyText = fc.oneof(
  awkward,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);
const runs = { numRuns: 3000 };

describe('core properties', () => {
  it('parse never throws and its spans lie in the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parse(text);
        let last = -1;
        for (const { span, words } of document.constructs) {
          assert.ok(span.from >= last && span.from >= document.body);
          assert.ok(span.from < words.from && words.from <= words.to && words.to < span.to);
          assert.ok(span.to <= text.length);
          last = span.from;
        }
        for (const issue of document.issues) {
          assert.ok(0 <= issue.from && issue.from <= issue.to && issue.to <= text.length);
        }
      }),
      runs,
    );
  });

  it('import then strip gives the source back, and leaves no construct', () => {
    fc.assert(
      fc.property(anyText, fc.record({ title: anyText, place: anyText }), (source, fields) => {
        const document = parse(importSource(source, fields));
        assert.equal(strip(document), source);
        assert.deepEqual(document.constructs, []);
        assert.deepEqual(document.front?.issues, []);
      }),
      runs,
    );
  });

  it('strip of what is marked, linked or noted is strip of what it was', () => {
    const spans = fc.tuple(fc.nat(80), fc.nat(80));
    fc.assert(
      fc.property(
        anyText,
        spans,
        fc.constantFrom('mark', 'reference', 'note'),
        (text, [a, b], what) => {
          const document = parse(text);
          const span = {
            from: Math.min(a, b, text.length),
            to: Math.min(Math.max(a, b), text.length),
          };
          const result =
            what === 'mark'
              ? wrapMark(document, span, { id: 'new', kind: 'place' })
              : what === 'reference'
                ? wrapReference(document, span, '#new')
                : insertNote(document, span.from, 'see [this] \\ ^[x');
          if ('refused' in result) return;
          const next = parse(applyEdits(text, result.edits));
          assert.equal(strip(next), strip(document));
          assert.ok(next.constructs.length > document.constructs.length);
        },
      ),
      runs,
    );
  });

  it('an imported source can be marked anywhere: only blanks are refused', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (source, a, b) => {
        const document = parse(importSource(source, {}));
        const from = document.body + Math.min(a, b);
        const to = Math.min(document.text.length, document.body + Math.max(a, b));
        const result = wrapMark(document, { from, to }, { id: 'new', kind: 'place' });
        if (/\S/.test(document.text.slice(from, to)))
          assert.ok('edits' in result, JSON.stringify(result));
      }),
      runs,
    );
  });

  it('reading again after an edit is reading anew', () => {
    const edit = fc.record({ at: fc.nat(200), cut: fc.nat(12), put: awkward });
    fc.assert(
      fc.property(
        awkward,
        awkward,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (a, b, edits) => {
          let document = parse(`${a}\n\n${b}`);
          for (const { at, cut, put } of edits) {
            const from = Math.min(at, document.text.length);
            const text = document.text.slice(0, from) + put + document.text.slice(from + cut);
            document = reparse(document, text);
            assert.deepEqual(plain(document), plain(parse(text)));
          }
        },
      ),
      runs,
    );
  });

  it('stripped text knows its way back', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const document = parse(text);
        const all = stripped(document, { from: 0, to: text.length });
        for (let i = 0; i < all.text.length; i++) {
          assert.equal(text[all.offsetOf(i)], all.text[i]);
          assert.equal(all.indexOf(all.offsetOf(i)), i);
        }
      }),
      runs,
    );
  });
});

/** A document without what only caches look at. */
const plain = (document: ReturnType<typeof parse>) => ({
  ...document,
  paragraphs: document.paragraphs.map(({ passage, ...span }) => ({
    ...span,
    ...passage,
    identity: 0,
  })),
});
