import { parseArgs } from 'node:util';
import { type Entry, onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { type Edit, placeBefore } from '../core/writing/edit.ts';
import { isMended } from '../core/writing/mended.ts';
import { type MendedAll, mendAll, type Told } from '../features/actions/mend-all.ts';
import { mendCodebook } from '../features/actions/mend-codebook.ts';
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
  const { workspace, isAsked, documents } = await ask(positionals);
  const count = { done: 0, readouts: 0, codebooks: 0, left: 0, strong: 0, failed: 0 };
  // What is mended in one file may be what another waits for.
  const collections = new Map<Snapshot, Snapshot>();
  const nowOf = (snapshot: Snapshot) => collections.get(snapshot) ?? onDay(snapshot, asOf);

  /** Writes what was mended in a file and tells of it; gives whether that could be done. */
  function take(file: File, snapshot: Snapshot, all: MendedAll, keeps: Keeps): boolean {
    if (isDone && all.done.length && !isWritten(file, all, keeps)) {
      count.failed++;
      return false;
    }
    collections.set(snapshot, all.snapshot);
    count.done += all.done.length;
    count.left += all.left.length;
    count.strong += (isDone ? all.left : [...all.left, ...all.done]).filter(isStrong).length;
    if (all.done.length || all.left.length)
      show(file.uri, { ...all, left: all.left.map(withCode) }, isDone);
    return all.done.length > 0;
  }

  for (const snapshot of workspace.snapshots()) {
    for (const file of snapshot.codebook.files.filter(({ uri }) => isAsked(uri))) {
      const all = mendCodebook(nowOf(snapshot), file.uri, codes);
      if (all && take(file, snapshot, all, () => true)) count.codebooks++;
    }
  }
  for (const { entry, snapshot } of documents) {
    const all = mendAll(nowOf(snapshot), entry.uri, codes);
    if (!all || !(all.done.length || all.left.length)) continue;
    const left = isDone ? all.left : all.left.map((told) => asItIs(told, entry, all.edits));
    if (take(entry, snapshot, { ...all, left }, isMended)) count.readouts++;
  }
  const what = `${counted(count.done, 'finding')} mended in ${filesOf(count)}, ${count.left} left for you to decide.`;
  process.stdout.write(isDone ? `${what}\n` : `${what} Nothing was written.\n`);
  return count.failed ? 2 : count.strong ? 1 : 0;
}

/** `2 readouts`, `1 file of the codebook and 2 readouts`. */
function filesOf({ codebooks, readouts }: { codebooks: number; readouts: number }): string {
  const ofCodebook = codebooks ? [`${counted(codebooks, 'file')} of the codebook`] : [];
  const others = readouts || !codebooks ? [counted(readouts, 'readout')] : [];
  return [...ofCodebook, ...others].join(' and ');
}

type File = Pick<Entry, 'uri' | 'text'>;
type Keeps = (before: string, after: string) => boolean;

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
