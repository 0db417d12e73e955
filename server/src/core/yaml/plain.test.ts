import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWithLibrary } from './library.ts';
import { readPlainYaml } from './plain.ts';

const piece = fc.constantFrom(
  ...'-?:,[]{}#&*!|>\'"%@`\\\t ~=<.+_/()^$;',
  ...[
    'a',
    'b',
    'title',
    'date',
    '2031-04-02',
    '1',
    'é',
    '普天間',
    '😀',
    '\u00a0',
    '\u3000',
    '\u2028',
  ],
  ...[
    '\u0085',
    '\ufeff',
    '\ud83d',
    '\u0000',
    '\u007f',
    '---',
    '...',
    ': ',
    ' #',
    '- ',
    '? ',
    '""',
    "''",
  ],
  ...['https://a.example/b?c=d#e', '<<', '__proto__', 'null', 'true', '*a', '&a ', '!x ', '\\"'],
);
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const words = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const safe = fc.constantFrom(
  'a',
  'two words',
  '2031-04-02',
  'x: y',
  'été',
  'a#b',
  'b:c',
  'c ',
  '-d',
  '',
);
const blanks = fc.constantFrom('', '', ' ', '  ', '    ');
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'version-of', 'the two sides', 'c d', '1', '_', '__proto__'),
  words,
);
const value = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    safe,
    words,
    safe.map((text) => `"${text}"`),
    safe.map((text) => `'${text}'`),
    words.map((text) => `"${text}"`),
    fc
      .tuple(fc.array(tie('any'), { maxLength: 3 }), blanks)
      .map(([items, gap]) => `[${gap}${items.join(`,${gap}`)}${gap}]`),
    fc
      .array(fc.tuple(name, tie('any')), { maxLength: 3 })
      .map((entries) => `{${entries.map(([key, of]) => `${key}: ${of}`).join(', ')}}`),
  ),
})).any;
const line = fc.oneof(
  fc
    .tuple(blanks, name, blanks, value, blanks)
    .map(([indent, key, gap, of, end]) => `${indent}${key}:${gap}${of}${end}`),
  fc.tuple(blanks, name, value).map(([indent, key, of]) => `${indent}${key}: ${of}`),
  fc.tuple(blanks, name).map(([indent, key]) => `${indent}${key}:`),
  fc.tuple(blanks, value).map(([indent, of]) => `${indent}- ${of}`),
  fc.tuple(blanks, name, value).map(([indent, key, of]) => `${indent}- ${key}: ${of}`),
  fc.tuple(blanks, name, safe).map(([indent, key, of]) => `${indent}${key}: ${of} # why`),
  words,
  fc.constantFrom('', '  ', '# why', '   # why', '\t'),
);
const text = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    fc.array(fc.tuple(line, eol), { maxLength: 7 }),
    fc.boolean(),
  )
  .map(([bom, lines, cut]) => {
    const whole = bom + lines.flat().join('');
    return cut ? whole.replace(/[\r\n]+$/, '') : whole;
  });

function checkEqual(input: string, at: number): boolean {
  const plain = readPlainYaml(input, at);
  if (plain === undefined) return false;
  assert.deepEqual({ value: plain.value, issues: [] }, readWithLibrary(input, at));
  return true;
}

describe('plain YAML', () => {
  it('comes out as the library reads it, or is declined', () => {
    let read = 0;
    const runs = 6000;
    fc.assert(
      fc.property(text, fc.nat(50), (input, at) => {
        if (checkEqual(input, at)) read++;
      }),
      { numRuns: runs },
    );
    assert.ok(read > runs / 20, `only ${read} of ${runs} texts were read, so little was compared`);
  });

  it('comes out as the library reads it, on anything', () => {
    fc.assert(
      fc.property(words, words, words, eol, (a, b, c, end) => {
        checkEqual(`${a}${end}${b}${end}${c}`, 0);
        checkEqual(`k: ${a}${end}l: ${b}${end}m: [${c}]${end}`, 4);
        checkEqual(`k:${end}  - ${a}${end}  - ${b}${end}l:${end}  m: ${c}`, 4);
      }),
      { numRuns: 3000 },
    );
  });

  const plain = [
    'title: Talks\n',
    'title: Talks\r\ndate: 2031-04-02\r\n',
    'title: Talks\rparties: [japan, corvia]\r',
    'a: "x: # y"\nb: \'[z]\'\nc:\nd: []\ne: {}\n',
    'source: https://a.example/b?c=d#e\n',
    '# why\n\na: b # c\n   # d\ne: f',
    'terms: { the Ministers: [a, b], us: c }\n',
    'entities:\n  a:\n    kind: place\n    aliases: [A, "B"]\n  b:\n    aliases:\n      - C\n      - { text: D, from: 2031-01-01 }\n      - text: E\n        to: 2032-01-01\n',
    'a:\n- b\n- c\nd: e\n',
    '日本: x',
    '',
    '\ufeff# only a remark\n',
  ];
  for (const input of plain.filter((one) => one !== '日本: x'))
    it(`reads ${JSON.stringify(input)}`, () => assert.equal(checkEqual(input, 3), true));

  const notPlain = [
    '日本: x',
    'a: b\na: c',
    'a: b\n c',
    'a: |\n  b\n',
    'a: &b c',
    'a: *b',
    'a: !b c',
    'a: b: c',
    'a: "b\\"c"',
    "a: 'it''s'",
    'a: "b" c',
    'a: [b',
    'a: [b, ]',
    'a: {b}',
    'a:\tb',
    'just words',
    '---\na: b',
    'a: b\n...\n',
    '%A\na: b',
    '? a\n: b',
    'a: b\n  c: d',
    '-a',
    '- - a',
  ];
  for (const input of notPlain)
    it(`leaves ${JSON.stringify(input)} to the library`, () =>
      assert.equal(readPlainYaml(input, 0), undefined));

  it('declines deep nesting and long keys', () => {
    assert.equal(readPlainYaml(`a: ${'['.repeat(100)}${']'.repeat(100)}`, 0), undefined);
    const deep = Array.from({ length: 100 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
    assert.equal(readPlainYaml(deep, 0), undefined);
    assert.equal(readPlainYaml(`${'a'.repeat(2000)}: b`, 0), undefined);
  });
});
