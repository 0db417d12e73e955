import assert from 'node:assert/strict';
import { fieldsOf } from './fields.ts';
import { frontKeys } from './keys.ts';
import { readFrontMatter } from './matter.ts';
import { frontProblems } from './problems.ts';

const read = (yaml: string) => {
  const text = `---\n${yaml}\n---\n\nText.`;
  const { front } = readFrontMatter(text);
  assert.ok(front);
  const problems = [...frontProblems(front)];
  return {
    fields: fieldsOf(front),
    wrong: problems.map(({ span }) => text.slice(span.from, span.to)),
    says: problems.map(({ what }) => what),
    text,
  };
};

describe('front matter fields', () => {
  it('are found with the places of key and value', () => {
    const { fields, wrong, text } = read(
      [
        'title: "Talks in Orla"',
        'date: 2031-04-02/2031-04-04',
        'place: Orla',
        'issuer: corvia',
        'parties: [japan, "corvia"]',
        'participants: nakata',
        'series: talks',
        'version-of: 2031-04-02-corvia',
        'lang: en',
        'source: https://a.example/b',
        'retrieved: 2031-05-01',
        `sha256: ${'0a'.repeat(32)}`,
        'coding: done',
        'terms: { the Ministers: [nakata, orlov], us: japan }',
        'ignore:',
        '  unlinked-mention: [Orla, "the Bay"]',
        '  no-due:',
        'own: [kept, { as: it is }]',
      ].join('\n'),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      Object.entries(fields).filter(([, field]) => field === undefined),
      [],
    );
    assert.equal(text.slice(fields.title?.from, fields.title?.to), 'Talks in Orla');
    assert.equal(fields.title?.key.text, 'title');
    assert.deepEqual([fields.date?.first, fields.date?.last], ['2031-04-02', '2031-04-04']);
    assert.deepEqual(
      fields.parties?.items.map(({ from, to }) => text.slice(from, to)),
      ['japan', 'corvia'],
    );
    assert.deepEqual(
      fields.participants?.items.map((item) => item.text),
      ['nakata'],
    );
    assert.deepEqual(
      fields.terms?.map(({ name, actors }) => [name.text, actors.map((actor) => actor.text)]),
      [
        ['the Ministers', ['nakata', 'orlov']],
        ['us', ['japan']],
      ],
    );
    assert.deepEqual(
      fields.ignore?.map(({ code, words }) => [code.text, words.map((word) => word.text)]),
      [
        ['unlinked-mention', ['Orla', 'the Bay']],
        ['no-due', []],
      ],
    );
  });

  it('are all absent without front matter, or where nothing is said', () => {
    assert.ok(Object.values(fieldsOf(undefined)).every((field) => field === undefined));
    const empty = read(frontKeys.map((key) => `${key}:`).join('\n'));
    assert.ok(Object.values(empty.fields).every((field) => field === undefined));
    assert.deepEqual(empty.wrong, []);
  });

  it('are the same object each time', () => {
    const { front } = readFrontMatter('---\ntitle: Talks\n---\n');
    assert.equal(fieldsOf(front), fieldsOf(front));
  });

  it('count once where a key stands twice', () => {
    const { fields, wrong } = read('title: One\ntitle: Two');
    assert.equal(fields.title?.text, 'One');
    assert.deepEqual(wrong, []);
  });

  for (const [yaml, ...expected] of [
    ['just a line', 'just a line\n'],
    ['- a\n- b', '- a\n- b\n'],
    ['date: last spring', 'last spring'],
    ['date: 2031-02-30', '2031-02-30'],
    ['date: "2031-02-30"', '"2031-02-30"'],
    ['date: [2031-02-03]', '[2031-02-03]'],
    ['retrieved: yesterday', 'yesterday'],
    ['retrieved: 2031-02-03T10:00Z'],
    ['title: [a, b]', '[a, b]'],
    ['parties: { a: b }', '{ a: b }'],
    ['parties: [a, [b], {c: d}]', '[b]', '{c: d}'],
    ['lang: Klingonish words', 'Klingonish words'],
    ['lang: zh-Hant'],
    ['sha256: abc', 'abc'],
    ['coding: finished', 'finished'],
    ['terms: [a]', '[a]'],
    ['terms: { us: { a: b } }', '{ a: b }'],
    ['ignore: no-due', 'no-due'],
    ['anything: [a, { b: c }]'],
  ] as const)
    it(`${JSON.stringify(yaml)} is wrong at ${JSON.stringify(expected)}`, () => {
      const { wrong, fields } = read(yaml);
      assert.deepEqual(wrong, expected);
      const key = yaml.slice(0, yaml.indexOf(':')) as keyof typeof fields;
      if (expected.length > 0 && key !== 'terms' && key !== 'parties') {
        assert.equal(fields[key], undefined);
      }
    });

  it('are not told wrong where the YAML is', () => {
    const { wrong, fields } = read('title: Talks: a summary\ndate: 2031-04-02');
    assert.deepEqual(wrong, []);
    assert.equal(fields.title, undefined);
    assert.deepEqual(read('"just a line').wrong, []);
  });

  it('are told in words', () => {
    assert.deepEqual(read('coding: finished').says, [
      'coding takes draft or done; with another word the document counts as neither.',
    ]);
  });
});
