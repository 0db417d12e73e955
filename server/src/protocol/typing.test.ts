import { strict as assert } from 'node:assert';
import type { Buffer } from '../workspace/workspace.ts';
import { createTyping } from './typing.ts';

const uri = 'file:///c/a.readout.md';
const text = (version: number): Buffer => ({ uri, version, language: 'readout', text: '' });

/** A turn of the event loop that ends when the test says so. */
function turns() {
  let waiting: (() => void)[] = [];
  const end = async () => {
    const now = waiting;
    waiting = [];
    for (const go of now) go();
    // What waited goes on in the microtasks that follow.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { pause: () => new Promise<void>((resolve) => waiting.push(resolve)), end };
}

describe('what is typed', () => {
  it('has findings of its own when nothing follows', async () => {
    const { pause, end } = turns();
    const deserves = createTyping({ pause, bufferOf: () => text(1) })(text(1));
    await end();
    await end();
    assert.equal(await deserves, true);
  });

  it('has none when the next text has come already', async () => {
    const { pause, end } = turns();
    let now = text(1);
    const deserves = createTyping({ pause, bufferOf: () => now });
    const first = deserves(now);
    await end();
    now = text(2);
    const second = deserves(now);
    await end();
    await end();
    assert.deepEqual(await Promise.all([first, second]), [false, true]);
  });

  it('has none when it was closed', async () => {
    const { pause, end } = turns();
    const deserves = createTyping({ pause, bufferOf: () => undefined })(text(1));
    await end();
    await end();
    assert.equal(await deserves, false);
  });
});
