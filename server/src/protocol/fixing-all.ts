import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAll } from '../features/actions/fix-all.ts';
import { type DocumentEdits, fixEverywhere } from '../features/actions/fix-everywhere.ts';
import { rules } from '../rules/index.ts';
import type { Desk, Sheet } from './desk.ts';
import { type EditAbilities, workspaceEdit } from './workspace-edit.ts';

/** How long one piece of looking through a collection may take, in milliseconds. */
const pieceTime = 8;

/** Every fix of a file at once; with a finding's code behind it, those of one sort. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.readout`;

/** The actions for a whole file that are asked for with `only`: everything, or all of one code. */
export function fileActions(
  desk: Desk,
  sheet: Sheet,
  only: readonly string[] | undefined,
  can: EditAbilities,
): CodeAction[] {
  return fixAllWishes(only).flatMap(({ kind, code }) => {
    const edits = fixAll(sheet.snapshot, sheet.uri, code)?.edits ?? [];
    const edit = edits.length ? workspaceEdit(desk, sheet, { edits }, can) : undefined;
    const title = code ? `Mend all of ${code}` : 'Mend all that can be mended';
    return edit ? [{ title, kind, edit }] : [];
  });
}

/** One collection as it was when the request came; a text that has changed since makes the answer void. */
export async function editEverywhere(
  desk: Desk,
  { snapshot, uri }: Sheet,
  code: string,
  can: EditAbilities,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<void> | undefined> {
  const elsewhere: DocumentEdits[] = [];
  let until = performance.now() + pieceTime;
  for (const one of fixEverywhere(snapshot, code)) {
    if (one) elsewhere.push(one);
    if (performance.now() < until) continue;
    await desk.pause();
    if (token.isCancellationRequested) return undefined;
    until = performance.now() + pieceTime;
  }
  const { entries } = desk.workspace.snapshotOf(uri);
  const isOld = (one: DocumentEdits) =>
    entries.get(one.uri)?.text !== snapshot.entries.get(one.uri)?.text;
  if (elsewhere.some(isOld)) return changedMeanwhile;
  return workspaceEdit(desk, { snapshot, uri }, { edits: [], elsewhere }, can);
}

/** The kinds of *fix all* that a client asked for, `source.fixAll.readout` or with the code of one finding behind it. */
function fixAllWishes(only: readonly string[] = []): { kind: string; code: string | undefined }[] {
  const isGeneral = (wish: string) => fixAllKind === wish || fixAllKind.startsWith(`${wish}.`);
  if (only.some(isGeneral)) return [{ kind: fixAllKind, code: undefined }];
  return rules
    .map(({ code }) => ({ kind: `${fixAllKind}.${code}`, code }))
    .filter(({ kind }) => only.includes(kind));
}

const changedMeanwhile = new ResponseError<void>(
  LSPErrorCodes.ContentModified,
  'A text was changed before all that can be mended was found.',
);
