import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { checked, cleared, deskWith, shown } from '../support/cli.ts';
import { docxOf, paragraph } from '../support/docx.ts';
import { odtOf } from '../support/odt.ts';
import { lockedPdf, pdfOf } from '../support/pdf.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

describe('readout import', () => {
  afterEach(cleared);

  it('writes the text behind a front matter that says what the text says of itself', () => {
    const source = [
      'Ministry of Harbours',
      '',
      'Joint Statement of the Orla Meeting',
      '',
      'May 12, 2031',
      '',
      'The Ministers met. See [Annex](#a) and x^[1].',
      '',
    ].join('\n');
    const desk = deskWith({ 'orla.txt': source });
    const { code, out, error } = desk.run(['import', 'orla.txt']);
    assert.deepEqual([code, out, error], [0, 'orla.readout.md\n', '']);
    assert.equal(
      desk.read('orla.readout.md'),
      [
        '---',
        'title: Joint Statement of the Orla Meeting',
        'date: 2031-05-12',
        'issuer: Ministry of Harbours',
        'source: orla.txt',
        `sha256: ${hash(source)}`,
        '---',
        '',
        source.replace('[Annex]', '[Annex\\]').replace('^[1]', '\\^[1]'),
      ].join('\n'),
    );
    assert.equal(desk.read('orla.txt'), source);
    assert.deepEqual(shown(checked(desk)), []);
  });

  for (const [what, source] of [
    ['an empty text', ''],
    ['a BOM and CRLF', '\ufeffThey met.\r\n\r\n\\[sic] \r\n'],
    ['a lone CR', 'They met.\rThey left.'],
    ['mixed line ends', 'a\r\nb\nc\rd'],
    ['a line of ---', '---\ntitle: no\n---\ntext\n'],
    ['what reads as constructs', '[x]{#y .place} ^[n] [a](b#c) \\] \\\\ ]{ ](#\n'],
    ['every sign of the language unbalanced', '[[[ ]]] {{{ }}} ((( ))) ^^^ !!! \\\\\\ """ '],
  ] as const) {
    it(`gives ${what} back byte for byte`, () => {
      const desk = deskWith({ 'a.txt': source });
      assert.equal(desk.run(['import', 'a.txt']).error, '');
      assert.deepEqual(desk.run(['strip', 'a.readout.md']).bytes, Buffer.from(source));
      assert.equal(desk.run(['strip', '--check']).code, 0);
      assert.equal(checked(desk).code, 0);
    });
  }

  it('takes the text of a page and of documents, and records which', () => {
    const page =
      '<!doctype html><html lang=en><link rel="canonical" href="https://harbours.example/7"><h1>Talks in Orla</h1><p>May 12, 2031<p>See [Annex](#a) &amp; [b]{#c}.';
    const body = paragraph('Talks in Orla', '<w:outlineLvl w:val="0"/>') + paragraph('They met.');
    const odt = odtOf({
      body: '<text:h text:outline-level="1">Talks in Orla</text:h><text:p>They met.</text:p>',
    });
    const desk = deskWith({
      'page.html': page,
      'in/Talks (2).docx': docxOf({ body }),
      'in/Talks (3).odt': odt,
    });
    const files = ['page.html', 'in/Talks (2).docx', 'in/Talks (3).odt'];
    const { code, out, error } = desk.run(['import', ...files]);
    assert.deepEqual([code, error], [0, '']);
    assert.equal(out, 'page.readout.md\nin/Talks-2.readout.md\nin/Talks-3.readout.md\n');
    const source = '# Talks in Orla\n\nMay 12, 2031\n\nSee [Annex](#a) & [b]{#c}.\n';
    assert.equal(
      desk.read('page.readout.md'),
      `---\ntitle: Talks in Orla\ndate: 2031-05-12\nlang: en\nsource: "https://harbours.example/7"\nsha256: ${hash(source)}\n---\n\n${source.replace('[Annex]', '[Annex\\]').replace('[b]', '[b\\]')}`,
    );
    assert.equal(desk.run(['strip', 'page.readout.md']).out, source);
    const other = desk.read('in/Talks-2.readout.md');
    assert.match(other, /\nsource: Talks \(2\)\.docx\nsha256: /);
    assert.ok(other.endsWith('\n---\n\n# Talks in Orla\n\nThey met.\n'), other);
    assert.equal(
      desk.read('in/Talks-3.readout.md'),
      other.replace('Talks (2).docx', 'Talks (3).odt'),
    );
    assert.equal(desk.run(['strip', '--check']).code, 0);
    assert.deepEqual(shown(checked(desk)), []);
  });

  it('says what is wrong with a page or a document, and writes nothing', () => {
    const sound = docxOf({ body: paragraph('They met.') });
    const desk = deskWith({
      'empty.html': '<html><body><script>go()</script></body></html>',
      'old.docx': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'half.docx': sound.slice(0, -40),
      'paper.pdf': 'They met.',
      'half.pdf': '%PDF-1.7',
      'scan.pdf': pdfOf([[], []]),
      'locked.pdf': lockedPdf,
      'large.html': Buffer.alloc(50 * 1024 * 1024, 'words '),
      'vast.docx': Buffer.alloc(65 * 1024 * 1024),
    });
    for (const [name, said] of [
      ['empty.html', /^readout: empty\.html: This page holds no text, perhaps because a program/],
      [
        'old.docx',
        /^readout: old\.docx: This is a document of an older Word, whatever its name says/,
      ],
      ['half.docx', /^readout: half\.docx: This document is damaged or was not copied whole/],
      ['paper.pdf', /^readout: paper\.pdf: This is no PDF, or its beginning is damaged/],
      ['half.pdf', /^readout: half\.pdf: This PDF is damaged or was not copied whole/],
      ['scan.pdf', /^readout: scan\.pdf: This PDF holds pictures of pages and no text/],
      ['locked.pdf', /^readout: locked\.pdf: This PDF is protected by a password/],
      ['large.html', /^readout: large\.html: This file is larger than 16 MB/],
      ['vast.docx', /^readout: vast\.docx: This file is larger than 64 MB/],
      ['gone.docx', /^readout: There is no file gone\.docx\.\n$/],
    ] as const) {
      const { code, out, error } = desk.run(['import', name]);
      assert.match(error, said);
      assert.deepEqual([code, out, error.trim().split('\n').length], [2, '', 1]);
    }
    assert.deepEqual(
      readdirSync(desk.path('')).filter((name) => name.includes('readout')),
      [],
    );
  });

  it('takes the words of a PDF, whatever it is called, with sentences over the ends of pages whole', () => {
    const line = 'The Ministers concurred that they will go on with the realignment in';
    const bytes = pdfOf([
      [
        { text: 'Talks in Orla', x: 60, y: 780, size: 18 },
        { text: '12 May 2031', x: 60, y: 740 },
        { text: line, x: 60, y: 700 },
        { text: '1', x: 300, y: 30 },
      ],
      [
        { text: 'the port of Orla [a]{#b}.', x: 60, y: 780 },
        { text: '2', x: 300, y: 30 },
      ],
    ]);
    const desk = deskWith({ 'talks.pdf': bytes, 'other.docx': bytes });
    const source = `# Talks in Orla\n\n12 May 2031\n\n${line} the port of Orla [a]{#b}.\n`;
    for (const name of ['talks.pdf', 'other.docx']) {
      const made = name.replace(/\..*/, '.readout.md');
      assert.equal(desk.run(['import', name]).out, `${made}\n`);
      assert.match(desk.read(made), /^---\ntitle: Talks in Orla\ndate: 2031-05-12\n/);
      assert.equal(desk.run(['strip', made]).out, source);
    }
    assert.equal(desk.run(['strip', '--check']).code, 0);
  });

  it('joins paragraphs that pages have broken only when asked', () => {
    const line = 'The Ministers concurred that they will go on with the realignment in';
    const text = `${line}\n\n– 2 –\n\nthe port of Orla.\n`;
    const desk = deskWith({ 'a.txt': text, 'b.txt': text });
    desk.run(['import', 'a.txt']);
    assert.equal(desk.run(['strip', 'a.readout.md']).out, text);
    assert.equal(desk.run(['import', '--join-pages', 'b.txt']).error, '');
    assert.equal(desk.run(['strip', 'b.readout.md']).out, `${line} the port of Orla.\n`);
    assert.equal(desk.run(['strip', '--check']).code, 0);
  });

  it('writes into a folder that it makes', () => {
    const desk = deskWith({ 'a.txt': 'A.\n', 'in/b.txt': 'B.\n' });
    const { code, out } = desk.run(['import', '--out', 'new/deep', 'a.txt', 'in/b.txt']);
    assert.deepEqual([code, out], [0, 'new/deep/a.readout.md\nnew/deep/b.readout.md\n']);
    assert.ok(existsSync(desk.path('new/deep/b.readout.md')));
    assert.ok(!existsSync(desk.path('in/b.readout.md')));
    assert.equal(desk.run(['import', 'in/b.txt']).out, 'in/b.readout.md\n');
  });

  it('makes an ASCII name that can be a key', () => {
    const desk = deskWith({
      'Joint Statement (final).txt': 'A.\n',
      '共同発表 2031.txt': 'B.\n',
      'Déclaration.v2.txt': 'C.\n',
      'no-ending': 'D.\n',
    });
    const { out } = desk.run([
      'import',
      'Joint Statement (final).txt',
      '共同発表 2031.txt',
      'Déclaration.v2.txt',
      'no-ending',
    ]);
    assert.deepEqual(out.split('\n'), [
      'Joint-Statement-final.readout.md',
      '2031.readout.md',
      'Declaration.v2.readout.md',
      'no-ending.readout.md',
      '',
    ]);
    assert.deepEqual(shown(checked(desk)), []);
  });

  it('never overwrites, goes on with the others, and says so', () => {
    const desk = deskWith({ 'a.txt': 'New.\n', 'b.txt': 'B.\n', 'a.readout.md': 'My work.\n' });
    const { code, out, error } = desk.run(['import', 'a.txt', 'b.txt']);
    assert.deepEqual([code, out], [2, 'b.readout.md\n']);
    assert.equal(
      error,
      'readout: a.readout.md is there already and was left as it is. Use --force to overwrite it.\n',
    );
    assert.equal(desk.read('a.readout.md'), 'My work.\n');
    const forced = desk.run(['import', '--force', 'a.txt']);
    assert.deepEqual([forced.code, forced.error], [0, '']);
    assert.match(desk.read('a.readout.md'), /New\.\n$/);
  });

  it('replaces no read-only file, not even with --force, and leaves others their permissions', () => {
    const desk = deskWith({
      ...{ 'a.txt': 'New.\n', 'b.txt': 'B.\n' },
      ...{ 'a.readout.md': 'My work.\n', 'b.readout.md': 'Old.\n' },
    });
    chmodSync(desk.path('a.readout.md'), 0o444);
    chmodSync(desk.path('b.readout.md'), 0o600);
    const { code, out, error } = desk.run(['import', '--force', 'a.txt', 'b.txt']);
    assert.deepEqual([code, out], [2, 'b.readout.md\n']);
    assert.equal(
      error,
      'readout: a.readout.md was left as it is. It is read-only: allow writing to it first, if it should be changed.\n',
    );
    assert.equal(desk.read('a.readout.md'), 'My work.\n');
    assert.match(desk.read('b.readout.md'), /B\.\n$/);
    assert.equal(statSync(desk.path('b.readout.md')).mode & 0o777, 0o600);
  });

  it('never writes two texts into one file, not even with --force', () => {
    const desk = deskWith({ '会.txt': 'One.\n', '談.txt': 'Two.\n' });
    const { code, out, error } = desk.run(['import', '--force', '会.txt', '談.txt']);
    assert.deepEqual([code, out], [2, 'readout.readout.md\n']);
    assert.equal(
      error,
      'readout: 談.txt: readout.readout.md has just been made of another text.\n',
    );
    assert.match(desk.read('readout.readout.md'), /One\.\n$/);
  });

  it('does not write through a link that leads nowhere', () => {
    const desk = deskWith({ 'a.txt': 'A.\n' });
    symlinkSync(desk.path('elsewhere'), desk.path('a.readout.md'));
    assert.equal(desk.run(['import', 'a.txt']).code, 2);
    assert.ok(!existsSync(desk.path('elsewhere')));
  });

  it('refuses what is no text, and writes nothing', () => {
    const desk = deskWith({
      'latin.txt': Buffer.from('caf\xe9', 'latin1'),
      'binary.txt': Uint8Array.from({ length: 999 }, (_, i) => (i * 151) & 255),
      'wide.txt': Buffer.from('They met.', 'utf16le'),
      'large.txt': Buffer.alloc(50 * 1024 * 1024, 'words '),
      'done.readout.md': 'They met.\n',
      'in/a.txt': 'x',
    });
    for (const [name, said] of [
      ['latin.txt', /^readout: latin\.txt: This file is no text in UTF-8/],
      ['binary.txt', /^readout: binary\.txt: This file is no text in UTF-8/],
      ['wide.txt', /^readout: wide\.txt is no text in UTF-8/],
      ['large.txt', /^readout: large\.txt: This file is larger than 16 MB/],
      ['done.readout.md', /^readout: done\.readout\.md is a readout already\.\n$/],
      ['gone.txt', /^readout: There is no file gone\.txt\.\n$/],
      ['in', /^readout: in: /],
    ] as const) {
      const { code, out, error } = desk.run(['import', '--out', 'made', name]);
      assert.match(error, said);
      assert.ok(!error.includes('\n    at '), error);
      assert.deepEqual([code, out], [2, '']);
    }
    assert.ok(!existsSync(desk.path('made')));
    assert.match(desk.run(['import']).error, /Name a text to import/);
    const under = desk.run(['import', '--out', 'in/a.txt', 'in/a.txt']);
    assert.match(
      under.error,
      /^readout: The folder in\/a\.txt cannot be made\. A file of this name/,
    );
    assert.equal(under.code, 2);
  });
});
