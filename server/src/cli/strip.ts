import { parseArgs } from 'node:util';
import { fieldsOf } from '../core/front/fields.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { documentOf } from '../core/snapshot/snapshot.ts';
import { sourceHash } from '../core/writing/source.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import { ask, shownPath } from './collection.ts';
import { readText } from './read-text.ts';
import { Refused } from './refused.ts';

/** `readout strip FILE…` and `readout strip --check [paths…]`. */
export async function stripFiles(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  if (values.check) return compare(positionals);
  if (!positionals.length)
    throw new Refused('Name a readout to strip, or use readout strip --check.');
  const sources = positionals.map((path) => strip(parse(readText(path))));
  for (const source of sources) process.stdout.write(source);
  return 0;
}

/** Compares each source with its recorded hash: 0 when all fit, 1 when one does not. */
async function compare(paths: readonly string[]): Promise<number> {
  const { documents, workspace, isAsked } = await ask(paths);
  let fitting = 0;
  let unrecorded = 0;
  let failed = 0;
  for (const { entry } of documents) {
    const document = documentOf(entry);
    const recorded = fieldsOf(document.front).sha256?.text;
    const path = shownPath(entry.uri);
    if (!recorded) unrecorded++;
    else if (recorded.toLowerCase() === sourceHash(strip(document))) {
      fitting++;
      for (const remark of remarks(strip(document))) say(`${path}: information: ${remark}`);
    } else {
      failed++;
      say(
        `${path}: the source differs from the one that was recorded. Restore the words, or record the new source.`,
      );
    }
  }
  for (const uri of workspace.unreadableFiles()) {
    const why = workspace.unreadable(uri);
    if (!why || !isAsked(uri)) continue;
    failed++;
    say(`${shownPath(uri)}: ${unreadableFinding(why).message.what}`);
  }
  say(`${fitting} as recorded, ${failed} not, ${unrecorded} without a recorded source.`);
  return failed ? 1 : 0;
}

/** What the hash does not count, because editors and git change it. */
function* remarks(source: string): Generator<string> {
  if (source.startsWith('\uFEFF'))
    yield 'it begins with a byte order mark, which the hash does not count.';
  if (/\r/.test(source)) yield 'not all its line ends are LF, which the hash does not count.';
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
