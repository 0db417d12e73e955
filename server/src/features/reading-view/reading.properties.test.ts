import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinCodebook } from '../../core/codebook/read-codebook.ts';
import { strip } from '../../core/reading/strip.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { documentOf, emptySnapshot } from '../../core/snapshot/snapshot.ts';
import { type ReadBlock, readingOf } from './reading.ts';

const uri = 'file:///c/a.readout.md';

const signs = fc.constantFrom(
  ...['[', ']', '](', '#a', ')', '{', '}', '^[', '{#a .commitment}', '{.place}', '{continues=a}'],
  ...[
    '\\',
    '# ',
    '## ',
    '###',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u3000',
    'will',
    '会談',
    '😀',
  ],
  ...['---\ntitle: will\n---\n', '(#a)', '^[x]'],
);
const texts = fc.array(signs, { maxLength: 60 }).map((all) => all.join(''));

const wordsOf = ({ pieces }: ReadBlock): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');

/** What is left when nobody looks at blanks and at what makes a heading. */
const bare = (text: string): string => text.replace(/[\s#\uFEFF]+/g, '');

describe('the reading view of any text', () => {
  it('holds every word of the source once, and ends what it begins', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { snapshot } = apply(emptySnapshot(builtinCodebook), [{ uri, text, version: 1 }]);
        const entry = snapshot.entries.get(uri);
        const blocks = [...(readingOf(snapshot, uri)?.blocks ?? [])];
        assert.ok(entry);
        assert.equal(blocks.map(wordsOf).map(bare).join(''), bare(strip(documentOf(entry))));
        let end = 0;
        for (const { pieces, span } of blocks) {
          // In order, each behind the one before.
          assert.ok(end <= span.from && span.from < span.to && span.to <= text.length);
          end = span.to;
          let depth = 0;
          for (const piece of pieces) {
            if ('mark' in piece || 'reference' in piece) depth++;
            if ('end' in piece) depth--;
            assert.ok(depth >= 0);
          }
          assert.equal(depth, 0);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
