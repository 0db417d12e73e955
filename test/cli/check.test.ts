import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { checked, cleared, cli, deskWith, type Reported, shown } from '../support/cli.ts';

const names = 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n';

describe('readout check', () => {
  afterEach(cleared);

  describe('as JSON', () => {
    it('gives exactly what was agreed on, in this order', () => {
      const desk = deskWith({
        'a.readout.md': 'They [act]{#m .position}.\n',
        'b.readout.md': 'See [it](a#mm) and [us](#ardenia).\n',
        'readout.yaml': names,
      });
      const { code, out, error } = desk.run(['check', '--format', 'json']);
      const report = JSON.parse(out);
      assert.equal(error, '');
      assert.equal(code, 1);
      assert.deepEqual(Object.keys(report), ['version', 'documents', 'findings']);
      assert.equal(report.version, 1);
      assert.equal(report.documents, 2);
      assert.equal(report.findings.length, 1);
      const [{ message, ...found }] = report.findings as [Reported];
      assert.deepEqual(found, {
        file: 'b.readout.md',
        code: 'unresolved',
        severity: 'error',
        start: 9,
        end: 13,
        line: 1,
        column: 10,
        target: 'a#mm',
      });
      assert.match(message, /^The document “a” has no mark “mm”\. This .+ Did you mean “a#m”\?$/);
      assert.ok(out.endsWith('}\n'));
    });

    it('names what a finding points at only where there is one', () => {
      const desk = deskWith({
        'a.readout.md': '[One](#gone) [two](gone#) [x]{#y}\n',
        'readout.yaml': names,
      });
      const { findings } = checked(desk);
      assert.deepEqual(
        findings.map(({ code, target }) => [code, target]),
        [
          ['unresolved', 'gone'],
          ['unresolved', 'gone#'],
          ['no-kind', undefined],
        ],
      );
      assert.ok(!('target' in (findings[2] as Reported)));
    });

    it('counts offsets in UTF-16 with the BOM, and lines and columns from 1 without it', () => {
      const text = '\ufeffThey met 🚢.\r\n\r\n🚢 See [it](#gone).\r\n[x](#gone)';
      const desk = deskWith({ 'a.readout.md': text });
      const [first, second] = checked(desk).findings as [Reported, Reported];
      assert.equal(text.slice(first.start, first.end), '#gone');
      assert.deepEqual([first.start, first.line, first.column], [text.indexOf('#gone'), 3, 13]);
      assert.deepEqual([second.start, second.line, second.column], [text.lastIndexOf('#'), 4, 5]);
      const bom = deskWith({ 'a.readout.md': '\ufeff[x](#gone)\n' });
      const [only] = checked(bom).findings as [Reported];
      assert.deepEqual([only.start, only.line, only.column], [5, 1, 5]);
    });

    it('counts a lone CR as a line end', () => {
      const desk = deskWith({ 'a.readout.md': 'One.\rTwo [x](#gone).\r' });
      assert.deepEqual(shown(checked(desk)), ['a.readout.md:2:9 unresolved']);
    });

    it('is one object, written as such objects are, with nothing found too and with odd line ends in words', () => {
      const desk = deskWith({ 'a.readout.md': 'They met.\n' });
      const written = () => desk.run(['check', '--format', 'json']).out;
      const again = () => `${JSON.stringify(JSON.parse(written()), null, 2)}\n`;
      assert.equal(written(), again());
      assert.ok(written().includes('"findings": []'));
      desk.write('b\u2028c.readout.md', 'They [go on]{#m .nothing}, [x](#a) and [y](#b).\n');
      desk.write('c.readout.md', 'They [z](#c).\n');
      assert.ok(written().includes('\u2028'));
      assert.equal(written(), again());
    });

    it('lists findings by file and place, codebooks among them', () => {
      const desk = deskWith({
        'b/z.readout.md': '[x](#two) [y](#one)\n',
        'a.readout.md': '[x](#two)\n',
        'readout.yaml': 'entities:\n  ardenia: { kind: actr, name: Ardenia }\n',
      });
      assert.deepEqual(shown(checked(desk)), [
        'a.readout.md:1:5 unresolved',
        'b/z.readout.md:1:5 unresolved',
        'b/z.readout.md:1:15 unresolved',
        'readout.yaml:2:20 codebook',
      ]);
    });
  });

  describe('for a person', () => {
    it('says by file what is wrong, why and what to do, and sums up', () => {
      const desk = deskWith({ 'a.readout.md': 'They [act]{#m}.\n', 'b.readout.md': 'Nothing.\n' });
      const { code, out, error } = desk.run(['check']);
      const [file, finding, advice, gap, sum, ...rest] = out.split('\n');
      assert.equal(file, 'a.readout.md');
      assert.match(finding ?? '', /^ {2}1:\d+ {2,}error .+ no-kind$/);
      assert.match(advice ?? '', /^ {10}\S.+\.$/);
      assert.deepEqual(
        [gap, sum, rest, error, code],
        ['', '2 readouts read: 1 error.', [''], '', 1],
      );
    });

    it('counts what it found in words', () => {
      const desk = deskWith({
        'a.readout.md': '[x](#g) [y](#g) We [study it]{#m .commitment}. Ardenia, and Ardenia.\n',
        'readout.yaml': `${names}rules: { no-due: information, no-actor: information }\n`,
      });
      const { out } = desk.run(['check']);
      assert.match(out, /\n1 readout read: 2 errors, 3 pieces of information, 1 hint\.\n$/);
    });

    it('says that there is nothing to mend', () => {
      const desk = deskWith({ 'a.readout.md': 'They met.\n' });
      assert.deepEqual(desk.run(['check']).out, '1 readout read, nothing to mend.\n');
    });

    it('writes no colours into a pipe', () => {
      const desk = deskWith({ 'a.readout.md': '[x](#gone)\n' });
      assert.ok(!desk.run(['check']).out.includes('\u001b'));
    });
  });

  describe('ends', () => {
    it('with 0 when nothing is at warning or above', () => {
      const desk = deskWith({
        'a.readout.md': 'Ardenia [will study it]{#m .commitment by=ardenia}.\n',
        'readout.yaml': names,
      });
      const report = checked(desk);
      assert.deepEqual(
        new Set(report.findings.map(({ severity }) => severity)),
        new Set(['information', 'hint']),
      );
      assert.equal(report.code, 0);
    });

    it('with 1 on a warning alone', () => {
      const desk = deskWith({ 'a.readout.md': 'They [act]\u0020{#m .position}.\n' });
      const report = checked(desk);
      assert.deepEqual(shown(report), ['a.readout.md:1:12 gap-before-attributes']);
      assert.equal(report.code, 1);
    });

    it('with 2 when it cannot run', () => {
      const desk = deskWith({ 'notes.md': 'x\n', 'a.readout.md': 'x\n' });
      for (const [args, said] of [
        [['gone.readout.md'], /^readout: gone\.readout\.md: There is no such file or folder\.\n$/],
        [['a.readout.md', 'gone'], /gone: There is no such/],
        [['a.readout.md/b'], /a\.readout\.md\/b: A part of this path is a file, not a folder\.\n$/],
        [
          ['notes.md'],
          /notes\.md is no readout: its name should end in \.readout\.md or \.readout/,
        ],
        [['--format', 'xml'], /--format is pretty, json, sarif or github, not “xml”/],
        [['--colour'], /'--colour'/],
        [['--rule', 'nonsense=off'], /There is no finding “nonsense”/],
        [['--rule', 'unresolved=loud'], /takes error, warning, information, hint or off/],
        [['--rule'], /--rule/],
      ] as const) {
        const { code, out, error } = desk.run(['check', ...args]);
        assert.match(error, said);
        assert.ok(!error.includes('\n    at '), error);
        assert.deepEqual([code, out], [2, '']);
      }
    });
  });

  describe('reads', () => {
    const files = {
      'readout.yaml': names,
      'a.readout.md': 'They [act]{#m .position}. [x](#gone)\n',
      'deep/b.readout': 'See [it](a#m), [us](#ardenia), [c](c#m) and [y](#lost).\n',
      'deep/c.readout.md': 'They [go]{#m .position}.\n',
      'deep/notes.md': 'See [it](#gone).\n',
    };

    it('the whole collection, and tells of what was asked for alone', () => {
      const desk = deskWith(files);
      const report = checked(desk, 'deep/b.readout');
      assert.deepEqual(shown(report), ['deep/b.readout:1:49 unresolved']);
      assert.equal(report.documents, 1);
    });

    it('folders and files, each once', () => {
      const desk = deskWith(files);
      const report = checked(desk, 'deep', 'deep/b.readout', 'a.readout.md', './deep/');
      assert.deepEqual(shown(report), [
        'a.readout.md:1:31 unresolved',
        'deep/b.readout:1:49 unresolved',
      ]);
      assert.equal(report.documents, 3);
    });

    it('from a folder inside, and names files from there', () => {
      const desk = deskWith(files);
      const { out } = desk.run(['check', '--format', 'json', '../a.readout.md', '.'], {
        cwd: 'deep',
      });
      assert.deepEqual(shown(JSON.parse(out)), [
        '../a.readout.md:1:31 unresolved',
        'b.readout:1:49 unresolved',
      ]);
    });

    it('a nested collection apart from the one around it', () => {
      const desk = deskWith({
        ...files,
        'other/readout.yaml': 'rules: { unresolved: warning }\n',
        'other/a.readout.md': 'See [c](c#m), [us](#ardenia).\n',
      });
      const report = checked(desk);
      assert.deepEqual(
        report.findings.map(({ file, severity, target }) => `${file} ${severity} ${target}`),
        [
          'a.readout.md error gone',
          'deep/b.readout error lost',
          'other/a.readout.md warning c#m',
          'other/a.readout.md warning ardenia',
        ],
      );
      assert.equal(report.documents, 4);
      assert.equal(checked(desk, 'other').documents, 1);
    });

    it('without a codebook the folder named, or the one of a file with all beside it', () => {
      const desk = deskWith({
        'a.readout.md': 'See [b](b#m) and [c](c#m).\n',
        'b.readout.md': '[We]{#m .position}\n',
        'in/c.readout.md': '[We]{#m .position}\n',
      });
      assert.deepEqual(shown(checked(desk, 'a.readout.md')), []);
      assert.deepEqual(shown(checked(desk, '.')), []);
    });

    it('names with blanks, percent signs, brackets and Japanese signs', () => {
      const desk = deskWith({
        '会談 (1)/100% [x] #1.readout.md': 'See [it](#gone).\n',
        'readout.yaml': 'include: ["名前/*.yaml"]\n',
        '名前/人 名.yaml': 'entities:\n  ardenia: { kind: actor }\n  ardenia: { kind: actor }\n',
      });
      const report = checked(desk);
      assert.deepEqual(
        report.findings.map(({ file, code }) => `${file} ${code}`),
        [
          '会談 (1)/100% [x] #1.readout.md unusable-key',
          '会談 (1)/100% [x] #1.readout.md unresolved',
          '名前/人 名.yaml codebook',
          '名前/人 名.yaml codebook',
        ],
      );
      assert.equal(checked(desk, '会談 (1)').documents, 1);
    });

    it('a codebook that was asked for by itself, and one without documents', () => {
      const desk = deskWith({ 'readout.yaml': 'entitys: {}\n', 'other.yaml': 'entitys: {}\n' });
      assert.deepEqual(shown(checked(desk)), ['readout.yaml:1:1 codebook']);
      assert.deepEqual(shown(checked(desk, 'readout.yaml')), ['readout.yaml:1:1 codebook']);
      assert.deepEqual(shown(checked(desk, 'other.yaml')), []);
    });
  });

  it('judges due dates by the day of --as-of', () => {
    const desk = deskWith({ 'a.readout.md': '[act]{#m .commitment due=2031-06}\n' });
    const codes = (day: string) => checked(desk, '--as-of', day).findings.map(({ code }) => code);
    assert.deepEqual([codes('2031-06-30'), codes('2031-07-01')], [[], ['overdue']]);
    assert.match(
      desk.run(['check', '--as-of', 'May']).error,
      /--as-of takes a day such as 2031-05-18, not “May”/,
    );
  });

  it('sets levels for one run', () => {
    const desk = deskWith({ 'a.readout.md': '[x](#gone) and [y]{#m}\n' });
    const off = checked(desk, '--rule', 'unresolved=off', '--rule=no-kind=hint');
    assert.deepEqual(
      off.findings.map(({ code, severity }) => `${code} ${severity}`),
      ['no-kind hint'],
    );
    assert.equal(off.code, 0);
  });

  describe('of what the collection leaves out', () => {
    const files = {
      'readout.yaml': 'exclude: [old]\nentities: { orla: { kind: place, name: Orla } }\n',
      'a.readout.md': '[b](old-talks#b)\n',
      'old/old-talks.readout.md': '[x](#orla) [b]{#b .place}\n',
      'old/deep/c.readout': '[x](#gone)\n',
      '.kept/d.readout.md': '[x](#gone)\n',
    };

    it('reads a file that is named, with its collection', () => {
      const desk = deskWith(files);
      assert.deepEqual(shown(checked(desk)), ['a.readout.md:1:5 unresolved']);
      assert.deepEqual(shown(checked(desk, 'old/old-talks.readout.md')), []);
      assert.deepEqual(shown(checked(desk, 'old/deep/c.readout', '.kept/d.readout.md')), [
        '.kept/d.readout.md:1:5 unresolved',
        'old/deep/c.readout:1:5 unresolved',
      ]);
      assert.equal(desk.run(['fix', 'old/old-talks.readout.md']).code, 0);
      desk.write('old/deep/c.readout', Buffer.from([0xe9]));
      assert.equal(desk.run(['check', 'old/deep/c.readout']).code, 2);
    });

    it('says of a folder with nothing but unreadable files what is wrong with them', () => {
      const desk = deskWith({ ...files, 'in/e.readout': Buffer.from([0xe9]) });
      assert.deepEqual(shown(checked(desk, 'in')), ['in/e.readout:1:1 unreadable']);
    });

    it('says of a folder why nothing in it is read, and never that nothing is wrong', () => {
      const desk = deskWith(files);
      for (const folder of ['old', 'old/deep', '.kept']) {
        const { code, out, error } = desk.run(['check', 'a.readout.md', folder]);
        assert.deepEqual([code, out], [2, '']);
        assert.match(
          error,
          /^readout: \S+: The readouts here are no part of the collection, .+\n$/,
        );
      }
    });
  });

  describe('with bad input', () => {
    it('lets no text wipe a screen', () => {
      const desk = deskWith({
        'a.readout.md':
          '---\ntitle: "T\\e[2J"\ndate: 2030-01-01\nseries: s\n---\n\n[will \u001b[2Jgo\u0007]{#m .commitment k\u001b="x"} [y](#\u001b[2J)\n',
        'a.txt': 'Gone.\n',
      });
      for (const args of [
        ['check'],
        ['fix', '--dry-run'],
        ['thread', 'm'],
        ['series', 's'],
        ['revise', 'a.readout.md', 'a.txt'],
        ['check', '\u001b'],
      ]) {
        const { out, error } = desk.run(args);
        assert.match(out + error, /\uFFFD/, args.join(' '));
        assert.doesNotMatch(out + error, /(?!\n)\p{Cc}/u, args.join(' '));
      }
    });

    it('tells of files that are no text in UTF-8 and of those that are too large', () => {
      const desk = deskWith({
        'latin.readout.md': Buffer.from('caf\xe9\n', 'latin1'),
        'binary.readout.md': Uint8Array.from({ length: 4096 }, (_, i) => (i * 151) & 255),
        'large.readout.md': Buffer.alloc(50 * 1024 * 1024, 'words \n'),
        'good.readout.md': 'See [it](latin#m).\n',
      });
      const report = checked(desk);
      assert.deepEqual(shown(report), [
        'binary.readout.md:1:1 unreadable',
        'good.readout.md:1:10 unresolved',
        'large.readout.md:1:1 unreadable',
        'latin.readout.md:1:1 unreadable',
      ]);
      assert.match(report.findings[2]?.message ?? '', /larger than 16 MB/);
      assert.equal(report.documents, 1);
      assert.equal(report.code, 1);
    });

    it('tells of a codebook that cannot be read, whatever was asked for', () => {
      const desk = deskWith({
        'readout.yaml': Buffer.from('name: Caf\xe9\n', 'latin1'),
        'a.readout.md': 'They met.\n',
      });
      assert.deepEqual(shown(checked(desk, 'a.readout.md')), ['readout.yaml:1:1 unreadable']);
    });

    it('says nothing of YAML that no codebook includes', () => {
      const desk = deskWith({
        'readout.yaml': 'include: [names.yaml]\n',
        'names.yaml': names,
        'data.yaml': Buffer.from('name: Caf\xe9\n', 'latin1'),
        'a.readout.md': 'See [us](#ardenia).\n',
      });
      assert.deepEqual(shown(checked(desk)), []);
    });

    it('goes on under a broken codebook and says where it is broken', () => {
      const desk = deskWith({
        'readout.yaml': 'name: x\nentities:\n  a: [\nb: {{\n',
        'a.readout.md': 'See [it](#gone).\n',
      });
      const report = checked(desk);
      assert.ok(report.findings.some(({ file, code }) => file + code === 'readout.yamlcodebook'));
      assert.ok(shown(report).includes('a.readout.md:1:10 unresolved'));
      assert.equal(report.code, 1);
    });

    it('reports a key of two documents on the later one', () => {
      const desk = deskWith({ 'x/a.readout.md': 'One.\n', 'y/a.readout': 'Two.\n' });
      assert.deepEqual(shown(checked(desk)), ['y/a.readout:1:1 duplicate-key']);
    });

    it('does not follow links inside, so loops end, but takes one that is named', () => {
      const desk = deskWith({ 'in/a.readout.md': '[x](#gone)\n' });
      symlinkSync(desk.path('in'), desk.path('in/loop'));
      symlinkSync(desk.path('in'), desk.path('named'));
      symlinkSync(desk.path('turn'), desk.path('turn'));
      symlinkSync(desk.path('nowhere'), desk.path('broken'));
      const { code, out, error } = desk.run(['check', '--format', 'json', 'named']);
      assert.deepEqual(shown(JSON.parse(out)), ['in/a.readout.md:1:5 unresolved']);
      assert.match(error, /link: in\/loop\n$/);
      assert.equal(code, 1);
      assert.match(desk.run(['check', 'turn']).error, /turn: This is a link that leads back to/);
      assert.match(desk.run(['check', 'broken']).error, /broken: There is no such file or folder/);
    });

    it('tells of a folder that may not be read', function () {
      const desk = deskWith({
        'all/a.readout.md': 'They met.\n',
        'all/shut/b.readout.md': 'They met.\n',
        'all/c.readout.md': 'They met.\n',
      });
      // Root may read everything, so somebody else has to ask.
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      chmodSync(desk.folder, 0o755);
      chmodSync(desk.path('all/c.readout.md'), 0o000);
      chmodSync(desk.path('all/shut'), 0o000);
      mkdirSync(desk.path('program'));
      copyFileSync(cli, desk.path('program/cli.js'));
      const run = (...args: string[]) => {
        const program = [desk.path('program/cli.js'), 'check', '--format', 'json', ...args];
        // Nobody could write what it covers.
        const env = { ...process.env, NODE_V8_COVERAGE: '' };
        return spawnSync(process.execPath, program, { cwd: desk.path('all'), env, ...nobody });
      };
      const { stdout, stderr, status } = run('.');
      if (process.platform === 'win32' || status === null) {
        console.log('      skipped: rights cannot be taken away here');
        this.skip();
      }
      assert.equal(stderr.toString(), '');
      const report = JSON.parse(stdout.toString());
      assert.deepEqual(shown(report), ['c.readout.md:1:1 unreadable', 'shut:1:1 unreadable']);
      assert.deepEqual(report.documents, 1);
      assert.deepEqual(shown(JSON.parse(run('shut').stdout.toString())), ['shut:1:1 unreadable']);
      chmodSync(desk.path('all/shut'), 0o755);
    });
  });

  it('says what is nested too deeply, and lives, however deep that is', () => {
    for (const nest of ['[', '{a: ', '\n  - ', '\n  ? ']) {
      for (const depth of [2000, 6000, 7000, 9000, 12_000]) {
        const nested = nest + nest.trimStart().repeat(depth);
        const desk = deskWith({
          'a.readout.md': `---\ntitle: ${nested}\n---\n\nThey [act]{#m}.\n`,
        });
        const { findings } = checked(desk);
        const [first] = findings as [Reported];
        assert.match(first.message, /too deeply|never closed/, `${depth} times ${nest}`);
      }
    }
  });

  it('takes no pattern that it would take hours to compare with a name', () => {
    const stars = '*a'.repeat(100);
    const desk = deskWith({
      [`${'a'.repeat(200)}.readout.md`]: 'They met.\n',
      'readout.yaml': `exclude: ["${stars}", "${'('.repeat(900)}", drafts]\n`,
      '.gitignore': `${stars}\n`,
      'drafts/b.readout.md': '[x](#gone)\n',
    });
    const { documents, findings } = checked(desk);
    assert.equal(documents, 1);
    assert.deepEqual(
      findings.map(({ code, message }) => [code, /so many \*/.test(message)]),
      [['codebook', true]],
    );
  });
});
