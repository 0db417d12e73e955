import assert from 'node:assert/strict';
import { onDay, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { everyFeature } from '../support/every-feature.ts';
import { type Random, randomFrom } from './random.ts';
import { codebook, piece, readout } from './texts.ts';
import { createWorld, type State, type World } from './world.ts';

const folder = 'file:///c';
const documents = Array.from(
  { length: 50 },
  (_, i) => `${folder}/${i % 5 === 0 ? 'in/' : ''}d${i}.readout${i % 7 === 0 ? '' : '.md'}`,
);
const codebooks = [`${folder}/readout.yaml`, `${folder}/in/readout.yaml`];

const days = ['2031-06-15', '2030-01-01', '2032-12-31'] as const;

/** How often, in steps, all is made anew and compared. */
const compared = 100;

export interface Walk {
  readonly steps: number;
  readonly seed: number;
  /** Told after each comparison. */
  readonly told?: (done: number) => void;
}

/**
 * Walks a history of edits, openings, closings, deletions, renames, settings and codebook changes over
 * fifty documents. After every hundred steps, what was published and what is answered must be what a
 * server says that starts on the same files. Throws where they differ, with seed and step.
 */
export async function walk({ steps, seed, told }: Walk): Promise<void> {
  const random = randomFrom(seed);
  const state: State = {
    disk: new Map(),
    buffers: new Map(),
    closedFiles: 'problems',
    asOf: days[0],
  };
  for (const uri of documents) if (!random.once(5)) state.disk.set(uri, readout(random));
  state.disk.set(codebooks[0] as string, codebook(random));
  const world = createWorld(state, folder);
  await world.start();
  for (let step = 1; step <= steps; step++) {
    try {
      await take(world, state, random);
      if (step % compared === 0) await compare(world, state, random);
    } catch (error) {
      throw new Error(`Seed ${seed}, step ${step}: ${(error as Error).message}`, { cause: error });
    }
    if (step % compared === 0) told?.(step);
  }
}

type Step = (world: World, state: State, random: Random) => Promise<void>;

const edit: Step = async (world, { buffers }, random) => {
  if (!buffers.size) return;
  const buffer = random.of([...buffers.values()]);
  const { uri, text, version, language } = buffer;
  const at = random.number(text.length + 1);
  const cut = random.once(3) ? random.number(40) : 0;
  const put = uri.endsWith('.yaml') && random.once(3) ? codebook(random) : piece(random);
  const next =
    text.length > 6000 ? readout(random) : text.slice(0, at) + put + text.slice(at + cut);
  const after = { uri, version: version + 1, language, text: next };
  buffers.set(uri, after);
  await world.open(after);
};

const open: Step = async (world, { disk, buffers }, random) => {
  const uri = random.once(20) ? 'untitled:Untitled-1' : random.of([...documents, ...codebooks]);
  if (buffers.has(uri) || buffers.size > 8) return;
  const language = uri.endsWith('.yaml') ? 'yaml' : 'readout';
  const buffer = { uri, version: 1, language, text: disk.get(uri) ?? readout(random) };
  buffers.set(uri, buffer);
  await world.open(buffer);
};

const close: Step = async (world, { disk, buffers }, random) => {
  if (!buffers.size) return;
  const buffer = random.of([...buffers.values()]);
  if (!buffer.uri.startsWith('untitled:') && random.once(2)) disk.set(buffer.uri, buffer.text);
  buffers.delete(buffer.uri);
  await world.close(buffer.uri);
};

const write: Step = async (world, { disk }, random) => {
  const uris = Array.from({ length: 1 + random.number(4) }, () => random.of(documents));
  for (const uri of uris) {
    if (random.once(3)) disk.delete(uri);
    else disk.set(uri, readout(random));
  }
  await world.changed([...new Set(uris)]);
};

const rename: Step = async (world, { disk }, random) => {
  const from = random.of(documents);
  const to = random.of(documents);
  const text = disk.get(from);
  if (text === undefined || disk.has(to)) return;
  disk.delete(from);
  disk.set(to, text);
  await world.changed([from, to]);
};

const rewriteCodebook: Step = async (world, { disk }, random) => {
  const uri = random.of(codebooks);
  if (random.once(4)) disk.delete(uri);
  else disk.set(uri, codebook(random));
  await world.changed([uri]);
};

const set: Step = async (world, state, random) => {
  if (random.once(2)) state.asOf = random.of(days);
  else state.closedFiles = state.closedFiles === 'all' ? 'problems' : 'all';
  world.settingsChanged();
};

const steps: readonly (readonly [number, Step])[] = [
  [60, edit],
  [10, open],
  [8, close],
  [12, write],
  [5, rename],
  [4, rewriteCodebook],
  [1, set],
];

async function take(world: World, state: State, random: Random): Promise<void> {
  let at = random.number(100);
  for (const [weight, step] of steps) {
    if (at < weight) return step(world, state, random);
    at -= weight;
  }
}

async function compare(world: World, state: State, random: Random): Promise<void> {
  world.settle();
  const fresh = createWorld(state, folder);
  await fresh.start();
  assert.deepEqual(world.failures, [], 'nothing fails');
  const uris = [...documents, ...codebooks, ...state.buffers.keys()];
  for (const uri of uris) {
    assert.deepEqual(world.published.get(uri), fresh.published.get(uri), `the findings of ${uri}`);
  }
  for (let times = 0; times < 3; times++) {
    const uri = random.of(uris);
    const [ours, anew] = [world, fresh].map(({ workspace }) =>
      onDay(workspace.snapshotOf(uri), state.asOf),
    ) as [Snapshot, Snapshot];
    const text = state.buffers.get(uri)?.text ?? state.disk.get(uri) ?? '';
    const offset = random.number(text.length + 1);
    for (const [name, ask] of Object.entries(everyFeature)) {
      const place = `${name} at ${offset} of ${uri}`;
      assert.deepEqual(inOrder(ask(ours, uri, offset)), inOrder(ask(anew, uri, offset)), place);
    }
  }
}

/** As an editor would get it, without what only we look at. */
const inOrder = (answer: unknown): unknown =>
  answer === undefined ? undefined : JSON.parse(JSON.stringify(answer), byUri);

/** Documents come in no particular order, at any depth; what is said of each one is in order. */
const byUri = (_: string, value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => one?.uri && ('from' in one || 'edits' in one))
    ? value.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.from - b.from || 0))
    : value;
