import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, paragraph } from '../support/docx.ts';
import { pdfOf } from '../support/pdf.ts';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

const line = 'The Ministers concurred that they will go on with the realignment in';
const files: Readonly<Record<string, string | Uint8Array>> = {
  'readout.yaml':
    'series: { talks: { names: [Orla Talks, OT], every: year }, fora: { names: [Port Forum] } }\n',
  'talks.docx': docxOf({
    body:
      paragraph('Talks in Orla', '<w:outlineLvl w:val="0"/>') +
      paragraph('12 May 2031') +
      paragraph('They met.'),
  }),
  'page.html':
    '<!doctype html><meta charset=shift_jis><title>x</title><nav>Home</nav><h1>Talks</h1><p>\x8a\x43\x8d\x60 &amp; [b]{#c}',
  'paper.pdf': pdfOf([
    [
      { text: 'Talks in Orla', x: 60, y: 780, size: 18 },
      { text: 'They met in Orla.', x: 60, y: 740 },
    ],
  ]),
  'half.docx': docxOf({ body: paragraph('They met.') }).slice(0, -30),
  'broken.txt': `${line}\n\n– 2 –\n\nthe port of Orla.\n`,
  'plain.readout.md': 'They [met]{.event} in Orla.\n',
  'plain.txt': 'They met in Orla.\n',
};

describe('bringing texts in, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session;
  let reader: Reader;
  let folder: string;

  before(async function () {
    const browser = browserFor(this);
    folder = mkdtempSync(join(tmpdir(), 'readout-importing-'));
    for (const [name, content] of Object.entries(files)) {
      const bytes =
        typeof content === 'string' && name.endsWith('.html')
          ? Buffer.from(content, 'latin1')
          : content;
      writeFileSync(join(folder, name), bytes);
    }
    session = await openEditor(browser, folder, { 'workbench.colorTheme': 'Default Dark Modern' });
    reader = readerOf(session);
    await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.open('plain.readout.md');
  });

  afterEach(async function () {
    if (!session) return;
    if (this.currentTest?.isFailed()) await reader.picture(`failed ${this.currentTest.title}`);
    await reader.putBack();
  });

  after(async () => {
    await session?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  /** Imports files as if they were chosen in the explorer. */
  const importFiles = (...names: string[]) =>
    session.run(async (vscode, names) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri as import('vscode').Uri;
      const uris = names.map((name) => vscode.Uri.joinPath(folder, name));
      void vscode.commands.executeCommand('readout.import', uris[0], uris);
    }, names);

  it('takes the text of a Word document and of a page', async () => {
    await importFiles('talks.docx', 'page.html');
    await reader.shows('page.readout.md');
    const source = '# Talks\n\n海港 & [b]{#c}\n';
    assert.equal(
      await reader.text(),
      `---\ntitle: Talks\nsource: page.html\nsha256: ${hash(source)}\n---\n\n${source.replace('[b]', '[b\\]')}`,
    );
    await reader.picture('imported page');
    await reader.open('talks.readout.md');
    const text = await reader.text();
    assert.match(
      text,
      /^---\ntitle: Talks in Orla\ndate: 2031-05-12\nsource: talks\.docx\nsha256: /,
    );
    assert.ok(text.endsWith('\n---\n\n# Talks in Orla\n\n12 May 2031\n\nThey met.\n'), text);
  });

  it('takes the text of a PDF', async () => {
    await importFiles('paper.pdf');
    await reader.shows('paper.readout.md');
    const source = '# Talks in Orla\n\nThey met in Orla.\n';
    assert.ok((await reader.text()).endsWith(`sha256: ${hash(source)}\n---\n\n${source}`));
    await reader.picture('imported PDF');
  });

  it('says what is wrong with a file, and writes nothing', async () => {
    await importFiles('half.docx');
    await reader.says('half.docx: This document is damaged or was not copied whole.');
    await session.page.locator('.notification-toast .monaco-button', { hasText: 'OK' }).waitFor();
    await reader.picture('damaged document');
    await reader.press('OK');
    assert.ok(!existsSync(join(folder, 'half.readout.md')));
  });

  it('asks before it joins paragraphs that pages have broken', async () => {
    await importFiles('broken.txt');
    await reader.listed('Leave the Text as It Is').waitFor();
    await reader.picture('joining pages');
    await reader.choose('Join Paragraphs');
    await reader.shows('broken.readout.md');
    const text = await reader.text();
    assert.ok(text.endsWith(`\n---\n\n${line} the port of Orla.\n`), text);
    assert.ok(text.includes(hash(`${line} the port of Orla.\n`)));
  });

  it('makes a readout of what was copied, and asks for a name only where it is taken', async () => {
    await reader.copy('Joint Statement\n\nMay 2, 2033\n\nThe Council will build a lighthouse.\n');
    await reader.begin('readout.importCopied');
    await reader.shows('2033-05-02-joint-statement.readout.md');
    const first = await reader.saved();
    await reader.begin('readout.importCopied');
    await reader.answer('2033-05-02-joint-statement.readout.md is there already.');
    await reader.shows('2033-05-02-joint-statement-2.readout.md');
    assert.equal(await reader.text(), first);
  });

  it('begins a readout with title, date and series, and waits for the text', async () => {
    await reader.begin('readout.new');
    await reader.answer('As it was issued', 'Second Orla Talks');
    const day = '2032-05-18';
    await session.page
      .locator('.quick-input-message', { hasText: 'The day it was issued' })
      .waitFor();
    await reader.picture('new readout date');
    await reader.answer('The day it was issued', day);
    await reader.listed('Orla Talks').waitFor();
    await reader.picture('new readout series');
    await reader.choose('talks', 'Orla Talks');
    await reader.shows('2032-05-18-second-orla-talks.readout.md');
    const text = `---\ntitle: Second Orla Talks\ndate: ${day}\nseries: talks\n---\n\n`;
    assert.equal(await reader.text(), text);
    assert.equal((await reader.cursor()).offset, text.length);
    await reader.picture('new readout');
  });

  it('records where a text was taken from, and says when that file has another', async () => {
    await reader.open('plain.readout.md');
    const before = await reader.text();
    await reader.begin('readout.recordSource');
    await reader.listed('An address').waitFor();
    await reader.picture('record source');
    await reader.choose('An address');
    await reader.answer('The address it was taken from', 'https://harbours.example/1');
    const text = await reader.textAfter(before);
    const recorded = (source: string) =>
      `---\nsource: ${source}\nsha256: ${hash('They met in Orla.\n')}\n---\n\n${before}`;
    assert.equal(text, recorded('"https://harbours.example/1"'));
    await reader.writeAtEnd('More.');
    await reader.findings('source-changed');
    await reader.select(hash('They met in Orla.\n'));
    await reader.lightBulb();
    const fixes = await reader.fixes();
    assert.deepEqual(fixes.slice(1, 3), [
      'Record the source as it is now',
      'Take over a revised source…',
    ]);
    await reader.picture('changed source');
    await session.page.keyboard.press('Escape');
  });
});
