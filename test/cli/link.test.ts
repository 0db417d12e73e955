import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { cleared, deskWith } from '../support/cli.ts';

const files = {
  'readout.yaml': `entities:
  orla: { kind: place, name: Orla }
  port: { kind: place, name: Tarn Port, aliases: [the Port] }
  harbour: { kind: place, name: Orla Harbour, aliases: [the Port] }
`,
  'a.readout.md': '\ufeffThey met in Orla.\r\nThen [they saw the Port]{.position} of Orla.',
  'in/b.readout.md': 'Nothing of note.\n',
};

describe('readout link', () => {
  afterEach(cleared);

  it('says what it would link and what it leaves, and writes nothing', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['link', '--dry-run']);
    assert.deepEqual([code, error], [0, '']);
    assert.equal(
      out,
      [
        'a.readout.md',
        '  1     would  link “Orla” to “Orla”',
        '  2     left   “the Port” may mean “Tarn Port” (port) or “Orla Harbour” (harbour), and is not linked.',
        '1 link in 1 readout, 1 left for you to decide. Nothing was written: --write does that.',
        '',
      ].join('\n'),
    );
    assert.equal(desk.read('a.readout.md'), files['a.readout.md']);
  });

  it('writes the links, and strip gives every byte of the source back', () => {
    const desk = deskWith(files);
    const before = desk.run(['strip', 'a.readout.md', 'in/b.readout.md']).bytes;
    const { code, out } = desk.run(['link', '--write', '.']);
    assert.equal(code, 0);
    assert.match(out, /^a\.readout\.md\n {2}1 {5}done {3}link “Orla” to “Orla”\n/);
    assert.equal(
      desk.read('a.readout.md'),
      '\ufeffThey met in [Orla](#orla).\r\nThen [they saw the Port]{.position} of Orla.',
    );
    assert.deepEqual(desk.run(['strip', 'a.readout.md', 'in/b.readout.md']).bytes, before);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.readout.md', 'in', 'readout.yaml']);
    assert.match(desk.run(['link', '--dry-run']).out, /^a\.readout\.md\n {2}2 {5}left .*\n0 links/);
  });

  it('does only what is asked for', () => {
    const desk = deskWith(files);
    assert.match(
      desk.run(['link', '--dry-run', '--only', 'document']).out,
      /^0 links in 0 readouts/,
    );
    assert.match(desk.run(['link', '--dry-run', 'in']).out, /^0 links in 0 readouts/);
  });

  it('refuses to guess whether to write, and what to link', () => {
    const desk = deskWith(files);
    const both = desk.run(['link', '--dry-run', '--write']);
    assert.deepEqual([both.code, both.out], [2, '']);
    assert.match(both.error, /Say --dry-run to see .*, or --write to link it in the files\./);
    assert.equal(desk.run(['link']).code, 2);
    const { code, error } = desk.run(['link', '--dry-run', '--only', 'person']);
    assert.equal(code, 2);
    assert.match(error, /--only takes entity, document, restatement, not “person”\./);
  });
});
