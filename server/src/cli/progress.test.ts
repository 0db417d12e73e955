import assert from 'node:assert/strict';
import { progressOn } from './progress.ts';

function shown(isTTY: boolean) {
  let text = '';
  let time = 0;
  const write = (piece: unknown) => {
    text += piece;
    return true;
  };
  const progress = progressOn({ isTTY, write } as NodeJS.WriteStream, () => time);
  const report = (at: number, done: number) => {
    time = at;
    progress.report(done, 900);
  };
  return { report, clear: progress.clear, text: () => text.replaceAll('\r\u001b[K', '|') };
}

describe('progress on the command line', () => {
  it('is told on a terminal once reading takes long, now and then, and is gone in the end', () => {
    const { report, clear, text } = shown(true);
    report(0, 0);
    report(499, 100);
    clear();
    assert.equal(text(), '');
    report(500, 200);
    report(599, 300);
    report(600, 400);
    clear();
    clear();
    assert.equal(text(), '|Reading readouts: 200 of 900|Reading readouts: 400 of 900|');
  });

  it('is not told in a pipe', () => {
    const { report, clear, text } = shown(false);
    report(1000, 100);
    clear();
    assert.equal(text(), '');
  });
});
