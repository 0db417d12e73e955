import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWithLibrary } from './library.ts';
import type { Value } from './yaml.ts';
import { entriesOf, entryOf, pieceOf, readYaml, scalarOf, scalarsOf } from './yaml.ts';

/** A tree without its places: texts, lists and entries. */
type Plain = string | undefined | Plain[] | { [key: string]: Plain };

function plain(value: Value | undefined): Plain {
  if (value?.type === 'scalar') return value.text;
  if (value?.type === 'list') return value.items.map(plain);
  if (value === undefined) return undefined;
  return Object.fromEntries(value.entries.map((entry) => [entry.key.text, plain(entry.value)]));
}

/** What is reported: the words it stands at, and the message. */
const reported = (text: string): [string, string][] =>
  readYaml(text, 0).issues.map(({ from, to, message }) => [text.slice(from, to), message]);

function* spansOf(value: Value): Iterable<Value> {
  yield value;
  if (value.type === 'list') for (const item of value.items) yield* spansOf(item);
  if (value.type === 'table')
    for (const { key, value: of } of value.entries) {
      yield key;
      if (of !== undefined) yield* spansOf(of);
    }
}

describe('YAML', () => {
  it('is a tree in which every scalar is text', () => {
    const text =
      'a: 1\nb: [true, ~, 2031-04-02]\nc: { d: null, e: "x\\ny" }\nf:\n  - g: |\n      h\n';
    const { value, issues } = readYaml(text, 0);
    assert.deepEqual(issues, []);
    assert.deepEqual(plain(value), {
      a: '1',
      b: ['true', '~', '2031-04-02'],
      c: { d: 'null', e: 'x\ny' },
      f: [{ g: 'h\n' }],
    });
  });

  it('has places that count from the start of the file', () => {
    const text = 'key: "a b"\nlist:\n  - &n one\n  - *n\nempty :\n';
    const { value } = readYaml(text, 100);
    const words = ({ from, to }: { from: number; to: number }) => text.slice(from - 100, to - 100);
    assert.deepEqual(entriesOf(value).map(words), [
      'key: "a b"',
      'list:\n  - &n one\n  - *n',
      'empty :',
    ]);
    assert.equal(words(entryOf(value, 'key')?.value as Value), '"a b"');
    assert.equal(words(pieceOf(scalarOf(entryOf(value, 'key')?.value) as never)), 'a b');
    assert.deepEqual(scalarsOf(entryOf(value, 'list')?.value).map(words), ['one', 'one']);
  });

  for (const end of ['\n', '\r\n', '\r'])
    it(`may end its lines with ${JSON.stringify(end)}`, () => {
      const text = `a: b${end}c:${end}  - d${end}  - &x e${end}`;
      assert.deepEqual(plain(readYaml(text, 0).value), { a: 'b', c: ['d', 'e'] });
      assert.deepEqual(reported(text), []);
    });

  it('may begin with a BOM', () => {
    const { value } = readYaml('\ufeffa:\n  - b: &c d\n    e: f\n', 0);
    assert.deepEqual(plain(value), { a: [{ b: 'd', e: 'f' }] });
    assert.equal(value?.from, 1);
  });

  it('takes keys such as __proto__ and << for keys like others', () => {
    const text = '__proto__: &a { constructor: b }\n<<: *a\ntoString: c\n';
    const { value, issues } = readYaml(text, 0);
    assert.deepEqual(issues, []);
    assert.deepEqual(
      entriesOf(value).map(({ key }) => key.text),
      ['__proto__', '<<', 'toString'],
    );
    assert.equal(entryOf(value, 'constructor'), undefined);
    assert.equal(entryOf(value, 'hasOwnProperty'), undefined);
  });

  it('has accessors that take anything', () => {
    assert.equal(entryOf(undefined, 'a'), undefined);
    assert.equal(scalarOf(readYaml('[a]', 0).value), undefined);
    assert.deepEqual(scalarsOf(readYaml('a: b', 0).value), []);
    assert.deepEqual(
      scalarsOf(readYaml('[a, [b], c]', 0).value).map(({ text }) => text),
      ['a', 'c'],
    );
    assert.deepEqual(
      scalarsOf(readYaml('a', 0).value).map(({ text }) => text),
      ['a'],
    );
    assert.deepEqual(entriesOf(readYaml('a', 0).value), []);
  });
});

describe('wrong YAML', () => {
  for (const [text, words, message] of [
    ['title: "Talks\ndate: x\n', '"Talks', /quote opened here is never closed/],
    ["title: 'Talks\n", "'Talks", /quote opened here is never closed/],
    ['title: Talks: a summary\n', 'Talks: a summary', /holds a colon and a blank/],
    ['a: b\n  c: d\n', 'b', /line after this one is indented/],
    ['a:\n  b: c\n d: e\n', ' ', /indented unlike/],
    [' a: b\nc: d\n', 'c', /indented unlike/],
    ['parties: [a, b\n', '[a, b', /opened here is never closed/],
    ['parties: [a, [b], c\nd: e\n', '[a, [b], c', /opened here is never closed/],
    ['x: {a: b\n', '{a: b', /opened here is never closed/],
    ['a: ]\n', ']', /closes nothing/],
    ['a: [b,,c]\n', ',', /comma/],
    ['a: @b\n', '@', /cannot begin with @/],
    ['a: "b" c\n', 'c', /after the end of this value/],
    ['a: - b\n', '-', /list of lines that begin with -/],
    ['a: "\\q"\n', '\\', /backslash/],
    ['a: b\nc\nd: e\n', 'c', /no "name: value"/],
    ['a: b\n\tc: d\n', '\t', /begins with a tab/],
    ['%x\na: b\n', '%x', /begins with %/],
    ['a: b\n---\nc: d\n', '---', /second text/],
    ['a: !b c\n', '!b', /type of its own/],
    ['a: !!binary c\n', '!!binary', /type of its own/],
    ['a: *b\n', '*b', /no &b/],
    ['a: &b [*b]\n', '*b', /has no end/],
    ['a: b\na: c\n', 'a', /twice/],
    ['[a]: b\n', '[a]', /plain words/],
    ['a: &b &c d\n', '&c', /& or \*/],
  ] as const)
    it(`${JSON.stringify(text)}: ${message.source}`, () => {
      const issues = reported(text);
      assert.equal(issues.length, 1, JSON.stringify(issues));
      assert.equal(issues[0]?.[0], words);
      assert.match(issues[0]?.[1] ?? '', message);
    });

  it('still yields what can be read', () => {
    assert.deepEqual(plain(readYaml('a: b\nc: [d\ne: f\n', 0).value), { a: 'b', c: ['d'], e: 'f' });
  });

  it('is told once where all that follows is lost', () => {
    assert.deepEqual(reported('a: ]\nb: ]\nc: d\n').length, 1);
  });

  it('relates a key that stands twice to the first', () => {
    const [issue] = readYaml('a: b\na: c\n', 10).issues;
    assert.deepEqual(issue?.related, { from: 10, to: 11 });
    assert.deepEqual([issue?.from, issue?.to], [15, 16]);
  });

  it('is told line by line, and the rest counted', () => {
    const lines = Array.from({ length: 60 }, (_, at) => `k${at}: @a @b\n`).join('');
    const { issues } = readYaml(lines, 0);
    assert.equal(issues.length, 51);
    assert.match(issues[50]?.message ?? '', /^10 more lines/);
  });
});

describe('YAML without bounds', () => {
  for (const text of [
    '['.repeat(100_000),
    '{a: '.repeat(50_000),
    '- '.repeat(100_000),
    '? '.repeat(50_000),
  ])
    it(`is refused when nested too deeply: ${text.slice(0, 8)}…`, () => {
      const { issues } = readYaml(text, 0);
      assert.ok(issues.some(({ message }) => message.includes('too deeply')));
    }).timeout(20_000);

  it('is cut off at a hundred levels, with one issue', () => {
    const { issues } = readYaml(
      `a: &x ${'['.repeat(200)}${']'.repeat(200)}\nb: ${'['.repeat(200)}${']'.repeat(200)}`,
      0,
    );
    assert.equal(issues.length, 1);
  });

  it('is refused when too long', () => {
    const { value, issues } = readYaml('a: b', 5, 3);
    assert.equal(value, undefined);
    assert.deepEqual([issues[0]?.from, issues[0]?.to], [5, 6]);
    assert.match(issues[0]?.message ?? '', /longer \(4 characters\)/);
  });

  it('repeats nothing without end', () => {
    const level = (at: number) =>
      `l${at}: &l${at} [${Array(9)
        .fill(`*l${at - 1}`)
        .join(', ')}]\n`;
    const bomb = `l0: &l0 [a, b, c]\n${Array.from({ length: 12 }, (_, at) => level(at + 1)).join('')}`;
    const { issues } = readYaml(bomb, 0);
    assert.equal(issues.length, 1);
    assert.match(issues[0]?.message ?? '', /Too much is repeated/);
  });

  it('follows a thousand names and no more', () => {
    const text = `a: &x y\nb: [${Array(1001).fill('*x').join(', ')}]`;
    assert.match(reported(text)[0]?.[1] ?? '', /over 1000 times/);
    assert.deepEqual(reported(`a: &x y\nb: [${Array(1000).fill('*x').join(', ')}]`), []);
  });

  it('never throws, and all places lie in the text', () => {
    const piece = fc.constantFrom(
      ...'-?:,[]{}#&*!|>\'"%@`\\\t \n\r',
      ...[
        '\r\n',
        ': ',
        '- ',
        '\n  ',
        '\n- ',
        '&a ',
        '*a',
        '!!str ',
        '? ',
        '"x"',
        "'x'",
        '|\n',
        '>-\n',
      ],
      ...[
        'a',
        'b: c',
        '\ufeff',
        '\u0000',
        '\u2028',
        '\ud83d',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
        '<<',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(20), (pieces, at) => {
        const text = pieces.join('');
        const { value, issues } = readWithLibrary(text, at);
        const spans = [...(value === undefined ? [] : spansOf(value)), ...issues];
        for (const { from, to } of spans)
          assert.ok(at <= from && from <= to && to <= at + Math.max(text.length, 1) + 1);
        for (const { message, advice } of issues)
          assert.ok(/^[^a-z].*\.$/s.test(message) && advice.endsWith('.'), message);
      }),
      { numRuns: 3000 },
    );
  });
});
