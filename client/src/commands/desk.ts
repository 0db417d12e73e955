import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Ask } from '../ask.ts';
import type { Convert } from '../conversion.ts';

/** What a command may need. */
export interface Desk {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly ask: Ask;
  readonly convert: Convert;
}
