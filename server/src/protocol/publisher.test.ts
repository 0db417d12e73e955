import { strict as assert } from 'node:assert';
import type { Diagnostic } from 'vscode-languageserver';
import { createWorkspace } from '../workspace/workspace.ts';
import { createLines } from './lines.ts';
import { createPublisher } from './publisher.ts';
import { defaults } from './settings.ts';

const folder = 'file:///c';
const uri = `${folder}/a.readout.md`;

/** A publisher over a folder with one open document, and what it has sent of it. */
async function publishing() {
  const typed = new Set<string>();
  const sent: (readonly Diagnostic[])[] = [];
  const waiting: (() => void)[] = [];
  const files = {
    list: () => [{ files: [], skipped: [] }],
    read: () => ({ gone: true }) as const,
    collectionAbove: () => undefined,
  };
  const workspace = createWorkspace(() => files, {
    affected: () => {},
    wider: () => {},
    log: assert.fail,
    pause: async () => {},
  });
  const publisher = createPublisher(workspace, createLines(), {
    send: (_, __, diagnostics) => void sent.push(diagnostics),
    soon: (work) => void waiting.push(work),
    log: assert.fail,
    isTyped: (one) => typed.has(one),
    rested: () => {},
    settings: () => defaults,
    asOf: () => '2031-01-01',
    theirs: (uri) => uri,
    pageOf: () => undefined,
  });
  await workspace.addFolder(folder);
  await workspace.settle();
  let version = 0;
  const type = (text: string) =>
    workspace.openBuffer({ uri, version: ++version, language: 'readout', text });
  const codebook = (text: string) =>
    workspace.openBuffer({ uri: `${folder}/readout.yaml`, version: 1, language: 'yaml', text });
  const settle = () => {
    let times = 0;
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      work();
      assert.ok(++times < 100, 'it never rests');
    }
  };
  const codes = () => sent.map((one) => one.map(({ code }) => code));
  const open = (uri: string, language: string) =>
    workspace.openBuffer({ uri, version: 1, language, text: '' });
  return { publisher, sent, codes, open, type, typed, settle, codebook };
}

describe('findings of an open document', () => {
  it('are sent in the background when they have changed, and only then', async () => {
    const { publisher, codes, type, settle } = await publishing();
    await type('See [it](#it).\n');
    publisher.now(uri);
    settle();
    assert.deepEqual(codes(), [['unresolved']]);
    publisher.later([uri]);
    settle();
    assert.deepEqual(codes(), [['unresolved']]);
    await type('See [it](#it) and [her](#her).\n');
    publisher.later([uri]);
    settle();
    assert.deepEqual(codes(), [['unresolved'], ['unresolved', 'unresolved']]);
    await type('See it.\n');
    publisher.later([uri]);
    settle();
    assert.deepEqual(codes(), [['unresolved'], ['unresolved', 'unresolved'], []]);
  });

  it('wait for the keys to pause, and are not sent twice', async () => {
    const { publisher, codes, type, typed, settle } = await publishing();
    await type('See [it](#it).\n');
    typed.add(uri);
    publisher.later([uri]);
    settle();
    assert.deepEqual(codes(), []);
    typed.delete(uri);
    publisher.now(uri);
    settle();
    assert.deepEqual(codes(), [['unresolved']]);
  });

  it('of what compares the text with the collection stay while it is typed, until the keys pause', async () => {
    const { publisher, sent, type, settle, codebook } = await publishing();
    const shown = () =>
      sent.at(-1)?.map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`);
    await codebook('entities:\n  port: { name: Port of Lee }\n  fund: { name: Harbour Fund }\n');
    await type('The Port of Lee.\n');
    publisher.now(uri);
    settle();
    assert.deepEqual(shown(), ['unlinked-mention 0:4']);
    await type('See [it](#it), the Harbour Fund.\n\nThe old Port of Lee.\n');
    publisher.now(uri);
    assert.deepEqual(shown(), ['unresolved 0:9', 'unlinked-mention 2:8']);
    settle();
    assert.deepEqual(shown(), ['unresolved 0:9', 'unlinked-mention 0:19', 'unlinked-mention 2:8']);
    await type('The old Fund.\n');
    publisher.now(uri);
    settle();
    assert.deepEqual(shown(), []);
    assert.equal(sent.length, 4);
  });

  it('are done with for a file that belongs to no collection', async () => {
    const { publisher, sent, open, settle } = await publishing();
    const alone = 'file:///elsewhere/settings.yaml';
    await open(alone, 'yaml');
    publisher.now(alone);
    settle();
    assert.deepEqual(sent, [[]]);
    assert.equal(publisher.waiting(), 0);
  });

  it('are the same objects where they stand and say what they did', async () => {
    const { publisher, sent, type, settle } = await publishing();
    await type('See [it](#it).\n\nSee [her](#her).\n');
    publisher.now(uri);
    settle();
    await type('See [it](#that).\n\nSee [her](#her).\n');
    publisher.now(uri);
    settle();
    const [before, after] = sent;
    assert.notEqual(after?.[0], before?.[0]);
    assert.equal(after?.[1], before?.[1]);
  });
});
