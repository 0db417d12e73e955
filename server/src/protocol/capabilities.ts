import {
  CodeActionKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/tokens.ts';
import type { Encoding } from '../workspace/columns.ts';
import { fixAllKind } from './fixing-all.ts';
import { fileOperations } from './watching.ts';

/** The encoding of columns that a client likes best of those we know; UTF-16 where it names none. */
export function encodingFor({ capabilities: client }: InitializeParams): Encoding {
  const wished: unknown = client?.general?.positionEncodings;
  const known = (one: unknown): one is Encoding =>
    one === 'utf-8' || one === 'utf-16' || one === 'utf-32';
  return (Array.isArray(wished) ? wished.find(known) : undefined) ?? 'utf-16';
}

/** Readouts, and folders that may hold some. */
const moved: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.{readout.md,readout}', matches: 'file' } },
  { pattern: { glob: '**', matches: 'folder' } },
];

/** What the server says of itself at the start. */
export const capabilitiesIn = (positionEncoding: Encoding): ServerCapabilities => ({
  positionEncoding,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: { label: 'Readout' },
  workspaceSymbolProvider: { resolveProvider: true },
  callHierarchyProvider: true,
  implementationProvider: true,
  typeDefinitionProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: false },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  renameProvider: { prepareProvider: true },
  completionProvider: {
    resolveProvider: true,
    triggerCharacters: ['#', '(', '.', '=', '"', '{', ':', ' '],
  },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    resolveProvider: true,
  },
  semanticTokensProvider: {
    legend: {
      tokenTypes: [...tokenTypes],
      tokenModifiers: [...tokenModifiers],
    },
    full: true,
    range: false,
  },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didCreate: fileOperations,
      didRename: fileOperations,
      didDelete: fileOperations,
      willRename: { filters: moved },
    },
  },
});
