import assert from 'node:assert/strict';
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  CancellationToken,
  CancellationTokenSource,
  createProtocolConnection,
  ErrorCodes,
  HoverRequest,
  LogMessageNotification,
  LSPErrorCodes,
  type ProtocolConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { createDesk, type Standing } from '../../server/src/protocol/desk.ts';
import { createLines } from '../../server/src/protocol/lines.ts';
import { defaults } from '../../server/src/protocol/settings.ts';
import { noFiles } from '../../server/src/protocol/through-client.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { bundle, type Client, code, codesOf, startClient } from '../support/lsp.ts';

describe('a request', () => {
  const log: string[] = [];
  let standing: Standing;
  const workspace = createWorkspace(() => noFiles, {
    wider: () => {},
    affected: () => {},
    log: () => {},
    pause: async () => {},
  });
  const desk = createDesk({
    workspace,
    linesOf: createLines(),
    ours: (uri) => uri,
    theirs: (uri) => uri,
    settings: () => defaults,
    today: () => '2031-01-01',
    pause: async () => {},
    heard: async () => {},
    edition: () => 0,
    runsCommands: () => false,
    active: () => {},
    standing: () => standing,
    log: (line) => log.push(line),
  });
  const params = { textDocument: { uri: 'file:///a.readout.md' } };
  const codeOf = (answer: unknown) => (answer instanceof ResponseError ? answer.code : answer);

  beforeEach(() => {
    log.length = 0;
    standing = 'serving';
  });

  it('whose feature throws is answered with an error and logged, and the next one is served', () => {
    const broken = desk.answer('hover', () => {
      throw new Error('out of ink');
    });
    const answer = broken(params, CancellationToken.None) as ResponseError<void>;
    assert.equal(answer.code, ErrorCodes.InternalError);
    assert.equal(answer.message, 'Readout could not answer hover: out of ink');
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^hover failed: Error: out of ink\n {4}at /);
    const sound = desk.answer('definition', () => 'here');
    assert.equal(sound(params, CancellationToken.None), 'here');
    assert.equal(codeOf(broken(params, CancellationToken.None)), ErrorCodes.InternalError);
  });

  it('that was cancelled does no work', () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const never = desk.answer('hover', () => assert.fail('it should not run'));
    assert.equal(codeOf(never(params, source.token)), LSPErrorCodes.RequestCancelled);
  });

  it('that is cancelled while it waits is answered with the error for that, whatever came of it', async () => {
    for (const end of [() => 'late', () => assert.fail('broken off')]) {
      const source = new CancellationTokenSource();
      const slow = desk.answer('hover', async (_, token) => {
        await Promise.resolve();
        assert.ok(token.isCancellationRequested);
        return end();
      });
      const answer = slow(params, source.token);
      source.cancel();
      assert.equal(codeOf(await answer), LSPErrorCodes.RequestCancelled);
    }
    assert.deepEqual(log, []);
  });

  it('whose document is changed while it waits is out of date; others are not', async () => {
    const { uri } = params.textDocument;
    const type = (version: number) =>
      workspace.openBuffer({ uri, text: 'x', version, language: 'readout' });
    await type(1);
    const slow = desk.answer('outline', async () => 'late');
    const outdated = slow(params, CancellationToken.None);
    const elsewhere = slow({ textDocument: { uri: 'file:///b.readout' } }, CancellationToken.None);
    const everywhere = slow({ query: '' } as never, CancellationToken.None);
    await type(2);
    assert.equal(codeOf(await outdated), LSPErrorCodes.ContentModified);
    assert.equal(await elsewhere, 'late');
    assert.equal(await everywhere, 'late');
    assert.equal(await slow(params, CancellationToken.None), 'late');
    await workspace.closeBuffer(uri);
  });

  it('that fails late is answered with an error and logged', async () => {
    const broken = desk.answer('hover', () => Promise.reject(new Error('out of ink')));
    const answer = await broken(params, CancellationToken.None);
    assert.equal(codeOf(answer), ErrorCodes.InternalError);
    assert.match(log[0] ?? '', /^hover failed: Error: out of ink/);
  });

  it('that names no document where it should does no work', () => {
    const never = desk.answer('hover', () => assert.fail('it should not run'));
    for (const bad of [
      null,
      undefined,
      7,
      'x',
      { textDocument: null },
      { textDocument: {} },
      { uri: 1 },
    ]) {
      assert.equal(codeOf(never(bad, CancellationToken.None)), ErrorCodes.InvalidParams);
    }
  });

  it('out of turn does no work', () => {
    const never = desk.answer('hover', () => assert.fail('it should not run'));
    standing = 'early';
    assert.equal(codeOf(never(params, CancellationToken.None)), ErrorCodes.ServerNotInitialized);
    standing = 'over';
    assert.equal(codeOf(never(params, CancellationToken.None)), ErrorCodes.InvalidRequest);
  });
});

describe('the server and a client that errs', () => {
  let server: ChildProcessWithoutNullStreams;
  let connection: ProtocolConnection;
  const others: ChildProcess[] = [];
  let client: Client | undefined;

  beforeEach(() => {
    server = spawn(process.execPath, [bundle, '--stdio', code]);
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
  });

  afterEach(async () => {
    connection.dispose();
    await client?.stop();
    client = undefined;
    for (const child of [server, ...others.splice(0)]) child.kill('SIGKILL');
  });

  const params = { processId: null, rootUri: null, capabilities: {} };
  const at = { textDocument: { uri: 'file:///a.readout.md' }, position: { line: 0, character: 0 } };
  const greet = async () => {
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
  };
  const codeOf = (asking: Promise<unknown>): Promise<unknown> =>
    asking.then(
      (answer) => answer,
      ({ code }: ResponseError) => code,
    );
  const message = (body: string): string =>
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  it('is refused before initialize, at a second one, and after shutdown', async () => {
    const hover = () => codeOf(connection.sendRequest(HoverRequest.type, at));
    assert.equal(await hover(), ErrorCodes.ServerNotInitialized);
    await greet();
    assert.equal(await hover(), null);
    const again = () => codeOf(connection.sendRequest('initialize', params));
    assert.equal(await again(), ErrorCodes.InvalidRequest);
    assert.equal(await hover(), null);
    await connection.sendRequest('shutdown');
    assert.equal(await hover(), ErrorCodes.InvalidRequest);
    await connection.sendNotification('exit');
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('ends with 1 when told to exit without shutdown', async () => {
    await greet();
    await connection.sendNotification('exit');
    assert.deepEqual(await once(server, 'exit'), [1, null]);
  });

  it('answers a request that is cancelled before it is served with the error for that', async () => {
    await greet();
    let said = '';
    const answered = new Promise<void>((resolve) => {
      server.stdout.on('data', (data) => {
        said += data;
        if (/"id":"gone".*\}/.test(said)) resolve();
      });
    });
    // In one write, so that the cancellation is there before the request is served.
    server.stdin.write(
      [
        { id: 'gone', method: HoverRequest.method, params: at },
        { method: '$/cancelRequest', params: { id: 'gone' } },
      ]
        .map((asked) => message(JSON.stringify({ jsonrpc: '2.0', ...asked })))
        .join(''),
    );
    await answered;
    assert.match(
      said,
      new RegExp(`"id":"gone","error":\\{"code":${LSPErrorCodes.RequestCancelled},`),
    );
    assert.equal(await codeOf(connection.sendRequest(HoverRequest.type, at)), null);
  });

  it('answers requests it does not know with the error for that', async () => {
    await greet();
    assert.equal(await codeOf(connection.sendRequest('no/such')), ErrorCodes.MethodNotFound);
    await connection.sendNotification('no/such', { a: 1 });
    assert.equal(await codeOf(connection.sendRequest(HoverRequest.type, at)), null);
  });

  it('answers a feature that throws with an error, logs it, and serves the next', async () => {
    const lines: string[] = [];
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      lines.push(message);
    });
    await greet();
    const broken = codeOf(connection.sendRequest('codeAction/resolve', { title: 'no data' }));
    const next = codeOf(connection.sendRequest(HoverRequest.type, at));
    assert.equal(await broken, ErrorCodes.InternalError);
    assert.equal(await next, null);
    assert.match(lines.join('\n'), /code action failed: TypeError: .*\n {4}at /);
  });

  it('goes on after messages that are none, and notifications without what they need', async () => {
    await greet();
    for (const body of [
      '{broken',
      '[1, 2]',
      '7',
      'null',
      '{}',
      '"x"',
      '{"jsonrpc":"2.0","id":99}',
    ]) {
      server.stdin.write(message(body));
    }
    const document = { uri: '::%%%', languageId: 'readout', version: 1, text: 'x' };
    for (const [method, bad] of [
      ['textDocument/didOpen', {}],
      ['textDocument/didOpen', { textDocument: document }],
      ['textDocument/didChange', { textDocument: { uri: 'file:///u' }, contentChanges: [{}] }],
      ['textDocument/didClose', { textDocument: { uri: 'file:///never-opened.readout.md' } }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%' }] }],
      ['workspace/didChangeWatchedFiles', { changes: null }],
      ['workspace/didChangeConfiguration', null],
    ] as const) {
      await connection.sendNotification(method, bad);
    }
    assert.equal(await codeOf(connection.sendRequest(HoverRequest.type, at)), null);
  });

  it('takes a message that comes byte by byte', async () => {
    const asked = once(server.stdout, 'data');
    connection.dispose();
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    for (const byte of Buffer.from(message(body))) server.stdin.write(Buffer.from([byte]));
    const [data] = await asked;
    assert.match(String(data), /^Content-Length: \d+\r\n/);
  });

  it('takes several messages that come at once after half of a head', async () => {
    await greet();
    const asked = (id: string) =>
      message(JSON.stringify({ jsonrpc: '2.0', id, method: HoverRequest.method, params: at }));
    let said = '';
    const answered = (id: string) =>
      new Promise<void>((resolve) => {
        server.stdout.on('data', (data) => {
          said += data;
          if (said.includes(`"id":"${id}"`)) resolve();
        });
      });
    const first = answered('first');
    const last = answered('last');
    const rest = asked('second') + asked('last');
    server.stdin.write(asked('first') + rest.slice(0, 8));
    // What was cut off is there by now, and in no one chunk with what follows.
    await first;
    server.stdin.write(rest.slice(8));
    await last;
  });

  it('passes over what is no message, says so, and answers what comes after it', async () => {
    const lines: string[] = [];
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      lines.push(message);
    });
    await greet();
    for (const garbage of [
      'debug: started\n',
      'Content-Length: 2\r\n\r\n{}{"more": 1}',
      '\r\n\r\n',
    ]) {
      lines.length = 0;
      server.stdin.write(garbage);
      assert.equal(await codeOf(connection.sendRequest(HoverRequest.type, at)), null);
      assert.equal(lines.filter((line) => /no message of the protocol/.test(line)).length, 1);
    }
  });

  for (const [what, bytes] of [
    ['garbage', 'Good morning.\r\n\r\n{}{}\r\n'],
    ['binary garbage', Uint8Array.from({ length: 9999 }, (_, i) => (i * 151) & 255)],
    ['half a message', message('{"jsonrpc":"2.0","id":1,"method":"initialize"}').slice(0, 40)],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['nothing', ''],
  ] as const) {
    it(`ends quietly when its input ends after ${what}`, async () => {
      let said = '';
      server.stderr.on('data', (data) => {
        said += data;
      });
      server.stdin.end(bytes);
      assert.deepEqual(await once(server, 'exit'), [1, null]);
      assert.equal(said, '');
    });
  }

  it('ends when its client closes the input in mid-work', async () => {
    await greet();
    server.stdin.end();
    assert.deepEqual(await once(server, 'exit'), [1, null]);
  });

  it('ends when the process of its client has died, though the input stays open', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    others.push(editor);
    await connection.sendRequest('initialize', { ...params, processId: editor.pid });
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    assert.deepEqual(await once(server, 'exit'), [1, null]);
  });

  it('serves a client that refuses to watch, to show progress and to tell its settings', async () => {
    const one = await startClient({
      files: { 'a.readout.md': '[x](#gone)\n', 'b.readout.md': 'See [it](a#).\n' },
      refuses: true,
    });
    client = one;
    assert.deepEqual(codesOf(await one.findings('a.readout.md')), ['unresolved']);
    one.open('b.readout.md', 'See [it](c#).\n');
    const found = await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(found), ['unresolved']);
    assert.ok(one.registered.length > 0);
  });
});
