import assert from 'node:assert/strict';
import { cleared, deskWith } from '../support/cli.ts';

const files = {
  'readout.yaml': 'include: [e.yaml]\nkinds:\n  place: off\nmentions: all\n',
  'e.yaml': 'entities:\n  orla: { kind: actor, name: Orla }\n',
  'a.readout.md': 'They met.\n',
  'in/readout.yaml': 'name: Inner\n',
  'in/b.readout.md': 'They met again.\n',
};

/** Lines that say where they come from. */
const own = (out: string): string[] => out.split('\n').filter((line) => /\.yaml:\d/.test(line));

describe('readout codebook', () => {
  afterEach(cleared);

  it('writes the codebook that holds, and where each entry comes from', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['codebook']);
    assert.deepEqual([code, error], [0, '']);
    const lines = ['  place: off # readout.yaml:3', 'mentions: all # readout.yaml:4'];
    assert.deepEqual(own(out), [...lines, '  orla: # e.yaml:2']);
    assert.match(out, /\n {2}commitment: # built in\n/);
    assert.deepEqual(own(desk.run(['codebook', 'a.readout.md']).out), own(out));
    assert.deepEqual(own(desk.run(['codebook', 'in']).out), ['name: Inner # in/readout.yaml:1']);
    const [first] = own(desk.run(['codebook', '../e.yaml'], { cwd: 'in' }).out);
    assert.equal(first, '  place: off # ../readout.yaml:3');
  });

  it('can be put in the place of what it came from', () => {
    const desk = deskWith(files);
    const { out } = desk.run(['codebook']);
    desk.write('readout.yaml', out);
    const again = desk.run(['codebook']);
    assert.deepEqual([again.code, again.error], [0, '']);
    const bare = (text: string) => text.replace(/ # [^\n]*$/gm, '');
    assert.equal(bare(again.out), bare(out));
    assert.equal(desk.run(['check']).code, 0);
  });

  it('has what is built in where there is no codebook', () => {
    const { code, out } = deskWith({ 'a.readout.md': 'They met.\n' }).run(['codebook']);
    assert.equal(code, 0);
    assert.match(
      out,
      /^# The codebook that holds here: what is built\n# in, for this collection has no/,
    );
    assert.deepEqual(own(out), []);
  });

  it('says where something in it counts for nothing', () => {
    const desk = deskWith({
      'readout.yaml': 'include: [e.yaml]\nkindz: {}\n',
      'e.yaml': Buffer.from('caf\xe9: x\n', 'latin1'),
    });
    const { code, out, error } = desk.run(['codebook']);
    assert.equal(code, 1);
    assert.match(out, /\nkinds:\n/);
    const [first = '', second = ''] = error.split('\n');
    assert.equal(
      first,
      'readout: The codebook has 1 finding; what is wrong in it counts for nothing. “readout check” tells what it is.',
    );
    assert.match(second, /^readout: The codebook lacks e\.yaml\. .+UTF-8/);
  });

  it('is that of one collection', () => {
    const { code, error } = deskWith(files).run(['codebook', 'a.readout.md', 'in']);
    assert.deepEqual(
      [code, error],
      [2, 'readout: Name one file or folder: a codebook holds for one collection.\n'],
    );
  });
});
