import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  type Diagnostic,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { t } from '../core/language.ts';
import type { Span } from '../core/text.ts';
import type { Insertion } from '../core/writing/insert.ts';
import { type Action, actions, carryOut, type Deed } from '../features/actions/actions.ts';
import { annotate, annotateChoices } from '../features/actions/annotate.ts';
import { link, linkChoices } from '../features/actions/link.ts';
import { addNote } from '../features/actions/note.ts';
import { removeAnnotation } from '../features/actions/remove.ts';
import { entityAt } from '../features/rename/merge.ts';
import type { Desk, Sheet } from './desk.ts';
import { editEverywhere, fileActions, isEverywhere } from './fixing-all.ts';
import type {
  AnnotateChoices,
  AnnotateParams,
  LinkChoices,
  LinkChoicesParams,
  LinkParams,
  NoteParams,
  RangeParams,
  Refusal,
} from './requests.ts';
import { refusedNotWhole, whenHeard } from './when-read.ts';
import { abilitiesOf, type EditAbilities, workspaceEdit } from './workspace-edit.ts';

/** What an action needs when it is taken at last. */
interface Waiting {
  readonly uri: string;
  readonly span: Span;
  readonly deed: Deed;
}

/** Code actions, and the requests behind our client's commands that annotate. */
export function registerEditing(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  const abilities = (): EditAbilities => abilitiesOf(client());

  connection.onCodeAction(
    desk.answer('code actions', (params: CodeActionParams): CodeAction[] => {
      const sheet = desk.sheet(params.textDocument.uri);
      if (!sheet) return [];
      const span = sheet.lines.span(params.range);
      const wanted = (kind: string) => isWanted(kind, params.context.only);
      const found = fileActions(desk, sheet, params.context.only, abilities());
      if (!wanted(CodeActionKind.QuickFix) && !wanted(CodeActionKind.Refactor)) return found;
      // No bulb beside each name that is linked: merging is there for those who ask.
      const isAsked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
      for (const action of actions(sheet.snapshot, sheet.uri, span)) {
        if (!wanted(kindOf(action))) continue;
        if (action.deed.does === 'merge' && (!isAsked || desk.runsCommands())) continue;
        const made = codeAction(sheet, span, action, params.context.diagnostics);
        if (made) found.push(made);
      }
      if (desk.runsCommands() && wanted(CodeActionKind.QuickFix)) {
        offerToTakeOver(found, params.context.diagnostics);
      }
      if (isAsked && desk.runsCommands() && wanted(CodeActionKind.RefactorRewrite)) {
        found.push(...mergeAction(sheet, span));
      }
      return found;
    }),
  );

  connection.onCodeActionResolve(
    desk.answer('code action', async (action: CodeAction, token) => {
      // Editors ask for the edit of whatever has none: of what is a command, too.
      if (action.command) return action;
      const { uri, span, deed } = action.data as Waiting;
      if (deed.does === 'merge') {
        await whenHeard(desk, token);
        if (!desk.workspace.isWhole(uri)) return refusedNotWhole();
      }
      const sheet = desk.sheet(uri);
      if (!sheet) return action;
      const edit = isEverywhere(deed)
        ? await editEverywhere(connection, desk, sheet, deed, abilities(), token)
        : editOf(sheet, span, deed);
      if (edit instanceof ResponseError) return edit;
      return edit ? { ...action, edit } : action;
    }),
  );

  function codeAction(
    sheet: Sheet,
    span: Span,
    action: Action,
    diagnostics: readonly Diagnostic[],
  ): CodeAction | undefined {
    const { title, deed, preferred, finding } = action;
    const mended = diagnostics.filter(
      ({ code, range }) =>
        code === finding?.code && sheet.lines.offset(range.start) === finding?.from,
    );
    const made: CodeAction = {
      title,
      kind: kindOf(action),
      ...(mended.length && { diagnostics: mended }),
      ...(preferred && { isPreferred: true }),
    };
    const waits = client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit');
    if (waits && deed.does !== 'fix') {
      return { ...made, data: { uri: sheet.uri, span, deed } satisfies Waiting };
    }
    // Nobody should wait for the whole collection to see a menu.
    if (isEverywhere(deed)) return undefined;
    const edit = editOf(sheet, span, deed);
    return edit && { ...made, edit };
  }

  function editOf(sheet: Sheet, span: Span, deed: Deed): WorkspaceEdit | undefined {
    const done = carryOut(sheet.snapshot, sheet.uri, span, deed);
    return 'refused' in done ? undefined : workspaceEdit(desk, sheet, done, abilities());
  }

  /** Registers a request of our own client about a range of a readout. */
  function onRange<P extends RangeParams, R extends object>(
    method: string,
    handle: (sheet: Sheet, span: Span, params: P) => R | Refusal,
  ): void {
    connection.onRequest(
      method,
      desk.answer(method, (params: P): object => {
        const sheet = desk.sheet(params.uri);
        if (!sheet) return { refused: t`This file is not among the readouts that are open here.` };
        return handle(sheet, sheet.lines.span(params.range), params);
      }),
    );
  }

  const inserted = (sheet: Sheet, insertion: Insertion): WorkspaceEdit | Refusal => {
    if ('refused' in insertion) return insertion;
    const edit = workspaceEdit(desk, sheet, insertion, abilities());
    return edit ?? { refused: t`This editor cannot carry out the change.` };
  };

  onRange<RangeParams, AnnotateChoices>('readout/annotateChoices', (sheet, span) => {
    const choices = annotateChoices(sheet.snapshot, sheet.uri, span);
    if ('refused' in choices) return choices;
    const kinds = choices.kinds.map(({ kind, count }) => ({
      ...{ name: kind.name, means: t(kind.means), registered: kind.registered, count },
    }));
    return { range: sheet.lines.range(choices.span), kinds, id: choices.id };
  });
  onRange<AnnotateParams, WorkspaceEdit>('readout/annotate', (sheet, span, { kind, id }) =>
    inserted(sheet, annotate(sheet.snapshot, sheet.uri, span, kind, id)),
  );
  onRange<LinkChoicesParams, LinkChoices>('readout/linkChoices', (sheet, span, { query }) => {
    const choices = linkChoices(sheet.snapshot, sheet.uri, span, query);
    return 'refused' in choices ? choices : { items: choices.items, more: choices.more };
  });
  onRange<LinkParams, WorkspaceEdit>('readout/link', (sheet, span, { target }) =>
    inserted(sheet, link(sheet.snapshot, sheet.uri, span, target)),
  );
  onRange<NoteParams, WorkspaceEdit>('readout/note', (sheet, span, { text }) =>
    inserted(sheet, addNote(sheet.snapshot, sheet.uri, span, text)),
  );
  onRange<RangeParams, WorkspaceEdit>('readout/remove', (sheet, span) =>
    inserted(sheet, removeAnnotation(sheet.snapshot, sheet.uri, span)),
  );
}

/** In our client one action, behind which all entities can be chosen from. */
function mergeAction({ snapshot, uri }: Sheet, { from }: Span): CodeAction[] {
  const entity = snapshot.codebook.entities.get(entityAt(snapshot, uri, from) ?? '');
  if (!entity) return [];
  const title = t`Merge “${entity.name}” into another entity…`;
  return [
    { title, kind: CodeActionKind.RefactorRewrite, command: { title, command: 'readout.merge' } },
  ];
}

/** Puts beside the fix that records a changed source the way to put the corrected one under the annotations. */
function offerToTakeOver(found: CodeAction[], asked: readonly Diagnostic[]): void {
  const isChanged = ({ code }: Diagnostic) => code === 'source-changed';
  const at = found.findIndex(({ diagnostics }) => diagnostics?.some(isChanged));
  if (at < 0) return;
  const title = t`Take over a revised source…`;
  const diagnostics = asked.filter(isChanged);
  const command = { title, command: 'readout.revise' };
  found.splice(at + 1, 0, { title, kind: CodeActionKind.QuickFix, diagnostics, command });
}

const kindOf = ({ kind }: Action): string =>
  kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;

/** Whether the client asked for actions of a kind; without a wish it gets all of them. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only ||
  only.some((wish) => kind === wish || kind.startsWith(`${wish}.`) || wish.startsWith(`${kind}.`));
