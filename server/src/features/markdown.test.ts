import assert from 'node:assert/strict';
import fc from 'fast-check';
import { address, code, plain, withoutSigns } from './markdown.ts';

describe('text in Markdown', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Camp Linden', 'Camp Linden'],
    ['[x](command:evil)', '\\[x\\](command:evil)'],
    ['![x](https://a.example/i.png)', '!\\[x\\](https\\://a.example/i.png)'],
    ['see https://a.example', 'see https\\://a.example'],
    ['<command:evil>', '\\<command:evil\\>'],
    ['www.a.example and WWW.b.example', 'www\\.a.example and WWW\\.b.example'],
    ['desk@a.example', 'desk\\@a.example'],
    ['**bold** _it_ ~~gone~~ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\`'],
    ['<b>&lt;</b>', '\\<b\\>\\&lt;\\</b\\>'],
    ['$(bug)', '\\$(bug)'],
    ['a | b', 'a \\| b'],
    ['back\\slash \\[', 'back\\\\slash \\\\\\['],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['+1', '\\+1'],
    ['=====', '\\====='],
    ['3. third', '3\\. third'],
    ['3) third', '3\\) third'],
    ['2.5 per cent - about', '2\\.5 per cent - about'],
    ['  two\r\n\r\nlines\u00a0and\u3000blanks ', 'two lines and blanks'],
    ['', ''],
  ];
  for (const [text, wanted] of cases) {
    it(`shows ${JSON.stringify(text)} as it is`, () => assert.equal(plain(text), wanted));
  }
});

describe('text as code', () => {
  it('stands in backticks', () => assert.equal(code('#return'), '`#return`'));
  it('takes more backticks than it holds', () => assert.equal(code('a``b'), '```a``b```'));
  it('keeps a backtick at its edge apart', () => assert.equal(code('`'), '`` ` ``'));
  it('is nothing for nothing', () => assert.equal(code(''), ''));
  it('never ends its line', () => assert.equal(code('a\n\n# b'), '`a # b`'));
});

describe('an address', () => {
  it('can be opened when it leads to the web', () => {
    assert.equal(
      address('https://a.example/b_(c)'),
      '[https\\://a.example/b\\_(c)](<https://a.example/b_(c)>)',
    );
  });
  for (const bad of [
    'command:evil',
    'javascript:alert(1)',
    'file:///etc',
    'https://a.example/> [x](command:y)',
  ]) {
    it(`is text for ${bad}`, () => assert.equal(address(bad), plain(bad)));
  }
});

describe('Markdown without its signs', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**Position** `#passage`\n\n“1\\. We **held**”', 'Position #passage\n\n“1. We held”'],
    ['Bound: Veyl  \nVerb: **will**', 'Bound: Veyl\nVerb: will'],
    ['- [a \\[b\\]](<https://a.example/x>): c', '- a [b]: c'],
    ['*It* is `` a`b `` and \\*so\\*', 'It is a`b and *so*'],
    ['**[Veyl](<command:x>)** · actor', 'Veyl · actor'],
  ];
  for (const [markdown, wanted] of cases) {
    it(`is ${JSON.stringify(wanted)}`, () => assert.equal(withoutSigns(markdown), wanted));
  }

  it('is the text that was put into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = text.replace(/\s+/g, ' ').trim();
        assert.equal(withoutSigns(plain(text)), line);
        assert.equal(withoutSigns(`**${plain(text)}**`), line);
      }),
    );
  });
});
