import type {
  ClientCapabilities,
  Connection,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { t } from '../core/language.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { type SymbolFound, type SymbolsFound, symbols } from '../features/symbols.ts';
import type { Desk } from './desk.ts';
import { once } from './once.ts';
import { symbolKindOf } from './symbol-kinds.ts';
import { whenRead } from './when-read.ts';

type Informed = SymbolInformation[] | WorkspaceSymbol[];

/**
 * Symbols of the workspace: every collection's best, one after the other. Where the client asks for the place
 * of the one that is chosen, the lines of no other file are counted.
 */
export function registerSymbols(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  const informed = once<SymbolsFound, Informed>();
  const resolves = () =>
    client().workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true;

  connection.onWorkspaceSymbol(
    desk.answer('workspace symbols', async ({ query }, token): Promise<Informed> => {
      await whenRead(desk, token);
      const answers: Informed[] = [];
      for (const snapshot of [...desk.workspace.snapshots()]) {
        if (answers.length) await desk.pause();
        if (token.isCancellationRequested) break;
        const found = symbols(snapshot, query);
        const first = () => {
          tellMore(desk, query, found);
          return symbolsOf(snapshot, found);
        };
        answers.push(informed(found, first));
      }
      // An answer that stays the same object need not be written again.
      return answers[1] ? (answers.flat() as Informed) : (answers[0] ?? []);
    }),
  );

  connection.onWorkspaceSymbolResolve(
    desk.answer('workspace symbol', (symbol: WorkspaceSymbol): WorkspaceSymbol => {
      const { uri } = symbol.location;
      const range = desk.sheet(uri)?.lines.range(symbol.data as Span);
      return range ? { ...symbol, location: { uri, range } } : symbol;
    }),
  );

  const symbolsOf = (snapshot: Snapshot, found: SymbolsFound): Informed =>
    resolves()
      ? found.symbols.map((one) => ({
          ...information(one),
          location: { uri: desk.theirs(one.uri) },
          data: one.span satisfies Span,
        }))
      : [...placed(desk, snapshot, found)];
}

/** Says that there are more, behind the answer: it should not wait for that. */
function tellMore(desk: Desk, query: string, { more }: SymbolsFound): void {
  if (more <= 0 || !query) return;
  void desk.pause().then(() => {
    desk.log(t`“${query}”: ${more} more symbols; type more to see them`);
  });
}

function* placed(
  desk: Desk,
  snapshot: Snapshot,
  found: SymbolsFound,
): Generator<SymbolInformation> {
  for (const symbol of found.symbols) {
    const lines = desk.linesOf(snapshot, symbol.uri);
    const uri = desk.theirs(symbol.uri);
    if (lines) yield { ...information(symbol), location: { uri, range: lines.range(symbol.span) } };
  }
}

const information = ({ name, kind, container, date }: SymbolFound) => ({
  name,
  kind: symbolKindOf(kind),
  containerName: date ? `${date} · ${container}` : container,
});
