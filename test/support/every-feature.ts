import type { Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { actions, carryOut } from '../../server/src/features/actions/actions.ts';
import { annotateChoices } from '../../server/src/features/actions/annotate.ts';
import { fixAll } from '../../server/src/features/actions/fix-all.ts';
import { linkChoices } from '../../server/src/features/actions/link.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { folds } from '../../server/src/features/folding.ts';
import { earlierStages, laterStages, threadStart } from '../../server/src/features/hierarchy.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { implementations } from '../../server/src/features/implementation.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { lenses, lensText } from '../../server/src/features/lenses.ts';
import { links } from '../../server/src/features/links.ts';
import { marks } from '../../server/src/features/marks.ts';
import { nextMark } from '../../server/src/features/next-mark.ts';
import { unmarked } from '../../server/src/features/next-unmarked.ts';
import { outline } from '../../server/src/features/outline/outline.ts';
import { references } from '../../server/src/features/references.ts';
import { moved } from '../../server/src/features/rename/moved.ts';
import { prepareRename, rename } from '../../server/src/features/rename/rename.ts';
import { selectionSteps } from '../../server/src/features/selection.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { threadAt } from '../../server/src/features/thread.ts';
import { tokens } from '../../server/src/features/tokens.ts';
import { typeDefinition } from '../../server/src/features/type-definition.ts';

type Ask = (snapshot: Snapshot, uri: string, offset: number) => unknown;

/** What an editor may ask at a place of a file. A new feature is a line here, and is then soaked and fuzzed. */
export const everyFeature: Readonly<Record<string, Ask>> = {
  hover: (snapshot, uri, offset) => hover(snapshot, uri, offset, { asOf: '2033-01-01' }),
  definition,
  references: (snapshot, uri, offset) => references(snapshot, uri, offset, true),
  highlights,
  completion,
  implementations,
  'type definition': typeDefinition,
  hierarchy: (snapshot, uri, offset) =>
    threadStart(snapshot, uri, offset).map((stage) => [
      stage,
      laterStages(snapshot, stage),
      earlierStages(snapshot, stage),
    ]),
  lenses: (snapshot, uri) => lenses(snapshot, uri)?.map(({ id }) => lensText(snapshot, uri, id)),
  'inlay hints': (snapshot, uri, offset) =>
    inlayHints(snapshot, uri, { from: offset, to: offset + 500 }, everyHint),
  folds,
  selection: selectionSteps,
  links,
  outline: (snapshot, uri) => outline(snapshot, uri),
  tokens: (snapshot, uri) => tokens(snapshot, uri),
  drawing: (snapshot, uri) => marks(snapshot, uri),
  'next mark': (snapshot, uri, offset) => nextMark(snapshot, uri, offset, 'next'),
  'previous mark': (snapshot, uri, offset) => nextMark(snapshot, uri, offset, 'previous'),
  symbols: (snapshot, uri, offset) => symbols(snapshot, wordAt(snapshot, uri, offset)),
  actions: (snapshot, uri, offset) => {
    const span = { from: offset, to: offset + (offset % 13) };
    const found = actions(snapshot, uri, span);
    return found.map((action) => [action.title, carryOut(snapshot, uri, span, action.deed)]);
  },
  'what is named': prepareRename,
  rename: (snapshot, uri, offset) => rename(snapshot, uri, offset, 'zz-new-name'),
  'moved files': (snapshot, uri) =>
    moved(snapshot, [{ from: uri, to: 'file:///c/moved.readout.md' }]),
  thread: (snapshot, uri, offset) => {
    const thread = threadAt(snapshot, uri, offset);
    const shown = thread?.members.map(({ entry, index, words, actors, due }) => [
      ...[entry.uri, index, words, actors, due],
    ]);
    return thread && [shown, thread.steps];
  },
  'what is not marked': (snapshot, uri) => unmarked(snapshot, uri),
  'fix all': (snapshot, uri) => fixAll(snapshot, uri),
  annotate: (snapshot, uri, offset) =>
    annotateChoices(snapshot, uri, { from: offset, to: offset + 9 }),
  link: (snapshot, uri, offset) =>
    linkChoices(snapshot, uri, { from: offset, to: offset }, wordAt(snapshot, uri, offset)),
};

const everyHint = { names: true, actors: true, status: true };

const wordAt = (snapshot: Snapshot, uri: string, offset: number): string =>
  /\p{L}+/u.exec(snapshot.entries.get(uri)?.text.slice(offset) ?? '')?.[0] ?? '';
