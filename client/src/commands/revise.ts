import { l10n, window } from 'vscode';
import type { FateShown, RevisedText } from '../../../server/src/protocol/revised-text.ts';
import { isReadout } from '../options.ts';
import type { Desk } from './desk.ts';
import { applyAnswer, granted } from './edit.ts';
import { nameOf } from './places.ts';
import { type Block, type List, showList, written } from './revised-list.ts';
import { chooseSource, openTexts } from './sources.ts';
import { today } from './today.ts';

/**
 * Take Over a Revised Source…: puts a corrected text under the annotations of the readout that is shown, once
 * the reader has seen how many of them it keeps, and lists beside it what is not as it was.
 */
export async function revise(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isReadout(editor.document)) return;
  const { document } = editor;
  const source = await chooseSource(desk, l10n.t('Take over a revised source'), openTexts());
  if (!source) return;
  const { version } = document;
  const params = { uri: document.uri.toString(), text: source.text, retrieved: today() };
  const made = granted(desk, await desk.ask('readout/revise', params));
  const name = nameOf(document.uri);
  if (!made || !(await isWanted(name, made))) return;
  if (!(await applyAnswer(desk, editor, version, made.edit)) || !made.others.length) return;
  await showList(document.uri, listOf(name, made));
}

async function isWanted(name: string, made: RevisedText): Promise<boolean> {
  const takeOver = l10n.t('Take Over');
  const next = made.others.length
    ? l10n.t('What is changed or lost will be listed beside the text. You can undo it in one step.')
    : l10n.t('You can undo it in one step.');
  const said = await window.showInformationMessage(
    l10n.t('Take over the revised source into {0}?', name),
    { modal: true, detail: `${summaryOf(made)}\n\n${next}` },
    takeOver,
  );
  return said === takeOver;
}

const those = ({ others }: RevisedText, what: FateShown['is']): readonly FateShown[] =>
  others.filter(({ is }) => is === what);

const summaryOf = (made: RevisedText): string =>
  l10n.t(
    'Annotations kept: {0}, changed: {1}, lost: {2}.',
    made.kept,
    those(made, 'changed').length,
    those(made, 'lost').length,
  );

/** What is not as it was, for the reader to work through; annotations as they were written, to be copied. */
function listOf(name: string, made: RevisedText): List {
  const blocks: Block[] = [[name, summaryOf(made)]];
  const lost = those(made, 'lost').map(({ range, written }) => ({ range, lines: [written] }));
  const changed = those(made, 'changed').map(({ range, written, before, after }) => {
    const was = l10n.t('Before: {0}', onOneLine(before));
    return { range, lines: [written, was, l10n.t('Now: {0}', onOneLine(after))] };
  });
  const lostHead = l10n.t(
    'Lost: their words are gone, or no annotation can stand there. Put them by hand where they belong; the line is where they stood.',
  );
  const changedHead = l10n.t(
    'Changed: they stand round what took the place of some of their words. See whether they still hold.',
  );
  if (lost.length) blocks.push([lostHead], ...lost);
  if (changed.length) blocks.push([changedHead], ...changed);
  return written(blocks);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
