import assert from 'node:assert/strict';
import { fileNameOf, isKey, isReadoutUri, keyFrom, keyOf, stemOf } from './keys.ts';

describe('keys', () => {
  it('are ASCII and begin with a letter or digit', () => {
    for (const key of ['a', '2031-05-defence', 'A_b.c', '0']) assert.ok(isKey(key), key);
    for (const key of ['', '-a', '.a', 'a b', 'a(1)', 'é', '会談', 'a/b', 'a.pdf', 'a.HTML'])
      assert.ok(!isKey(key), key);
  });

  it('are file names without their ending', () => {
    assert.equal(keyOf('file:///c/a.readout.md'), 'a');
    assert.equal(keyOf('file:///c/a.b.readout'), 'a.b');
    assert.equal(keyOf('file:///c/a.readout.md?x#y'), 'a');
    assert.equal(keyOf('file:///c/a%20b.readout.md'), undefined);
    assert.equal(keyOf('file:///c/%E4%BC%9A.readout.md'), undefined);
    assert.equal(keyOf('file:///c/.readout.md'), undefined);
    assert.equal(keyOf('file:///c/notes.md'), undefined);
    assert.equal(keyOf('untitled:a.readout.md'), undefined);
  });

  it('have stems also where they are none', () => {
    assert.equal(stemOf('file:///c/a%20(b).readout.md'), 'a (b)');
    assert.equal(stemOf('file:///c/notes.md'), 'notes.md');
    assert.equal(stemOf('untitled:Untitled-1'), 'Untitled-1');
  });

  it('take a name as it is where its percent signs are none', () => {
    assert.equal(fileNameOf('file:///c/100%.readout.md'), '100%.readout.md');
    assert.equal(fileNameOf('file:///c/%E4%BC%9A'), '会');
    assert.ok(isReadoutUri('file:///c/100%.readout'));
    assert.ok(!isReadoutUri('file:///c/a.readout.txt'));
  });

  it('are made of any file name', () => {
    for (const [name, key] of [
      ['Joint Statement (final)', 'Joint-Statement-final'],
      ['Déclaration – Ōsaka', 'Declaration-Osaka'],
      ['2+2 共同発表', '2-2'],
      ['...a...', 'a'],
      ['ﬁnal①', 'final1'],
      ['会談', 'readout'],
      ['', 'readout'],
      ['Joint Statement.v2.pdf', 'Joint-Statement.v2-pdf'],
    ] as const) {
      assert.equal(keyFrom(name), key);
      assert.ok(isKey(keyFrom(name)));
    }
  });
});
