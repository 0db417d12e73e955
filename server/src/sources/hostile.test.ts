import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { docxFiles, docxOf, paragraph } from '../../../test/support/docx.ts';
import { odtOf } from '../../../test/support/odt.ts';
import { converted } from './converted.ts';
import { takenFrom } from './taken-from.ts';
import { checksumOf } from './zip.ts';

const MB = 1024 * 1024;
const html = (text: string) => new TextEncoder().encode(text);

/** Why nothing is taken; the bytes are given under this name. */
function refusal(bytes: Uint8Array, name: string): string {
  const answer = converted({ bytes, name });
  return 'refused' in answer ? answer.refused : `taken: ${answer.text.slice(0, 80)}`;
}

/** A container of an older Word with the name of a stream in it. */
const container = (stream: string): Uint8Array =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0x45)],
    ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);

/** An archive whose list at its end tells other sizes. */
function sized(given: Uint8Array, sizeOf: (name: string, size: number) => number): Uint8Array {
  const bytes = given.slice();
  const view = new DataView(bytes.buffer);
  const end = Buffer.from(bytes).lastIndexOf('PK\x05\x06');
  let at = view.getUint32(end + 16, true);
  while (at < end) {
    const length = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + length)).toString();
    view.setUint32(at + 24, sizeOf(name, view.getUint32(at + 24, true)), true);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

describe('files that are not what they should be', () => {
  const sound = docxOf({ body: paragraph('The Ministers met in Orla.') });

  it('are told by what they hold, not by their names', () => {
    for (const name of ['a.docx', 'a.doc', 'a.html']) {
      assert.equal(takenFrom(sound, name).text, 'The Ministers met in Orla.\n');
    }
    assert.equal(takenFrom(html('<p>They met.'), 'a.doc').text, 'They met.\n');
    assert.match(
      refusal(container('WordDocument'), 'a.docx'),
      /^This is a document of an older Word/,
    );
    assert.match(
      refusal(container('EncryptedPackage'), 'a.docx'),
      /^This document is protected by a password/,
    );
    assert.match(refusal(html('They met.'), 'a.pdf'), /^This is no PDF, or its beginning/);
    assert.match(
      refusal(html('{\\rtf1 They met.}'), 'a.doc'),
      /^This is a text in Rich Text Format/,
    );
    for (const name of ['a.docx', 'a.odt']) {
      assert.match(refusal(html('They met.'), name), /^This is no such document/);
    }
    assert.match(refusal(html('MIME-Version: 1.0'), 'a.mhtml'), /^This is a web archive/);
    assert.match(refusal(html('From: press@corvia.example'), 'a.eml'), /^This is an e-mail/);
    assert.match(refusal(container('__properties'), 'a.msg'), /^This is an e-mail/);
    assert.match(refusal(new Uint8Array(), 'a.docx'), /^This file is empty/);
    assert.match(
      refusal(zipSync({ 'a.txt': strToU8('a') }), 'a.docx'),
      /^This is an archive and no document/,
    );
  });

  it('are refused where one bit of the text is wrong, and where any part of the file is missing', () => {
    // Where the packed text lies: a wrong bit in it may give another word that looks sound.
    const plain = zipSync(docxFiles({ body: paragraph('The Ministers met in Orla.') }), {
      level: 0,
    });
    const at = Buffer.from(plain).indexOf('Ministers');
    for (let bit = 0; bit < 8; bit++) {
      const spoilt = plain.slice();
      spoilt[at] = (spoilt[at] as number) ^ (1 << bit);
      assert.match(refusal(spoilt, 'a.docx'), /^This document is damaged or was not copied whole/);
    }
    for (const whole of [sound, odtOf({ body: '<text:p>The Ministers met.</text:p>' })]) {
      for (let length = 4; length < whole.length; length += 7) {
        assert.match(refusal(whole.slice(0, length), 'a.docx'), /damaged|no such document/);
      }
    }
  });

  it('are refused where they would unpack to more than any text has', () => {
    const vast = sized(sound, (name, size) => (name === 'word/document.xml' ? 65 * MB : size));
    assert.match(refusal(vast, 'a.docx'), /^Unpacked, this document is larger/);
    // Each is small enough, together they are not.
    const many = docxFiles({ body: paragraph('a'), numbering: '' });
    const styles = strToU8(`<w:styles>${' '.repeat(33 * MB)}</w:styles>`);
    const stored = zipSync({ ...many, 'word/styles.xml': [styles, { level: 0 }] });
    const both = sized(stored, (name, size) => (name === 'word/numbering.xml' ? 33 * MB : size));
    assert.match(refusal(both, 'a.docx'), /^Unpacked, this document is larger/);
  });

  it('are refused where the archive lies about a size', () => {
    const bomb = {
      ...docxFiles({ body: paragraph('a') }),
      'word/document.xml': new Uint8Array(8 * MB),
    };
    const bytes = sized(zipSync(bomb), (_, size) => Math.min(size, 999));
    assert.match(refusal(bytes, 'a.docx'), /damaged/);
    assert.match(
      refusal(
        sized(sound, (_, size) => size + 1),
        'a.docx',
      ),
      /damaged/,
    );
  });

  it('are refused where they are too large, or too deep for a reader', () => {
    assert.match(
      refusal(new Uint8Array(50 * MB).fill(32), 'a.html'),
      /^This file is larger than 16 MB/,
    );
    assert.match(refusal(html('<div>'.repeat(MB)), 'a.html'), /more than 512 deep/);
    const deep = docxOf({ body: '<w:tbl>'.repeat(1000) + '</w:tbl>'.repeat(1000) });
    assert.match(refusal(deep, 'a.docx'), /more than 512 deep/);
  });

  it('take no longer than their length warrants', function () {
    this.timeout(30_000);
    const nasty = [
      '<b>'.repeat(500) + '</i>'.repeat(MB / 4),
      `${'<p>'.repeat(MB / 4)}a`,
      '&amp;'.repeat(MB / 4),
      '<ul>'.repeat(250) + '<li>a'.repeat(MB / 4),
      '<p>a<br>'.repeat(MB / 4),
      `<!--${'<!--'.repeat(MB / 4)}`,
      `<p ${'a=b '.repeat(MB / 4)}>a`,
      `a${' '.repeat(MB / 4)}b`,
      '<meta '.repeat(MB / 4),
      '\n'.repeat(MB / 4),
    ];
    for (const text of nasty) {
      const begun = performance.now();
      converted({ bytes: html(text), name: 'a.html' });
      const took = performance.now() - begun;
      // A second for each megabyte is far too much, and far less than what grows with the square.
      assert.ok(took < 10_000, `${text.slice(0, 20)}: ${took}`);
    }
    const breaks = docxOf({
      body: `<w:p><w:r><w:t>a</w:t>${'<w:br/><w:t>b</w:t>'.repeat(150_000)}</w:r></w:p>`,
    });
    assert.equal(takenFrom(breaks, 'a.docx').text.length, 300_002);
  });

  it('know no entities of their own', () => {
    const growing = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const files = docxFiles({ body: paragraph('x&b;y') });
    const text = Buffer.from(files['word/document.xml'] as Uint8Array).toString();
    files['word/document.xml'] = strToU8(text.replace('\n', `\n${growing}`));
    assert.equal(takenFrom(zipSync(files), 'a.docx').text, 'x&b;y\n');
  });
});

describe('whatever stands in a file', () => {
  it('gives a text or a reason, and never fails', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const name = fc.constantFrom('a.docx', 'a.html', 'a.doc', 'a');
    fc.assert(
      fc.property(bytes, name, (bytes, name) => {
        const answer = converted({ bytes, name });
        assert.ok('refused' in answer ? answer.refused.endsWith('.') : answer.text.endsWith('\n'));
      }),
    );
  });

  it('gives lines of words, whatever tags stand round them', () => {
    const names =
      'p div li ul ol h2 br table tr td pre main article q span nav title script b hr'.split(' ');
    const tag = fc
      .constantFrom(...names)
      .chain((name) => fc.constantFrom(`<${name}>`, `</${name}>`));
    const piece = fc.oneof(
      tag,
      fc.constantFrom('word', ' ', '\n', '漢字', '&nbsp;', '&#x3000;', '# '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const answer = converted({ bytes: html(pieces.join('')), name: 'a.html' });
        if ('refused' in answer) return assert.match(answer.refused, /holds no text|is empty/);
        assert.ok(!/\n\n\n|^\n/.test(answer.text), JSON.stringify(answer.text));
        assert.ok(answer.text.split('\n').every((line) => line === '' || line.trim() !== ''));
        return undefined;
      }),
    );
  });

  it('gives the words of paragraphs, whatever they are', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => /^\S.*\S$/u.test(text) && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
    const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
        const expected = `${texts.join('\n\n')}\n`;
        const body = texts.map((text) => paragraph(escaped(text))).join('');
        assert.equal(takenFrom(docxOf({ body }), 'a.docx').text, expected);
        const page = texts.map((text) => `<p>${escaped(text)}</p>`).join('');
        assert.equal(takenFrom(html(page), 'a.html').text, expected.replace(/(?<! ) {2,}/g, ' '));
      }),
    );
  });

  it('gives a text or a reason when any byte of a Word document is another', () => {
    const body = paragraph('The Ministers met.') + paragraph('They left.');
    const bytes = docxOf({ body, styles: '', numbering: '' });
    const whole = takenFrom(bytes, 'a.docx').text;
    const at = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(at, fc.nat(255), (at, byte) => {
        const answer = converted({ bytes: bytes.with(at, byte), name: 'a.docx' });
        // The checksum holds the words; what is changed elsewhere is not of the text.
        assert.ok('refused' in answer || answer.text === whole);
      }),
      { numRuns: 500 },
    );
  });

  it('has the checksum that archives have', () => {
    assert.equal(checksumOf(html('123456789')), 0xcbf43926);
  });
});
