import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import type { Encoding } from './columns.ts';
import { countedLines, linesOf } from './lines.ts';

const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16', 'utf-32');

const counted: Readonly<Record<Encoding, (words: string) => number>> = {
  'utf-8': (words) => Buffer.byteLength(words),
  'utf-16': (words) => words.length,
  'utf-32': (words) => [...words].length,
};

const isInsideCharacter = (text: string, at: number): boolean =>
  at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

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

  it('take fractions for the place before, and refuse what is no number', () => {
    for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
      const lines = linesOf('ab\ncd', { encoding });
      assert.equal(lines.offset({ line: 0, character: 1.5 }), 1);
      assert.equal(lines.offset({ line: 1.9, character: 0.1 }), 3);
      assert.equal(lines.offset({ line: 1, character: -0.5 }), 3);
      for (const bad of [
        {},
        { line: 0 },
        { line: '0', character: 0 },
        { line: 0, character: null },
      ]) {
        assert.throws(() => lines.offset(bad as never), /both numbers/);
      }
      assert.throws(() => lines.offset(undefined as never));
    }
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

  it('count bytes in UTF-8 and characters in UTF-32', () => {
    const text = 'é会🚢a\n🚢\ud83d';
    const columns = (encoding: Encoding) =>
      [0, 1, 2, 4, 5].map((at) => linesOf(text, { encoding }).position(at).character);
    assert.deepEqual(columns('utf-8'), [0, 2, 5, 9, 10]);
    assert.deepEqual(columns('utf-16'), [0, 1, 2, 4, 5]);
    assert.deepEqual(columns('utf-32'), [0, 1, 2, 3, 4]);
    const last = { from: text.length, to: text.length };
    assert.deepEqual(linesOf(text, { encoding: 'utf-8' }).range(last).end.character, 7);
    assert.deepEqual(linesOf(text, { encoding: 'utf-32' }).range(last).end.character, 2);
  });

  it('take the inside of a character for the place before it', () => {
    assert.equal(linesOf('a🚢', { encoding: 'utf-8' }).offset({ line: 0, character: 3 }), 1);
    assert.equal(linesOf('a会', { encoding: 'utf-8' }).offset({ line: 0, character: 2 }), 1);
    assert.deepEqual(linesOf('a🚢', { encoding: 'utf-32' }).position(2), { line: 0, character: 1 });
  });

  it('give a BOM that was sent a column of its own', () => {
    const lines = linesOf('\ufeffab', { withBom: true });
    assert.deepEqual(lines.position(1), { line: 0, character: 1 });
    assert.equal(lines.offset({ line: 0, character: 0 }), 0);
    const bytes = linesOf('\ufeffab', { withBom: true, encoding: 'utf-8' });
    assert.deepEqual(bytes.position(1), { line: 0, character: 3 });
  });

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`are what an encoder counts, there and back, in any order: ${encoding}`, () => {
      fc.assert(
        fc.property(awkward, fc.array(fc.nat(90), { maxLength: 20 }), (text, places) => {
          const lines = linesOf(text, { encoding, withBom: true });
          for (const place of places) {
            const at = Math.min(place, text.length);
            if (text[at] === '\n' && text[at - 1] === '\r') continue;
            if (encoding !== 'utf-16' && isInsideCharacter(text, at)) continue;
            const before = text.slice(0, at).split(/\r\n|\r|\n/);
            assert.deepEqual(lines.position(at), {
              line: before.length - 1,
              character: counted[encoding](before.at(-1) ?? ''),
            });
            assert.equal(lines.offset(lines.position(at)), at);
          }
        }),
      );
    });
  }

  it('walk a line as long as a book once, when places are asked for in order', () => {
    const text = '会'.repeat(200_000);
    const lines = linesOf(text, { encoding: 'utf-8' });
    const started = process.cpuUsage();
    for (let at = 0; at <= text.length; at += 10) {
      assert.equal(lines.position(at).character, 3 * at);
    }
    // Walking from the start each time takes two thousand million steps.
    assert.ok(process.cpuUsage(started).user < 2_000_000);
  });

  it('are the same counted as kept', () => {
    fc.assert(
      fc.property(awkward, fc.nat(90), fc.nat(90), encodings, (text, from, to, encoding) => {
        const kept = linesOf(text, { encoding });
        const counted = countedLines(text, { encoding });
        assert.deepEqual(counted.range({ from, to }), kept.range({ from, to }));
        const range = kept.range({ from, to });
        assert.deepEqual(counted.span(range), kept.span(range));
      }),
    );
  });
});
