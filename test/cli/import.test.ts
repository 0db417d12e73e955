import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, symlinkSync } from 'node:fs';
import { checked, cleared, deskWith, shown } from '../support/cli.ts';

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
