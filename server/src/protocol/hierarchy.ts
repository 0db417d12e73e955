import type { CallHierarchyItem, Connection, Range } from 'vscode-languageserver';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import {
  earlierStages,
  type Leading,
  laterStages,
  type Stage,
  threadStart,
  type Which,
} from '../features/hierarchy.ts';
import { type Desk, offsetAt } from './desk.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** The thread of a mark, as a call hierarchy: who calls it are the later texts that act on it. */
export function registerHierarchy(connection: Connection, desk: Desk): void {
  const { callHierarchy } = connection.languages;

  callHierarchy.onPrepare(
    desk.answer('thread', ({ textDocument, position }): CallHierarchyItem[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const found = threadStart(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      const items = found.flatMap((stage) => itemOf(sheet.snapshot, stage) ?? []);
      return items.length ? items : null;
    }),
  );

  callHierarchy.onIncomingCalls(
    desk.answer('later texts', ({ item }) =>
      leading(item, laterStages, (stage) => stage.uri).map(({ item: from, fromRanges }) => ({
        from,
        fromRanges,
      })),
    ),
  );

  callHierarchy.onOutgoingCalls(
    desk.answer('earlier texts', ({ item }) =>
      leading(item, earlierStages, (_, uri) => uri).map(({ item: to, fromRanges }) => ({
        to,
        fromRanges,
      })),
    ),
  );

  /** One step further; `writtenIn` tells in which document the relation stands. */
  function leading(
    given: CallHierarchyItem,
    step: (snapshot: Snapshot, which: Which) => Leading[],
    writtenIn: (stage: Stage, uri: string) => string,
  ): { item: CallHierarchyItem; fromRanges: Range[] }[] {
    const uri = desk.ours(given.uri);
    const sheet = desk.sheet(uri);
    if (!sheet) return [];
    const { index = -1, id = '' } = (given.data ?? {}) as Partial<Which>;
    return step(sheet.snapshot, { uri, index, id }).flatMap(({ stage, places }) => {
      const item = itemOf(sheet.snapshot, stage);
      const lines = desk.linesOf(sheet.snapshot, writtenIn(stage, uri));
      return item && lines ? [{ item, fromRanges: places.map(lines.range) }] : [];
    });
  }

  function itemOf(snapshot: Snapshot, stage: Stage): CallHierarchyItem | undefined {
    const lines = desk.linesOf(snapshot, stage.uri);
    const { uri, index, id, name, detail, kind, span, words } = stage;
    return (
      lines && {
        ...{ name, detail, kind: symbolKindOf(kind), uri: desk.theirs(uri) },
        ...{ range: lines.range(span), selectionRange: lines.range(words) },
        data: { uri, index, id } satisfies Which,
      }
    );
  }
}
