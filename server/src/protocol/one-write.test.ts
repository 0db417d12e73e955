import { strict as assert } from 'node:assert';
import { Writable } from 'node:stream';
import { StreamMessageWriter } from 'vscode-languageserver/node';
import { inOneWrite } from './one-write.ts';

/** A stream that keeps what is written to it, write by write. */
function keeping() {
  const writes: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      writes.push(String(chunk));
      done();
    },
  });
  return { stream, writes };
}

const messageOf = (body: string): string =>
  `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('messages in one write', () => {
  it('have their head and their body together', async () => {
    const { stream, writes } = keeping();
    const writer = new StreamMessageWriter(inOneWrite(stream));
    const messages = [
      { jsonrpc: '2.0', id: 1, result: '会合' },
      { jsonrpc: '2.0', method: 'x' },
    ];
    await Promise.all(messages.map((message) => writer.write(message)));
    assert.deepEqual(
      writes,
      messages.map((message) => messageOf(JSON.stringify(message))),
    );
  });

  it('tell whoever waits that the stream is broken', async () => {
    const gone = new Error('gone');
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    const heard: unknown[] = [];
    const writer = new StreamMessageWriter(inOneWrite(stream));
    writer.onError(([error]) => heard.push(error));
    await assert.rejects(writer.write({ jsonrpc: '2.0' }), gone);
    assert.ok(heard.includes(gone));
  });

  it('end the stream', () => {
    const { stream } = keeping();
    inOneWrite(stream).end();
    assert.equal(stream.writableEnded, true);
  });
});
