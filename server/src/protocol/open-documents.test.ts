import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { awkward } from '../../../test/support/awkward.ts';
import type { Encoding } from '../workspace/columns.ts';
import { linesOf } from '../workspace/lines.ts';
import { openDocuments } from './open-documents.ts';

const documents = (encoding: Encoding) => openDocuments(() => encoding);
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(60), awkward), { maxLength: 5 });

describe('open documents', () => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`have the text that the editor has after any changes: ${encoding}`, () => {
      fc.assert(
        fc.property(awkward, edits, (before, list) => {
          const { create, update } = documents(encoding);
          let document = create('file:///a', 'readout', 1, before);
          let theirs = before;
          for (const [version, [a, b, text]] of list.entries()) {
            const lines = linesOf(theirs, { encoding, withBom: true });
            const range = lines.range({ from: Math.min(a, b), to: Math.max(a, b) });
            const { from, to } = lines.span(range);
            theirs = theirs.slice(0, from) + text + theirs.slice(to);
            document = update(document, [{ range, text }], version);
          }
          assert.equal(document.text, theirs);
        }),
      );
    });
  }

  it('change in UTF-16 as those of the library for it do, wherever the change is said to be', () => {
    const place = fc.record({
      line: fc.integer({ min: -1, max: 9 }),
      character: fc.integer({ min: -1, max: 30 }),
    });
    fc.assert(
      fc.property(awkward, place, place, awkward, (before, start, end, text) => {
        const changes = [{ range: { start, end }, text }];
        const { create, update } = documents('utf-16');
        const ours = update(create('file:///a', 'readout', 1, before), changes, 2);
        const library = TextDocument.create('file:///a', 'readout', 1, before);
        assert.equal(ours.text, TextDocument.update(library, changes, 2).getText());
      }),
    );
  });

  it('take a change without a range for the whole text', () => {
    const { create, update } = documents('utf-16');
    const changed = update(create('file:///a', 'readout', 1, 'x'), [{ text: 'y' }], 2);
    assert.deepEqual(changed, { uri: 'file:///a', languageId: 'readout', version: 2, text: 'y' });
  });

  it('refuse what is no change, and stay as they were', () => {
    const { create, update } = documents('utf-16');
    assert.throws(() => create('file:///a', 'readout', 1, undefined as never), /The text of a doc/);
    assert.throws(() => create(7 as never, 'readout', 1, 'x'), /The URI of a document/);
    const document = create('file:///a', 'readout', 1, 'x');
    for (const bad of [{}, { text: 7 }, { text: 'y', range: {} }, { text: 'y', range: 7 }]) {
      assert.throws(() => update(document, [bad as never], 2), TypeError);
    }
    assert.equal(document.text, 'x');
  });
});
