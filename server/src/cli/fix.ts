import { parseArgs } from 'node:util';
import { type Entry, onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { type Edit, placeBefore } from '../core/writing/edit.ts';
import { isMended } from '../core/writing/mended.ts';
import { mendAll, type Told } from '../features/actions/mend-all.ts';
import { rules } from '../rules/index.ts';
import { hasFix } from '../rules/page.ts';
import { counted } from '../rules/say.ts';
import { asOfOption, readAsOf } from './as-of.ts';
import { ask } from './collection.ts';
import { isWritten, show } from './mended.ts';
import { Refused } from './refused.ts';

/**
 * `readout fix [--dry-run] [--only CODE] [--as-of DATE] [paths…]`: 0 when nothing at warning or above stands in
 * the files afterwards, 1 when something does, 2 when a file could not be written.
 */
export async function fix(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      'as-of': asOfOption,
    },
  });
  const isDone = !values['dry-run'];
  const codes = values.only.length ? new Set(values.only.map(readCode)) : undefined;
  const asOf = readAsOf(values['as-of']);
  const { documents } = await ask(positionals);
  const count = { done: 0, readouts: 0, left: 0, strong: 0, failed: 0 };
  // What is mended in one document may be what another waits for.
  const collections = new Map<Snapshot, Snapshot>();
  for (const { entry, snapshot } of documents) {
    const now = collections.get(snapshot) ?? onDay(snapshot, asOf);
    const all = mendAll(now, entry.uri, codes);
    if (!all || !(all.done.length || all.left.length)) continue;
    if (isDone && all.done.length && !isWritten(entry, all, isMended)) {
      count.failed++;
      continue;
    }
    collections.set(snapshot, all.snapshot);
    count.done += all.done.length;
    count.left += all.left.length;
    if (all.done.length) count.readouts++;
    count.strong += (isDone ? all.left : [...all.left, ...all.done]).filter(isStrong).length;
    const left = isDone ? all.left : all.left.map((told) => asItIs(told, entry, all.edits));
    show(entry.uri, { ...all, left: left.map(withCode) }, isDone);
  }
  const what = `${counted(count.done, 'finding')} mended in ${counted(count.readouts, 'readout')}, ${count.left} left for you to decide.`;
  process.stdout.write(isDone ? `${what}\n` : `${what} Nothing was written.\n`);
  return count.failed ? 2 : count.strong ? 1 : 0;
}

function readCode(code: string): string {
  const rule = rules.find((one) => one.code === code);
  if (!rule) throw new Refused(`There is no finding “${code}”.`);
  if (!hasFix(rule))
    throw new Refused(`“${code}” needs your judgement: nothing can mend it for you.`);
  return code;
}

/** What is left after mending, at its place in the file, which nothing was written into. */
const asItIs = (told: Told, { text }: Entry, edits: readonly Edit[]): Told => ({
  ...told,
  from: placeBefore(edits, told.from),
  text,
});

const withCode = (told: Told): Told => ({ ...told, says: `${told.says} ${told.code}` });

const isStrong = ({ severity }: Told): boolean => severity === 'error' || severity === 'warning';
