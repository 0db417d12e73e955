import {
  type EventEmitter,
  type ExtensionContext,
  l10n,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/requests.ts';
import { commandsInMarkdown } from './commands/links.ts';

const readoutNames = '**/*.{readout,readout.md}';
// A codebook may include any YAML file, whatever language the editor takes it for.
const codebookNames = '**/*.{yaml,yml}';

/**
 * What the client tells the language client library, the same in both hosts.
 * `published` fires with a document's address whenever the server reports its findings.
 */
export function clientOptions(
  { extensionUri, storageUri }: ExtensionContext,
  published: EventEmitter<Uri>,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    commands: true,
    hearsChanges: true,
    ...(l10n.bundle && { messages: l10n.bundle }),
    // A server of its own reaches only folders of this machine.
    storage: storageUri?.scheme === 'file' ? storageUri.toString() : null,
    pages: Uri.joinPath(extensionUri, 'docs/rules').toString(),
  };
  return {
    documentSelector: selector(),
    diagnosticCollectionName: 'readout',
    initializationOptions,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        next(uri, diagnostics);
        published.fire(uri);
      },
    },
    markdown: {
      isTrusted: { enabledCommands: commandsInMarkdown },
      supportHtml: false,
      supportThemeIcons: true,
    },
  };
}

/** Whether the document is a readout by its language or its name. */
export const isReadout = ({ languageId, uri }: TextDocument): boolean =>
  languageId === 'readout' || /\.readout(\.md)?$/.test(uri.path);

// Only the schemes that hold files one works on: the left side of a git comparison is the
// same document a second time and would clash with itself.
function selector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = [...new Set(['file', 'untitled', ...folders])];
  return schemes.flatMap((scheme) => [
    { scheme, language: 'readout' },
    { scheme, pattern: readoutNames },
    { scheme, pattern: codebookNames },
  ]);
}
