import type {
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix } from '../rules/rule.ts';
import { linesOf } from '../workspace/lines.ts';
import { textEdits } from './convert.ts';
import type { Desk, Sheet } from './desk.ts';

/** What a client can carry out. */
export interface EditAbilities {
  readonly versions: boolean;
  readonly create: boolean;
  readonly rename: boolean;
}

/**
 * The changes of a fix as one edit; undefined where they need what the client cannot do. Files are
 * created and renamed only where nothing is overwritten.
 */
export function workspaceEdit(
  desk: Desk,
  sheet: Sheet,
  fix: Omit<Fix, 'title'>,
  can: EditAbilities,
): WorkspaceEdit | undefined {
  const files = [{ uri: sheet.uri, edits: fix.edits }, ...(fix.elsewhere ?? [])];
  const edits = files.flatMap(({ uri, edits: list }) => {
    const lines = desk.linesOf(sheet.snapshot, uri);
    return lines && list.length ? [{ uri, edits: textEdits(list, lines) }] : [];
  });
  if (!can.versions) {
    if (fix.create?.length || fix.rename) return undefined;
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, edits: list } of edits) changes[desk.theirs(uri)] = list;
    return { changes };
  }
  if ((fix.create?.length && !can.create) || (fix.rename && !can.rename)) return undefined;
  const documentChanges: (TextDocumentEdit | CreateFile | RenameFile)[] = edits.map(
    ({ uri, edits: list }) => {
      const version = desk.workspace.bufferOf(uri)?.version ?? null;
      return { textDocument: { uri: desk.theirs(uri), version }, edits: list };
    },
  );
  for (const { uri, text } of fix.create ?? []) {
    const options = { overwrite: false, ignoreIfExists: false };
    const range = linesOf('').range({ from: 0, to: 0 });
    documentChanges.push({ kind: 'create', uri, options });
    documentChanges.push({
      textDocument: { uri, version: null },
      edits: [{ range, newText: text }],
    });
  }
  if (fix.rename) {
    const { from: oldUri, to: newUri } = fix.rename;
    const options = { overwrite: false, ignoreIfExists: false };
    documentChanges.push({ kind: 'rename', oldUri: desk.theirs(oldUri), newUri, options });
  }
  return { documentChanges };
}
