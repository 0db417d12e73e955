import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { cleared, deskWith } from '../support/cli.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

const recorded = (source: string, body = source, line = '\n'): string =>
  ['---', `sha256: ${hash(source)}`, '---', '', body].join(line);

describe('readout strip', () => {
  afterEach(cleared);

  it('writes the bytes of the source and nothing more', () => {
    const source = '\ufeffThey will act \r\n\r\n\u3000[sic] \\ 🚢 x^[1]\r Caf\u00e9 e\u0301\t';
    const desk = deskWith({
      'a.readout.md':
        '\ufeff---\r\ntitle: x\r\n---\r\n\r\n[They [will]{.target} act]{#m .position} \r\n\r\n\u3000[sic] \\ 🚢 x\\^[1]\r [Caf\u00e9](#gone) e\u0301^[a note]\t',
    });
    const { code, bytes, error } = desk.run(['strip', 'a.readout.md']);
    assert.deepEqual([code, error], [0, '']);
    assert.deepEqual(bytes, Buffer.from(source));
  });

  it('writes several files one after the other, of any name', () => {
    const desk = deskWith({ 'a.readout.md': '[One](#x)\n', 'b.txt': '[two]{.place}', c: '3' });
    const { code, out } = desk.run(['strip', 'b.txt', 'a.readout.md', 'c']);
    assert.deepEqual([code, out], [0, 'twoOne\n3']);
  });

  it('follows a link that is named', () => {
    const desk = deskWith({ 'in/a.readout.md': '[One](#x)\n' });
    symlinkSync('in/a.readout.md', desk.path('link.readout.md'));
    assert.deepEqual(desk.run(['strip', 'link.readout.md']).out, 'One\n');
  });

  it('writes a long source whole into a pipe', () => {
    const source = 'They will act on it, all of them.\n'.repeat(100_000);
    const desk = deskWith({ 'a.readout.md': `---\n---\n\n${source}` });
    assert.ok(desk.run(['strip', 'a.readout.md']).out === source);
  });

  it('writes nothing where one of the files cannot be read', () => {
    const desk = deskWith({
      'a.readout.md': 'One.\n',
      'latin.readout.md': Buffer.from('caf\xe9', 'latin1'),
      'in/b.readout.md': 'Two.\n',
    });
    for (const [name, said] of [
      ['gone.readout.md', /^readout: There is no file gone\.readout\.md\.\n$/],
      ['latin.readout.md', /latin\.readout\.md: This file is no text in UTF-8/],
      ['in', /^readout: in: /],
    ] as const) {
      const { code, out, error } = desk.run(['strip', 'a.readout.md', name]);
      assert.match(error, said);
      assert.deepEqual([code, out], [2, '']);
    }
    assert.equal(desk.run(['strip']).code, 2);
    assert.match(desk.run(['strip']).error, /Name a readout/);
  });

  describe('--check', () => {
    it('passes sources that are as they were recorded, whatever editors and git did', () => {
      const source = 'They met.\nThey left.\n';
      const desk = deskWith({
        'a.readout.md': recorded(source),
        'b.readout.md': recorded(source, '[They met](#x).\nThey left.\n'),
        'crlf.readout.md': recorded(source, source.replaceAll('\n', '\r\n'), '\r\n'),
        'bom.readout.md': `\ufeff${recorded(source)}`,
        'none.readout.md': source,
      });
      const { code, out, error } = desk.run(['strip', '--check']);
      assert.deepEqual(out.split('\n'), [
        'bom.readout.md: information: it begins with a byte order mark, which the hash does not count.',
        'crlf.readout.md: information: not all its line ends are LF, which the hash does not count.',
        '4 as recorded, 0 not, 1 without a recorded source.',
        '',
      ]);
      assert.deepEqual([code, error], [0, '']);
    });

    it('ends with 1 where a source differs or cannot be read', () => {
      const source = 'They met.\n';
      const desk = deskWith({
        'a.readout.md': recorded(source, 'They  met.\n'),
        'in/b.readout.md': recorded(source).replace(hash(source), hash(source).toUpperCase()),
        'in/c.readout.md': Buffer.from('caf\xe9', 'latin1'),
      });
      const { code, out } = desk.run(['strip', '--check', '.']);
      assert.deepEqual(out.split('\n'), [
        'a.readout.md: the source differs from the one that was recorded. Restore the words, or record the new source.',
        'in/c.readout.md: This file is no text in UTF-8, so it was not read.',
        '1 as recorded, 2 not, 0 without a recorded source.',
        '',
      ]);
      assert.equal(code, 1);
      assert.equal(desk.run(['strip', '--check', 'in/b.readout.md']).code, 0);
      assert.equal(desk.run(['strip', '--check', 'in/c.readout.md']).code, 1);
      assert.equal(desk.run(['strip', '--check', 'gone']).code, 2);
    });
  });
});
