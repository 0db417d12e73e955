import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import { countedLines, linesOf } from './lines.ts';

describe('lines', () => {
  it('count LF, CRLF and a lone CR, and UTF-16 units in a line', () => {
    const lines = linesOf('a\r\nb🚢c\rd\n');
    assert.deepEqual(lines.position(3), { line: 1, character: 0 });
    assert.deepEqual(lines.position(6), { line: 1, character: 3 });
    assert.deepEqual(lines.position(8), { line: 2, character: 0 });
    assert.deepEqual(lines.position(10), { line: 3, character: 0 });
    assert.equal(lines.offset({ line: 1, character: 3 }), 6);
  });

  it('give a BOM no column', () => {
    const lines = linesOf('\ufeffab\nc');
    assert.deepEqual(lines.position(1), { line: 0, character: 0 });
    assert.deepEqual(lines.position(3), { line: 0, character: 2 });
    assert.deepEqual(lines.position(4), { line: 1, character: 0 });
    assert.equal(lines.offset({ line: 0, character: 0 }), 1);
  });

  it('take places outside the text for the nearest inside', () => {
    const lines = linesOf('ab\nc');
    assert.equal(lines.offset({ line: 9, character: 9 }), 4);
    assert.equal(lines.offset({ line: -1, character: 0 }), 0);
    assert.equal(lines.offset({ line: 0, character: 99 }), 2);
    assert.deepEqual(lines.position(99), { line: 1, character: 1 });
  });

  it('go there and back at every offset that is no inside of a line end', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const lines = linesOf(text);
        for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at <= text.length; at++) {
          if (text[at] === '\n' && text[at - 1] === '\r') continue;
          assert.equal(lines.offset(lines.position(at)), at);
        }
      }),
    );
  });

  it('are the same counted as kept', () => {
    fc.assert(
      fc.property(awkward, fc.nat(90), fc.nat(90), (text, from, to) => {
        const kept = linesOf(text);
        const counted = countedLines(text);
        assert.deepEqual(counted.range({ from, to }), kept.range({ from, to }));
        const range = kept.range({ from, to });
        assert.deepEqual(counted.span(range), kept.span(range));
      }),
    );
  });
});
