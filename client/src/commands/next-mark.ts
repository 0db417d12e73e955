import { l10n, Range, ViewColumn, window } from 'vscode';
import type { DrawnMark } from '../../../server/src/protocol/requests.ts';
import { say } from '../say.ts';
import type { Desk } from './desk.ts';

export const nextMark = (desk: Desk): Promise<void> => step(desk, 1);
export const previousMark = (desk: Desk): Promise<void> => step(desk, -1);

/** Next Unmarked Commitment: the next words that read as a promise and are not marked, round the end. */
export async function nextUnmarked({ ask, client }: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const found = await ask('readout/unmarked', { uri: editor.document.uri.toString() });
  if (!found) return;
  const ranges = found.map((range) => client.protocol2CodeConverter.asRange(range));
  const cursor = editor.selection.active;
  const at = ranges.findIndex(({ start }) => start.isAfter(cursor));
  const index = Math.max(0, at);
  const range = ranges[index];
  if (!range) {
    say(
      l10n.t(
        'Nothing here reads as an unmarked commitment of the parties in the front matter, or of a name in the codebook.',
      ),
    );
    return;
  }
  await window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? ViewColumn.Active,
    selection: range,
  });
  const place = l10n.t('Unmarked {0} of {1}', index + 1, ranges.length);
  window.setStatusBarMessage(place, 4000);
}

/** Moves the cursor to the first word of the next or previous mark, round the document's end. */
async function step({ ask, client }: Desk, direction: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const drawn = await ask('readout/marks', { uri: editor.document.uri.toString() });
  if (!drawn) return;
  const starts = drawn.marks.map(({ words }) => client.protocol2CodeConverter.asRange(words).start);
  const cursor = editor.selection.active;
  const at =
    direction === 1
      ? starts.findIndex((start) => start.isAfter(cursor))
      : starts.findLastIndex((start) => start.isBefore(cursor));
  const index = at >= 0 ? at : direction === 1 ? 0 : starts.length - 1;
  const start = starts[index];
  if (!start) {
    window.setStatusBarMessage(l10n.t('There is no mark in this document.'), 4000);
    return;
  }
  // Setting the selection would return before the window has it, and a next step right after
  // this one would then begin from the old place.
  await window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? ViewColumn.Active,
    selection: new Range(start, start),
  });
  window.setStatusBarMessage(position(drawn.marks, index), 4000);
}

const position = (marks: readonly DrawnMark[], index: number): string =>
  l10n.t('{0} ({1} of {2})', marks[index]?.badge ?? '', index + 1, marks.length);
