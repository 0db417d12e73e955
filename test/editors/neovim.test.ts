import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { createDesk, isHere, setUpLines } from '../support/editors.ts';

const script = resolve(__dirname, 'neovim.lua');

describe('Neovim', function () {
  this.timeout(60_000);
  before(function () {
    if (isHere('nvim')) return;
    console.log('      skipped: there is no nvim on this machine');
    this.skip();
  });

  it('shows findings, hovers, jumps and renames, set up as docs/editors.md says', async () => {
    const desk = createDesk();
    try {
      const init = desk.write('init.lua', setUpLines('Neovim 0.7 to 0.10'));
      const said = await desk.run('nvim', ['--headless', '-n', '-u', init, '-S', script]);
      const out = desk.out();
      assert.deepEqual([out.failed, out.waited_in_vain_for], [undefined, undefined], said);
      assert.deepEqual(out.diagnostics, [['unresolved', '#nowhere']]);
      assert.match(String(out.hover), /will submit a further communication/);
      assert.equal(out.definition, 'will submit a further communication ');
      assert.equal(out.renamed, '^[🚢 See [that](#nowhere) and [this](#next-report).]');
    } finally {
      desk.clear();
    }
  });
});
