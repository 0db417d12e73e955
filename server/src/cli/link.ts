import { parseArgs } from 'node:util';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { type Linkable, linkAll, linkable } from '../features/actions/link-all.ts';
import { counted } from '../rules/say.ts';
import { ask } from './collection.ts';
import { isWritten, show } from './mended.ts';
import { Refused } from './refused.ts';

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
    if (!all || !(all.done.length || all.left.length)) continue;
    if (values.write && all.done.length && !isWritten(entry, all, hasSameSource)) {
      count.failed++;
      continue;
    }
    count.links += all.done.length;
    count.left += all.left.length;
    if (all.done.length) count.readouts++;
    show(entry.uri, all, values.write);
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

const hasSameSource = (before: string, after: string): boolean =>
  strip(parse(after)) === strip(parse(before));

const say = (line: string): void => void process.stdout.write(`${line}\n`);
