import { Range, Uri, window } from 'vscode';
import type { DrawnMark } from '../../../server/src/protocol/requests.ts';

/** Opens a document at a place; links in hovers and findings call it with JSON. */
export async function goTo(uri: unknown, range?: DrawnMark['range']): Promise<void> {
  if (typeof uri !== 'string') return;
  const selection = range && {
    selection: new Range(
      range.start.line,
      range.start.character,
      range.end.line,
      range.end.character,
    ),
  };
  await window.showTextDocument(Uri.parse(uri), selection);
}
