import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../../server/src/rules/index.ts';
import { cleared, cli, deskWith, type Report, shown } from '../support/cli.ts';

const root = resolve(__dirname, '../..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

describe('readout', () => {
  afterEach(cleared);

  it('tells what it can do', () => {
    const desk = deskWith();
    const { code, out } = desk.run(['--help']);
    assert.equal(code, 0);
    for (const name of ['check', 'strip', 'import', 'explain', '--format', '--force', '--out']) {
      assert.ok(out.includes(name), name);
    }
    for (const args of [['-h'], ['help'], ['check', '--help'], ['import', '--help']]) {
      assert.deepEqual([desk.run(args).code, desk.run(args).out], [0, out]);
    }
    assert.deepEqual([desk.run([]).code, desk.run([]).out], [2, out]);
  });

  it('is documented: every command and option, and the JSON as it comes', () => {
    const page = readFileSync(resolve(root, 'docs/cli.md'), 'utf8');
    const { out } = deskWith().run(['--help']);
    const names = new Set(out.match(/--[a-z]+|readout [a-z]+/g));
    assert.ok(names.size > 8);
    for (const name of names) assert.ok(page.includes(name), name);
    const desk = deskWith({
      'a.readout.md': 'They [act]{#m .position}.\n',
      'b.readout.md': 'See [it](a#mm).\n',
    });
    const [, example = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
    assert.equal(desk.run(['check', '--format', 'json']).out, example);
  });

  it('tells its version', () => {
    const desk = deskWith();
    assert.equal(desk.run(['--version']).out, `${version}\n`);
    assert.equal(desk.run(['-v']).out, `${version}\n`);
  });

  // A disk that is full is to be had on Linux alone.
  const full = '/dev/full';
  (existsSync(full) ? it : xit)('says in a line that its output could not be written', () => {
    const desk = deskWith({ 'a.readout.md': '[will]{.commitment}\n' });
    for (const args of [['check'], ['export'], ['strip', 'a.readout.md'], ['--help']]) {
      const out = openSync(full, 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
        cwd: desk.folder,
        stdio: ['ignore', out, 'pipe'],
      });
      closeSync(out);
      assert.equal(`${stderr}`, 'readout: The output could not be written. The disk is full.\n');
      assert.equal(status, 2);
    }
  });

  it('takes an empty path for none, not for the folder it is in', () => {
    const desk = deskWith({ 'a.readout.md': '[act]{.position by = x}\n' });
    for (const args of [
      ['check'],
      ['fix'],
      ['link', '--write'],
      ['strip', '--check'],
      ['export'],
    ]) {
      const { code, error } = desk.run([...args, '']);
      assert.deepEqual([code, error], [2, 'readout: “”: There is no such file or folder.\n']);
    }
    assert.equal(desk.read('a.readout.md'), '[act]{.position by = x}\n');
  });

  it('says in one line what is missing behind an option', () => {
    const { code, error } = deskWith().run(['check', '--as-of', '--format', 'json']);
    assert.deepEqual([code, error.split('\n').length], [2, 2]);
    assert.match(error, /^readout: Option '--as-of' argument is ambiguous/);
  });

  it('refuses commands it does not have, in words', () => {
    const desk = deskWith();
    for (const name of ['chek', 'constructor', '--nonsense']) {
      const { code, out, error } = desk.run([name]);
      assert.equal(error, `readout: There is no command “${name}”. See readout --help.\n`);
      assert.deepEqual([code, out], [2, '']);
    }
  });

  it('explains every finding with the page that the documentation has', () => {
    const desk = deskWith();
    for (const { code } of rules.slice(0, 3)) {
      const page = readFileSync(resolve(root, `docs/rules/${code}.md`), 'utf8');
      assert.deepEqual(desk.run(['explain', code]), {
        ...{ code: 0, out: page, error: '', bytes: Buffer.from(page) },
      });
    }
    const near = desk.run(['explain', 'unresolvd']);
    assert.deepEqual(
      [near.code, near.error],
      [2, 'readout: There is no finding “unresolvd”. Did you mean “unresolved”?\n'],
    );
    assert.equal(desk.run(['explain']).code, 2);
    assert.match(desk.run(['explain']).error, /Name a finding/);
  });

  it('finds in the examples what their README names, and nothing else', () => {
    const desk = deskWith();
    const { code, out } = desk.run(
      ['check', '--format', 'json', '--as-of', '2028-01-01'].concat(resolve(root, 'examples')),
    );
    const report: Report = JSON.parse(out);
    const readme = readFileSync(resolve(root, 'examples/README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `(\S+)` \| (\d+), .+? \| `(\S+)` \((\w+)\) \|/gm)].map(
      ([, file, line, found, severity]) => `${file}:${line} ${found} ${severity}`,
    );
    assert.ok(named.length);
    assert.deepEqual(
      report.findings.map(
        ({ file, line, code: found, severity }) =>
          `${file.replace(/^.*\//, '')}:${line} ${found} ${severity}`,
      ),
      named,
      shown(report).join('\n'),
    );
    assert.equal(code, 0);
  });

  for (const [what, text, args, wanted] of [
    ['strip', 'They met.\n'.repeat(40_000), ['strip', 'a.readout.md'], 0],
    ['check, errors written', '[x](#gone)\n'.repeat(10_000), ['check'], 1],
    ['check, errors to come', 'Ardenia.\n\n'.repeat(4000), ['check', '--format', 'json'], 1],
  ] as const) {
    it(`ends as it would when its reader goes away early: ${what}`, async () => {
      const desk = deskWith({
        'a.readout.md': text,
        'b.readout.md': '[x](#gone)\n',
        'readout.yaml': 'mentions: all\nentities:\n  ardenia: { kind: actor, name: Ardenia }\n',
      });
      const child = spawn(process.execPath, [cli, ...args], { cwd: desk.folder });
      let error = '';
      child.stderr.on('data', (data) => {
        error += data;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = await once(child, 'close');
      assert.equal(error, '');
      assert.equal(code, wanted);
    });
  }
});
