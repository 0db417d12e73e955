import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Log } from 'sarif';
import { rules } from '../../server/src/rules/index.ts';
import { checked, cleared, deskWith } from '../support/cli.ts';

const root = resolve(__dirname, '../..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

describe('readout check', () => {
  afterEach(cleared);

  describe('as SARIF', () => {
    const sarif = (files: Record<string, string>, ...args: string[]) => {
      const { code, out, error } = deskWith(files).run(['check', '--format', 'sarif', ...args]);
      assert.equal(error, '');
      assert.equal(out, `${JSON.stringify(JSON.parse(out), null, 2)}\n`);
      return { code, log: JSON.parse(out) as Log };
    };

    it('says what the standard asks for, and each place by its lines and columns', () => {
      const { code, log } = sarif({
        '会談 1/a.readout.md': '\ufeffThey met 🚢.\n🚢 See [it](#gone).\n',
        'b.readout.md': 'They [act\n\non]{.position}.\n',
      });
      const [run] = log.runs;
      assert.equal(code, 1);
      assert.deepEqual(
        { ...log, runs: [{ ...run, tool: {}, results: [] }] },
        {
          $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
          version: '2.1.0',
          runs: [{ tool: {}, columnKind: 'utf16CodeUnits', results: [] }],
        },
      );
      const [second, first] = run?.results ?? [];
      assert.deepEqual(first, {
        ruleId: 'unresolved',
        ruleIndex: rules.findIndex((rule) => rule.code === 'unresolved'),
        level: 'error',
        message: { text: first?.message.text },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: '%E4%BC%9A%E8%AB%87%201/a.readout.md',
                uriBaseId: '%SRCROOT%',
              },
              region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 18 },
            },
          },
        ],
      });
      assert.equal(
        first?.message.text,
        checked(deskWith({ 'a.readout.md': '[x](#gone)\n' })).findings[0]?.message,
      );
      assert.equal(second?.ruleId, 'paragraph-in-mark');
      assert.equal(run?.results?.length, 2);
    });

    it('tells of every rule with its page, and its own level', () => {
      const { code, log } = sarif({ 'a.readout.md': 'They met.\n' });
      assert.equal(code, 0);
      assert.deepEqual(log.runs[0]?.results, []);
      const driver = log.runs[0]?.tool.driver;
      assert.deepEqual([driver?.name, driver?.version], ['Readout', version]);
      assert.deepEqual(
        driver?.rules?.map(({ id, help, defaultConfiguration }) => ({
          id,
          page: help?.markdown,
          ...defaultConfiguration,
        })),
        rules.map(({ code: id, level }) => ({
          id,
          page: readFileSync(resolve(root, `docs/rules/${id}.md`), 'utf8'),
          ...(level === 'off'
            ? { enabled: false }
            : { level: /error|warning/.test(level) ? level : 'note' }),
        })),
      );
    });

    it('gives a result the level that this run has', () => {
      const levels = ['error', 'warning', 'information', 'hint'].map((level) => {
        const { log } = sarif({ 'a.readout.md': '[x](#gone)\n' }, '--rule', `unresolved=${level}`);
        return log.runs[0]?.results?.[0]?.level;
      });
      assert.deepEqual(levels, ['error', 'warning', 'note', 'note']);
    });
  });

  describe('for GitHub', () => {
    it('writes a workflow command for each finding, and at the end how many', () => {
      const desk = deskWith({
        'a, 100% [b].readout.md': '🚢 See [it](#gone%0A).\n',
        'b.readout.md': 'They met in Orla\nPort, [as agreed] {.position}.\n',
        'readout.yaml':
          'entities: { port: { kind: place, name: Orla Port } }\nrules: { unusable-key: off }\n',
      });
      const { code, out, error } = desk.run(['check', '--format', 'github']);
      const told = checked(desk).findings.map(({ message }) => message.replaceAll('%', '%25'));
      assert.equal(error, '');
      assert.equal(code, 1);
      assert.match(told[0] ?? '', /^“#gone%250A” is no id\./);
      assert.equal(
        out,
        [
          `::error file=a%2C 100%25 [b].readout.md,line=1,endLine=1,col=13,endColumn=21,title=bad-id::${told[0]}`,
          `::notice file=b.readout.md,line=1,endLine=2,title=unlinked-mention::${told[1]}`,
          `::warning file=b.readout.md,line=2,endLine=2,col=19,endColumn=30,title=gap-before-attributes::${told[2]}`,
          '2 readouts read: 1 error, 1 warning, 1 piece of information.',
          '',
        ].join('\n'),
      );
    });
  });

  describe('against a baseline', () => {
    const files = { 'a.readout.md': '[x](#one) and [y](#two).\n', 'b.readout.md': '[x](#one)\n' };
    const deskWithBaseline = () => {
      const desk = deskWith(files);
      desk.write('old.json', desk.run(['check', '--format', 'json']).out);
      return desk;
    };
    const check = ['check', '--baseline', 'old.json'];

    it('leaves out what stands in it, also where lines have moved, and says how many', () => {
      const desk = deskWithBaseline();
      desk.write('a.readout.md', `They met.\n\nThen ${files['a.readout.md']}`);
      const { code, out } = desk.run(check);
      assert.deepEqual(
        [code, out],
        [0, '2 readouts read, nothing to mend. 3 findings of the baseline left out.\n'],
      );
    });

    it('is read as the PowerShell of Windows writes it, in UTF-16', () => {
      const desk = deskWithBaseline();
      desk.write('old.json', Buffer.from(`\ufeff${desk.read('old.json')}`, 'utf16le'));
      assert.equal(desk.run(check).code, 0);
    });

    it('tells of what is new: other words, another file, and once more the same', () => {
      const desk = deskWithBaseline();
      desk.write('a.readout.md', '[x](#one), [x](#one) and [z](#three).\n');
      desk.write('c.readout.md', '[x](#one)\n');
      const report = checked(desk, '--baseline', 'old.json');
      assert.deepEqual(
        report.findings.map(({ file, target }) => `${file} ${target}`),
        ['a.readout.md one', 'a.readout.md three', 'c.readout.md one'],
      );
      assert.equal(report.code, 1);
      const { out } = desk.run(check);
      assert.match(out, /\n3 readouts read: 3 errors\. 2 findings of the baseline left out\.\n$/);
    });

    it('says in each format how many were left out', () => {
      const desk = deskWithBaseline();
      const out = (format: string) => desk.run([...check, '--format', format]).out;
      assert.equal(
        out('json'),
        '{\n  "version": 1,\n  "documents": 2,\n  "findings": [],\n  "leftOut": 3\n}\n',
      );
      const { runs } = JSON.parse(out('sarif')) as Log;
      assert.deepEqual([runs[0]?.results, runs[0]?.properties], [[], { leftOut: 3 }]);
      assert.equal(
        out('github'),
        '2 readouts read, nothing to mend. 3 findings of the baseline left out.\n',
      );
      desk.write('c.readout.md', '[x](#one)\n');
      for (const format of ['json', 'sarif']) {
        assert.equal(out(format), `${JSON.stringify(JSON.parse(out(format)), null, 2)}\n`);
      }
      assert.equal(JSON.parse(out('sarif')).runs[0].results.length, 1);
    });

    it('takes one that a Windows editor has saved, and says no to what is none', () => {
      const desk = deskWithBaseline();
      desk.write('old.json', `\ufeff${desk.read('old.json').replaceAll('\n', '\r\n')}`);
      assert.equal(desk.run(check).code, 0);
      for (const text of [
        '',
        '[]',
        'null',
        '{"version":2,"findings":[]}',
        '{"version":1}',
        '{"version":1,"findings":[null]}',
      ]) {
        desk.write('old.json', text);
        const { code, out, error } = desk.run(check);
        assert.deepEqual([code, out], [2, '']);
        assert.equal(
          error,
          'readout: old.json is no baseline. Make one with readout check --format json > old.json\n',
        );
      }
      const { code, error } = desk.run(['check', '--baseline', 'gone.json']);
      assert.deepEqual(
        [code, error],
        [2, 'readout: gone.json: There is no such file or folder.\n'],
      );
    });
  });
});
