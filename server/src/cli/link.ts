import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { URI } from 'vscode-uri';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import {
  type Linkable,
  type LinkedAll,
  type Linking,
  linkAll,
  linkable,
} from '../features/actions/link-all.ts';
import { counted } from '../rules/say.ts';
import { linesOf } from '../workspace/lines.ts';
import { ask, shownPath } from './collection.ts';
import { Refused, refusalOf } from './refused.ts';
import { writeFile } from './write.ts';

/** `readout link --dry-run|--write [--only entity|document|restatement] [paths…]`: 0 when it ran, 2 when a file could not be written. */
export async function link(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.write === values['dry-run']) {
    throw new Refused(
      'Say --dry-run to see what would be linked, or --write to link it in the files.',
    );
  }
  const only = values.only.length ? values.only.map(readOnly) : everything;
  const { documents } = await ask(positionals);
  const count = { links: 0, readouts: 0, left: 0, failed: 0 };
  for (const { entry, snapshot } of documents) {
    const all = linkAll(snapshot, entry.uri, only);
    if (!all || !(all.linked.length || all.left.length)) continue;
    if (values.write && all.linked.length && !isWritten(entry, all)) {
      count.failed++;
      continue;
    }
    count.links += all.linked.length;
    count.left += all.left.length;
    if (all.linked.length) count.readouts++;
    show(entry, all, values.write);
  }
  const what = `${counted(count.links, 'link')} in ${counted(count.readouts, 'readout')}, ${count.left} left for you to decide.`;
  say(values.write ? what : `${what} Nothing was written: --write does that.`);
  return count.failed ? 2 : 0;
}

const everything = Object.keys(linkable) as Linkable[];

function readOnly(given: string): Linkable {
  const what = everything.find((one) => one === given);
  if (!what) throw new Refused(`--only takes ${everything.join(', ')}, not “${given}”.`);
  return what;
}

/** Writes the links into the file, unless it has changed since it was read; says why where it does not. */
function isWritten({ uri, text }: Entry, { edits }: LinkedAll): boolean {
  const path = URI.parse(uri).fsPath;
  const next = applyEdits(text, edits);
  // The promise of the product, held before a byte is written.
  const isSound = strip(parse(next)) === strip(parse(text));
  try {
    if (!isSound) throw new Refused('Its source would not have stayed the same.');
    if (readFileSync(path, 'utf8') !== text) throw new Refused('It was changed meanwhile.');
    writeFile(path, next);
    return true;
  } catch (error) {
    const why = error instanceof Refused ? error.message : refusalOf(error);
    process.stderr.write(`readout: ${shownPath(uri)} was left as it is. ${why}\n`);
    return false;
  }
}

function show({ uri }: Entry, { linked, left }: LinkedAll, isWritten: boolean): void {
  say(shownPath(uri));
  const rows = [
    ...linked.map((one) => row({ ...one, says: small(one.says) }, isWritten ? 'done' : 'would')),
    ...left.map((one) => row(one, 'left')),
  ];
  rows.sort((a, b) => a.line - b.line);
  for (const { text } of rows) say(text);
}

function row(
  { says, from, text }: Linking,
  what: 'done' | 'would' | 'left',
): { line: number; text: string } {
  const line = linesOf(text).position(from).line + 1;
  return { line, text: `  ${String(line).padEnd(5)} ${what.padEnd(6)} ${says}` };
}

/** A title in the middle of a line. */
const small = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
