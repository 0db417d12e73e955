import type { Connection } from 'vscode-languageserver';
import { keyFrom } from '../core/snapshot/keys.ts';
import { newReadout } from '../core/writing/new-readout.ts';
import type { Desk } from './desk.ts';
import type { Imported, ImportParams, Refusal } from './requests.ts';

/** Makes readouts of texts; it is the client who writes them. */
export function registerImporting(connection: Connection, desk: Desk): void {
  connection.onRequest(
    'readout/import',
    desk.answer('readout/import', (params: ImportParams): object => imported(params)),
  );
}

function imported({ text, name }: ImportParams): Imported | Refusal {
  if (!text.trim()) return { refused: 'There is no text to import.' };
  if (text.includes('\0')) {
    return { refused: 'This is no plain text. Save it as text in UTF-8 and import that.' };
  }
  const made = newReadout(text);
  if (!made) return { refused: 'This text could not be imported without changing it.' };
  // Of a name without an ending all counts, and one that begins with a dot is all name.
  return name ? { ...made, key: keyFrom(name.replace(/(?<=.)\.\w+$/, '')) } : made;
}
