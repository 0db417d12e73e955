import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  ProgressType,
  ResponseError,
} from 'vscode-languageserver';
import { colorOf } from '../core/codebook/color.ts';
import { t } from '../core/language.ts';
import { stemOf } from '../core/snapshot/keys.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Wanted } from '../features/actions/link-everywhere.ts';
import { prepare } from '../features/index/prepare.ts';
import { mendUnlinked, unlinkedDeeds } from '../features/unlinked/mend.ts';
import { unlinkedPlaces } from '../features/unlinked/places.ts';
import {
  isUnlinkedSort,
  type UnlinkedIn,
  unlinkedOf,
  unlinkedTarget,
} from '../features/unlinked/unlinked.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk, Sheet } from './desk.ts';
import { editEverywhere } from './fixing-all.ts';
import { inPieces } from './pieces.ts';
import type { Refusal } from './requests.ts';
import type {
  MendUnlinkedParams,
  UnlinkedChoices,
  UnlinkedParams,
  UnlinkedPlaceShown,
  UnlinkedSheet,
  UnlinkedSort,
  UnlinkedTargetShown,
  UnlinkedThereParams,
} from './unlinked-shown.ts';
import { notWhole, whenRead } from './when-read.ts';
import { abilitiesOf, workspaceEdit } from './workspace-edit.ts';

const sheets = new ProgressType<readonly UnlinkedSheet[]>();

/** So many documents are taken into what findings look up before others get a turn. */
const prepared = 20;

/** What collections say and do not link, for a view of it, and what can be done about it. */
export function registerUnlinked(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  connection.onRequest(
    'readout/unlinked',
    desk.answer('readout/unlinked', async (params: UnlinkedParams, token) => {
      // Half of a collection would be taken for all of it.
      await whenRead(desk, token);
      const { sort, uri, partialResultToken } = params;
      if (!isUnlinkedSort(sort)) return [];
      return inPieces(
        connection,
        sheets,
        partialResultToken,
        all(sort, desk.snapshots(uri), token),
      );
    }),
  );

  connection.onRequest(
    'readout/unlinkedPlaces',
    desk.answer(
      'readout/unlinkedPlaces',
      ({ uri, sort, target }: UnlinkedThereParams): UnlinkedPlaceShown[] | null => {
        const sheet = desk.sheet(uri);
        const isAsked = isUnlinkedSort(sort) && typeof target === 'string';
        if (!sheet || !isAsked) return null;
        const places = unlinkedPlaces(sheet.snapshot, sheet.uri, sort, target);
        return (
          places?.map(({ from, to, ...said }) => ({
            range: sheet.lines.range({ from, to }),
            ...said,
          })) ?? null
        );
      },
    ),
  );

  connection.onRequest(
    'readout/mendUnlinked',
    desk.answer(
      'readout/mendUnlinked',
      async (params: MendUnlinkedParams, token): Promise<object> => {
        const { sort, target, deed } = params;
        if (!isUnlinkedSort(sort) || typeof target !== 'string') return nothing();
        if (deed === 'link-everywhere') return everywhere(params, token);
        const sheet = desk.sheet(params.uri);
        if (!sheet || !unlinkedDeeds.includes(deed)) return nothing();
        return choicesOf(sheet, params, deed);
      },
    ),
  );

  function choicesOf(
    sheet: Sheet,
    { sort, target, range }: MendUnlinkedParams,
    deed: (typeof unlinkedDeeds)[number],
  ): UnlinkedChoices | Refusal {
    const there = { sort, target, ...(range && { span: sheet.lines.span(range) }) };
    const fixes = mendUnlinked(sheet.snapshot, sheet.uri, there, deed);
    if ('refused' in fixes) return fixes;
    const choices = fixes.flatMap((fix) => {
      const edit = workspaceEdit(desk, sheet, fix, abilitiesOf(client()));
      return edit ? [{ title: fix.title, edit }] : [];
    });
    return choices.length ? { choices } : { refused: t`This editor cannot carry out the change.` };
  }

  async function everywhere(
    { uri, sort, target }: MendUnlinkedParams,
    token: CancellationToken,
  ): Promise<UnlinkedChoices | Refusal | ResponseError<void>> {
    await whenRead(desk, token);
    const sheet = desk.sheet(uri);
    if (!sheet) return nothing();
    const code = everywhereCodes[sort];
    if (!code) return { refused: t`These are linked one by one: each has to be read first.` };
    if (!desk.workspace.isWhole(sheet.uri)) return { refused: notWhole() };
    const deed = { does: 'link-everywhere', wanted: { code, target } } as const;
    const edit = await editEverywhere(
      ...([connection, desk, sheet, deed, abilitiesOf(client()), token] as const),
    );
    if (edit instanceof ResponseError) return edit;
    return edit ? { choices: [{ title: '', edit }] } : { choices: [] };
  }

  /** Documents one after the other, with pauses; none any more once it was cancelled. */
  async function* all(
    sort: UnlinkedSort,
    snapshots: readonly Snapshot[],
    token: CancellationToken,
  ): AsyncGenerator<UnlinkedSheet> {
    const pause = pacing(desk.pause);
    let count = 0;
    for (const snapshot of snapshots) {
      const [first] = snapshot.entries.keys();
      if (first === undefined) continue;
      const dated = onDay(snapshot, desk.asOf(first));
      while (comparing.has(sort) && !prepare(dated, prepared)) await pause();
      const numbers = new Map<string, number>();
      for (const found of unlinkedOf(dated, sort)) {
        if (found) {
          const fresh = found.found.filter(({ target }) => !numbers.has(target));
          for (const { target } of fresh) numbers.set(target, count++);
          yield sheetOf(
            dated,
            sort,
            found,
            numbers,
            fresh.map(({ target }) => target),
          );
        }
        await pause();
        if (token.isCancellationRequested) return;
      }
    }
  }

  function sheetOf(
    snapshot: Snapshot,
    sort: UnlinkedSort,
    { entry, found }: UnlinkedIn,
    numbers: ReadonlyMap<string, number>,
    fresh: readonly string[],
  ): UnlinkedSheet {
    const { uri, summary } = entry;
    const { title = stemOf(uri), date } = summary;
    return {
      uri: desk.theirs(uri),
      title,
      ...(date && { date }),
      ...(fresh.length && { targets: fresh.map((target) => shown(snapshot, sort, target, uri)) }),
      found: found.map(({ target, places }) => ({ target: numbers.get(target) ?? 0, places })),
    };
  }

  function shown(
    snapshot: Snapshot,
    sort: UnlinkedSort,
    target: string,
    uri: string,
  ): UnlinkedTargetShown {
    const { names, kind, date, also } = unlinkedTarget(snapshot, sort, target);
    const color = colorOf(snapshot.codebook, kind);
    return {
      target,
      collection: desk.workspace.collectionOf(uri) ?? '',
      ...{ names, also },
      ...(kind && { kind }),
      ...(color && { color }),
      ...(date && { date }),
    };
  }
}

/** What is found by what other documents say. */
const comparing: ReadonlySet<UnlinkedSort> = new Set(['document', 'restatement', 'backreference']);

/** What can be linked in all documents at once. */
const everywhereCodes: Readonly<Partial<Record<UnlinkedSort, Wanted['code']>>> = {
  entity: 'unlinked-mention',
  document: 'unlinked-document',
};

const nothing = (): Refusal => ({
  refused: t`This file is not among the readouts that are open here.`,
});
