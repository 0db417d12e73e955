import type { CancellationToken, Connection, SymbolInformation } from 'vscode-languageserver';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { type SymbolFound, type SymbolsFound, symbols } from '../features/symbols.ts';
import type { Desk } from './desk.ts';
import { once } from './once.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** Symbols of the workspace: every collection's best, one after the other. */
export function registerSymbols(connection: Connection, desk: Desk): void {
  const informed = once<SymbolsFound, SymbolInformation[]>();

  connection.onWorkspaceSymbol(
    desk.answer('workspace symbols', async ({ query }, token): Promise<SymbolInformation[]> => {
      // Half of a collection would be taken for all of it, and no editor asks again by itself.
      await Promise.race([desk.workspace.whenSettled, cancelled(token)]);
      const answers: SymbolInformation[][] = [];
      for (const snapshot of [...desk.workspace.snapshots()]) {
        if (answers.length) await desk.pause();
        if (token.isCancellationRequested) break;
        const found = symbols(snapshot, query);
        const first = () => {
          tellMore(desk, query, found);
          return [...shown(desk, snapshot, found)];
        };
        answers.push(informed(found, first));
      }
      return answers.flat();
    }),
  );
}

/** Says that there are more, behind the answer: it should not wait for that. */
function tellMore(desk: Desk, query: string, { more }: SymbolsFound): void {
  if (more <= 0 || !query) return;
  void desk.pause().then(() => {
    desk.log(`“${query}”: ${more} more symbols; type more to see them`);
  });
}

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise((resolve) => void token.onCancellationRequested(() => resolve()));

function* shown(desk: Desk, snapshot: Snapshot, found: SymbolsFound): Generator<SymbolInformation> {
  for (const symbol of found.symbols) {
    const lines = desk.linesOf(snapshot, symbol.uri);
    const uri = desk.theirs(symbol.uri);
    if (lines) yield information(symbol, { uri, range: lines.range(symbol.span) });
  }
}

const information = (
  { name, kind, container, date }: SymbolFound,
  location: SymbolInformation['location'],
): SymbolInformation => ({
  name,
  kind: symbolKindOf(kind),
  location,
  containerName: date ? `${container}, ${date}` : container,
});
