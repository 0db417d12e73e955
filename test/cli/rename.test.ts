import assert from 'node:assert/strict';
import { chmodSync, readdirSync } from 'node:fs';
import { cleared, deskWith } from '../support/cli.ts';

const files = {
  'readout.yaml': 'entities:\n  orla: { kind: place, name: Orla }\n',
  'a.readout.md': '[x]{#port .place}\r\n',
  'in/b.readout': '[y](a#port) [z](a#) [Orla](#orla)\n',
};

describe('readout rename', () => {
  afterEach(cleared);

  it('says what it would change, and writes nothing', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['rename', 'a#port', 'pier', '--dry-run']);
    assert.deepEqual([code, error], [0, '']);
    assert.equal(
      out,
      'a.readout.md  1 place\nin/b.readout  1 place\nNothing was written: --write does that.\n',
    );
    assert.equal(desk.read('a.readout.md'), files['a.readout.md']);
  });

  it('renames marks, documents with their file, and entities', () => {
    const desk = deskWith(files);
    assert.equal(desk.run(['rename', 'a#port', 'pier', '--write']).code, 0);
    assert.equal(
      desk.run(['rename', 'a#', 'spring', '--write']).out,
      'in/b.readout  2 places\na.readout.md → spring.readout.md\n',
    );
    assert.equal(desk.run(['rename', '#orla', 'orla-port', '--write', 'in']).code, 0);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['in', 'readout.yaml', 'spring.readout.md']);
    assert.equal(desk.read('spring.readout.md'), '[x]{#pier .place}\r\n');
    assert.equal(desk.read('in/b.readout'), '[y](spring#pier) [z](spring#) [Orla](#orla-port)\n');
    assert.equal(
      desk.read('readout.yaml'),
      'entities:\n  orla-port: { kind: place, name: Orla }\n',
    );
    assert.equal(desk.run(['check']).code, 0);
  });

  it('changes no file where one may not be written', () => {
    const desk = deskWith(files);
    chmodSync(desk.path('in/b.readout'), 0o444);
    const { code, out, error } = desk.run(['rename', 'a#port', 'pier', '--write']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(
      error,
      'readout: in/b.readout was left as it is. It is read-only: allow writing to it first, if it should be changed. Nothing was written.\n',
    );
    for (const name of ['a.readout.md', 'in/b.readout'] as const) {
      assert.equal(desk.read(name), files[name]);
    }
  });

  it('refuses what is taken, missing or unsound, and touches nothing', () => {
    const desk = deskWith({ ...files, 'c.readout.md': 'C.\n' });
    const refused = (...args: string[]) => {
      const { code, out, error } = desk.run(['rename', ...args]);
      assert.deepEqual([code, out], [2, '']);
      return error;
    };
    assert.match(
      refused('a#', 'c', '--write'),
      /The key “c” belongs to .*c\.readout\.md already\./,
    );
    assert.match(
      refused('a#port', 'orla', '--write'),
      /“orla” is “Orla” in the codebook already\./,
    );
    assert.match(refused('a#none', 'x', '--write'), /There is no mark “a#none”/);
    assert.match(refused('none#', 'x', '--write'), /Nothing is called “none#” here\./);
    assert.match(refused('a#port', '2', '--write'), /begin with a letter/);
    assert.match(refused('a#port', 'x'), /Say --dry-run .* or --write/);
    assert.match(refused('port', 'x', '--write'), /Say what gets which name/);
    assert.equal(desk.read('a.readout.md'), files['a.readout.md']);
  });

  it('takes the collection of the folder it is asked in for the one that is meant', () => {
    const inner = 'entities:\n  orla: { kind: place, name: Orla of the lake }\n';
    const desk = deskWith({
      ...files,
      'nested/readout.yaml': inner,
      'nested/a.readout.md': 'A.\n',
    });
    assert.equal(desk.run(['rename', '#orla', 'lake-orla', '--write', 'nested']).code, 0);
    assert.match(desk.read('nested/readout.yaml'), /lake-orla/);
    assert.equal(desk.read('readout.yaml'), files['readout.yaml']);
    assert.equal(desk.run(['rename', 'a#', 'spring', '--write']).code, 0);
    assert.deepEqual(readdirSync(desk.folder).sort(), [
      ...['in', 'nested', 'readout.yaml', 'spring.readout.md'],
    ]);
    assert.equal(desk.read('nested/a.readout.md'), 'A.\n');
  });
});
