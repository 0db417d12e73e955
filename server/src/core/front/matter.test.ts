import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readFrontMatter } from './matter.ts';

interface Vector {
  readonly name: string;
  readonly input: string;
  readonly strip: string;
  readonly constructs: readonly unknown[];
  readonly findings: readonly { code: string; span: [number, number] }[];
}

const vectors = (
  JSON.parse(
    readFileSync(new URL('../../../../test/vectors/language.json', import.meta.url), 'utf8'),
  ) as Vector[]
).filter((vector) => vector.input?.replace('\ufeff', '').startsWith('---'));

const body = (text: string): string => text.slice(readFrontMatter(text).body);

describe('front matter', () => {
  it('has vectors', () => assert.ok(vectors.length >= 20));

  for (const vector of vectors.filter(({ constructs }) => constructs.length === 0))
    it(`vector: ${vector.name}`, () => {
      const bom = vector.input.startsWith('\ufeff') ? '\ufeff' : '';
      assert.equal(bom + body(vector.input), vector.strip);
      const expected = vector.findings.find(({ code }) => code === 'unclosed-front-matter');
      const { unclosed } = readFrontMatter(vector.input);
      assert.deepEqual(unclosed && [unclosed.from, unclosed.to], expected?.span);
    });

  it('tells the place of what is in it', () => {
    const text = '\ufeff---\r\ntitle: Talks\r\n---\t\r\n\r\n\r\nText.';
    const { front, body: at } = readFrontMatter(text);
    assert.deepEqual(front?.span, { from: 1, to: 28 });
    assert.equal(text.slice(front.inner.from, front.inner.to), 'title: Talks\r\n');
    assert.equal(text.slice(at), '\r\nText.');
    assert.deepEqual(front.issues, []);
    assert.deepEqual(front.value, {
      type: 'table',
      from: 6,
      to: 18,
      entries: [
        {
          from: 6,
          to: 18,
          key: { type: 'scalar', from: 6, to: 11, text: 'title', quoted: false },
          value: { type: 'scalar', from: 13, to: 18, text: 'Talks', quoted: false },
        },
      ],
    });
  });

  it('holds although its YAML is wrong', () => {
    const text = '---\ntitle: "Talks\nparties: [japan\n---\n\nText.';
    const { front } = readFrontMatter(text);
    assert.deepEqual(
      front?.issues.map(({ from, to }) => text.slice(from, to)),
      ['"Talks'],
    );
    assert.equal(body(text), 'Text.');
  });

  for (const text of ['---', '\ufeff---', '---\n', '---\r\n', '---\n \n\n'])
    it(`is not begun by ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readFrontMatter(text), {
        front: undefined,
        body: text.startsWith('\ufeff') ? 1 : 0,
        unclosed: undefined,
        late: undefined,
      }));

  for (const text of [
    '--- \na: b\n---\n',
    '----\na: b\n---\n',
    ' ---\na: b\n---\n',
    '---a\n---\n',
    '',
  ])
    it(`is not opened by the first line of ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readFrontMatter(text), {
        ...{ front: undefined, body: 0 },
        ...{ unclosed: undefined, late: undefined },
      }));

  for (const line of ['----', '--- a', ' ---', '---\u00a0', '--', '...'])
    it(`is not closed by ${JSON.stringify(line)}`, () =>
      assert.deepEqual(readFrontMatter(`---\na: b\n${line}\nc`), {
        front: undefined,
        body: 0,
        late: undefined,
        unclosed: { from: 0, to: 3 },
      }));

  it('may be empty', () => {
    const { front } = readFrontMatter('---\n---\nText.');
    assert.deepEqual(front, {
      span: { from: 0, to: 8 },
      inner: { from: 4, to: 4 },
      value: undefined,
      issues: [],
    });
  });

  it('says when it is too long to read', () => {
    const { front } = readFrontMatter(`---\n${'a: b\n'.repeat(50_000)}---\n`);
    assert.equal(front?.value, undefined);
    assert.match(front?.issues[0]?.message ?? '', /longer \(250000 characters\)/);
  });

  it('never throws, and the body is a part of the text', () => {
    const line = fc.constantFrom(
      '---',
      '--- ',
      '---\t',
      '',
      ' ',
      'a: b',
      'a: [',
      '\ufeff',
      '----',
      'x',
    );
    const eol = fc.constantFrom('\n', '\r\n', '\r', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, eol), { maxLength: 8 }), (lines) => {
        const text = lines.flat().join('');
        const { front, body: at, unclosed } = readFrontMatter(text);
        assert.ok(at <= text.length);
        assert.equal(front?.span.to ?? (text.startsWith('\ufeff') ? 1 : 0), at);
        assert.ok(front === undefined || unclosed === undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
