import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, symlinkSync } from 'node:fs';
import { checked, cleared, deskWith, shown } from '../support/cli.ts';
import { docxOf, paragraph } from '../support/docx.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

const old = 'The Ministers will open the bridge. They will pay.\n\nThey left.\n';
const revised = 'The Ministers shall open the bridge by 2032.\n\nThey left.\n';

const readout = (source: string, body: string, day = '2031-05-13') =>
  `---\ntitle: Talks\nretrieved: ${day}\nsha256: ${hash(source)}\n---\n\n${body}`;

const files = {
  'talks.readout.md': readout(
    old,
    'The Ministers [will open the bridge]{#bridge .commitment}.^[Which?] [They will pay]{#pay .commitment}.\n\nThey [left]{.event}.\n',
  ),
  'talks.txt': revised,
};

const told = [
  'talks.readout.md: 1 annotation kept, 2 changed, 1 lost.',
  '  changed, line 7: [will open the bridge]{#bridge .commitment}',
  '      was: will open the bridge',
  '      now: shall open the bridge',
  '  changed, line 7: ^[Which?]',
  '      was: The Ministers will open the bridge.',
  '      now: The Ministers shall open the bridge',
  '  lost, line 7: [They will pay]{#pay .commitment}',
];

describe('readout revise', () => {
  afterEach(cleared);

  it('tells what would be kept, changed and lost, and writes nothing', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['revise', 'talks.readout.md', 'talks.txt']);
    assert.deepEqual(out.split('\n'), [...told, 'Nothing was written: --write does that.', '']);
    assert.deepEqual([code, error], [1, '']);
    assert.equal(desk.read('talks.readout.md'), files['talks.readout.md']);
    assert.ok(!existsSync(desk.path('talks.lost.txt')));
  });

  it('writes the document, and what is lost into a file of its own', () => {
    const desk = deskWith(files);
    const args = [
      'revise',
      'talks.readout.md',
      'talks.txt',
      '--write',
      '--retrieved',
      '2031-06-02',
    ];
    const { code, out, error } = desk.run(args);
    assert.deepEqual(out.split('\n'), [...told, 'What is lost stands in talks.lost.txt.', '']);
    assert.deepEqual([code, error], [1, '']);
    assert.equal(
      desk.read('talks.readout.md'),
      readout(
        revised,
        'The Ministers [shall open the bridge]{#bridge .commitment}^[Which?] by 2032.\n\nThey [left]{.event}.\n',
        '2031-06-02',
      ),
    );
    assert.equal(desk.read('talks.lost.txt'), `${told.join('\n')}\n`);
    assert.equal(desk.read('talks.txt'), revised);
    assert.equal(desk.run(['strip', 'talks.readout.md']).out, revised);
    assert.equal(desk.run(['strip', '--check']).code, 0);
    assert.ok(!shown(checked(desk)).some((line) => line.includes('source-changed')));
  });

  it('ends with 0 where nothing is lost, and has nothing to do with the same source', () => {
    const desk = deskWith({ ...files, 'again.txt': old, 'more.txt': `${old}\nThey came back.\n` });
    const more = desk.run(['revise', '--write', 'talks.readout.md', 'more.txt']);
    assert.deepEqual(
      [more.code, more.out],
      [0, 'talks.readout.md: 4 annotations kept, 0 changed, 0 lost.\n'],
    );
    assert.ok(!existsSync(desk.path('talks.lost.txt')));
    const back = desk.run(['revise', '--write', 'talks.readout.md', 'again.txt']);
    assert.equal(back.code, 0);
    assert.equal(desk.read('talks.readout.md'), files['talks.readout.md']);
    const again = desk.run(['revise', '--write', 'talks.readout.md', 'again.txt']);
    assert.deepEqual(
      [again.code, again.out],
      [
        0,
        'talks.readout.md: 4 annotations kept, 0 changed, 0 lost.\nIt is the source as it stands there, so there is nothing to do.\n',
      ],
    );
  });

  it('takes the text of a page or a Word document as import does', () => {
    const body =
      paragraph('The Ministers shall open the bridge by 2032.') + paragraph('They left.');
    const desk = deskWith({ ...files, 'talks.docx': docxOf({ body }) });
    const { out } = desk.run(['revise', 'talks.readout.md', 'talks.docx']);
    assert.deepEqual(out.split('\n'), [...told, 'Nothing was written: --write does that.', '']);
  });

  it('tells programs of every annotation, with its place in the new text', () => {
    const desk = deskWith(files);
    const { code, out } = desk.run(['revise', 'talks.readout.md', 'talks.txt', '--format', 'json']);
    const { annotations, ...rest } = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual(rest, { version: 1, file: 'talks.readout.md', kept: 1, changed: 2, lost: 1 });
    const { start, ...second } = annotations[2];
    assert.deepEqual(second, {
      ...{ is: 'lost', what: 'mark', written: '[They will pay]{#pay .commitment}' },
      ...{ before: 'They will pay', after: '', end: start, line: 7 },
    });
    desk.run(['revise', 'talks.readout.md', 'talks.txt', '--write']);
    const { start: from, end } = annotations[0];
    assert.equal(
      desk.read('talks.readout.md').slice(from, end),
      '[shall open the bridge]{#bridge .commitment}',
    );
  });

  it('goes byte for byte, line ends and byte order mark too', () => {
    const source = '\ufeffA b c\r\nd \\[e] {f}\r\n\r\n---\r\n';
    const desk = deskWith({ 'a.readout': 'A [b](#x) c\nd e\n', 'a.txt': source });
    assert.equal(desk.run(['revise', 'a.readout', 'a.txt', '--write']).error, '');
    assert.deepEqual(desk.run(['strip', 'a.readout']).bytes, Buffer.from(source));
    assert.equal(desk.read('a.readout'), '\ufeffA [b](#x) c\r\nd \\\\[e] {f}\r\n\r\n---\r\n');
  });

  it('writes what a link leads to, and leaves the link', () => {
    const desk = deskWith({ 'kept/a.readout.md': '[go]{.position} now', 'new.txt': 'go then' });
    symlinkSync('kept/a.readout.md', desk.path('link.readout.md'));
    desk.run(['revise', 'link.readout.md', 'new.txt', '--write']);
    assert.equal(desk.read('kept/a.readout.md'), '[go]{.position} then');
    assert.ok(lstatSync(desk.path('link.readout.md')).isSymbolicLink());
  });

  it('leaves the document as it is where what it would lose cannot be kept', () => {
    const desk = deskWith({ ...files, 'talks.lost.txt': 'My own.\n' });
    const { code, out, error } = desk.run(['revise', 'talks.readout.md', 'talks.txt', '--write']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(
      error,
      'readout: talks.readout.md was left as it is, because what it would lose could not be kept: talks.lost.txt is there already or cannot be written.\n',
    );
    assert.equal(desk.read('talks.readout.md'), files['talks.readout.md']);
    assert.equal(desk.read('talks.lost.txt'), 'My own.\n');
  });

  it('leaves a document that may not be written, and keeps nothing beside it', () => {
    const desk = deskWith(files);
    chmodSync(desk.path('talks.readout.md'), 0o444);
    const { code, out, error } = desk.run(['revise', 'talks.readout.md', 'talks.txt', '--write']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /^readout: talks\.readout\.md was left as it is\. It is read-only/);
    assert.equal(desk.read('talks.readout.md'), files['talks.readout.md']);
    assert.ok(!existsSync(desk.path('talks.lost.txt')));
  });

  it('refuses what it cannot do, and writes nothing', () => {
    const desk = deskWith({
      ...files,
      'empty.txt': ' \n',
      'wide.txt': Buffer.from('They met.', 'utf16le'),
      'latin.txt': Buffer.from('caf\xe9', 'latin1'),
    });
    for (const [args, said] of [
      [[], /Name a readout and its revised source/],
      [['talks.readout.md'], /Name a readout and its revised source/],
      [['talks.readout.md', 'talks.txt', 'more.txt'], /Name a readout and its revised source/],
      [['talks.txt', 'talks.readout.md'], /^readout: talks\.txt is no readout/],
      [['talks.readout.md', 'talks.readout.md'], /is a readout, not a source/],
      [['talks.readout.md', 'empty.txt'], /^readout: empty\.txt is empty/],
      [['talks.readout.md', 'wide.txt'], /^readout: wide\.txt is no text in UTF-8/],
      [['talks.readout.md', 'latin.txt'], /^readout: latin\.txt: This file is no text in UTF-8/],
      [['talks.readout.md', 'gone.txt'], /^readout: There is no file gone\.txt/],
      [['gone.readout.md', 'talks.txt'], /^readout: There is no file gone\.readout\.md/],
      [['talks.readout.md', 'talks.txt', '--retrieved', 'May'], /--retrieved takes a day/],
      [['talks.readout.md', 'talks.txt', '--format', 'csv'], /--format is pretty or json/],
      [['talks.readout.md', 'talks.txt', '--force'], /--force/],
    ] as const) {
      const { code, out, error } = desk.run(['revise', '--write', ...args]);
      assert.match(error, said);
      assert.ok(!error.includes('\n    at '), error);
      assert.deepEqual([code, out], [2, '']);
    }
    assert.equal(desk.read('talks.readout.md'), files['talks.readout.md']);
  });
});
