import { commands, Uri } from 'vscode';
import { type Position, ReferencesRequest } from 'vscode-languageclient';
import type { Desk } from './desk.ts';

/** Shows, in the text, who speaks of what stands at a place; the lines above marks call it with JSON. */
export async function showReferences(
  { client }: Desk,
  uri: unknown,
  position?: Position,
): Promise<void> {
  if (typeof uri !== 'string' || !position) return;
  const { protocol2CodeConverter: convert } = client;
  const found = await client.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position,
    context: { includeDeclaration: false },
  });
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    convert.asPosition(position),
    await convert.asReferences(found ?? []),
  );
}
