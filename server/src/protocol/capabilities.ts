import {
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/tokens.ts';

/** What the server says of itself at the start. */
export const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
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
  workspaceSymbolProvider: true,
  completionProvider: {
    triggerCharacters: ['#', '(', '.', '=', '"', '{', ':', ' '],
  },
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorRewrite,
      `${CodeActionKind.SourceFixAll}.readout`,
    ],
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
  },
};
