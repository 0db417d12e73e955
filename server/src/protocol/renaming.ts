import {
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameFilesParams,
  ResponseError,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Entity } from '../core/codebook/codebook.ts';
import { t } from '../core/language.ts';
import { entityAt, mergeEntities } from '../features/rename/merge.ts';
import { mergeCandidates } from '../features/rename/merge-candidates.ts';
import { moved } from '../features/rename/moved.ts';
import { prepareRename, type Renaming, rename } from '../features/rename/rename.ts';
import { type Desk, offsetAt, type Sheet } from './desk.ts';
import type { MergeChoice, MergeChoices, MergeParams, PlaceParams } from './requests.ts';
import { notWhole, refusedNotWhole, whenHeard, whenRead } from './when-read.ts';
import { abilitiesOf, workspaceEdit } from './workspace-edit.ts';

/** Renaming of what is named in a text, and of files. */
export function registerRenaming(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  connection.onPrepareRename(
    desk.answer('rename', async (params, token): Promise<PrepareRenameResult | null | Refused> => {
      const { textDocument, position } = params;
      await whenRead(desk, token);
      const sheet = desk.sheet(textDocument.uri);
      const here = sheet && prepareRename(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      if (!sheet || !here) return null;
      if ('refused' in here) return refusal(here.refused);
      if (!desk.workspace.isWhole(sheet.uri)) return refusedNotWhole();
      return { range: sheet.lines.range(here.span), placeholder: here.placeholder };
    }),
  );

  connection.onRenameRequest(
    desk.answer('rename', async (params, token): Promise<WorkspaceEdit | null | Refused> => {
      const { textDocument, position, newName } = params;
      await whenHeard(desk, token);
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      if (!desk.workspace.isWhole(sheet.uri)) return refusedNotWhole();
      const renaming = rename(sheet.snapshot, sheet.uri, offsetAt(sheet, position), newName);
      return 'refused' in renaming ? refusal(renaming.refused) : editOf(sheet, renaming);
    }),
  );

  connection.onRequest(
    WillRenameFilesRequest.method,
    desk.answer(
      'renaming files',
      async ({ files }: RenameFilesParams, token): Promise<object | null> => {
        await whenHeard(desk, token);
        const moves = files.map(({ oldUri, newUri }) => ({
          from: withoutSlash(desk.ours(oldUri)),
          to: withoutSlash(desk.ours(newUri)),
        }));
        // The editor moves the files whatever the answer is, so that is said, and findings say the rest.
        const isInPart = ({ to }: { to: string }) => !desk.workspace.isWhole(to);
        if (moves.some(isInPart)) {
          connection.window.showWarningMessage(
            t`${notWhole()} What points at the moved files was left as it is.`,
          );
        }
        const edits: WorkspaceEdit[] = [];
        for (const snapshot of desk.workspace.snapshots()) {
          // References never leave their collection, so what leaves it is followed by none.
          const inside = moves.filter(
            (move) => !isInPart(move) && desk.workspace.snapshotOf(move.to) === snapshot,
          );
          const elsewhere = moved(snapshot, inside);
          const edit = workspaceEdit(
            ...[desk, { snapshot, uri: '' }, { edits: [], elsewhere }, abilities()],
          );
          if (elsewhere.length && edit) edits.push(edit);
        }
        return edits.length ? joined(edits) : null;
      },
    ),
  );

  connection.onRequest(
    'readout/mergeChoices',
    desk.answer('merge choices', async ({ uri, position }: PlaceParams, token): Promise<object> => {
      await whenRead(desk, token);
      const sheet = desk.sheet(uri);
      const id = sheet && entityAt(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      const entity = id ? sheet.snapshot.codebook.entities.get(id) : undefined;
      if (!sheet || !entity) return { refused: t`No entity of the codebook is named here.` };
      if (!desk.workspace.isWhole(sheet.uri)) return { refused: notWhole() };
      const first = mergeCandidates(sheet.snapshot, entity.id);
      const others = [...sheet.snapshot.codebook.entities.values()].filter(
        (other) => other !== entity && !first.includes(other),
      );
      // A place is seldom the same as an actor, but somebody may have called it one by mistake.
      const ofKind = others.filter(({ kind }) => kind === entity.kind);
      const ofOther = others.filter(({ kind }) => kind !== entity.kind);
      const found: MergeChoices = {
        entity: choice(entity),
        others: [...first, ...ofKind, ...ofOther].map(choice),
      };
      return found;
    }),
  );

  connection.onRequest(
    'readout/merge',
    desk.answer('merge', async ({ uri, id, into }: MergeParams, token): Promise<object> => {
      await whenHeard(desk, token);
      const sheet = desk.sheet(uri);
      if (!sheet) return { refused: t`This file is not among the readouts that are open here.` };
      if (!desk.workspace.isWhole(sheet.uri)) return { refused: notWhole() };
      const merged = mergeEntities(sheet.snapshot, id, into);
      if ('refused' in merged) return merged;
      const fix = { edits: [], elsewhere: merged.files };
      const edit = workspaceEdit(desk, sheet, fix, abilities());
      return edit ?? { refused: t`This editor cannot carry out the change.` };
    }),
  );

  const abilities = () => abilitiesOf(client());

  function editOf(sheet: Sheet, { files, rename: file }: Renaming): WorkspaceEdit | Refused {
    const fix = { edits: [], elsewhere: files, ...(file && { rename: file }) };
    const edit = workspaceEdit(desk, sheet, fix, abilities());
    return edit ?? refusal(t`This editor cannot rename the file. Rename it outside the editor.`);
  }
}

const choice = ({ id, name, kind }: Entity): MergeChoice => ({ id, name, kind });

type Refused = ResponseError<void>;

const refusal = (why: string): Refused => new ResponseError(LSPErrorCodes.RequestFailed, why);

const withoutSlash = (uri: string): string => uri.replace(/\/$/, '');

/** Edits of several collections, which have no file in common, as one. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  if (edits.some(({ changes }) => changes)) {
    return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
  }
  const annotations = Object.assign({}, ...edits.map(({ changeAnnotations }) => changeAnnotations));
  return {
    documentChanges: edits.flatMap(({ documentChanges }) => documentChanges ?? []),
    ...(Object.keys(annotations).length && { changeAnnotations: annotations }),
  };
}
