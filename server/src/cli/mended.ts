import { readFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import type { MendedAll, Told } from '../features/actions/mend-all.ts';
import { linesOf } from '../workspace/lines.ts';
import { shownPath } from './collection.ts';
import { plain } from './plain.ts';
import { Refused, refusalOf } from './refused.ts';
import { leftAsItIs, writeFile } from './write.ts';

/**
 * Writes edits into a file, unless it has changed since it was read, or its source would not
 * hold; says on standard error why where it does not. Gives whether it was written.
 */
export function isWritten(
  { uri, text }: Pick<Entry, 'uri' | 'text'>,
  { edits }: MendedAll,
  keeps: (before: string, after: string) => boolean,
): boolean {
  const path = URI.parse(uri).fsPath;
  const shown = shownPath(uri);
  const next = applyEdits(text, edits);
  try {
    // The promise of the product, held before a byte is written.
    if (!keeps(text, next)) throw leftAsItIs(shown, 'Its source would not have stayed the same.');
    if (readFileSync(path, 'utf8') !== text) throw leftAsItIs(shown, 'It was changed meanwhile.');
    writeFile(path, next, shown);
    return true;
  } catch (error) {
    const { message } = error instanceof Refused ? error : leftAsItIs(shown, refusalOf(error));
    process.stderr.write(`readout: ${message}\n`);
    return false;
  }
}

/** Says line by line what was done to a document, or would be, and what is left. */
export function show(uri: string, { done, left }: Omit<MendedAll, 'edits'>, isDone: boolean): void {
  say(shownPath(uri));
  const rows = [
    ...done.map((one) => row({ ...one, says: small(one.says) }, isDone ? 'done' : 'would')),
    ...left.map((one) => row(one, 'left')),
  ];
  rows.sort((a, b) => a.line - b.line);
  for (const { text } of rows) say(text);
}

function row(
  { says, from, text }: Told,
  what: 'done' | 'would' | 'left',
): { line: number; text: string } {
  const line = linesOf(text).position(from).line + 1;
  return { line, text: `  ${String(line).padEnd(5)} ${what.padEnd(6)} ${says}` };
}

/** A title in the middle of a line. */
const small = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const say = (line: string): void => void process.stdout.write(`${plain(line)}\n`);
