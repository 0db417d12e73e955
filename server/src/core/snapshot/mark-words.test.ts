import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stripSpan } from '../reading/strip.ts';
import { onOneLine } from '../text.ts';
import { apply } from './apply.ts';
import { issuedAt } from './mark-words.ts';
import { documentOf, type Entry, emptySnapshot } from './snapshot.ts';

const uri = 'file:///c/a.readout.md';

const entryOf = (text: string): Entry =>
  apply(emptySnapshot(), [{ uri, text }]).snapshot.entries.get(uri) as Entry;

describe('the words of a mark or reference as issued', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      ']{.place}',
      ']{#a .commitment}',
      '](#a)',
      '^[',
      ']',
      'will  go',
      ' ',
      '\n',
      '\\[',
      '港',
    ],
  );

  it('are those that the document has there, in whatever order they are asked for', () => {
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(30), { maxLength: 12 }), (text, order) => {
        const entry = entryOf(text);
        const document = documentOf(entry);
        const all = [...document.marks, ...document.references];
        for (const number of order) {
          const one = all[number % Math.max(1, all.length)];
          if (!one || isInNote(document.notes, one.span)) continue;
          const words = onOneLine(stripSpan(document, one.words));
          assert.equal(onOneLine(issuedAt(entry, one.words)), words);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are read in a note as well, which is none of the words around it', () => {
    const text = '[They ^[see [it](#x) \\[there\\]] met]{.place}';
    const entry = entryOf(text);
    const at = (words: string) => ({
      from: text.indexOf(words),
      to: text.indexOf(words) + words.length,
    });
    assert.equal(issuedAt(entry, { from: 1, to: text.indexOf(']{.place}') }), 'They met');
    assert.equal(issuedAt(entry, at('see [it](#x) \\[there\\]')), 'see it [there]');
  });
});

const isInNote = (
  notes: readonly { readonly span: { readonly from: number; readonly to: number } }[],
  { from }: { readonly from: number },
): boolean => notes.some(({ span }) => span.from < from && from < span.to);
