import { describe, it } from 'mocha';
import { checkRenamed } from '../../../../test/support/check-renaming.ts';
import { fixture, root } from '../../../../test/support/fixture.ts';
import { moved } from './moved.ts';

/** Asserts what becomes of the files of a fixture, under their old names, before files are moved. */
function checkMoved(before: string, moves: Readonly<Record<string, string>>, after: string): void {
  const set = fixture(before);
  const all = Object.entries(moves).map(([from, to]) => ({ from: root + from, to: root + to }));
  checkRenamed(set, { files: moved(set.snapshot, all) }, after);
}

describe('moving files', () => {
  const files = (key: string) => `
    //- a.readout.md
    A.
    //- x/b.readout.md
    [it](${key}#) and [part](${key}#m)
    //- y/c.readout.md
    C.
  `;

  it('writes the new key wherever the old one stands', () =>
    checkMoved(files('a'), { 'a.readout.md': 'x/d.readout' }, files('d')));

  it('lets two files exchange their names', () =>
    checkMoved(
      files('a'),
      { 'a.readout.md': 'c.readout.md', 'y/c.readout.md': 'y/a.readout.md' },
      files('c'),
    ));

  it('changes nothing where folders move and names stay', () =>
    checkMoved(files('a'), { x: 'z', 'a.readout.md': 'x/a.readout.md' }, files('a')));

  it('changes nothing where the new name could mean two', () => {
    checkMoved(files('a'), { 'a.readout.md': 'C.readout.md' }, files('a'));
    checkMoved(
      files('a'),
      { 'a.readout.md': 'd.readout.md', 'y/c.readout.md': 'y/d.readout.md' },
      files('a'),
    );
  });

  it('takes a name that is given up in the same move', () =>
    checkMoved(
      files('a'),
      { 'a.readout.md': 'c.readout.md', 'y/c.readout.md': 'y/d.readout.md' },
      files('c'),
    ));
});
