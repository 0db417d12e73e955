import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { cleared, deskWith } from '../support/cli.ts';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const pictures = fileURLToPath(new URL('../../.cache/editor', import.meta.url));
const council = '2031-10-council.readout.md';

describe('what is taken out, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session;
  let reader: Reader;

  before(async function () {
    session = await openEditor(browserFor(this), examples, {
      'workbench.colorTheme': 'Default Dark Modern',
      'readout.asOf': '2032-07-01',
    });
    reader = readerOf(session);
    await reader.open(council);
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await reader.picture(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await session?.close();
    cleared();
  });

  it('offers every format of one file', async () => {
    await reader.begin('readout.export');
    await reader.listed('Web Annotations, for programs').waitFor();
    await reader.picture('all export formats');
    await reader.choose('iCal', 'for a calendar');
    await reader.place('register.ics');
    await reader.says('register.ics holds 40 marks of 10 readouts.');
    const calendar = await reader.inFile('register.ics');
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n[\s\S]+\r\nEND:VCALENDAR\r\n$/);
    await reader.remove('register.ics');
  });

  it('writes the register as a page that opens by itself', async () => {
    await reader.begin('readout.export');
    await reader.choose('HTML', 'to read, print and hand in');
    await reader.place('register.html');
    await reader.says('register.html holds 92 marks of 10 readouts.');
    const desk = deskWith({ 'register.html': await reader.inFile('register.html') });
    await reader.remove('register.html');
    const address = pathToFileURL(desk.path('register.html')).toString();
    const asked: string[] = [];
    for (const [name, width, colorScheme] of [
      ['light', 1280, 'light'],
      ['dark', 1280, 'dark'],
      ['narrow', 420, 'light'],
    ] as const) {
      const page = await session.page
        .context()
        .browser()
        ?.newPage({
          ...{ viewport: { width, height: 900 }, colorScheme },
        });
      assert.ok(page);
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(address);
      await page.screenshot({ path: join(pictures, `register-page-${name}.png`) });
      assert.deepEqual(await deadLinks(page), []);
      // The table scrolls in itself, and the page does not.
      assert.ok(await page.evaluate(`document.documentElement.scrollWidth <= ${width}`));
      await page.close();
    }
    assert.deepEqual(asked, [address, address, address]);
  });

  it('writes a graph that a reader of XML takes', async () => {
    await reader.begin('readout.export');
    await reader.choose('GraphML', 'for programs that draw networks');
    await reader.place('register.graphml');
    await reader.says('register.graphml holds 92 marks of 10 readouts.');
    const graph = await reader.inFile('register.graphml');
    await reader.remove('register.graphml');
    const counts = await session.page.evaluate(`(() => {
      const read = new DOMParser().parseFromString(${JSON.stringify(graph)}, 'application/xml');
      const ids = new Set([...read.querySelectorAll('node')].map((node) => node.id));
      const edges = [...read.querySelectorAll('edge')];
      const ends = edges.flatMap((edge) => ['source', 'target'].map((end) => edge.getAttribute(end)));
      return [read.querySelectorAll('parsererror').length, ids.size, ends.every((end) => ids.has(end))];
    })()`);
    assert.deepEqual(counts, [0, 99, true]);
  });

  it('shows the codebook that holds, and nobody can write in it', async () => {
    await reader.command('notifications.clearAll');
    await reader.open(council);
    await reader.command('readout.showCodebook');
    await reader.shows('Effective codebook.yaml');
    const text = await reader.text();
    assert.match(text, /\nname: Straits and Sound # readout\.yaml:2\n/);
    assert.match(text, /\n {2}reservation: # readout\.yaml:7\n/);
    assert.equal(
      await session.run((vscode) => vscode.window.activeTextEditor?.document.languageId),
      'yaml',
    );
    await reader.picture('effective codebook');
    await session.page.keyboard.type('x');
    assert.equal(await reader.text(), text);
    await reader.picture('effective codebook read only');
  });

  it('keeps what it shows of a codebook true', async () => {
    const before = await reader.text();
    await session.run(async (vscode) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      const file = folder && vscode.Uri.joinPath(folder, 'readout.yaml');
      if (!file) return;
      const edit = new vscode.WorkspaceEdit();
      edit.replace(file, new vscode.Range(1, 6, 1, 24), 'Sounds');
      await vscode.workspace.applyEdit(edit);
    });
    assert.match(await reader.textAfter(before), /\nname: Sounds # readout\.yaml:2\n/);
    await reader.open('readout.yaml');
    await reader.putBack();
  });
});

/** Links that lead to nothing on the page. */
const deadLinks = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('a')]
    .map(({ hash }) => decodeURIComponent(hash.slice(1)))
    .filter((id) => !document.getElementById(id))`);
