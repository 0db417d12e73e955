import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { t } from '../core/language.ts';
import type { Deed } from '../features/actions/actions.ts';
import { fixAll } from '../features/actions/fix-all.ts';
import { fixEverywhere } from '../features/actions/fix-everywhere.ts';
import { linkEverywhere } from '../features/actions/link-everywhere.ts';
import { mendCodebook } from '../features/actions/mend-codebook.ts';
import { rules } from '../rules/index.ts';
import type { FileEdit } from '../rules/rule.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk, Sheet } from './desk.ts';
import { searching } from './progress.ts';
import { refusedNotWhole } from './when-read.ts';
import { type EditAbilities, workspaceEdit } from './workspace-edit.ts';

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
    const codes = code === undefined ? undefined : new Set([code]);
    const { edits } = fixAll(sheet.snapshot, sheet.uri, code) ??
      mendCodebook(sheet.snapshot, sheet.uri, codes) ?? { edits: [] };
    const edit = edits.length ? workspaceEdit(desk, sheet, { edits }, can) : undefined;
    const title = code ? t`Mend all of ${code}` : t`Mend all that can be mended`;
    return edit ? [{ title, kind, edit }] : [];
  });
}

/** What looks through a whole collection. */
export type DeedEverywhere = Extract<Deed, { does: 'fix-everywhere' | 'link-everywhere' }>;

export const isEverywhere = (deed: Deed): deed is DeedEverywhere =>
  deed.does === 'fix-everywhere' || deed.does === 'link-everywhere';

/**
 * The edit of a whole collection as it was when the request came; a text that has changed since makes the
 * answer void. Undefined where somebody has cancelled it.
 */
export async function editEverywhere(
  connection: Connection,
  desk: Desk,
  { snapshot, uri }: Sheet,
  deed: DeedEverywhere,
  can: EditAbilities,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<void> | undefined> {
  if (!desk.workspace.isWhole(uri)) return refusedNotWhole();
  const elsewhere: FileEdit[] = [];
  const pause = pacing(desk.pause);
  const progress = searching(connection);
  const isOver = () => token.isCancellationRequested || progress.isCancelled();
  let looked = 0;
  for (const one of documents(snapshot, deed)) {
    if (one) elsewhere.push(one);
    progress.report(++looked, snapshot.entries.size);
    await pause();
    if (isOver()) break;
  }
  progress.done();
  if (isOver()) return undefined;
  const { entries } = desk.workspace.snapshotOf(uri);
  const isOld = (one: FileEdit) =>
    entries.get(one.uri)?.text !== snapshot.entries.get(one.uri)?.text;
  if (elsewhere.some(isOld)) return changedMeanwhile();
  return workspaceEdit(desk, { snapshot, uri }, { edits: [], elsewhere }, can);
}

const documents = (snapshot: Sheet['snapshot'], deed: DeedEverywhere) =>
  deed.does === 'fix-everywhere'
    ? fixEverywhere(snapshot, deed.code)
    : linkEverywhere(snapshot, deed.wanted);

/** The kinds of *fix all* that a client asked for, `source.fixAll.readout` or with the code of one finding behind it. */
function fixAllWishes(only: readonly string[] = []): { kind: string; code: string | undefined }[] {
  const isGeneral = (wish: string) => fixAllKind === wish || fixAllKind.startsWith(`${wish}.`);
  if (only.some(isGeneral)) return [{ kind: fixAllKind, code: undefined }];
  return rules
    .map(({ code }) => ({ kind: `${fixAllKind}.${code}`, code }))
    .filter(({ kind }) => only.includes(kind));
}

const changedMeanwhile = (): ResponseError<void> =>
  new ResponseError<void>(
    LSPErrorCodes.ContentModified,
    t`A text was changed before all that can be mended was found.`,
  );
