import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createDesk, setUpLines } from '../support/editors.ts';

const script = resolve(__dirname, 'emacs.el');

/** Whether Emacs is on this machine, with Eglot. */
const isHere = (): boolean =>
  spawnSync('emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"], {
    stdio: 'ignore',
  }).status === 0;

describe('Emacs', function () {
  this.timeout(60_000);
  before(function () {
    if (isHere()) return;
    console.log('      skipped: there is no Emacs with Eglot on this machine');
    this.skip();
  });

  it('shows findings, hovers, jumps and renames, set up as docs/editors.md says', async () => {
    const desk = createDesk();
    try {
      desk.write('init.el', setUpLines('Emacs 28 and later, with Eglot'));
      const said = await desk.run('emacs', ['--batch', '-l', script]);
      const out = desk.out();
      assert.deepEqual([out.failed, out.waited_in_vain_for], [undefined, undefined], said);
      assert.equal(out.mode, 'readout-mode');
      assert.equal(out.marked, '#nowhere');
      assert.match(String(out.hover), /will submit a further communication/);
      assert.match(String(out.definition), /^will submit a further communication /);
      assert.equal(out.renamed, '^[🚢 See [that](#nowhere) and [this](#next-report).]');
    } finally {
      desk.clear();
    }
  });
});
