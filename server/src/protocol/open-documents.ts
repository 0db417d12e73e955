import type {
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { Encoding } from '../workspace/columns.ts';
import { linesOf } from '../workspace/lines.ts';

/** A document as the editor has it. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/**
 * How open documents are made and changed, in the encoding that was agreed on. What a client sends
 * without the text or the place it needs is refused by throwing, and the document stays as it was.
 */
export const openDocuments = (
  encoding: () => Encoding,
): TextDocumentsConfiguration<OpenDocument> => ({
  create: (uri, languageId, version, text) => ({
    uri: needed(uri, 'string', 'The URI of a document'),
    languageId: String(languageId),
    version: needed(version, 'number', 'The version of a document'),
    text: needed(text, 'string', 'The text of a document'),
  }),
  update: (document, changes, version) => ({
    ...document,
    version: needed(version, 'number', 'The version of a document'),
    text: changes.reduce((text, change) => changed(text, change, encoding()), document.text),
  }),
});

function changed(text: string, change: TextDocumentContentChangeEvent, encoding: Encoding): string {
  const inserted = needed(change.text, 'string', 'The text of a change');
  if (!('range' in change) || !change.range) return inserted;
  const { start, end } = change.range;
  for (const place of [start?.line, start?.character, end?.line, end?.character]) {
    needed(place, 'number', 'The place of a change');
  }
  const { from, to } = linesOf(text, { encoding, withBom: true }).span(change.range);
  return text.slice(0, Math.min(from, to)) + inserted + text.slice(Math.max(from, to));
}

function needed<T extends string | number>(value: T, type: 'string' | 'number', what: string): T {
  if (typeof value === type) return value;
  throw new TypeError(`${what} should be a ${type}.`);
}
