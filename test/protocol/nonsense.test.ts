import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  createProtocolConnection,
  ErrorCodes,
  HoverRequest,
  type InitializeResult,
  type MessageConnection,
  type ProtocolConnection,
  type ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { cutShort, disturb, pester } from '../soak/protocol.ts';
import { bundle, type Client, code, codesOf, startClient } from '../support/lsp.ts';
import { at, methodsOf, notifications, requests, text, uri } from '../support/requests.ts';

const wrong = [null, 7, -1e99, 'x', '', true, [], {}, [null], { uri: 5 }, 'file:///%', '::%%'];

/** A message with each of its fields, at any depth, replaced by or left without what it should be. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* wrong;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries())
      for (const bad of spoilt(item)) yield value.with(i, bad);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const { [name as never]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const bad of spoilt(item)) yield { ...rest, [name]: bad };
    }
  }
}

/** Hears whatever the server says, and has no opinion. */
function listen(connection: ProtocolConnection): void {
  const any = connection as unknown as MessageConnection;
  any.onNotification(() => {});
  any.onRequest(() => null);
  any.listen();
}

const message = (body: string): string =>
  `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('the server and nonsense', () => {
  let server: ChildProcessWithoutNullStreams;
  let connection: ProtocolConnection;
  let client: Client | undefined;
  let said: string;

  beforeEach(async () => {
    server = spawn(process.execPath, [bundle, '--stdio', code]);
    said = '';
    server.stderr.on('data', (data) => {
      said += data;
    });
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    listen(connection);
  });

  afterEach(async () => {
    connection.dispose();
    await client?.stop();
    client = undefined;
    server.kill('SIGKILL');
  });

  const greet = async () => {
    const hello = { processId: null, rootUri: null, capabilities: {} };
    const told = await connection.sendRequest('initialize', hello);
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'readout', version: 1, text },
    });
    return told as InitializeResult;
  };
  const lives = async () => {
    assert.ok(await connection.sendRequest(HoverRequest.type, at));
    assert.equal(server.exitCode, null, said);
  };

  it('is told here of every request that the server answers', async () => {
    const { capabilities } = await greet();
    const promised = Object.keys(capabilities).flatMap((name) => methodsOf[name] ?? [`no ${name}`]);
    const source = readFileSync('server/src/protocol/requests.ts', 'utf8');
    const [ours = ''] = /interface ServerRequests \{.*?\n\}/s.exec(source) ?? [];
    const asked = [...ours.matchAll(/'(readout\/\w+)'/g)].map(([, method]) => method);
    assert.deepEqual([...promised, ...asked].sort(), Object.keys(requests).sort());
    for (const [method, params] of Object.entries(requests)) {
      const code = await connection.sendRequest(method, params).then(
        () => 'answered',
        (error: ResponseError) => error.code,
      );
      assert.ok(code === 'answered' || code === ErrorCodes.InvalidParams, `${method}: ${code}`);
    }
  });

  it('answers every request, whatever stands in which field of it', async () => {
    await greet();
    for (const [method, params] of Object.entries(requests)) {
      await connection.sendRequest(method, params).catch(({ code }: ResponseError) => {
        assert.ok(
          [ErrorCodes.InternalError, ErrorCodes.InvalidParams].includes(code as never),
          method,
        );
      });
      const asked = [...spoilt(params)].map((bad) =>
        connection.sendRequest(method, bad as never).then(
          () => undefined,
          ({ code }: ResponseError) => code,
        ),
      );
      for (const code of await Promise.all(asked)) {
        assert.ok(code === undefined || typeof code === 'number', method);
      }
      await lives();
    }
  });

  it('goes on after every notification, whatever stands in which field of it', async () => {
    await greet();
    for (const [method, params] of Object.entries(notifications)) {
      for (const bad of spoilt(params)) {
        if (method === 'textDocument/didChange' && JSON.stringify(bad) === JSON.stringify(params))
          continue;
        server.stdin.write(message(JSON.stringify({ jsonrpc: '2.0', method, params: bad })));
        server.stdin.write(message(JSON.stringify({ jsonrpc: '2.0', method })));
      }
      // What was open may have been changed into something else; it is opened anew.
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'readout', version: 1, text },
      });
      await lives();
    }
  });

  it('begins with whatever the client says of itself', async () => {
    const params = {
      rootUri: 'file:///nowhere',
      workspaceFolders: [{ uri: 'file:///nowhere', name: 'n' }],
      initializationOptions: { readsFiles: false, readout: { asOf: '' } },
      capabilities: {
        general: { positionEncodings: ['utf-8'] },
        workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: {} },
        window: { workDoneProgress: false, showMessage: {} },
        textDocument: { completion: { completionItem: {} } },
      },
    };
    const bodies = [...spoilt(params)].filter((bad) => typeof bad === 'object' && bad !== null);
    // One server for every eighth is enough to meet each field.
    for (const bad of bodies.filter((_, i) => i % 8 === 0)) {
      const one = spawn(process.execPath, [bundle, '--stdio', code]);
      const to = createProtocolConnection(
        new StreamMessageReader(one.stdout),
        new StreamMessageWriter(one.stdin),
      );
      listen(to);
      const hello = { processId: null, rootUri: null, capabilities: {}, ...(bad as object) };
      await to.sendRequest('initialize', hello);
      await to.sendNotification('initialized', {});
      assert.equal(await to.sendRequest(HoverRequest.type, at), null, JSON.stringify(bad));
      await to.sendRequest('shutdown');
      await to.sendNotification('exit');
      assert.deepEqual(await once(one, 'exit'), [0, null], JSON.stringify(bad));
      to.dispose();
    }
  }).timeout(120_000);

  it('answers a thousand requests at once, each once, and takes no memory for it', async () => {
    await greet();
    await lives();
    const rss = (): number =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
    const canTell = process.platform === 'linux';
    const before = canTell ? rss() : 0;
    const methods = Object.entries(requests).filter(([method]) =>
      method.startsWith('textDocument/'),
    );
    const asked = Array.from({ length: 1000 }, (_, i) => {
      const [method, params] = methods[i % methods.length] as [string, object];
      return connection.sendRequest(method, params).then(
        () => 'answered',
        () => 'refused',
      );
    });
    const answers = await Promise.all(asked);
    assert.equal(answers.length, 1000);
    assert.ok(answers.filter((answer) => answer === 'answered').length > 900);
    if (canTell) assert.ok(rss() - before < 64, `${rss() - before} MB more`);
    await lives();
  });

  it('waits for the rest of a message that claims to be huge, and ends with its input', async () => {
    await greet();
    await lives();
    server.stdin.write('Content-Length: 99999999999999\r\n\r\n{"jsonrpc"');
    server.stdin.end('x'.repeat(100_000));
    assert.deepEqual(await once(server, 'exit'), [1, null]);
    assert.equal(said, '');
  });

  it('ends when its input ends, at any time while it reads', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1500 }, (_, i) => [`n/${i}.readout`, `[x](#gone-${i})\n`]),
    );
    client = await startClient({ files });
    const { folder } = client;
    const workspaceFolders = [{ uri: `file://${folder}`, name: 'n' }];
    for (const after of [0, 1, 2, 3]) {
      const one = spawn(process.execPath, [bundle, '--stdio', code], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const hello = { processId: null, rootUri: null, capabilities: {}, workspaceFolders };
      const ask = (body: object) =>
        one.stdin.write(message(JSON.stringify({ jsonrpc: '2.0', ...body })));
      ask({ id: 1, method: 'initialize', params: hello });
      ask({ method: 'initialized', params: {} });
      for (let heard = 0; heard < after; heard++) await once(one.stdout, 'data');
      one.stdin.end();
      one.stdout.resume();
      assert.deepEqual(await once(one, 'exit'), [1, null]);
    }
  });

  it('ends though nobody reads what it says', async () => {
    await greet();
    server.stdout.destroy();
    for (let i = 0; i < 50; i++) {
      server.stdin.write(
        message(
          JSON.stringify({
            jsonrpc: '2.0',
            id: 1000 + i,
            method: 'textDocument/hover',
            params: at,
          }),
        ),
      );
    }
    server.stdin.end();
    const [code] = await once(server, 'exit');
    assert.equal(code, 1);
  });

  it('serves a client whose settings never come', async () => {
    client = await startClient({
      files: { 'a.readout': '[x](#gone)\n' },
      capabilities: { workspace: { configuration: true } },
      settings: () => new Promise(() => {}),
    });
    client.open('b.readout', '[x]{#m .place .event}\n');
    const found = await client.findings('b.readout', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(found), ['two-kinds']);
    assert.deepEqual(codesOf(await client.findings('a.readout')), ['unresolved']);
  });
});

// `npm run soak` does the same for longer.
describe('the server and a conversation by chance', () => {
  it('answers each question once, whatever stands in it', () =>
    pester(bundle, 2000, 20310502)).timeout(120_000);

  it('ends by itself when its input is closed after any byte', async () => {
    for (let seed = 0; seed < 8; seed++) await cutShort(bundle, seed);
  }).timeout(120_000);

  it('answers every message between bytes that mean nothing', async () => {
    for (let seed = 0; seed < 5; seed++) await disturb(bundle, seed);
  }).timeout(120_000);
});
