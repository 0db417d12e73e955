// Takes the picture of the README anew, docs/images/editor.png: `npm run picture` after a build.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readerOf } from '../test/editor/reader.ts';
import { findBrowser, openEditor } from '../test/editor/session.ts';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = file('docs/images/editor.png');
/** The most the picture may weigh, in bytes: a reader of the README loads it over any line. */
const budget = 300_000;

const browser = findBrowser();
if (!browser) {
  console.error('No Chromium or Chrome was found. Set CHROME_PATH to one.');
  process.exit(1);
}
// A small window in large pixels: what is written stays legible where the picture is shrunk.
const size = { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 7 / 6 };
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'editor.matchBrackets': 'never',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 21,
  'editor.fontFamily': '"DejaVu Sans Mono", Menlo, Consolas, monospace',
  'editor.cursorBlinking': 'solid',
};
/** Fonts that most machines have, and no layout of a keyboard that nobody sees. */
const style = `
  .monaco-workbench { font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif !important; }
  [id='status.workbench.keyboardLayout'], [id='status.notifications'] { display: none !important; }
`;
const session = await openEditor(browser, file('examples'), settings, { size });
const { page } = session;
const reader = readerOf(session);
try {
  await writeTypo();
  await reader.open('2031-05-defence.readout.md');
  await layOut();
  await hover();
  await page.screenshot({ path: target });
} finally {
  await session.close();
}
const weight = statSync(target).size;
console.log(`docs/images/editor.png  ${(weight / 1024).toFixed(0)} kB`);
if (weight > budget) process.exitCode = 1;

/** A reference with a slip of the pen in another document, in a note, so that the source stays whole. */
async function writeTypo() {
  await reader.open('2031-10-council.readout.md');
  await reader.findings('unlinked-mention', 'weaker-wording');
  await session.run(async (vscode) => {
    const { document, edit } = vscode.window.activeTextEditor;
    const place = document.getText().indexOf(' They [encouraged');
    await edit((change) =>
      change.insert(
        document.positionAt(place),
        '^[Less than [the year before](2030-11-council#cach).]',
      ),
    );
    await document.save();
  });
  await reader.findings('unresolved', 'unlinked-mention', 'weaker-wording');
}

/** Outline and problems beside the text, and nothing else. */
async function layOut() {
  await page.addStyleTag({ content: style });
  await reader.command('workbench.actions.view.problems');
  await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
  await reader.command('list.clear');
  await reader.command('outline.focus');
  await page.locator('.outline-pane .monaco-list-row').first().waitFor();
  await pull('.part.sidebar .split-view-view:has(.outline-pane)', -190);
  await pull('.part.panel', 90);
  await reader.command('workbench.action.focusActiveEditorGroup');
}

/** Pulls the upper edge of a part of the window. */
async function pull(part, down) {
  const { x, y } = await page.locator(part).last().boundingBox();
  await page.mouse.move(x + 60, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + down, { steps: 4 });
  await page.mouse.up();
  // An edge that the pointer rests on is drawn thick.
  await page.mouse.move(x + 60, 745);
}

/** What is known of a commitment, told where its words stand; scrolling puts a hover away. */
async function hover() {
  await reader.putCursor('hold the exercise once');
  await reader.scrollTo('## Practical');
  await reader.above('exercise-held').waitFor();
  const card = page.locator('.monaco-hover:visible', { hasText: 'Status' });
  do {
    await reader.command('editor.action.showHover');
    await page.waitForTimeout(1000);
  } while (!(await card.isVisible()));
}
