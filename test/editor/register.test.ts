import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const defence = '2031-05-defence.readout.md';

const said = (verb: string) =>
  `commitment, overdue, ${verb}, Ardenia, Shiomi, due 2032-06, 2031-05-14`;

describe('the register, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session | undefined;
  let reader: Reader;
  let empty: string | undefined;

  /** Opens a folder with the register beside the text. */
  async function openRegister(browser: string, folder: string): Promise<void> {
    await session?.close();
    session = await openEditor(browser, folder, {
      'workbench.colorTheme': 'Default Light Modern',
      'readout.asOf': '2032-07-01',
    });
    reader = readerOf(session);
    await reader.command('readout.register.focus');
  }

  afterEach(async function () {
    if (session && this.currentTest?.isFailed())
      await reader.picture(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await session?.close();
    if (empty) rmSync(empty, { recursive: true });
  });

  it('says how to begin where nothing is registered', async function () {
    empty = mkdtempSync(join(tmpdir(), 'readout-empty-'));
    writeFileSync(join(empty, 'talks.readout.md'), 'They [met](#x) and parted.\n');
    await openRegister(browserFor(this), empty);
    const page = session?.page;
    for (const words of ['Open Sample Collection', 'Import Text as a Readout', 'Annotate']) {
      await page?.locator('.welcome-view-content', { hasText: words }).waitFor();
    }
    await reader.picture('register empty');
    // What is marked from now on is shown by itself.
    await reader.open('talks.readout.md');
    await reader.writeAtEnd('They [will meet again]{.commitment due=2032-01}.');
    await reader.row('will meet').waitFor();
    assert.deepEqual(await reader.rows('Register'), [
      'Overdue, 1 mark',
      'will meet again, commitment, overdue, will, due 2032-01, talks',
    ]);
    await reader.writeAtEnd(' They [will part again]{.commitment}.');
    await reader.row('will part').waitFor();
    await reader.putBack();
  });

  it('lists what the sample collection has promised, by status', async function () {
    await openRegister(browserFor(this), examples);
    await reader.open(defence);
    // The marks of a group come behind the groups.
    await reader.row('requested the').waitFor();
    await reader.row('Standing').waitFor();
    const rows = await reader.rows('Register');
    assert.deepEqual(
      rows.filter((row) => / marks?$/.test(row)),
      ['Overdue, 16 marks', 'Standing, 42 marks'],
    );
    assert.equal(
      rows[1],
      'requested the Secretariat to submit a proposal for the closure of these grounds by 30 September 2029, request, overdue, request, Ardenia, Belmark, Corvia, due 2029-09-30, 2028-11-15, Joint Statement of the First Meeting of the Council on Fisheries and Energy of the Maren Sound',
    );
    await reader.inStatusBar('Straits and Sound').waitFor();
    await reader.picture('register by status');
    await reader.makeWide(250);
    await reader.picture('register narrow');
    await reader.makeWide(340);
  });

  it('tells of a mark what its hover does', async () => {
    const told = session?.page.locator('.workbench-hover', { hasText: 'Status: overdue' });
    await reader.pointFor('decided to meet', told?.waitFor() ?? Promise.resolve());
    await reader.picture('register tooltip');
  });

  it('shows what fits a filter, and says so', async () => {
    await reader.begin('readout.filterRegister');
    await reader.answer('Words of a mark', 'no such words');
    await reader.note('0 of 75 have “no such words”.').waitFor();
    await reader.begin('readout.filterRegister');
    await reader.answer('Words of a mark', 'CABLES shiomi');
    await reader.row('will draw up').waitFor();
    assert.deepEqual(await reader.rows('Register'), [
      'Overdue, 2 marks',
      `２０３２年６月までに策定すること, ${said('一致する')}, 潮見・アルデニア防衛相会談（概要）`,
      `will draw up a joint plan for the protection of undersea cables by June 2032, ${said('will')}, Shiomi–Ardenia Defence Ministerial Meeting: Summary`,
    ]);
    await reader.picture('register filtered');
  });

  it('groups by party, remembers it, and opens a mark at its words', async () => {
    await reader.begin('readout.groupRegister');
    await reader.choose('Party');
    await reader.row('Shiomi').waitFor();
    await reader.row('will draw up').click();
    await reader.shows(defence);
    await reader.selects(
      'will draw up [a joint plan for the protection of undersea cables]{.target} [by June 2032]{.deadline}',
    );
    await reader.picture('register by party');
    await reader.command('readout.clearRegisterFilter');
    await reader.row('Ardenia55').waitFor();
  });
});
