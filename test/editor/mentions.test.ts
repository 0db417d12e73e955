import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const front = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n\n`;
const texts = {
  'readout.yaml': `entities:
  orla: { kind: place, name: Port of Orla, aliases: [Orla] }
  ports: { kind: instrument, name: Treaty on the Ports }
  belmark: { kind: actor, name: Belmark, aliases: [the Bureau] }
  corvia: { kind: actor, name: Corvia, aliases: [the Bureau] }
`,
  'spring.readout.md': `${front('Spring Talks', '2031-04-02')}The delegations met in Orla on a cold morning.

The lamps of the Port of Orla were lit. They [will open the northern bridge to heavy lorries]{#bridge .commitment}.
`,
  'autumn.readout.md': `${front('Autumn Talks', '2031-10-06')}Under the Treaty on the Ports, the two sides recalled what had been agreed in Orla. The Bureau was heard.

They will open the northern bridge to heavy lorries.
`,
};

describe('the mentions, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session | undefined;
  let reader: Reader;
  const folders: string[] = [];

  /** Opens a folder with the mentions beside the text. */
  async function openMentions(browser: string, folder: string, theme = 'Default Light Modern') {
    await session?.close();
    session = await openEditor(browser, folder, { 'workbench.colorTheme': theme });
    reader = readerOf(session);
    await reader.command('readout.mentions.focus');
  }

  function folderOf(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'readout-mentions-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  afterEach(async function () {
    if (session && this.currentTest?.isFailed())
      await reader.picture(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await session?.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('says what it is for where nothing is unlinked', async function () {
    await openMentions(browserFor(this), folderOf({ 'talks.readout.md': 'They met.\n' }));
    const page = session?.page;
    await page?.locator('.welcome-view-content', { hasText: 'Nothing is left to link' }).waitFor();
    await reader.picture('mentions empty');
  });

  it('shows by name what is not linked, in how many documents, and where', async function () {
    await openMentions(browserFor(this), folderOf(texts));
    await reader.row('Port of Orla').waitFor();
    assert.deepEqual(await reader.rows('Mentions'), [
      'Names: 5 places in 2 documents',
      'Port of Orla, place, 3 places in 2 documents',
      'Belmark or Corvia, actor, 1 place in 1 document',
      'Treaty on the Ports, instrument, 1 place in 1 document',
      'Said Again: 1 place in 1 document',
    ]);
    await reader.clickFor('Port of Orla', reader.row('Spring Talks').waitFor());
    await reader.clickFor('Spring Talks', reader.row('were lit').waitFor());
    await reader.picture('mentions');
    await reader.makeWide(250);
    await reader.picture('mentions narrow');
  });

  it('opens the words, and links them where somebody says so', async () => {
    await reader.clickFor('were lit', reader.selects('Port of Orla'));
    const linked = reader.textWith('spring.readout.md', '[Port of Orla](#orla)');
    const text = await reader.pressFor('were lit', 'Link This', linked);
    assert.equal(text.replace('[Port of Orla](#orla)', 'Port of Orla'), texts['spring.readout.md']);
    // The entity is linked in this document now.
    await reader.row('Port of Orla1× in 1').waitFor();
    await reader.picture('mentions one linked');
    await reader.putBack();
    await reader.row('Port of Orla3× in 2').waitFor();
  });

  it('asks which is meant where a name is that of two', async () => {
    await reader.clickFor('Belmark or Corvia', reader.row('The Bureau').waitFor());
    await reader.pressFor('The Bureau', 'Link This', reader.listed('Corvia').waitFor());
    await reader.choose('Corvia', 'Link “The Bureau” to “Corvia”');
    await reader.textWith('autumn.readout.md', '[The Bureau](#corvia) was heard.');
    await reader.open('autumn.readout.md');
    await reader.putBack();
  });

  it('can be ignored from the menu', async () => {
    await reader.takeFrom('The Bureau', 'Ignore Here');
    await reader.textWith('autumn.readout.md', 'unlinked-mention: [The Bureau]');
    await reader.row('Belmark or Corvia').waitFor({ state: 'detached' });
    await reader.open('autumn.readout.md');
    await reader.putBack();
    await reader.row('Belmark or Corvia').waitFor();
  });

  it('can be linked by keys alone', async () => {
    await reader.clickFor('Treaty on the Ports', reader.row('Under the').waitFor());
    await reader.clickFor('Under the', reader.selects('Treaty on the Ports'));
    await reader.command('readout.mentions.focus');
    await session?.page.keyboard.press('Alt+k');
    await reader.textWith('autumn.readout.md', 'Under the [Treaty on the Ports](#ports)');
    await reader.row('Treaty on the Ports').waitFor({ state: 'detached' });
    await reader.open('autumn.readout.md');
    await reader.putBack();
    await reader.row('Treaty on the Ports').waitFor();
  });

  it('shows what fits a filter, and says so where nothing does', async () => {
    await reader.begin('readout.filterMentions');
    await reader.answer('Words of a name', 'no such words');
    await reader.note('Nothing has “no such words”.').waitFor();
    await reader.begin('readout.filterMentions');
    await reader.answer('Words of a name', 'BUREAU');
    await reader.row('Belmark or Corvia').waitFor();
    await reader.command('readout.clearMentionsFilter');
    await reader.row('Port of Orla3× in 2').waitFor();
  });

  it('shows what it would link in all documents, and links it when that is confirmed', async () => {
    await reader.begin('readout.linkAllOf');
    await reader.choose('Port', 'Port of Orla');
    await reader.says('Nothing is done yet. Tick the places');
    await reader.confirm('met in');
    await reader.confirm('agreed in');
    await reader.picture('mentions preview');
    await reader.applyPreview();
    await reader.textWith('spring.readout.md', 'met in [Orla](#orla) on');
    await reader.textWith('autumn.readout.md', 'agreed in [Orla](#orla).');
  });

  it('shows what reads as a commitment and is not marked, and marks it', async function () {
    const winter = `---
title: Winter Talks
date: 2032-01-11
parties: [ardenia, tarn]
---

The delegations were received in the old harbour hall. The two sides will open the ferry line by June.

They looked back on a calm year, and agreed to lower the duties on salt, on the nets and lamps of the fishing fleets, on the tools of the boat yards, and on the timber that is brought down the river from the northern forests in spring.
`;
    const book =
      'entities:\n  ardenia: { kind: actor, name: Ardenia }\n  tarn: { kind: actor, name: Tarn }\n';
    await openMentions(
      browserFor(this),
      folderOf({ 'readout.yaml': book, 'winter.readout.md': winter }),
    );
    await reader.row('Unmarked Commitments').waitFor();
    assert.deepEqual(await reader.rows('Mentions'), [
      'Unmarked Commitments: 2 places in 1 document',
    ]);
    await reader.clickFor('Unmarked Commitments', reader.row('the ferry line').waitFor());
    await reader.clickFor('the ferry line', reader.selects('will open the ferry line by June'));
    // Longer than the row.
    await reader.row('agreed to lower').locator('.highlight').waitFor();
    await reader.picture('mentions unmarked');
    const marked = reader.textWith(
      'winter.readout.md',
      '[will open the ferry line by June]{#open-ferry-line-june .commitment}.',
    );
    await reader.pressFor('the ferry line', 'Mark as a Commitment', marked);
    await reader.row('Unmarked Commitments1 place in 1').waitFor();
    await reader.putBack();
  });

  it('can be read in the dark, in the sample collection', async function () {
    await openMentions(browserFor(this), examples, 'Default Dark Modern');
    await reader.open('2031-05-defence.readout.md');
    await reader.row('Names').waitFor();
    await reader.picture('mentions of the sample');
  });
});
