import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit, Fix, GroupedEdit } from '../rules/rule.ts';
import { linesOf } from '../workspace/lines.ts';
import { textEdits } from './convert.ts';
import type { Desk, Sheet } from './desk.ts';
import { type Groups, groupsOf } from './edit-groups.ts';

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

/** The edits of one file, and as a client takes them. */
interface Changed extends FileEdit {
  readonly made: readonly TextEdit[];
}

/**
 * The changes of a fix as one edit; undefined where they need what the client cannot do. Files are
 * created and renamed only where nothing is overwritten. For the preview, changes that have a group are shown
 * by their groups, and made only if they are confirmed there; of others those of several files by file.
 */
export function workspaceEdit(
  desk: Desk,
  sheet: Pick<Sheet, 'snapshot' | 'uri'>,
  fix: Omit<Fix, 'title'>,
  can: EditAbilities,
): WorkspaceEdit | undefined {
  const { snapshot } = sheet;
  const files: FileEdit[] = [{ uri: sheet.uri, edits: fix.edits }, ...(fix.elsewhere ?? [])];
  const changed = files.flatMap(({ uri, edits }): Changed[] => {
    const lines = desk.linesOf(snapshot, uri);
    return lines && edits.length ? [{ uri, edits, made: textEdits(edits, lines) }] : [];
  });
  if (!can.versions) {
    if (fix.create?.length || fix.rename) return undefined;
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, made } of changed) changes[desk.theirs(uri)] = [...made];
    return { changes };
  }
  if ((fix.create?.length && !can.create) || (fix.rename && !can.rename)) return undefined;
  const groups = can.annotations ? groupsOf(changed, snapshot) : undefined;
  const documentChanges = [
    ...changed.map((file) => documentEdit(desk, file, groups)),
    ...(fix.create ?? []).flatMap(created),
    ...(fix.rename ? [renamed(desk, fix.rename)] : []),
  ];
  return { documentChanges, ...(groups && { changeAnnotations: groups.annotations }) };
}

function documentEdit(
  desk: Desk,
  { uri, edits, made }: Changed,
  groups: Groups | undefined,
): TextDocumentEdit {
  const version = desk.workspace.bufferOf(uri)?.version ?? null;
  const grouped = ({ idOf }: Groups): AnnotatedTextEdit[] =>
    made.map((edit, i) => ({ ...edit, annotationId: idOf(uri, edits[i] as GroupedEdit) }));
  return {
    textDocument: { uri: desk.theirs(uri), version },
    edits: groups ? grouped(groups) : [...made],
  };
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
