import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const defence = '2031-05-defence.readout.md';
const council = '2031-10-council.readout.md';
const leftOnPurpose = [
  { code: 'unlinked-mention', severity: 'Information', words: 'Tarn Bay' },
  { code: 'weaker-wording', severity: 'Information', words: '2031-07-interconnector#contact' },
];
const codesLeft = leftOnPurpose.map(({ code }) => code);

// The floor: the oldest editor the extension says it runs in.
describe('in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session | undefined;
  let reader: Reader;

  before(async function () {
    const browser = browserFor(this);
    session = await openEditor(browser, examples, {
      'workbench.colorTheme': 'Default Light Modern',
    });
    reader = readerOf(session);
    // What is reported of this one needs the whole collection: from here on all of it is read.
    await reader.open(council);
    await reader.findings(...codesLeft);
  });

  afterEach(async function () {
    if (!session) return;
    if (this.currentTest?.isFailed()) await reader.picture(`failed ${this.currentTest.title}`);
    await reader.putBack();
  });

  after(() => session?.close());

  it('finds no fault with the sample collection', async () => {
    assert.deepEqual(await reader.faults(), []);
  });

  it('reports what is written wrong', async () => {
    await reader.open(council);
    assert.deepEqual(await reader.findings(...codesLeft), leftOnPurpose);
    // A note is no part of the source, so that nothing else is to be reported.
    await reader.writeAtEnd('^[See [the Council](#counsil).]');
    assert.deepEqual(await reader.findings(...codesLeft, 'unresolved'), [
      ...leftOnPurpose,
      { code: 'unresolved', severity: 'Error', words: '#counsil' },
    ]);
  });

  it('tells about a mark', async () => {
    await reader.open(defence);
    const hover = await reader.hover('complete the return of');
    for (const words of ['**Commitment** `#nagisa-return`', '**shall**', '31 December 2033']) {
      assert.ok(hover.includes(words), hover);
    }
  });

  it('follows a link in what it tells', async () => {
    await reader.open(defence);
    const hover = await reader.hover('complete the return of');
    const links = [...hover.matchAll(/command:readout\.goTo\?([^)>]*)/g)];
    const address = links.map(([, given = '']) => JSON.parse(decodeURIComponent(given)));
    const earlier = address.find(([uri]) => uri.endsWith('2028-05-defence.readout.md'));
    assert.ok(earlier, hover);
    await reader.command('readout.goTo', ...earlier);
    const { name, words } = await reader.shown();
    assert.equal(name, '2028-05-defence.readout.md');
    assert.match(words, /will complete the return of \[Nagisa Air Station\]/);
  });

  it('shows headings with their marks, nested as in the text, in the outline', async () => {
    await reader.open(defence);
    const outline = await reader.outline();
    const depthOf = (words: string): number => {
      const line =
        outline.find((entry) => entry.includes(words)) ??
        assert.fail(`${words} is not in
${outline.join('\n')}`);
      return line.search(/\S/);
    };
    assert.ok(depthOf('Nagisa Air Station') < depthOf('shall complete the return'));
    assert.ok(depthOf('shall complete the return') < depthOf('the northern half'));
    assert.equal(depthOf('the northern half'), depthOf('the southern half'));
  });

  it('goes to a mark in another document', async () => {
    await reader.open(defence);
    const found = await reader.definitions('"2028-05-defence#nagisa-return');
    assert.deepEqual(
      found.map(({ name }) => name),
      ['2028-05-defence.readout.md'],
    );
    assert.match(found[0]?.line ?? '', /will complete the return of \[Nagisa Air Station\]/);
  });

  it('goes to a name in the codebook', async () => {
    await reader.open(defence);
    const found = await reader.definitions('[Nagisa Air Station](#nagisa');
    assert.deepEqual(found, [{ name: 'places.yaml', line: '  nagisa:' }]);
  });

  it('says above a mark who speaks of it, and shows them on a click', async () => {
    await reader.open('2028-05-defence.readout.md');
    const found = await reader.lenses();
    const lens = found.find(({ title }) => /superseded/.test(title));
    assert.ok(lens, JSON.stringify(found));
    assert.deepEqual(
      new Set(found.map(({ command }) => command)),
      new Set(['readout.showReferences']),
    );
    const shown = reader.above('superseded');
    await reader.putCursor('complete the return of');
    await shown.waitFor();
    await reader.picture('lines above marks');
    await shown.click();
    await reader.peeked('2031-05-defence.readout.md').waitFor();
    await reader.picture('who speaks of a mark');
    await reader.command('closeReferenceSearch');
    await reader.setEverywhere('readout.codeLens', false);
    await shown.waitFor({ state: 'detached' });
    await reader.setEverywhere('readout.codeLens', undefined);
    await shown.waitFor();
  });

  it('shows hints that are switched on, at once', async () => {
    await reader.open(defence);
    const calm = await reader.hints();
    await reader.picture('hints by default');
    await reader.setEverywhere('readout.inlayHints.actors', true);
    await reader.setEverywhere('readout.inlayHints.status', true);
    await reader.hint('Ardenia, Shiomi').waitFor();
    await reader.picture('every hint');
    assert.ok((await reader.hints()).length > calm.length);
    await reader.setEverywhere('readout.inlayHints.actors', undefined);
    await reader.setEverywhere('readout.inlayHints.status', undefined);
    await reader.hint('Ardenia, Shiomi').waitFor({ state: 'detached' });
    assert.deepEqual(await reader.hints(), calm);
  });

  it('shows the thread of a mark as a call hierarchy', async () => {
    await reader.open(defence);
    const thread = await reader.thread('complete the return of');
    assert.match(thread.mark, /^shall complete the return of Nagisa Air Station/);
    assert.ok(
      thread.earlier.some((detail) => /^supersedes · .* 2028 · /.test(detail)),
      thread.earlier.join(),
    );
    assert.ok(
      thread.later.some((detail) => detail.startsWith('part of')),
      thread.later.join(),
    );
    await reader.putCursor('complete the return of');
    await reader.command('editor.showCallHierarchy');
    await reader.peeked('shall complete the return').waitFor();
    await reader.picture('thread as a call hierarchy');
    await reader.command('editor.closeCallHierarchy');
  });

  it('lists the thread of a mark, beginning where the cursor stands', async () => {
    await reader.open(defence);
    await reader.putCursor('complete the return of');
    await reader.begin('readout.showThread');
    const here = reader.listed('2031-05-14 · commitment · supersedes');
    await here.waitFor();
    assert.match((await here.getAttribute('class')) ?? '', /\bfocused\b/);
    await reader.picture('thread as a list');
    await reader.choose('2028-05-12');
    await reader.shows('2028-05-defence.readout.md');
  });

  it('sets a text beside an earlier one, both as issued', async () => {
    await reader.open(defence);
    await reader.begin('readout.compare');
    await reader.listed('2030-05-21').waitFor();
    await reader.picture('texts to compare with');
    await reader.choose('2030-05-defence', '2030-05');
    await reader.shows('2030-05-defence ↔ 2031-05-defence, as issued');
    const [before, after] = await reader.compared();
    assert.ok(after?.includes('undersea cables') && !after.includes('{.commitment'), after);
    assert.ok(before && !before.includes('series:'), before);
    await reader.picture('texts compared');
  });

  it('goes to the evidence of a commitment and to a kind of the codebook', async () => {
    await reader.open('2028-05-defence.readout.md');
    assert.ok((await reader.leads('Implementation', '{#runway')).includes(defence));
    await reader.open('2029-11-council.readout.md');
    assert.deepEqual(await reader.leads('TypeDefinition', 'maintained its'), ['readout.yaml']);
  });

  it('grows a selection by what stands in the text, and folds sections', async () => {
    await reader.open(defence);
    const steps = await reader.growing('undersea cables');
    assert.deepEqual(steps.slice(0, 2), [
      'undersea',
      'a joint plan for the protection of undersea cables',
    ]);
    assert.ok(steps.at(-1)?.startsWith('The Ministers concurred'), steps.at(-1));
    const folds = await reader.folds();
    assert.deepEqual(folds.slice(0, 2), ['---', '## Security environment']);
  });

  it('completes names', async () => {
    await reader.open(defence);
    await reader.writeAtEnd('\n\nIn [Nagisa](#nag');
    const offered = await reader.completions();
    assert.ok(offered.includes('nagisa') && offered.includes('nagisa-return'), offered.join(' '));
  });

  it('annotates a selection', async () => {
    await reader.open(council);
    const before = await reader.text();
    await reader.select('Tarn Bay');
    await reader.begin('readout.annotate');
    await reader.choose('place');
    const after = await reader.textAfter(before);
    assert.equal(after, before.replace('Tarn Bay', '[Tarn Bay]{.place}'));
  });

  it('annotates the sentence under the cursor and gives it a name', async () => {
    await reader.open(council);
    await reader.writeAtEnd('\n\nIt rained. The Council will build a lighthouse. It rained on.');
    const before = await reader.text();
    await reader.putCursor('lighthouse');
    await reader.begin('readout.annotate');
    await reader.choose('commitment');
    await reader.answer('by this name', 'light');
    const after = await reader.textAfter(before);
    const sentence = 'The Council will build a lighthouse.';
    assert.equal(after, before.replace(sentence, `[${sentence}]{#light .commitment}`));
    // Whoever types now adds to the text, and writes over none of it.
    await reader.nothingSelected();
  });

  it('steps to what reads as a commitment and is not marked, or says that nothing does', async () => {
    await reader.open(council);
    await reader.writeAtEnd('\n\nIt rained. The Governments will build a lighthouse.');
    await reader.putCursor('title:');
    await reader.command('readout.nextUnmarked');
    assert.equal((await reader.shown()).words, 'will build a lighthouse');
    await reader.putBack();
    await reader.open('2028-11-council.readout.md');
    await reader.select('---');
    await reader.begin('readout.nextUnmarked');
    await reader.says('Nothing here reads as an unmarked commitment');
  });

  it('offers to merge a name with others of its kind first', async () => {
    await reader.open('entities/places.yaml');
    await reader.putCursor('tarn-bay:');
    await reader.begin('readout.merge');
    await reader.listed('place').waitFor();
    assert.match((await reader.listed('').textContent()) ?? '', /place$/);
  });

  it('adds a note and takes it away again', async () => {
    await reader.open(council);
    const before = await reader.text();
    await reader.select('Tarn Bay');
    await reader.begin('readout.note');
    await reader.answer('no part of the source', 'See [1].');
    const noted = before.replace('Tarn Bay', 'Tarn Bay^[See \\[1\\].]');
    assert.equal(await reader.textAfter(before), noted);
    await reader.putCursor('See \\[1');
    await reader.command('readout.remove');
    assert.equal(await reader.text(), before);
  });

  it('says that no note can stand in the front matter before anybody has written one', async () => {
    await reader.open(council);
    await reader.select('date:');
    await reader.command('readout.note');
    await reader.says('This place is in the front matter');
  });

  it('makes a readout of a text file, and never overwrites one', async () => {
    const made = '2032-05-defence.readout.md';
    await reader.open('incoming/2032-05-defence.txt');
    const source = await reader.text();
    await reader.begin('readout.import');
    await reader.choose('The text that is open');
    await reader.shows(made);
    const text = await reader.text();
    assert.match(text, /^---\ntitle: .*\ndate: 2032-05-18\n/);
    assert.ok(text.endsWith(`\n---\n\n${source.replace('[Annex](#', '[Annex\\](#')}`), text);
    await reader.picture('imported text');
    await reader.writeAtEnd('More.');
    const kept = await reader.saved();
    await reader.open('incoming/2032-05-defence.txt');
    await reader.begin('readout.import');
    await reader.choose('The text that is open');
    await reader.shows(made);
    await reader.says('is there already and was left as it is');
    assert.equal(await reader.saved(), kept);
    await reader.remove(`incoming/${made}`);
  });

  it('makes a readout of what was copied, under a name the reader may change', async () => {
    await session?.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.open(council);
    await reader.copy('Joint Statement\n\nMay 2, 2033\n\nThe Council will build a lighthouse.\n');
    await reader.begin('readout.import');
    await reader.choose('What was copied');
    await reader.answer('gets this name');
    await reader.shows('2033-05-02-joint-statement.readout.md');
    assert.match(await reader.text(), /date: 2033-05-02\n/);
    await reader.remove('2033-05-02-joint-statement.readout.md');
  });

  it('takes over a revised source and lists what has not stayed', async () => {
    await session?.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.open(defence);
    const before = await reader.text();
    const source = strip(parse(before))
      .replace('held talks from 13:30', 'met and held talks from 13:30')
      .replace('will hold the exercise once a year', 'shall hold the exercise twice a year')
      .replace(/ They took note that the first aircraft [^.]*\./, '');
    await reader.copy(source);
    await reader.begin('readout.revise');
    await reader.listed('What was copied last').waitFor();
    await reader.picture('revised source from where');
    await reader.choose('What was copied');
    await reader.asks('Annotations kept: 25, changed: 1, lost: 2.');
    assert.equal(await reader.text(), before);
    await reader.picture('revised source summary');
    await reader.agree('Take Over');
    const after = await reader.textAfter(before);
    assert.equal(strip(parse(after)), source);
    assert.ok(after.includes('[shall hold the exercise twice a year]{#exercise .commitment '));
    const list = await reader.textBeside();
    await reader.picture('revised source');
    assert.match(
      list,
      /\nLost: [^\n]+\n\nLine 31\n\[the first aircraft [^\n]*\]\{#aircraft-in [^\n]*\}\n\nLine 31\n\[Port Orla\]\(#port-orla\)\n/,
    );
    assert.match(
      list,
      /\nBefore: will hold the exercise once a year\nNow: shall hold the exercise twice a year\n$/,
    );
    assert.deepEqual(await reader.findings(...[]), []);
    await reader.followFor('Line', reader.selects('shall hold the exercise twice a year'));
    await reader.command('undo');
    assert.equal(await reader.text(), before);
    await reader.command('workbench.action.focusSecondEditorGroup');
    await reader.command('workbench.action.revertAndCloseActiveEditor');
  });

  it('exports the register for Excel, where the reader says', async () => {
    await reader.open(council);
    await reader.begin('readout.export');
    await reader.listed('for Excel and other spreadsheets').waitFor();
    await reader.picture('export formats');
    await reader.choose('CSV', 'for Excel');
    await reader.place('register.csv');
    await reader.says('register.csv holds 75 marks of 10 readouts.');
    await reader.picture('exported register');
    await reader.press('Open');
    await reader.shows('register.csv');
    const text = await reader.inFile('register.csv');
    assert.match(text, /^\ufeffdate,document,title,series,name,kind,actor,actor_name,words,/);
    assert.match(text, /\r\n2028-05-12,2028-05-defence,[^\r]+,ardenia,Ardenia,/);
    await reader.remove('register.csv');
  });

  it('links a selection to a name that is searched for', async () => {
    await reader.open(council);
    const before = await reader.text();
    await reader.select('Tarn Bay');
    await reader.begin('readout.link');
    await reader.choose('tarn', 'Tarn Bay');
    const after = await reader.textAfter(before);
    assert.equal(after, before.replace('Tarn Bay', '[Tarn Bay](#tarn-bay)'));
  });

  it('steps from mark to mark and round the end', async () => {
    await reader.open(council);
    await reader.putCursor('title:');
    const step = async (id: string) => {
      await reader.command(id);
      return reader.cursor();
    };
    const first = await step('readout.nextMark');
    const second = await step('readout.nextMark');
    assert.deepEqual([first.left.at(-1), first.right], ['[', 'shall keep']);
    assert.deepEqual([second.left.at(-1), second.right], ['[', 'at or belo']);
    assert.deepEqual(await step('readout.previousMark'), first);
    const last = await step('readout.previousMark');
    assert.ok(last.offset > second.offset);
    assert.deepEqual(await step('readout.nextMark'), first);
  });

  it('shrinks annotations to badges, except where the cursor stands', async () => {
    await reader.open(defence);
    await reader.putCursor('draw up');
    const here = reader.piece('cables');
    const elsewhere = reader.piece('fulfils');
    await elsewhere.waitFor();
    await reader.picture('annotations');
    await reader.command('readout.toggleCompact');
    await elsewhere.waitFor({ state: 'hidden' });
    assert.ok(await here.isVisible());
    await reader.picture('compact annotations');
    await reader.command('readout.toggleCompact');
    await elsewhere.waitFor();
  });

  it('breaks no line between a dot and what it belongs to', async () => {
    await reader.open(defence);
    await reader.putCursor('draw up');
    await reader.piece('fulfils').waitFor();
    const lines = await reader.lines();
    assert.ok(lines.some((line) => line.includes('.evidence')));
    assert.deepEqual(
      lines.filter((line) => /^\.(\s|$)|\s\.$/.test(line)),
      [],
    );
  });

  it('leaves signs in which something is wrong as they are written', async () => {
    await reader.open(council);
    await reader.writeAtEnd(
      '\n\n[This]{.place cites="#nowhere"} and [that]{.place cites="#corvia"}\n\n',
    );
    await reader.command('readout.toggleCompact');
    await reader.piece('#corvia"').waitFor({ state: 'hidden' });
    await reader.findings('source-changed', ...codesLeft, 'unresolved');
    await reader.piece('#nowhere').waitFor();
    await reader.picture('compact annotations with a fault');
    await reader.command('readout.toggleCompact');
  });

  it('draws a long document where one has scrolled to', async () => {
    await reader.open(defence);
    const lines = Array.from({ length: 1000 }, (_, n) => `\n\n[words]{#w${n} .place}`);
    await reader.writeAtEnd(lines.join(''));
    await reader.putCursor('title:');
    await reader.command('readout.toggleCompact');
    await reader.scrollTo('#w500 ');
    const signs = reader.piece('#w500 ');
    await signs.waitFor({ state: 'attached' });
    await signs.waitFor({ state: 'hidden' });
    await reader.command('readout.toggleCompact');
  });

  it('saves every byte as it stands, whatever the reader has set for other files', async () => {
    await reader.open(council);
    const before = await reader.text();
    await reader.setEverywhere('files.trimTrailingWhitespace', true);
    await reader.setEverywhere('files.insertFinalNewline', true);
    await reader.setEverywhere('files.trimFinalNewlines', true);
    await reader.writeAtEnd('\n\nblanks   \n\n\nno line end  ');
    assert.equal(await reader.saved(), `${before}\n\nblanks   \n\n\nno line end  `);
    await reader.command('undo');
    assert.equal(await reader.saved(), before);
  });

  it('does not ask to remove line separators of the source', async () => {
    await reader.setEverywhere('editor.unusualLineTerminators', 'auto');
    assert.equal(await reader.setting('editor.unusualLineTerminators'), 'off');
  });

  // The oldest editor cuts off what exceeds 43 characters in a line; later ones do as they are told.
  it('asks for every hint of a paragraph in full', async () => {
    assert.equal(await reader.setting('editor.inlayHints.maximumLength'), 0);
  });

  it('offers to mark what says again what was agreed before, the likeliest relation first', async () => {
    await reader.open(council);
    const words =
      'The Governments will open the corridor along the cables to the survey ships of the three parties.';
    await reader.writeAtEnd(`\n\n${words}\n`);
    await reader.findings('source-changed', ...codesLeft, 'unlinked-restatement');
    const before = await reader.text();
    await reader.putCursor('will open the corridor');
    await reader.lightBulb();
    const marking = (way: string) =>
      `Mark the sentence and write that it ${way} “will open the corridor along the cables…” (2030-11-13)`;
    assert.deepEqual(await reader.fixes(), [
      'Quick Fix',
      ...['reaffirms', 'strengthens', 'weakens'].map(marking),
      'Do not report this here',
      'Mend all in the whole collection: A sentence says again what an earlier mark says',
    ]);
    await reader.picture('fixes of a restatement');
    await reader.take(marking('reaffirms'));
    const marked = `[${words.slice(0, -1)}]{.commitment reaffirms="2030-11-council#corridor"}.`;
    assert.equal(await reader.textAfter(before), before.replace(words, marked));
  });

  it('offers to link words that go back to an earlier text', async () => {
    await reader.open(council);
    await reader.writeAtEnd(
      '\n\nAs agreed in November 2030, the Governments [will meet once a year]{.commitment}.\n',
    );
    await reader.findings('source-changed', ...codesLeft, 'unlinked-backreference');
    const before = await reader.text();
    await reader.putCursor('As agreed in');
    await reader.lightBulb();
    assert.deepEqual(await reader.fixes(), [
      'Quick Fix',
      'Link “As agreed” to “Joint Statement of the Third Meeting of…” (2030-11-13)',
      'Do not report this here',
    ]);
    await reader.picture('fixes of a back-reference');
    await reader.take('Link “As agreed”');
    assert.equal(
      await reader.textAfter(before),
      before.replace('As agreed', '[As agreed](2030-11-council#)'),
    );
  });

  it('shows its log', async () => {
    await reader.command('readout.showLog');
    await reader.logged('readouts read in').waitFor();
    await reader.picture('log');
    await reader.command('workbench.action.closePanel');
  });

  it('goes on after the server was started anew', async () => {
    await reader.command('readout.restart');
    await reader.open(council);
    assert.deepEqual(await reader.findings(...codesLeft), leftOnPurpose);
  });

  // The last to write: what it changes in other files stays.
  it('merges an entity into another from the light bulb, wherever it is named', async () => {
    await reader.open('entities/places.yaml');
    await reader.putCursor('tarn-bay:');
    const before = await reader.text();
    await reader.lightBulb();
    assert.deepEqual(await reader.fixes(), ['Rewrite', 'Merge “Tarn Bay” into another entity…']);
    await reader.picture('merge under the light bulb');
    await reader.take('into another entity');
    await reader.choose('stellhaven');
    assert.equal(
      await reader.textAfter(before),
      before
        .replace('  tarn-bay:\n    kind: place\n    name: Tarn Bay\n', '')
        .replace('name: Stellhaven\n', 'name: Stellhaven\n    aliases: [Tarn Bay]\n'),
    );
    await reader.picture('merged entity');
    assert.deepEqual(await reader.complaints(), []);
    await reader.open('2030-11-council.readout.md');
    assert.match(await reader.text(), /^\[Tarn Bay\]\(#stellhaven\), 12–13 November 2030$/m);
  });

  it('asks nobody but this machine', () => {
    assert.deepEqual(session?.strangers, []);
  });
});
