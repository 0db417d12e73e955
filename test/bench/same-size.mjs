#!/usr/bin/env node
// A server that does nothing but answer as much as ours does where the answer grows with the collection:
// `--places` references or edits in as many documents, `--symbols` entries of an outline. What it takes is the
// price of the answer itself: making JSON of it, and the way to the client.
import { parseArgs } from 'node:util';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

const { values } = parseArgs({
  options: {
    stdio: { type: 'boolean' },
    places: { type: 'string', default: '1' },
    symbols: { type: 'string', default: '1' },
  },
});
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const range = { start: { line: 17, character: 104 }, end: { line: 17, character: 131 } };
const list = (count, make) => Array.from({ length: Number(count) }, (_, i) => make(i));

connection.onInitialize(() => ({
  capabilities: {
    referencesProvider: true,
    documentSymbolProvider: true,
    renameProvider: { prepareProvider: true },
  },
}));
connection.onReferences(({ textDocument: { uri } }) => list(values.places, () => ({ uri, range })));
connection.onDocumentSymbol(() =>
  list(values.symbols, (i) => ({
    name: `as many words as an entry has, ${i}`,
    detail: 'will · Ardenia, Belmark',
    kind: 20,
    range,
    selectionRange: range,
    children: [],
  })),
);
connection.onPrepareRename(() => range);
connection.onRenameRequest(({ textDocument: { uri }, newName }) => ({
  documentChanges: list(values.places, () => ({
    textDocument: { uri, version: null },
    edits: [{ range, newText: newName }],
  })),
}));
connection.listen();
