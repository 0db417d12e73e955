import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { at, notifications, requests, text, uri } from '../support/requests.ts';
import { type Random, randomFrom } from './random.ts';
import { readout } from './texts.ts';

/** Where the server's code is kept from one start to the next. */
const code = `--code=${join(tmpdir(), 'readout-code')}`;

/** An editor that can do much; it opens no folder, for what stands for one here may be the root of the disk. */
const greeting = {
  ...{ processId: null, rootUri: null },
  initializationOptions: { commands: true, readout: { codeLens: true, inlayHints: true } },
  capabilities: {
    workspace: {
      workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
      symbol: { resolveSupport: { properties: ['location.range'] } },
    },
    textDocument: {
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
      completion: { completionItem: { snippetSupport: true } },
      rename: { prepareSupport: true },
    },
  },
};
const opened = { textDocument: { uri, languageId: 'readout', version: 1, text } };

const message = (body: object): Buffer => {
  const said = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...body }));
  return Buffer.concat([Buffer.from(`Content-Length: ${said.length}\r\n\r\n`), said]);
};

interface Answer {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: unknown; readonly message: unknown };
}

/** A server process. All is written to it as bytes: a library would put in order what should not be in order. */
interface Server {
  readonly write: (bytes: Uint8Array) => void;
  /** Asks, and waits for the one answer. */
  readonly ask: (method: string, params: unknown) => Promise<Answer>;
  /** The answer to a message with this id that was written. */
  readonly answer: (id: number, asked?: string) => Promise<Answer>;
  readonly closeInput: () => void;
  /** Waits until it ends by itself; throws where it does not, or has something to say about it. */
  readonly ends: () => Promise<void>;
  /** Throws if it has ended, or said something on its error output. */
  readonly lives: () => void;
  /** Waits until it has nothing to do; throws where that never comes. */
  readonly rests: () => Promise<void>;
}

/** Starts the bundle of a server; `about` is for whoever reads of a failure. */
function start(bundle: string, about: string): Server {
  const child = spawn(process.execPath, [bundle, '--stdio', code]);
  const { stdin, stdout, stderr } = child;
  let said = '';
  stderr.on('data', (data) => {
    said += data;
  });
  // Who writes to a process that has ended is told so here, and knows already.
  stdin.on('error', () => {});
  const exit = once(child, 'exit');
  const waiting = new Map<unknown, (answer: Answer) => void>();
  new StreamMessageReader(stdout).listen((one) => {
    const answer = one as Answer;
    if (answer.method !== undefined) {
      if (answer.id !== undefined) stdin.write(message({ id: answer.id, result: null }));
      return;
    }
    const take = waiting.get(answer.id);
    assert.ok(take, `${about}: an answer to nothing, or a second one: ${JSON.stringify(answer)}`);
    waiting.delete(answer.id);
    take(answer);
  });
  const inTime = async <T>(work: Promise<T>, what: string): Promise<T> => {
    const late = Symbol('late');
    const done = await Promise.race([work, patience(late)]);
    if (done !== late) return done as T;
    child.kill('SIGKILL');
    assert.fail(`${about}: ${what}; ${said}`);
  };
  const answer = (id: number, asked = '') =>
    inTime(new Promise<Answer>((take) => waiting.set(id, take)), `no answer to ${id} ${asked}`);
  let asked = 1000;
  return {
    answer,
    write: (bytes) => void stdin.write(bytes),
    ask: (method, params) => {
      const id = ++asked;
      const answered = answer(id, `${method} ${JSON.stringify(params)}`.slice(0, 2000));
      stdin.write(message({ id, method, params }));
      return answered;
    },
    closeInput: () => void stdin.end(),
    ends: async () => {
      const [code, signal] = await inTime(exit, 'it lives on');
      assert.ok(code === 0 || code === 1, `${about}: ended with ${signal ?? code}; ${said}`);
      assert.equal(said, '', about);
    },
    lives: () => {
      assert.equal(child.exitCode, null, `${about}: ended with ${child.exitCode}; ${said}`);
      assert.equal(said, '', about);
    },
    rests: () => inTime(resting(child.pid as number), 'it never comes to rest'),
  };
}

/** Comes true when a process has used no time for a while, where the system tells. */
async function resting(pid: number): Promise<void> {
  const path = `/proc/${pid}/stat`;
  for (let before = -1; existsSync(path); ) {
    const [user, system] = readFileSync(path, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11);
    const now = Number(user) + Number(system);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const patience = <T>(late: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(late), 60_000).unref());

const weird: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    7,
    2 ** 31,
    2 ** 53,
    -1e99,
    1e308,
    '',
    'x',
    '\ud83d',
    '\udc00',
  ],
  ...['\0', '#m', 'file:///%', '::%%', 'untitled:Untitled-1', 'file:///c/readout.yaml', 'file://'],
  ...['__proto__', 'constructor', 'a'.repeat(70_000), [], {}, [null], [[]], { uri }, { uri: 5 }],
  ...[JSON.parse('{"__proto__": {"uri": 5}}'), { line: -1, character: 2 ** 40 }, { length: 1e9 }],
  JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`),
];

/** A value with one of its parts, at any depth, gone, doubled or replaced by what should not be there. */
function spoilt(random: Random, value: unknown): unknown {
  if (random.once(8) || typeof value !== 'object' || value === null) return random.of(weird);
  if (Array.isArray(value)) {
    if (!value.length || random.once(4)) return [...value, random.of(weird), ...value];
    const at = random.number(value.length);
    return value.with(at, spoilt(random, value[at]));
  }
  const names = Object.keys(value);
  if (!names.length) return random.of(weird);
  const name = random.of(names);
  const { [name]: part, ...rest } = value as Record<string, unknown>;
  return random.once(6) ? rest : { ...rest, [name]: spoilt(random, part) };
}

/** Spoilt once, or more often, or not at all. */
function perhaps(random: Random, value: unknown): unknown {
  let given = value;
  while (!random.once(3)) given = spoilt(random, given);
  return given;
}

const atOnce = 50;

/**
 * Asks a server for everything it answers, with what should not stand there in any field, notifications of the
 * same sort among them. It must answer each once, with an error or not, and go on; throws where it does not.
 */
export async function pester(bundle: string, count: number, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const server = start(bundle, `pester, seed ${seed}`);
  await server.ask('initialize', greeting);
  server.write(message({ method: 'initialized', params: {} }));
  // What was answered once comes back in later questions, as an editor does with items.
  const heard: unknown[] = [];
  for (let done = 0; done < count; done += atOnce) {
    const asked: Promise<Answer>[] = [];
    for (let i = 0; i < atOnce; i++) {
      const isRequest = random.once(2);
      const [method, params] = random.of(Object.entries(isRequest ? requests : notifications));
      const given = perhaps(random, heard.length && random.once(4) ? random.of(heard) : params);
      if (isRequest) asked.push(server.ask(method, given));
      else server.write(message({ method, params: given }));
    }
    for (const { result, error } of await Promise.all(asked)) {
      if (error) assert.equal(typeof error.code, 'number', String(error.message));
      else remember(heard, random, result);
    }
    server.write(message({ method: 'textDocument/didOpen', params: opened }));
    const { result } = await server.ask('textDocument/hover', at);
    assert.ok(result, `seed ${seed}: no hover after ${done} requests`);
    server.lives();
  }
  await server.rests();
  server.closeInput();
  await server.ends();
}

function remember(heard: unknown[], random: Random, answer: unknown): void {
  const one = Array.isArray(answer) && answer.length ? random.of(answer) : answer;
  if (typeof one !== 'object' || one === null) return;
  const kept = random.once(2) ? one : { item: one };
  if (heard.length < 40) heard.push(kept);
  else heard[random.number(40)] = kept;
}

/** A conversation up to the goodbye, as bytes, each message apart, and the ids that ask for an answer. */
function conversation(random: Random): { messages: Buffer[]; ids: number[] } {
  const ids = [1, 2];
  const asked = Array.from({ length: 4 + random.number(12) }, (_, i) => {
    const [method, params] = random.of(Object.entries(requests));
    ids.push(10 + i);
    return message({ id: 10 + i, method, params });
  });
  const typed = { textDocument: { uri, version: 2 }, contentChanges: [{ text: readout(random) }] };
  const messages = [
    message({ id: 1, method: 'initialize', params: greeting }),
    message({ method: 'initialized', params: {} }),
    message({ method: 'textDocument/didOpen', params: opened }),
    ...asked,
    message({ method: 'textDocument/didChange', params: typed }),
    message({ id: 2, method: 'shutdown' }),
  ];
  return { messages, ids };
}

const goodbye = message({ method: 'exit' });

/** Closes the input of a server after any byte of a conversation: it must end by itself, and quietly. */
export async function cutShort(bundle: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const { messages, ids } = conversation(random);
  const bytes = Buffer.concat([...messages, goodbye]);
  const server = start(bundle, `cut short, seed ${seed}`);
  for (const id of ids) void server.answer(id).catch(() => {});
  const stop = random.number(bytes.length + 1);
  for (let at = 0; at < stop; ) {
    const next = Math.min(stop, at + 1 + random.number(900));
    server.write(bytes.subarray(at, next));
    at = next;
    if (random.once(3)) await new Promise((resolve) => setImmediate(resolve));
  }
  server.closeInput();
  await server.ends();
}

/** Puts bytes that mean nothing between the messages of a conversation: every one of them must be answered. */
export async function disturb(bundle: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const { messages, ids } = conversation(random);
  const server = start(bundle, `disturb, seed ${seed}`);
  const answers = ids.map((id) => server.answer(id));
  for (const one of messages) {
    if (!random.once(3)) server.write(noise(random));
    server.write(one);
  }
  await Promise.all(answers);
  server.write(goodbye);
  await server.ends();
}

function noise(random: Random): Buffer {
  const words = ['debug: started\n', 'Content-', '\r\n\r\n', '{"jsonrpc":"2.0"}', 'a: b\r\n', '\0'];
  const bytes = Buffer.from(Array.from({ length: random.number(200) }, () => random.number(256)));
  return random.once(2) ? bytes : Buffer.from(random.of(words) + random.of(words));
}
