import assert from 'node:assert/strict';
import { escapeSource, frontMatter, importSource, lineEndOf, yamlText } from './import.ts';

describe('import', () => {
  it('puts a backslash only where the source would read as ours', () => {
    for (const [source, wanted] of [
      ['[sic] [1] (a) {b} ^ ! [x](https://a.b)', '[sic] [1] (a) {b} ^ ! [x](https://a.b)'],
      ['[x]{y}', '[x\\]{y}'],
      ['[x](#a) [x](#', '[x\\](#a) [x\\](#'],
      ['[x](key#a) [x](key.html#a) [x](key #a)', '[x\\](key#a) [x](key.html#a) [x](key #a)'],
      ['x^[1] ^ [1]', 'x\\^[1] ^ [1]'],
      ['a\\[b \\c \\\\', 'a\\\\[b \\c \\\\\\'],
    ] as const) {
      assert.equal(escapeSource(source), wanted);
    }
  });

  it('writes the front matter behind a BOM and with the line ends of the source', () => {
    const fields = { title: 'A: b', date: '2031-05-12', place: undefined };
    assert.equal(
      importSource('They met.\n', fields),
      '---\ntitle: "A: b"\ndate: 2031-05-12\n---\n\nThey met.\n',
    );
    assert.equal(importSource('\ufeffa\r\nb\r\n', {}), '\ufeff---\r\n---\r\n\r\na\r\nb\r\n');
    assert.equal(importSource('', {}), '---\n---\n\n');
    assert.equal(frontMatter({ sha256: 'ab' }, '\r\n'), '---\r\nsha256: ab\r\n---\r\n\r\n');
  });

  it('uses CRLF only where it stands throughout', () => {
    for (const text of ['a\r\n', '\r\n\r\n']) assert.equal(lineEndOf(text), '\r\n');
    for (const text of ['', 'a', 'a\n', 'a\r', '\na\r\n', 'a\r\nb\n', 'a\r\nb\r', 'a\r\r\n']) {
      assert.equal(lineEndOf(text), '\n', JSON.stringify(text));
    }
  });

  it('quotes a value where plain YAML would read something else', () => {
    for (const plain of ['Joint Statement', '2+2 (final), Orla', '共同発表', 'Minister’s–talks']) {
      assert.equal(yamlText(plain), plain);
    }
    assert.equal(yamlText('a: b'), '"a: b"');
    assert.equal(yamlText('- a'), '"- a"');
    assert.equal(yamlText(' a'), '" a"');
    assert.equal(yamlText('say "yes" \\'), '"say \\"yes\\" \\\\"');
    assert.equal(yamlText('a\n\tb\u2028c'), '"a b c"');
    assert.equal(yamlText('a \ud800'), '"a \ufffd"');
    assert.equal(yamlText(''), '""');
  });
});
