import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { fileNameOf } from '../core/snapshot/keys.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Fix } from '../rules/rule.ts';
import { linesOf } from '../workspace/lines.ts';
import { textEdits } from './convert.ts';
import type { Desk, Sheet } from './desk.ts';

/** What a client can carry out. */
export interface EditAbilities {
  readonly versions: boolean;
  readonly create: boolean;
  readonly rename: boolean;
  /** Whether it can show what an edit of a file is for before it is carried out. */
  readonly annotations: boolean;
}

export function abilitiesOf({ workspace }: ClientCapabilities): EditAbilities {
  const can = workspace?.workspaceEdit;
  const operations = can?.resourceOperations ?? [];
  return {
    versions: can?.documentChanges === true,
    create: operations.includes('create'),
    rename: operations.includes('rename'),
    annotations: can?.changeAnnotationSupport !== undefined,
  };
}

/** The edits of one file as a client takes them. */
interface Changed {
  readonly uri: string;
  readonly edits: TextEdit[];
}

/**
 * The changes of a fix as one edit; undefined where they need what the client cannot do. Files are
 * created and renamed only where nothing is overwritten. Changes of several files are grouped by file, each
 * with its title and how many there are, for the preview.
 */
export function workspaceEdit(
  desk: Desk,
  sheet: Pick<Sheet, 'snapshot' | 'uri'>,
  fix: Omit<Fix, 'title'>,
  can: EditAbilities,
): WorkspaceEdit | undefined {
  const { snapshot } = sheet;
  const files = [{ uri: sheet.uri, edits: fix.edits }, ...(fix.elsewhere ?? [])];
  const changed = files.flatMap(({ uri, edits }): Changed[] => {
    const lines = desk.linesOf(snapshot, uri);
    return lines && edits.length ? [{ uri, edits: textEdits(edits, lines) }] : [];
  });
  if (!can.versions) {
    if (fix.create?.length || fix.rename) return undefined;
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, edits } of changed) changes[desk.theirs(uri)] = edits;
    return { changes };
  }
  if ((fix.create?.length && !can.create) || (fix.rename && !can.rename)) return undefined;
  const isGrouped = can.annotations && changed.length > 1;
  const documentChanges = [
    ...changed.map((file) => documentEdit(desk, file, isGrouped)),
    ...(fix.create ?? []).flatMap(created),
    ...(fix.rename ? [renamed(desk, fix.rename)] : []),
  ];
  if (!isGrouped) return { documentChanges };
  const changeAnnotations = Object.fromEntries(
    changed.map((file) => [file.uri, annotationOf(snapshot, file)]),
  );
  return { documentChanges, changeAnnotations };
}

function documentEdit(desk: Desk, { uri, edits }: Changed, isGrouped: boolean): TextDocumentEdit {
  const version = desk.workspace.bufferOf(uri)?.version ?? null;
  const grouped = (): AnnotatedTextEdit[] => edits.map((edit) => ({ ...edit, annotationId: uri }));
  return {
    textDocument: { uri: desk.theirs(uri), version },
    edits: isGrouped ? grouped() : edits,
  };
}

function annotationOf({ entries }: Snapshot, { uri, edits }: Changed): ChangeAnnotation {
  const { title, date } = entries.get(uri)?.summary ?? {};
  const label = title ? [date, title].filter(Boolean).join(', ') : fileNameOf(uri);
  const description = `${edits.length} ${edits.length === 1 ? 'place' : 'places'}`;
  return { label, description, needsConfirmation: false };
}

const safely = { overwrite: false, ignoreIfExists: false };

function created({
  uri,
  text,
}: {
  readonly uri: string;
  readonly text: string;
}): [CreateFile, TextDocumentEdit] {
  const range = linesOf('').range({ from: 0, to: 0 });
  return [
    { kind: 'create', uri, options: safely },
    { textDocument: { uri, version: null }, edits: [{ range, newText: text }] },
  ];
}

const renamed = (desk: Desk, { from, to }: NonNullable<Fix['rename']>): RenameFile => ({
  kind: 'rename',
  oldUri: desk.theirs(from),
  newUri: to,
  options: safely,
});
