import type { Locator, Page } from 'playwright-core';

const rowIn = (page: Page, words: string): Locator =>
  page.locator('.part.sidebar .monaco-list-row', { hasText: words }).first();

/** Does something until it has come to something: a row that is drawn anew under the pointer takes no click. */
async function until<T>(page: Page, come: Promise<T>, deed: () => Promise<unknown>): Promise<T> {
  let isOver = false;
  const over = come.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    // What is in the way of it now may be gone when it is done again.
    await Promise.race([over, deed().catch(() => {})]);
    await Promise.race([over, page.waitForTimeout(5000)]);
  }
  return over;
}

/** What is seen on the screen, and what is typed where nothing else tells the editor. */
export const screenOf = (page: Page) => ({
  /** Types into the list that is shown and takes the first entry, once it holds these words. */
  async choose(words: string, shown = words) {
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.type(words);
    const first = page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
    await first.filter({ hasText: shown }).waitFor();
    await page.keyboard.press('Enter');
  },

  /** Answers the line that asks for something with this question in it; without words, as it stands. */
  async answer(question: string, words?: string) {
    await page.locator('.quick-input-message', { hasText: question }).waitFor();
    if (words !== undefined) await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  },

  /** Takes the place that a dialog proposes for a file of this name. */
  async place(name: string) {
    const ending = JSON.stringify(`/${name}`);
    await page.waitForFunction(
      `document.querySelector('.quick-input-box input')?.value.endsWith(${ending})`,
    );
    await page.keyboard.press('Enter');
  },

  /** Presses a button of a message. */
  press: (words: string) =>
    page.locator('.notification-toast .monaco-button', { hasText: words }).click(),

  /** Waits for a dialog with these words in it. */
  asks: (words: string) => page.locator('.monaco-dialog-box', { hasText: words }).waitFor(),

  /** Presses a button of a dialog. */
  agree: (words: string) =>
    page.locator('.monaco-dialog-box .monaco-button', { hasText: words }).click(),

  /** A piece of the text as it stands on the screen, hidden or not. */
  piece: (words: string) => page.locator('.view-line > span > span', { hasText: words }).first(),

  /** The lines on the screen, as they are broken there. */
  lines: async () => {
    const lines = await page.locator('.view-line').allTextContents();
    return lines.map((line) => line.replaceAll('\u00a0', ' '));
  },

  /** A line above a mark that holds these words. */
  above: (words: string) => page.locator('.codelens-decoration a', { hasText: words }).first(),

  /** What is shown in the text and does not stand there. */
  hint: (words: string) =>
    page
      .locator('.view-line span', { hasText: new RegExp(`^\\s*${words.replaceAll(' ', '\\s')}$`) })
      .first(),

  /** Waits for a message with these words that is shown as a whole. */
  says: (words: string) =>
    page
      .locator('.notification-toast .notification-list-item.expanded', { hasText: words })
      .waitFor(),

  /** What messages of failures say that are shown now. */
  complaints: () =>
    page
      .locator('.notification-toast', { has: page.locator('.codicon-error') })
      .locator('.notification-list-item-message')
      .allTextContents(),

  /** An entry of the list that is shown above the text. */
  listed: (words: string) =>
    page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first(),

  /** Whether the light bulb has something to offer, as soon as the editor shows its list or says that there is none. */
  async offersFixes(): Promise<boolean> {
    const list = page.locator('.action-widget .monaco-list-row.action').first();
    const none = page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions' });
    await list.or(none).first().waitFor();
    return list.isVisible();
  },

  /** The titles under the light bulb from the top, with the headings between them. */
  async fixes() {
    return page.locator('.action-widget .monaco-list-row').allTextContents();
  },

  /** Takes the entry under the light bulb on which one begins, once it holds these words. */
  async take(words: string) {
    const first = page.locator('.action-widget .monaco-list-row.focused', { hasText: words });
    await first.waitFor();
    await page.keyboard.press('Enter');
  },

  /** A line with these words in the panel below the text. */
  logged: (words: string) =>
    page
      .locator('.part.panel .view-line', { hasText: new RegExp(words.replaceAll(' ', '\\s')) })
      .first(),

  /** Waits until a file is the one that is shown. */
  shows: (name: string) => page.locator('.tab.active', { hasText: name }).waitFor(),

  /** A row with these words in the view beside the text. */
  row: (words: string) => rowIn(page, words),

  /** Points at a row of the view beside the text until what should come of it has. */
  pointFor: <T>(words: string, come: Promise<T>) =>
    until(page, come, async () => {
      await page.mouse.move(0, 0);
      await rowIn(page, words).hover();
    }),

  /** Clicks a row of the view beside the text until what should come of it has. */
  clickFor: <T>(words: string, come: Promise<T>) =>
    until(page, come, () => rowIn(page, words).click()),

  /** Follows the last link with these words in a text until what should come of it has. */
  followFor: <T>(words: string, come: Promise<T>) =>
    until(page, come, () =>
      page
        .locator('.detected-link', { hasText: words })
        .last()
        .click({ modifiers: ['Control'] }),
    ),

  /** The rows of the view beside the text as they are read aloud, those on the screen; of several the one named. */
  async rows(view?: string) {
    const pane = page.locator('.part.sidebar .pane', {
      has: page.locator('.pane-header', { hasText: view ?? '' }),
    });
    const rows = (view ? pane : page.locator('.part.sidebar')).locator('.monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  },

  /** Presses a button that a row shows while somebody points at it, until what should come of it has. */
  pressFor: <T>(words: string, button: string, come: Promise<T>) =>
    until(page, come, async () => {
      await rowIn(page, words).hover();
      const label = `.action-label[aria-label^=${JSON.stringify(button)}]`;
      await rowIn(page, words).locator(label).click();
    }),

  /** Takes an entry of the menu of a row. */
  async takeFrom(words: string, entry: string) {
    await rowIn(page, words).click({ button: 'right' });
    // A menu that has just come takes no clicks, but keys.
    await page.locator('.monaco-menu .action-item', { hasText: entry }).hover();
    await page.keyboard.press('Enter');
  },

  /** Makes the view beside the text so many pixels wide. */
  async makeWide(width: number) {
    const side = await page.locator('.part.sidebar').boundingBox();
    if (!side) return;
    const y = side.y + side.height / 2;
    await page.mouse.move(side.x + side.width, y);
    await page.mouse.down();
    await page.mouse.move(side.x + width, y, { steps: 4 });
    await page.mouse.up();
  },

  /** Ticks what the preview of a change shows under these words. */
  confirm: (words: string) =>
    page
      .locator('.part.panel .monaco-list-row', { hasText: words })
      .locator('input.edit-checkbox')
      .first()
      .check(),

  /** Makes the changes that are ticked in the preview. */
  applyPreview: () => page.locator('.part.panel .monaco-button', { hasText: 'Apply' }).click(),

  /** What stands above those rows. */
  note: (words: string) =>
    page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message', { hasText: words }),

  /** Waits until words of the text look like a reference to something, or like one to nothing. */
  refersTo: (what: 'something' | 'nothing', words: string) =>
    page.waitForFunction(`[...document.querySelectorAll('.view-line > span > span')].some((piece) =>
      piece.textContent === ${JSON.stringify(words)} &&
      (getComputedStyle(piece).textDecorationStyle === 'dashed') === ${what === 'nothing'})`),

  /** An entry of the status bar with these words. */
  inStatusBar: (words: string) =>
    page.locator('.part.statusbar .statusbar-item', { hasText: words }).first(),

  /** Waits until an entry of the status bar is read aloud like this. */
  statusBarSays: (words: string) =>
    page
      .locator(`.part.statusbar [aria-label=${JSON.stringify(words)}]`)
      .first()
      .waitFor(),

  /** An entry of the list that is shown within the text. */
  peeked: (words: string) =>
    page.locator('.zone-widget .monaco-list-row', { hasText: words }).first(),
});
