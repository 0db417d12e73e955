import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Diagnostic, Message } from 'vscode-languageserver';
import { writtenOnce } from './written.ts';

const publish = (diagnostics: readonly object[], more: object = {}): Message =>
  ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri: 'file:///null.md', diagnostics, ...more },
  }) as Message;

const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

const text = fc.string({ unit: 'binary' });
const diagnostic = fc.record(
  { message: text, code: text, related: fc.array(text) },
  { noNullPrototype: true },
);

describe('messages as they are written', () => {
  it('are JSON of what they say, findings that were written before included', async () => {
    const known = fc.array(diagnostic, { minLength: 1, maxLength: 30 });
    const chosen = fc.array(fc.nat(), { maxLength: 40 });
    const property = fc.asyncProperty(known, chosen, chosen, async (all, ...lists) => {
      const { encode } = writtenOnce();
      for (const list of lists) {
        const diagnostics = list.map((i) => all[i % all.length] as object);
        const message = publish(diagnostics, { version: diagnostics.length });
        assert.deepEqual(read(await encode(message)), JSON.parse(JSON.stringify(message)));
      }
    });
    await fc.assert(property);
  });

  it('are JSON of an answer that was given before, for each request of its own', async () => {
    const answers = fc.array(diagnostic, { maxLength: 30 });
    const id = fc.oneof(fc.nat(), fc.constantFrom('null', '"null"', 'ünull'));
    const property = fc.asyncProperty(answers, fc.array(id), async (result, ids) => {
      const { encode } = writtenOnce();
      for (const id of ids) {
        const message = { jsonrpc: '2.0', id, result };
        assert.deepEqual(read(await encode(message)), message);
      }
    });
    await fc.assert(property);
  });

  it('that are no findings, or hold something like findings, are JSON too', async () => {
    const { encode } = writtenOnce();
    for (const message of [
      { jsonrpc: '2.0', id: 1, result: { diagnostics: [] } },
      { jsonrpc: '2.0', id: 1, result: null },
      { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'null', data: [] } },
      { jsonrpc: '2.0', id: 1, method: 'x', params: { diagnostics: Array(20).fill({}) } },
    ]) {
      assert.deepEqual(read(await encode(message)), message);
    }
  });

  it('take an unchanged finding, and an answer that comes a third time, as it was written', async () => {
    const { encode } = writtenOnce();
    let asked = 0;
    const one = { toJSON: () => `${++asked}` } as unknown as Diagnostic;
    const list = Array<Diagnostic>(20).fill(one);
    await encode(publish(list));
    await encode(publish(list));
    assert.equal(asked, 1);
    const answer = (id: number) => ({ jsonrpc: '2.0', id, result: list });
    await encode(answer(1));
    assert.equal(asked, 21);
    await encode(answer(2));
    assert.equal(asked, 41);
    await encode(answer(3));
    assert.equal(asked, 41);
  });

  it('that cannot be written are refused', async () => {
    const endless: { self?: object } = {};
    endless.self = endless;
    const { encode } = writtenOnce();
    await assert.rejects(encode(publish([endless])), TypeError);
    await assert.rejects(encode(publish(Array(20).fill(endless))), TypeError);
  });
});
