import assert from 'node:assert/strict';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot } from '../../core/snapshot/snapshot.ts';
import { prepare } from './prepare.ts';

describe('preparing a collection', () => {
  it('takes a few documents at a time, and those that changed once it is done', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => ({
      uri: `file:///c/${name}.readout.md`,
      text: `---\ndate: 2031-04-02\n---\n\n[will meet]{#meet-${name} .commitment}\n`,
    }));
    const { snapshot } = apply(emptySnapshot(), files);
    let pieces = 1;
    while (!prepare(snapshot, 1)) pieces++;
    assert.ok(pieces >= files.length, `${pieces} pieces`);
    assert.ok(prepare(snapshot, 1));
    const [file] = files;
    assert.ok(file);
    const next = apply(snapshot, [{ uri: file.uri, text: '[met]{.evidence}\n' }]).snapshot;
    assert.equal(prepare(next, 100), true);
  });
});
