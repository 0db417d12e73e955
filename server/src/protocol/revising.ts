import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { t } from '../core/language.ts';
import { revised } from '../features/revised.ts';
import { linesOf } from '../workspace/lines.ts';
import type { Desk } from './desk.ts';
import type { Refusal } from './requests.ts';
import type { FateShown, RevisedText, ReviseParams } from './revised-text.ts';
import { abilitiesOf, workspaceEdit } from './workspace-edit.ts';

/** Takes over revised sources; it is the client who asks the reader and makes the edit. */
export function registerRevising(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  connection.onRequest(
    'readout/revise',
    desk.answer('readout/revise', (params: ReviseParams): object => taken(params)),
  );

  function taken({ uri, text, retrieved }: ReviseParams): RevisedText | Refusal {
    const sheet = desk.sheet(uri);
    if (!sheet) return { refused: t`This file is not among the readouts that are open here.` };
    if (!text.trim()) return { refused: t`There is no text to take over.` };
    if (text.includes('\0')) {
      return { refused: t`This is no plain text. Save it as text in UTF-8 and take over that.` };
    }
    const made = revised(sheet.snapshot, sheet.uri, text, retrieved);
    if ('refused' in made) return made;
    const edit = workspaceEdit(desk, sheet, { edits: [made.edit] }, abilitiesOf(client()));
    if (!edit) return { refused: t`This editor cannot carry out the change.` };
    const { fates, text: now } = made.revision;
    const lines = linesOf(now);
    const shown = fates.flatMap(({ is, written, before, after, span }): FateShown[] => {
      return is === 'kept' ? [] : [{ is, written, before, after, range: lines.range(span) }];
    });
    return { edit, kept: fates.length - shown.length, others: shown };
  }
}
