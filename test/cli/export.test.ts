import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { cleared, deskWith } from '../support/cli.ts';

const files = {
  'readout.yaml': 'entities:\n  ardenia: { kind: actor, name: アルデニア }\n',
  'a.readout.md': `---
date: 2030-05-01
parties: [ardenia, belmark]
---

They [will pay]{#pay .commitment due=2031}.
`,
  'in/b.readout.md': `---
date: 2031-05-01
---

They [had paid]{.evidence fulfils="a#pay"} and [want more]{.position}.
`,
};

describe('readout export', () => {
  afterEach(cleared);

  /** The cells of some columns of a table without quotes. */
  function cells(csv: string, ...names: string[]): string[] {
    const [head = '', ...rows] = csv.trimEnd().split('\r\n');
    const columns = head.replace('\ufeff', '').split(',');
    return rows.map((row) => names.map((name) => row.split(',')[columns.indexOf(name)]).join(' '));
  }

  it('writes the register as a table that Excel reads', () => {
    const desk = deskWith(files);
    const { code, bytes, error } = desk.run(['export']);
    assert.deepEqual([code, error], [0, '']);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.deepEqual(
      cells(bytes.toString(), 'date', 'name', 'kind', 'actor_name', 'status', 'file'),
      [
        '2030-05-01 a#pay commitment アルデニア fulfilled a.readout.md',
        '2030-05-01 a#pay commitment belmark fulfilled a.readout.md',
        '2031-05-01  position  standing in/b.readout.md',
      ],
    );
  });

  it('calls what no reference can name by its file, never by an address of this machine', () => {
    const desk = deskWith({
      'a.readout.md': 'They [will pay]{#pay .commitment}.\n',
      'in/五月 & co.readout.md':
        '[will pay]{#m .commitment reaffirms="a#pay"} [in May]{.commitment part-of="#m"} [paid]{.evidence fulfils="a#pay"}.\n',
    });
    const exported = (format: string) => desk.run(['export', '--format', format]).out;
    for (const format of ['csv', 'json', 'ndjson', 'html', 'mermaid', 'graphml', 'ics', 'jsonld']) {
      assert.doesNotMatch(exported(format), /file:/, format);
    }
    const [pay, again, part] = JSON.parse(exported('json')).marks;
    assert.deepEqual(
      pay.later.map(({ from }: { from: string[] }) => from),
      [['in/五月 & co.readout.md#'], ['in/五月 & co.readout.md#m']],
    );
    assert.equal(again.name, null);
    assert.deepEqual(part.relations, [{ relation: 'part-of', to: 'in/五月 & co.readout.md#m' }]);
    assert.equal(exported('graphml').match(/<node /g)?.length, 4);
    const page = exported('html');
    const anchors = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) =>
      id.replace('&amp;', '&'),
    );
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, to = '']) => to);
    assert.equal(targets.length, 6);
    for (const to of targets) assert.ok(anchors.includes(decodeURIComponent(to)), to);
    for (const args of [
      ['thread', 'a#pay'],
      ['thread', 'a#pay', '--format', 'json'],
    ]) {
      const { out } = desk.run(args);
      assert.match(out, /in\/五月 & co\.readout\.md#m/);
      assert.doesNotMatch(out, /file:/);
    }
  });

  it('writes what was asked for alone, judged with all the others on the day given', () => {
    const desk = deskWith(files);
    const statuses = (...args: string[]) =>
      desk
        .run(['export', '--format', 'ndjson', ...args])
        .out.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).status);
    assert.deepEqual(statuses('a.readout.md', '--as-of', '2033-01-01'), ['fulfilled']);
    assert.deepEqual(statuses('in'), ['standing']);
    desk.write('in/b.readout.md', 'Nothing came of it.\n');
    assert.deepEqual(statuses('--as-of', '2033-01-01'), ['overdue']);
    assert.deepEqual(statuses('--as-of', '2031-12-31'), ['standing']);
    const { as_of, marks } = JSON.parse(
      desk.run(['export', '--format', 'json', '--as-of', '2031-12-31']).out,
    );
    assert.deepEqual([as_of, marks.length], ['2031-12-31', 1]);
  });

  it('writes several collections one after the other', () => {
    const desk = deskWith({
      'x/readout.yaml': '',
      'x/a.readout.md': 'We [agree]{.position}.\n',
      'y/readout.yaml': '',
      'y/a.readout.md': 'We [disagree]{.position}.\n',
    });
    assert.deepEqual(cells(desk.run(['export']).out, 'document', 'words', 'file'), [
      'a agree x/a.readout.md',
      'a disagree y/a.readout.md',
    ]);
  });

  describe('with --out', () => {
    it('makes a file in the format that its name says, and never overwrites', () => {
      const desk = deskWith(files);
      const run = (...args: string[]) => desk.run(['export', '--as-of', '2033-01-01', ...args]);
      const made = run('--out', 'register.JSON');
      assert.deepEqual(
        [made.code, made.out, made.error],
        [0, 'register.JSON: 2 marks of 2 readouts.\n', ''],
      );
      assert.equal(desk.read('register.JSON'), run('--format', 'json').out);
      for (const [name, format] of [
        ['register.jsonl', 'ndjson'],
        ['register.csv', 'csv'],
        ['register', 'csv'],
        ['register.html', 'html'],
        ['register.mmd', 'mermaid'],
        ['register.graphml', 'graphml'],
        ['register.ics', 'ics'],
        ['register.jsonld', 'jsonld'],
      ] as const) {
        assert.equal(run('--out', name).code, 0);
        assert.equal(desk.read(name), run('--format', format).out);
      }
      desk.write('register.csv', 'mine');
      const again = run('--out', 'register.csv');
      assert.deepEqual(
        [again.code, again.out, again.error],
        [
          2,
          '',
          'readout: register.csv is there already and was left as it is. Use --force to overwrite it.\n',
        ],
      );
      assert.equal(desk.read('register.csv'), 'mine');
      assert.equal(run('--out', 'register.csv', '--format', 'ndjson', '--force').code, 0);
      assert.equal(desk.read('register.csv'), run('--format', 'ndjson').out);
      assert.deepEqual(
        readdirSync(desk.folder)
          .filter((name) => name.startsWith('register'))
          .sort(),
        [
          ...['register', 'register.JSON', 'register.csv', 'register.graphml', 'register.html'],
          ...['register.ics', 'register.jsonl', 'register.jsonld', 'register.mmd'],
        ],
      );
    });

    it('says where it cannot write, and leaves nothing behind', () => {
      const desk = deskWith(files);
      mkdirSync(desk.path('folder'));
      for (const [args, said] of [
        [['--out', 'gone/r.csv'], 'gone/r.csv was not written. There is no such file or folder.'],
        [
          ['--out', 'register.xlsx'],
          'No .xlsx file can be written. Excel, LibreOffice and Numbers open .csv, and Word opens .html.',
        ],
        [['--out', 'folder', '--force'], 'folder was not written. This is a folder.'],
      ] as const) {
        const { code, out, error } = desk.run(['export', ...args]);
        assert.deepEqual([code, out, error], [2, '', `readout: ${said}\n`]);
      }
      assert.deepEqual(readdirSync(desk.folder).sort(), [
        'a.readout.md',
        'folder',
        'in',
        'readout.yaml',
      ]);
    });
  });

  it('counts what such a file holds', () => {
    const desk = deskWith(files);
    const said = (name: string) => desk.run(['export', '--out', name]).out;
    // Evidence is in what leads from mark to mark; a calendar has what is due.
    assert.equal(said('r.html'), 'r.html: 3 marks of 2 readouts.\n');
    assert.equal(said('r.mmd'), 'r.mmd: 2 marks of 2 readouts.\n');
    assert.equal(said('r.ics'), 'r.ics: 1 mark of 1 readout.\n');
    assert.equal(said('r.jsonld'), 'r.jsonld: 3 annotations of 2 readouts.\n');
  });

  describe('for brat', () => {
    const brat = ['export', '--format', 'brat'];

    it('makes a text and its annotations for each readout, in the folders they lie in', () => {
      const desk = deskWith(files);
      const { code, out, error } = desk.run([...brat, '--out', 'corpus']);
      assert.deepEqual([code, out, error], [0, 'corpus: 3 annotations of 2 readouts.\n', '']);
      assert.equal(desk.read('corpus/a.txt'), 'They will pay.\n');
      assert.equal(
        desk.read('corpus/a.ann'),
        'T1\tcommitment 5 13\twill pay\n#1\tId T1\tpay\nA1\tdue T1 2031\n',
      );
      assert.equal(desk.read('corpus/in/b.txt'), 'They had paid and want more.\n');
      assert.match(desk.read('corpus/in/b.ann'), /\n#1\tRelation T1\tfulfils a#pay\n/);
      assert.match(desk.read('corpus/annotation.conf'), /\ndue\tArg:<ENTITY>, Value:2031\n/);
    });

    it('overwrites nothing unless it is told to, and writes the others', () => {
      const desk = deskWith({
        ...files,
        'corpus/a.ann': 'mine',
        'c.readout.md': '[^[x]]{.place}\n',
      });
      const { code, out, error } = desk.run([...brat, '--out', 'corpus']);
      assert.deepEqual(
        [code, out, error],
        [
          2,
          'corpus: 2 annotations of 2 readouts.\n',
          'readout: corpus/a.ann is there already and was left as it is. Use --force to overwrite it.\n' +
            'readout: corpus/c.ann lacks 2 annotations of c.readout.md, of which no words are left.\n',
        ],
      );
      assert.equal(desk.read('corpus/a.ann'), 'mine');
      assert.ok(!readdirSync(desk.path('corpus')).includes('a.txt'));
      const forced = desk.run([...brat, '--out', 'corpus', '--force']);
      assert.equal(forced.code, 1);
      assert.match(desk.read('corpus/a.ann'), /^T1\t/);
    });

    it('writes neither of two files where one may not be replaced', () => {
      const desk = deskWith({ ...files, 'corpus/a.ann': 'mine', 'corpus/a.txt': 'mine too' });
      chmodSync(desk.path('corpus/a.ann'), 0o444);
      const { code, out, error } = desk.run([...brat, '--out', 'corpus', '--force']);
      assert.deepEqual(
        [code, out, error],
        [
          2,
          'corpus: 2 annotations of 1 readout.\n',
          'readout: corpus/a.ann was left as it is. It is read-only: allow writing to it first, if it should be changed.\n',
        ],
      );
      assert.equal(desk.read('corpus/a.ann'), 'mine');
      assert.equal(desk.read('corpus/a.txt'), 'mine too');
    });

    it('makes no two readouts into one file, and wants a folder', () => {
      const desk = deskWith({ 'a.readout.md': '[x]{.place}\n', 'a.readout': '[y]{.place}\n' });
      const { code, error } = desk.run([...brat, '--out', 'corpus']);
      assert.equal(code, 2);
      assert.match(error, /corpus\/a\.ann has just been made of another readout/);
      const without = desk.run(brat);
      assert.deepEqual(
        [without.code, without.error],
        [
          2,
          'readout: brat has two files for each readout: name a folder for them with --out DIR.\n',
        ],
      );
    });
  });

  it('names what is missing in the register because it cannot be read', () => {
    const desk = deskWith({ ...files, 'c.readout.md': Buffer.from('caf\xe9\n', 'latin1') });
    const { code, out, error } = desk.run(['export', '--format', 'ndjson']);
    assert.equal(code, 1);
    assert.equal(out.split('\n').length, 3);
    assert.match(error, /^readout: The register lacks c\.readout\.md\. .+UTF-8.*\n$/);
    assert.equal(desk.run(['export', 'in']).code, 0);
  });

  it('refuses formats it does not have', () => {
    const { code, out, error } = deskWith(files).run(['export', '--format', 'xlsx']);
    assert.deepEqual(
      [code, out, error],
      [
        2,
        '',
        'readout: --format is csv, json, ndjson, html, mermaid, graphml, ics, jsonld, brat, not “xlsx”.\n',
      ],
    );
  });
});
