import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { takenFromHtml } from './html.ts';
import { Unusable } from './unusable.ts';

const encoder = new TextEncoder();
const taken = (html: string | Uint8Array) =>
  takenFromHtml(typeof html === 'string' ? encoder.encode(html) : html);

/** The lines that a page gives. */
const check = (html: string, ...lines: string[]): void =>
  assert.deepEqual(taken(html).text.split('\n'), [...lines, '']);

describe('the text of a page', () => {
  it('has its title, headings, paragraphs, items and cells in the order of the page', () => {
    check(
      `<!doctype html><html lang=en><head><meta charset=utf-8>
       <title>Talks in Orla | Ministry of Harbours</title>
       <style>p { color: red }</style><script>document.write("<p>no</p>")</script></head>
       <body><header><h1>Ministry of Harbours</h1><nav><a href=/>Home</a></nav></header>
       <div class="text"><p>12 May 2031<p>The Ministers agreed:
       <ul><li>to meet <b>every</b> year<li>to open the port</ul>
       <h2>Next<br>steps</h2><table><caption>Dates</caption>
       <tr><th>What<th>When<tr><td>Talks<td>2032</table></div>
       <footer>© Ministry</footer></body></html>`,
      ...['# Talks in Orla', '', '12 May 2031', '', 'The Ministers agreed:', ''],
      ...['- to meet every year', '- to open the port', '', '## Next steps', ''],
      ...['Dates', '', 'What', 'When', '', 'Talks', '2032'],
    );
  });

  it('has white space as a browser shows it', () => {
    check('<p> They \n\t <i>met</i> in <b> Orla</b>.</p>', 'They met in Orla.');
    check('<p>re<b>port</b>ed</p>', 'reported');
    check('<p>Area&nbsp;&nbsp;B&#160;</p>', 'Area\u00a0\u00a0B\u00a0');
    check('<p>a<br>b<br><br>c<br></p><p>&nbsp;</p><p>d</p>', 'a', 'b', '', 'c', '', 'd');
    check('<div>a</div><div>b<div>c</div></div>d', 'a', 'b', 'c', 'd');
    check('<div>a</div><br><div>b</div>', 'a', '', 'b');
    check('<pre>\n  1  2\n  3\n\n4</pre>', '  1  2', '  3', '', '4');
    check('<p style="white-space: pre-wrap">a  b\nc</p>', 'a  b', 'c');
    check('a<wbr>b&shy;c\u200bd', 'ab\u00adc\u200bd');
  });

  it('has no blank where lines of Japanese or Chinese are broken in the file', () => {
    check(
      '<p>両大臣は、\n  会談した。\nThe Ministers\nmet.</p>',
      '両大臣は、会談した。 The Ministers met.',
    );
    check('<p>両大臣は 会談した。</p>', '両大臣は 会談した。');
    check('<p>\u3000両大臣は</p>', '\u3000両大臣は');
  });

  it('has the numbers of lists as a browser writes them', () => {
    check(
      '<ol start=3><li>a<li>b<li value=9>c<li>d</ol><ol type=i><li>x<li>y</ol><ol type=A><li>z</ol>',
      ...['3. a', '4. b', '9. c', '10. d', '', 'i. x', 'ii. y', '', 'A. z'],
    );
    check('<ol reversed start=2><li>a<li>b</ol>', '2. a', '1. b');
    check('<ul><li>a<ul><li>b</ul><li><p>c</p><li></ul>d', '- a', '- b', '', '- c', '', 'd');
  });

  it('leaves out what no reader sees', () => {
    check(
      `<p>a</p><p hidden>b</p><p style="display:none">c</p><span class="sr-only">d</span>
       <template><p>e</p></template><noscript>f</noscript><select><option>g</select>
       <button>h</button><div role=navigation>i</div><svg><title>j</title><text>k</text></svg>
       <!-- l --><textarea>m</textarea><iframe>n</iframe><dialog>o</dialog><input value=p>`,
      'a',
    );
    check('<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を<q>読む</q>', '漢字を“読む”');
  });

  it('has raised numbers as signs of notes, and powers as they are', () => {
    check(
      '<p>The depot<sup>1</sup> and, in 2031,<sup>2, 13</sup> the port.</p>',
      'The depot[1] and, in 2031,[2][13] the port.',
    );
    check(
      '<p>Area B<sup><a href="#n">3</a></sup>, 40 km<a href=#n><sup> 4 </sup></a>.</p>',
      'Area B[3], 40 km[4].',
    );
    check('<p>港<sup>5</sup>を<p><sup>5</sup> 別紙。', '港[5]を', '', '[5] 別紙。');
    check(
      '<p>9 km<sup>2</sup>, 10<sup>6</sup> m<sup>3</sup>, n<sup>2</sup>, 1<sup>st</sup>, it<sup>[6]</sup></p>',
      '9 km2, 106 m3, n2, 1st, it[6]',
    );
    check('<p>a bcd<sup>7<p>e</sup>f', 'a bcd[7]', '', 'e', '', 'f');
    check('<p>talks<sup hidden>8</sup> <sup><q>9</q></sup>held<sup></sup></p>', 'talks “9”held');
    check('<p>30 km<p><sup>1</sup> A<br><sup>2</sup> B', '30 km', '', '[1] A', '[2] B');
    check('<p>talks<sup>1', 'talks[1]');
  });

  it('is that of the main part, or of the article, where the page tells', () => {
    const site = '<div>Other news: a flood, a fire.</div>';
    const text =
      '<h1>Talks</h1><header>5 May</header><p>The Ministers met in Orla.</p><aside>Note</aside>';
    const lines = ['# Talks', '', '5 May', '', 'The Ministers met in Orla.', '', 'Note'];
    check(`${site}<main>${text}</main>${site}`, ...lines);
    check(`${site}<div role=main>${text}</div>`, ...lines);
    check(`<article>${text}</article><article>Fire</article><aside>x</aside>`, ...lines);
    // A main part that waits for a program.
    check('<main>…</main><p>The Ministers met in Orla.</p>', '…', '', 'The Ministers met in Orla.');
  });

  it('begins with the title of the page only where no line says it', () => {
    check('<title>Talks</title><p>They met.', '# Talks', '', 'They met.');
    check('<title>TALKS!</title><h2>Talks</h2><p>They met.', '## Talks', '', 'They met.');
    check('<title>Talks</title><p>One<h1>Two</h1>', 'One', '', '# Two');
  });

  it('tells the address that the page gives as its own', () => {
    const canonical = '<link rel="canonical" href="https://harbours.example/a">';
    assert.equal(taken(`${canonical}<p>a`).address, 'https://harbours.example/a');
    assert.equal(
      taken(`<!-- saved from url=(0028)https://harbours.example/b --><html>${canonical}<p>a`)
        .address,
      'https://harbours.example/b',
    );
    assert.equal(
      taken('<meta property="og:url" content="http://harbours.example/c"><p>a').address,
      'http://harbours.example/c',
    );
    for (const href of ['/a', 'javascript:alert(1)', 'https://a b']) {
      assert.equal(taken(`<link rel=canonical href="${href}"><p>a`).address, undefined);
    }
  });

  it('tells the language that the page says it is in', () => {
    assert.equal(taken('<html lang="ja"><p lang=fr>a').lang, 'ja');
    assert.equal(taken('<html xml:lang="en-GB"><p>a').lang, 'en-GB');
    for (const html of ['<p lang=fr>a', '<html lang=""><p>a']) {
      assert.equal(taken(html).lang, undefined);
    }
  });

  it('is read in the encoding that the page names', () => {
    const words = (declared: string, bytes: number[]) =>
      taken(Uint8Array.from([...encoder.encode(declared), ...bytes])).text;
    assert.equal(words('<meta charset="Shift_JIS"><p>', [0x8a, 0x43, 0x8d, 0x60]), '海港\n');
    assert.equal(
      words(
        '<meta http-equiv="Content-Type" content="text/html; charset=euc-jp"><p>',
        [0xb3, 0xa4],
      ),
      '海\n',
    );
    assert.equal(words('<?xml version="1.0" encoding="iso-8859-1"?><p>', [0xe9, 0x93]), 'é“\n');
    assert.equal(words('<p>', [0xc3, 0xa9]), 'é\n');
    assert.equal(words('<meta charset=utf-16><p>', [0xc3, 0xa9]), 'é\n');
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from('<p>é', (one) => one.charCodeAt(0)).buffer),
    ]);
    assert.equal(taken(wide).text, 'é\n');
  });

  it('is none where the encoding is not told, or is not the one that is told', () => {
    const refused = (declared: string, why: RegExp) =>
      assert.throws(
        () => taken(Uint8Array.from([...encoder.encode(declared), 0xff, 0x20])),
        (error) => error instanceof Unusable && why.test(error.message),
      );
    refused('<p>', /does not say in which encoding/);
    refused('<meta charset=utf-8><p>', /says that it is written in utf-8, and it is not/);
    refused('<meta charset=klingon><p>', /written in klingon/);
  });

  it('is none where the page shows none', () => {
    for (const html of [
      '',
      ' ',
      '<html><body><div id=app></div><script>go()</script>',
      '<p>&nbsp;',
    ]) {
      assert.throws(() => taken(html), /holds no text, perhaps because a program/);
    }
  });
});
