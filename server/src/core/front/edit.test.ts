import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { applyEdits } from '../writing/edit.ts';
import { putFront } from './edit.ts';
import { fieldsOf } from './fields.ts';

function putting(text: string, path: readonly string[], data: string | string[]) {
  const edit = putFront(parse(text), path, data);
  return edit && applyEdits(text, [edit]);
}

describe('putFront', () => {
  it('makes a front matter with its one empty line', () => {
    assert.equal(putting('Text.\n', ['sha256'], 'f0'), '---\nsha256: f0\n---\n\nText.\n');
    assert.equal(putting('', ['sha256'], 'f0'), '---\nsha256: f0\n---\n\n');
    assert.equal(
      putting('\uFEFFA.\r\nB.\r\n', ['sha256'], 'f0'),
      '\uFEFF---\r\nsha256: f0\r\n---\r\n\r\nA.\r\nB.\r\n',
    );
    assert.equal(putting('A.\rB.', ['sha256'], 'f0'), '---\nsha256: f0\n---\n\nA.\rB.');
  });

  it('adds to the one that is there', () => {
    assert.equal(
      putting('---\r\ntitle: Talks\r\n---\r\nText.\n', ['sha256'], 'f0'),
      '---\r\ntitle: Talks\r\nsha256: f0\r\n---\r\nText.\n',
    );
    assert.equal(putting('---\n---\n\nText.', ['sha256'], 'f0'), '---\nsha256: f0\n---\n\nText.');
  });

  it('leaves what cannot be read alone', () => {
    assert.equal(putting('---\ntitle: "Talks\n---\n\nText.', ['sha256'], 'f0'), undefined);
    assert.equal(putting('---\njust a line\n---\n\nText.', ['sha256'], 'f0'), undefined);
  });

  it('never changes the source', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      '\r',
      '\uFEFF',
      ' ',
      'title: x',
      '[a]{.b}',
      'A',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const after = putting(text, ['ignore', 'no-kind'], ['a: b', 'c']);
        if (after === undefined) return;
        assert.equal(strip(parse(after)), strip(parse(text)));
        const ignore = fieldsOf(parse(after).front).ignore;
        assert.deepEqual(
          ignore?.map(({ code, words }) => [code.text, ...words.map((one) => one.text)]),
          [['no-kind', 'a: b', 'c']],
        );
      }),
      { numRuns: 1000 },
    );
  });
});
