import type { Connection, SymbolInformation } from 'vscode-languageserver';
import { type SymbolFound, symbols } from '../features/symbols.ts';
import type { Desk } from './desk.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** Symbols of the workspace: every collection's best, one after the other. */
export function registerSymbols(connection: Connection, desk: Desk): void {
  connection.onWorkspaceSymbol(
    desk.answer('workspace symbols', async ({ query }, token): Promise<SymbolInformation[]> => {
      const answer: SymbolInformation[] = [];
      for (const snapshot of [...desk.workspace.snapshots()]) {
        if (answer.length) await desk.pause();
        if (token.isCancellationRequested) break;
        const { symbols: found, more } = symbols(snapshot, query);
        if (more > 0 && query) desk.log(`“${query}”: ${more} more symbols; type more to see them`);
        for (const symbol of found) {
          const lines = desk.linesOf(snapshot, symbol.uri);
          const uri = desk.theirs(symbol.uri);
          if (lines) answer.push(information(symbol, { uri, range: lines.range(symbol.span) }));
        }
      }
      return answer;
    }),
  );
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
