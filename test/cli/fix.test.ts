import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import { fixAll } from '../../server/src/features/actions/fix-all.ts';
import { rules } from '../../server/src/rules/index.ts';
import { checked, cleared, deskWith, shown } from '../support/cli.ts';
import { fixture } from '../support/fixture.ts';

const files = {
  'readout.yaml': 'entities:\n  orla: { kind: place, name: Orla }\n',
  'a.readout.md':
    '\ufeffThey [will go] {.commitment due = 2031}.\r\nSee [it](#lost), and [pay]{.commitmnt}  \r\nin Orla.',
  'in/b.readout.md': 'They [met] {.event}.\n',
};

describe('readout fix', () => {
  afterEach(cleared);

  it('mends what can be mended, says so, and leaves the rest with the reason', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['fix']);
    assert.equal(error, '');
    assert.equal(
      out,
      [
        'a.readout.md',
        '  1     done   close the blank up',
        '  1     done   write “due=2031”',
        '  2     done   write “.commitment”',
        '  2     left   Nothing is called “lost”: no mark of this document and no entity of the codebook. unresolved',
        'in/b.readout.md',
        '  1     done   close the blank up',
        '4 findings mended in 2 readouts, 1 left for you to decide.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
    assert.equal(
      desk.read('a.readout.md'),
      '\ufeffThey [will go]{.commitment due=2031}.\r\nSee [it](#lost), and [pay]{.commitment}  \r\nin Orla.',
    );
    assert.equal(
      desk.run(['strip', 'a.readout.md']).out,
      '\ufeffThey will go.\r\nSee it, and pay  \r\nin Orla.',
    );
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.readout.md', 'in', 'readout.yaml']);
    assert.deepEqual(
      shown(checked(desk, '--rule', 'unlinked-mention=off', '--as-of', '2030-01-01')),
      ['a.readout.md:2:10 unresolved'],
    );
  });

  it('mends the codebook where it was asked for, before the readouts that it judges', () => {
    const yaml = (name: string) =>
      `entities:\n  orla: { kind: place, name: ${name} }\n  tarn: { kind: plase, name: Tarn }\n`;
    const desk = deskWith({
      'readout.yaml': yaml('Port of Orla, Lights'),
      'a.readout.md': 'They [met] {.event}.\n',
    });
    const lines = (what: string) =>
      [
        'readout.yaml',
        `  2     ${what} write "Port of Orla, Lights"`,
        '  3     left   There is no kind “plase”, or it is switched off. codebook',
        'a.readout.md',
        `  1     ${what} close the blank up`,
      ].join('\n');
    const said =
      '\n2 findings mended in 1 file of the codebook and 1 readout, 1 left for you to decide.';
    const dry = desk.run(['fix', '--dry-run']);
    assert.equal(dry.out, `${lines('would ')}${said} Nothing was written.\n`);
    assert.equal(desk.read('readout.yaml'), yaml('Port of Orla, Lights'));
    const { code, out, error } = desk.run(['fix']);
    assert.deepEqual([code, out, error], [1, `${lines('done  ')}${said}\n`, '']);
    assert.equal(desk.read('readout.yaml'), yaml('"Port of Orla, Lights"'));
    assert.equal(
      desk.run(['fix', 'a.readout.md']).out,
      '0 findings mended in 0 readouts, 0 left for you to decide.\n',
    );
  });

  it('leaves a file its permissions', () => {
    const desk = deskWith(files);
    chmodSync(desk.path('in/b.readout.md'), 0o666);
    desk.run(['fix', 'in']);
    assert.match(desk.read('in/b.readout.md'), /\[met\]\{/);
    assert.equal(statSync(desk.path('in/b.readout.md')).mode & 0o777, 0o666);
  });

  it('leaves a file that may not be written as it is, and mends the others', () => {
    const desk = deskWith(files);
    chmodSync(desk.path('in/b.readout.md'), 0o444);
    const { code, error } = desk.run(['fix']);
    assert.equal(
      error,
      'readout: in/b.readout.md was left as it is. It is read-only: allow writing to it first, if it should be changed.\n',
    );
    assert.equal(code, 2);
    assert.equal(desk.read('in/b.readout.md'), files['in/b.readout.md']);
    assert.equal(statSync(desk.path('in/b.readout.md')).mode & 0o777, 0o444);
    assert.notEqual(desk.read('a.readout.md'), files['a.readout.md']);
  });

  it('writes nothing with --dry-run, and ends as check does then', () => {
    const desk = deskWith(files);
    const { code, out } = desk.run(['fix', '--dry-run', 'in']);
    assert.deepEqual(
      [code, out],
      [
        1,
        'in/b.readout.md\n  1     would  close the blank up\n1 finding mended in 1 readout, 0 left for you to decide. Nothing was written.\n',
      ],
    );
    desk.run(['fix', '--dry-run']);
    for (const name of ['a.readout.md', 'in/b.readout.md'] as const) {
      assert.equal(desk.read(name), files[name]);
    }
    const mended = desk.run(['fix', 'in']);
    assert.equal(mended.code, 0);
    assert.deepEqual(
      [desk.run(['fix', '--dry-run', 'in']).code, desk.run(['fix', '--dry-run', 'in']).out],
      [0, '0 findings mended in 0 readouts, 0 left for you to decide. Nothing was written.\n'],
    );
  });

  it('names lines of the file as it is with --dry-run, and of what was written without', () => {
    const text =
      '---\nignore: { unlinked-mention: [Tarn] }\n---\n\nThey [met] {.event} [here](#x).\n';
    const desk = deskWith({ 'a.readout.md': text });
    const lines = (args: string[]) => desk.run(args).out.match(/^ .{13}/gm);
    assert.deepEqual(lines(['fix', '--dry-run']), [
      '  2     would ',
      '  5     would ',
      '  5     left  ',
    ]);
    assert.deepEqual(lines(['fix']), ['  2     done  ', '  4     left  ', '  5     done  ']);
  });

  it('keeps to the codes that are asked for, suggestions among them', () => {
    const desk = deskWith(files);
    const { code, out } = desk.run([
      ...['fix', '--only', 'space-around-equals', '--only', 'unlinked-mention', 'a.readout.md'],
    ]);
    assert.equal(
      out,
      'a.readout.md\n  3     done   link “Orla” to “Orla”\n1 finding mended in 1 readout, 0 left for you to decide.\n',
    );
    assert.equal(code, 0);
    assert.equal(
      desk.read('a.readout.md'),
      files['a.readout.md'].replace('in Orla', 'in [Orla](#orla)'),
    );
  });

  it('gives each document what the others have just become', () => {
    const desk = deskWith({
      'a.readout.md': 'They [act] {#direct-line .position}.\n',
      'b.readout.md': 'They [said it again]{.position reaffirms="a#Direct-Line"}.\n',
    });
    const { out } = desk.run(['fix']);
    assert.match(
      out,
      /\nb\.readout\.md\n {2}1 {5}done {3}change it to “a#direct-line”\n2 findings mended/,
    );
    assert.deepEqual(shown(checked(desk)), []);
  });

  it('does to the examples of every rule what “fix all” does, and writes each of them', () => {
    const examples = rules.flatMap((rule) =>
      rule.subject === 'readout' ? rule.examples.bad.map((text) => fixture(text)) : [],
    );
    const place = (example: number, name: string) => `${example}/${name}`;
    const desk = deskWith(
      Object.fromEntries(
        examples.flatMap(({ files }, i) => [
          [place(i, 'readout.yaml'), ''],
          ...files.map(({ name, text }) => [place(i, name), text] as const),
        ]),
      ),
    );
    const { code, error } = desk.run(['fix', '--as-of', '2033-01-01']);
    assert.deepEqual([code, error], [1, '']);
    let mended = 0;
    for (const [i, { snapshot, files }] of examples.entries()) {
      // Of several documents the later see what the earlier have become.
      if (snapshot.entries.size > 1) continue;
      for (const { name, uri, text } of files) {
        const edits = fixAll(snapshot, uri)?.edits ?? [];
        assert.equal(desk.read(place(i, name)), applyEdits(text, edits), `${i}: ${text}`);
        mended += edits.length;
      }
    }
    assert.ok(mended > 40, `${mended} edits`);
  });

  it('refuses codes that are none or that no fix helps against', () => {
    const desk = deskWith(files);
    for (const [args, said] of [
      [['--only', 'nonsense'], 'There is no finding “nonsense”.'],
      [['--only', 'time-order'], '“time-order” needs your judgement: nothing can mend it for you.'],
      [['gone'], 'gone: There is no such file or folder.'],
    ] as const) {
      const { code, out, error } = desk.run(['fix', ...args]);
      assert.deepEqual([code, out, error], [2, '', `readout: ${said}\n`]);
    }
    assert.equal(desk.read('a.readout.md'), files['a.readout.md']);
  });
});
