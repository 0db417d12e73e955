/** A document that the requests are about, and what it holds. */
export const uri = 'file:///c/a.readout';
export const text = 'They [act]{#m .commitment} on [it](#m).\n';

const textDocument = { uri };
const position = { line: 0, character: 7 };
const range = { start: position, end: { line: 0, character: 12 } };
export const at = { textDocument, position };

const stage = {
  ...{ name: 'act', kind: 14, uri, range, selectionRange: range },
  data: { index: 0, id: 'm' },
};

/** Every request of an editor, and what it says when it is in order. */
export const requests: Readonly<Record<string, object>> = {
  'textDocument/hover': at,
  'textDocument/definition': at,
  'textDocument/implementation': at,
  'textDocument/typeDefinition': at,
  'textDocument/references': { ...at, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': at,
  'textDocument/documentSymbol': { textDocument },
  'textDocument/completion': at,
  'completionItem/resolve': { label: 'x', data: { answer: 1, item: 0 } },
  'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
  'codeAction/resolve': {
    title: 'x',
    data: { uri, span: { from: 6, to: 9 }, deed: { does: 'annotate', kind: 'place' } },
  },
  'textDocument/codeLens': { textDocument },
  'codeLens/resolve': { range, data: { uri, id: 'm', shares: false } },
  'textDocument/inlayHint': { textDocument, range },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [position] },
  'textDocument/documentLink': { textDocument },
  'textDocument/semanticTokens/full': { textDocument },
  'textDocument/prepareRename': at,
  'textDocument/rename': { ...at, newName: 'n' },
  'textDocument/prepareCallHierarchy': at,
  'callHierarchy/incomingCalls': { item: stage },
  'callHierarchy/outgoingCalls': { item: stage },
  'workspace/symbol': { query: 'act' },
  'workspaceSymbol/resolve': { name: 'act', kind: 14, location: { uri }, data: { from: 6, to: 9 } },
  'workspace/willRenameFiles': { files: [{ oldUri: uri, newUri: 'file:///c/b.readout' }] },
  'readout/marks': { uri, range },
  'readout/annotateChoices': { uri, range },
  'readout/annotate': { uri, range, kind: 'place', id: 'x' },
  'readout/linkChoices': { uri, range, query: '' },
  'readout/link': { uri, range, target: '#m' },
  'readout/note': { uri, range, text: 'x' },
  'readout/remove': { uri, range },
  'readout/mergeChoices': { uri, position },
  'readout/merge': { uri, id: 'a', into: 'b' },
  'readout/thread': { uri, position },
  'readout/series': { uri },
  'readout/versions': { uri },
  'readout/register': { uri },
  'readout/registerOutline': { uri },
  'readout/registerMarks': { wanted: [{ uri, marks: [0] }] },
  'readout/edition': {},
  'readout/howMany': {},
  'readout/unlinked': { uri, sort: 'entity' },
  'readout/unlinkedPlaces': { uri, sort: 'entity', target: 'it' },
  'readout/mendUnlinked': { uri, sort: 'entity', target: 'it', range, deed: 'link' },
  'readout/markHover': { uri, range },
  'readout/collection': { uri },
  'readout/codebook': { uri },
  'readout/import': {
    ...{
      text: 'They met.\n',
      name: 'talks.txt',
      address: 'https://a.example/b',
      lang: 'en',
      joinPages: true,
    },
  },
  'readout/new': { title: 'Talks', date: '2031-05-18', series: 'talks' },
  'readout/seriesChoices': { uri },
  'readout/recordSource': { uri, source: 'talks.txt', text: 'They met.\n' },
  'readout/revise': { uri, text: 'They acted.\n', retrieved: '2033-01-01' },
  'readout/unmarked': { uri },
  'readout/comparables': { uri },
  'readout/issued': { uri },
  'readout/reading': { uri },
  'readout/export': { format: 'csv', collectionOf: uri },
};

/** Every notification of an editor, and what it says when it is in order. */
export const notifications: Readonly<Record<string, object>> = {
  'textDocument/didOpen': {
    textDocument: { uri: 'file:///c/z.readout', languageId: 'readout', version: 1, text },
  },
  'textDocument/didChange': {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: 'x' }],
  },
  'textDocument/didSave': { textDocument },
  'textDocument/didClose': { textDocument: { uri: 'file:///c/y.readout' } },
  'workspace/didChangeWatchedFiles': { changes: [{ uri, type: 1 }] },
  'workspace/didChangeConfiguration': { settings: { readout: { asOf: '2031-01-01' } } },
  'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri }], removed: [{ uri }] } },
  'workspace/didCreateFiles': { files: [{ uri }] },
  'workspace/didRenameFiles': { files: [{ oldUri: uri, newUri: uri }] },
  'workspace/didDeleteFiles': { files: [{ uri }] },
  'window/workDoneProgress/cancel': { token: 'x' },
  '$/cancelRequest': { id: 1 },
  '$/setTrace': { value: 'off' },
};

/** What each capability that the server may tell of stands for; one that is not here has no request. */
export const methodsOf: Readonly<Record<string, readonly string[]>> = {
  hoverProvider: ['textDocument/hover'],
  definitionProvider: ['textDocument/definition'],
  implementationProvider: ['textDocument/implementation'],
  typeDefinitionProvider: ['textDocument/typeDefinition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol', 'workspaceSymbol/resolve'],
  callHierarchyProvider: [
    ...['textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls'],
    'callHierarchy/outgoingCalls',
  ],
  codeLensProvider: ['textDocument/codeLens', 'codeLens/resolve'],
  inlayHintProvider: ['textDocument/inlayHint'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  documentLinkProvider: ['textDocument/documentLink'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  completionProvider: ['textDocument/completion', 'completionItem/resolve'],
  codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
  semanticTokensProvider: ['textDocument/semanticTokens/full'],
  textDocumentSync: [],
  positionEncoding: [],
  workspace: ['workspace/willRenameFiles'],
};
