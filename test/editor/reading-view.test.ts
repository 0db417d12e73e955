import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import type * as code from 'vscode';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const defence = '2031-05-defence.readout.md';
const japanese = '2031-05-defence-ja.readout.md';

/** In the page: is done as soon as some of an element can be seen. */
const seen = `(element) => new Promise((done) => {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    done();
  }).observe(element);
})`;

describe('the reading view, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session;
  let reader: Reader;
  let page: FrameLocator;

  before(async function () {
    session = await openEditor(browserFor(this), examples, {
      'workbench.colorTheme': 'Default Light Modern',
      'readout.asOf': '2032-07-01',
    });
    reader = readerOf(session);
    page = session.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });

  afterEach(async function () {
    if (session && this.currentTest?.isFailed())
      await reader.picture(`failed ${this.currentTest.title}`);
  });

  after(() => session?.close());

  const card = (words: string) => page.locator('.card', { hasText: words }).first();
  const block = (words: string) => page.locator('.block', { hasText: words });
  const tab = (words: string) => page.locator('.tab', { hasText: words });

  /** Waits until the cursor is in the text. */
  const inText = () =>
    session.page.waitForFunction(`document.activeElement?.matches('.monaco-editor textarea')`);

  /** The elements with the languages they say they are in. */
  const languages = (found: Locator) =>
    found.evaluateAll((all) =>
      all.map(
        (one) => `${[one.localName, ...one.classList].join('.')} ${one.getAttribute('lang')}`,
      ),
    );

  /** Keeps what is shown as a page; gives its markup. */
  async function keep(name: string): Promise<string> {
    await page.locator('.save').click();
    await reader.place(name);
    await reader.says(`${name} was written`);
    return reader.inFile(name);
  }

  /** Gives the reading view all of the window, to be seen wide. */
  async function widen(): Promise<void> {
    await reader.command('workbench.action.joinAllGroups');
    await reader.command('readout.openReadingView');
    await reader.command('workbench.action.closeSidebar');
  }

  it('says what to do where no readout is open', async () => {
    await reader.begin('readout.openReadingView');
    await reader.says('Open a readout first: the reading view shows');
    await reader.begin('readout.link');
    await reader.says('Open a readout first, and select words in it.');
    await reader.command('notifications.clearAll');
  });

  it('shows the text as issued, with cards below their paragraph where it is narrow', async () => {
    await reader.open(defence);
    await reader.command('readout.openReadingView');
    // Names and what refers to a mark are known when the collection has been read.
    const cables = block('undersea cables');
    await cables.locator('.card', { hasText: 'Ardenia, Shiomi' }).waitFor();
    await cables.locator('.card', { hasText: '2 refer to it' }).waitFor();
    await page.locator('.masthead', { hasText: 'Ministry of Defence of Shiomi' }).waitFor();
    await reader.picture('reading view narrow');
    assert.equal(
      await cables.locator('.text').textContent(),
      'The Ministers concurred that the two sides will draw up a joint plan for the protection of undersea cables by June 2032.',
    );
    assert.deepEqual(
      await cables.locator('.card :is(.kind, .status, dt, dd, .referred)').allTextContents(),
      [
        ...['Commitment', 'Overdue', 'Verb', 'concur → will commissive 6/10'],
        ...['Bound', 'Ardenia, Shiomi', 'Due', 'June 2032', '2 refer to it'],
      ],
    );
    const [words, note] = [cables.locator('.text'), cables.locator('.card')];
    const [above, below] = [await words.boundingBox(), await note.boundingBox()];
    assert.ok(above && below && above.y + above.height <= below.y);
    assert.equal(
      await page.locator('h1').textContent(),
      'Shiomi–Ardenia Defence Ministerial Meeting: Summary',
    );
    assert.match(
      (await page.locator('.card.note').textContent()) ?? '',
      /^1“Emphasized” where 2030/,
    );
  });

  it('follows what is typed, and stays where it is scrolled', async () => {
    await card('access to the cemetery').or(card('Shiomi')).last().scrollIntoViewIfNeeded();
    await page.locator('.block').last().scrollIntoViewIfNeeded();
    const scrolled = () => page.locator('main').evaluate('scrollY') as Promise<number>;
    const before = await scrolled();
    await reader.writeAtEnd(' They [will ring the bell]{#bell .commitment due=2032-01}.');
    await card('January 2032').waitFor();
    assert.ok(before > 300);
    assert.equal(await scrolled(), before);
    await reader.picture('reading view typed');
    await reader.command('undo');
    await card('January 2032').waitFor({ state: 'detached' });
  });

  it('tells the numbers of notes apart that stand behind each other', async () => {
    await reader.writeAtEnd(' [Twice^[One.]]{.concept}^[Two.], once^[Three.].');
    const signs = block('Twice').locator('.note-sign');
    await signs.nth(3).waitFor();
    assert.deepEqual(await signs.allTextContents(), ['2', ',', '3', '4']);
    await reader.command('undo');
    await signs.first().waitFor({ state: 'detached' });
  });

  it('is kept as a page that can be printed', async () => {
    await reader.writeAtEnd(' They [will <script>go</script> & stay]{.commitment}.');
    const written = page.locator('.mark', { hasText: 'will <script>go</script> & stay' });
    await written.waitFor();
    assert.equal(await written.locator('*').count(), 0);
    const saved = await keep('2031-05-defence.html');
    assert.ok(saved.includes('will &lt;script&gt;go&lt;/script&gt; &amp; stay'));
    assert.match(saved, /default-src 'none'; style-src 'unsafe-inline'/);
    assert.doesNotMatch(saved, /<script|<button|tabindex|href/);
    const paper = await (session.page.context().browser() as Browser).newPage();
    await paper.setViewportSize({ width: 794, height: 1123 });
    await paper.setContent(saved);
    await paper.emulateMedia({ media: 'print' });
    await readerOf({ ...session, page: paper }).picture('reading view on paper');
    await paper.close();
    await reader.command('notifications.clearAll');
    await page.locator('.save').focus();
    await session.page.keyboard.press('Escape');
    await inText();
    await reader.command('undo');
    await written.waitFor({ state: 'detached' });
  });

  it('goes to the words in the text, from a passage and from a card', async () => {
    await block('undersea cables').locator('.mark', { hasText: 'by June 2032' }).last().click();
    await inText();
    assert.deepEqual(await reader.shown(), { name: defence, words: 'by June 2032' });
    await card('30 September').or(card('left open')).first().locator('.open').focus();
    await session.page.keyboard.press('Enter');
    await inText();
    assert.match((await reader.shown()).words, /^will hold the exercise once a year$/);
  });

  it('opens where the cursor stands, and follows it and what is scrolled to', async () => {
    const [first, last] = [block('14 May 2031').nth(0), page.locator('.block').last()];
    const isSeen = (one: typeof first) => one.evaluate(seen);
    await session.run(async (vscode) => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
      await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith('Reading')));
    });
    await reader.putCursor('noted that the replacement runway');
    await reader.command('readout.openReadingView');
    await isSeen(last);
    await reader.picture('reading view at the cursor');
    await reader.putCursor('14 May 2031');
    await isSeen(first);
    await reader.putCursor('noted that the replacement runway');
    await isSeen(last);
    // Who looks elsewhere on the page while they write, stays there until they ask.
    await page.locator('main').evaluate('window.scrollTo(0, 0)');
    await reader.writeAtEnd(' Here.');
    await block('Here.').waitFor();
    assert.equal(await page.locator('main').evaluate('window.scrollY'), 0);
    await reader.command('readout.openReadingView');
    await isSeen(last);
    await reader.command('undo');
    await block('Here.').waitFor({ state: 'detached' });
    await reader.scrollTo('Security environment');
    await isSeen(first);
    await first.locator('.text').dblclick();
    await inText();
    assert.match((await reader.cursor()).right, /^14 May/);
  });

  it('can be read with the keyboard alone, in the order of the text', async () => {
    await block('Security environment').waitFor();
    const stops = page.locator('.blocks [tabindex="0"], .blocks button');
    const read = await stops.evaluateAll((all) =>
      all
        .slice(0, 5)
        .map((one) => `${one.className.split(' ')[0]}: ${one.textContent?.slice(0, 20)}`),
    );
    assert.deepEqual(read, [
      'mark: emphasized that they',
      'open: PositionStandingVerb',
      'thread: Thread',
      'open: 1“Emphasized” where ',
      'mark: welcomed that Exerci',
    ]);
  });

  it('draws the thread of a card, and comes back to it', async () => {
    await widen();
    const thread = card('31 December 2033').locator('.thread');
    await thread.click();
    await page.locator('.timeline > li').nth(3).waitFor();
    await reader.picture('reading view thread');
    await page.locator('.timeline .here').scrollIntoViewIfNeeded();
    await reader.picture('reading view thread end');
    const here = page.locator('.timeline .here');
    assert.deepEqual(await here.locator('.head > *').allTextContents(), [
      '14 May 2031',
      'Standing',
      ...['strengthens 21 May 2030', 'supersedes 6 June 2029', 'supersedes 12 May 2028'],
    ]);
    assert.equal(
      await here.locator('.words').textContent(),
      'removed: will continue to work towards added: shall complete the return of Nagisa Air Station to Shiomi removed: as early as practicable added: in two stages, the northern half by the end of March 2032 and added: the southern half in added: the course of 2033, in accordance with the Nagisa Return Plan added: as revised',
    );
    assert.deepEqual(await here.locator('.changes li').allTextContents(), [
      'shall instead of work to (stronger)',
      'due 31 December 2033',
    ]);
    assert.ok(await page.locator('.of-thread h1').evaluate((one) => one.matches(':focus')));
    await session.page.keyboard.press('Escape');
    await block('Security environment').waitFor();
    await reader.picture('reading view wide');
    assert.ok(await thread.evaluate((one) => one.matches(':focus')));
    await thread.click();
    await page.locator('.timeline .here').waitFor();
    await tab('Text').click();
    assert.equal(await page.locator('.lit').count(), 0);
  });

  it('shows what a series carried, reworded, brought and dropped', async () => {
    await tab('Series').click();
    const rows = page.locator('table.series tbody tr');
    await rows.first().waitFor();
    await reader.picture('reading view series');
    const counts = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('.date, td')].map((cell) => cell.textContent)),
    );
    assert.deepEqual(counts, [
      ['12 May 2028', '0', '0', '12', '0'],
      ['6 June 2029', '1', '4', '2', '4'],
      ['21 May 2030', '1', '3', '3', '3'],
      ['14 May 2031', '0', '3', '4', '3'],
    ]);
    assert.ok(await tab('Series').evaluate((one) => one.matches(':focus')));
    await rows.nth(1).locator('button').click();
    await page.locator('.drift h2', { hasText: '6 June 2029' }).waitFor();
    assert.deepEqual(await languages(rows.locator('.title')), Array(4).fill('span.title en'));
    assert.deepEqual(await languages(page.locator('.drift > .source')), ['p.source en']);
    assert.deepEqual([...new Set(await languages(page.locator('.drift .words')))], ['p.words en']);
  });

  it('can be read in the dark, in high contrast, and in Japanese', async () => {
    await tab('Text').click();
    await card('31 December 2033').locator('.open').hover();
    await reader.setEverywhere('workbench.colorTheme', 'Default Dark Modern');
    await page.locator('body.vscode-dark').waitFor();
    await reader.picture('reading view dark');
    await reader.setEverywhere('workbench.colorTheme', 'Default High Contrast');
    await page.locator('body.vscode-high-contrast').waitFor();
    await reader.picture('reading view contrast');
    await reader.setEverywhere('workbench.colorTheme', 'Default Light Modern');
    await reader.open(japanese);
    await reader.command('readout.openReadingView');
    await block('海底').waitFor();
    await widen();
    await block('海底').waitFor();
    await reader.picture('reading view japanese');
    assert.equal(await page.locator('.of-text h1').getAttribute('lang'), 'ja');
    // Cards that hang down beside the next paragraphs lie over them.
    const hidden = await page.locator('.card').evaluateAll(
      (all) =>
        all.filter((one) => {
          one.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = one.getBoundingClientRect();
          const seen = one.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
          return !one.contains(seen);
        }).length,
    );
    assert.equal(hidden, 0);
    // Its words begin with a reference to something else.
    await card('Position').locator('.thread').click();
    await page.locator('.timeline .here', { hasText: '北方海峡における' }).waitFor();
    const inJapanese = page.locator('.timeline .here [lang]');
    assert.deepEqual(await languages(inJapanese), ['div.source ja', 'p.words ja']);
    assert.deepEqual(await languages(page.locator('.of-thread .of')), ['p.of ja']);
    const lost = page.locator('.timeline li').filter({ hasText: 'removed:' }).first();
    assert.deepEqual(
      [...new Set(await languages(lost.locator('.words, .words [lang]')))],
      ['p.words en', 'del en', 'span.aloud en'],
    );
    await reader.picture('reading view thread japanese');
    const markup = await keep('2031-05-defence-ja.html');
    assert.match(markup, /<div class="source" lang="ja">/);
    assert.match(markup, /<p class="words" lang="ja">/);
    await tab('Text').click();
    await block('海底').waitFor();
  });

  it('goes with its text when that gets another name', async () => {
    const rename = (...names: [from: string, to: string]) =>
      session.run(
        async (vscode, from, to) => {
          const [folder] = vscode.workspace.workspaceFolders ?? [];
          const at = (name: string) => vscode.Uri.joinPath(folder?.uri as code.Uri, name);
          const edit = new vscode.WorkspaceEdit();
          edit.renameFile(at(from), at(to));
          await vscode.workspace.applyEdit(edit);
        },
        ...names,
      );
    // The page that had the other name shows the same words until the new one comes.
    const pageOf = (title: string) =>
      page.locator(`//html[head/title = "${title}"]`).locator('.block', { hasText: '海底' });
    await rename(japanese, 'talks-ja.readout.md');
    await reader.shows('Reading: talks-ja');
    await pageOf('Reading: talks-ja').waitFor();
    await rename('talks-ja.readout.md', japanese);
    await reader.shows('Reading: 2031-05-defence-ja');
    await pageOf('Reading: 2031-05-defence-ja').waitFor();
  });

  it('is there again when the window is loaded anew', async () => {
    await Promise.all([
      session.page.waitForEvent('load'),
      reader.begin('workbench.action.reloadWindow'),
    ]);
    await page.locator('.block .mark').first().waitFor();
    await reader.picture('reading view again');
  });
});
