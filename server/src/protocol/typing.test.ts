import { strict as assert } from 'node:assert';
import type { Buffer } from '../workspace/workspace.ts';
import { createTyping } from './typing.ts';

const uri = 'file:///c/a.readout.md';
const text = (version: number): Buffer => ({ uri, version, language: 'readout', text: '' });

/** An editor whose pauses and breaths end when the test says so. */
function editor() {
  const state = { now: undefined as Buffer | undefined };
  let pauses: (() => void)[] = [];
  let breaths: (() => void)[] = [];
  const { deservesFindings, isTyped, sends } = createTyping({
    pause: () => new Promise<void>((resolve) => pauses.push(resolve)),
    wait: () => new Promise<void>((resolve) => breaths.push(resolve)),
    bufferOf: () => state.now,
  });
  const end = async (waiting: (() => void)[]) => {
    for (const go of waiting) go();
    // What waited goes on in the microtasks that follow.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    sends,
    isTyped: () => isTyped(uri),
    type: (version: number) => {
      state.now = text(version);
      return deservesFindings(uri);
    },
    close: () => {
      state.now = undefined;
    },
    pause: () => {
      const now = pauses;
      pauses = [];
      return end(now);
    },
    breathe: () => {
      const now = breaths;
      breaths = [];
      return end(now);
    },
    breaths: () => breaths.length,
  };
}

describe('what is typed', () => {
  it('has findings at once when nothing follows', async () => {
    const { type, pause } = editor();
    const first = type(1);
    await pause();
    assert.equal(await first, true);
  });

  it('is being typed until it has its findings', async () => {
    const { type, pause, isTyped } = editor();
    assert.equal(isTyped(), false);
    const first = type(1);
    assert.equal(isTyped(), true);
    await pause();
    await first;
    assert.equal(isTyped(), false);
  });

  it('is not typed any more once it is closed: nobody would ask for its findings', async () => {
    const { type, close, isTyped } = editor();
    void type(1);
    close();
    assert.equal(isTyped(), false);
  });

  it('has them once, after a breath, when the next text has come already', async () => {
    const { type, pause, breathe } = editor();
    const first = type(1);
    assert.equal(await type(2), false);
    await pause();
    await pause();
    await breathe();
    assert.equal(await first, true);
  });

  it('waits for a breath while earlier findings are on their way, and not afterwards', async () => {
    const { type, pause, breathe, breaths, sends } = editor();
    let sent = () => {};
    sends(uri, new Promise<void>((resolve) => (sent = resolve)));
    const first = type(1);
    await pause();
    assert.equal(breaths(), 1);
    await breathe();
    assert.equal(await first, true);
    sent();
    await pause();
    const second = type(2);
    await pause();
    assert.equal(breaths(), 0);
    assert.equal(await second, true);
  });

  it('forgets findings that could not be sent', async () => {
    const { type, pause, sends } = editor();
    sends(uri, Promise.reject(new Error('gone')));
    await pause();
    const first = type(1);
    await pause();
    assert.equal(await first, true);
  });

  it('has none when it was closed', async () => {
    const { type, pause, breathe, close } = editor();
    const first = type(1);
    close();
    await pause();
    await pause();
    await breathe();
    assert.equal(await first, false);
  });
});
