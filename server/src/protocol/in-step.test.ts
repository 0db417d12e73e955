import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inStep } from './in-step.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (body: string): string => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`;

/** What is left of a stream that comes in these chunks, and how often something was lost. */
function passed(...chunks: readonly (string | Uint8Array)[]): { text: string; lost: number } {
  let lost = 0;
  const take = inStep(() => lost++);
  const all = chunks.flatMap((chunk) => take(typeof chunk === 'string' ? bytes(chunk) : chunk));
  return { text: Buffer.concat(all).toString('utf8'), lost };
}

const hello = message('{"method":"hello"}');
const there = message('{"method":"there","text":"Ōrla 😀"}');

describe('messages of a byte stream', () => {
  it('pass as they are', () => {
    assert.deepEqual(passed(hello + there, hello), { text: hello + there + hello, lost: 0 });
    const typed = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${hello}`;
    assert.deepEqual(passed(typed), { text: typed, lost: 0 });
    const lower = 'content-length:2\r\nX-More: a\r\n\r\n{}';
    assert.deepEqual(passed(lower), { text: lower, lost: 0 });
  });

  for (const [what, garbage] of [
    ['lines', 'Good morning.\r\n\r\nAnd: good night\r\n\r\n'],
    ['words right before a head', 'debug: started'],
    ['a body that is longer than its head says', 'Content-Length: 2\r\n\r\n{}{"more":1}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length below nothing', 'Content-Length: -5\r\n\r\n{}'],
    ['a length that no message can have', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['a head without a length', 'Content-Type: x\r\n\r\n{}'],
    ['line ends of another kind', 'Content-Length: 2\n\n{}'],
    ['a head without an end', `X: ${'y'.repeat(9000)}`],
  ] as const) {
    it(`begin again after ${what}`, () => {
      const { text, lost } = passed(`${hello}${garbage}${there}${hello}`);
      assert.ok(text.startsWith(hello) && text.endsWith(there + hello), text);
      assert.equal(lost, 1);
    });
  }

  it('are said to be lost once up to each message, however it comes', () => {
    const garbage = Uint8Array.from({ length: 9999 }, (_, i) => (i * 151) & 255);
    assert.deepEqual(passed(garbage, garbage, hello, there), { text: hello + there, lost: 1 });
    assert.equal(passed('x\r\n', hello, 'y\r\n', hello).lost, 2);
    assert.deepEqual(passed('Not-yet', ': a he', 'ad'), { text: '', lost: 0 });
  });

  it('are the same whatever the chunks are, and none that stands behind garbage is lost', () => {
    const body = fc.string({ unit: 'binary' }).map((text) => JSON.stringify({ text }));
    const noise = fc.oneof(
      fc.constant(new Uint8Array(0)),
      fc.uint8Array({ maxLength: 60 }),
      fc
        .constantFrom('Content-', '\r\n', '\r\n\r\n', '{}', 'a: b\r\n', 'Content-Length: x')
        .map(bytes),
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, body), { maxLength: 6 }), cuts, (parts, sizes) => {
        const stream = Buffer.concat(parts.flatMap(([a, b]) => [a, bytes(message(b))]));
        const chunks: Uint8Array[] = [];
        let at = 0;
        for (const size of sizes) {
          chunks.push(stream.subarray(at, at + size));
          at += size;
        }
        const whole = passed(stream).text;
        assert.equal(passed(...chunks, stream.subarray(at)).text, whole);
        let from = 0;
        for (const [, one] of parts) {
          const found = whole.indexOf(message(one), from);
          assert.ok(found >= 0);
          from = found + 1;
        }
      }),
    );
  });
});
