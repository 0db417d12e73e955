import { parseArgs } from 'node:util';
import type { Codebook, Place } from '../core/codebook/codebook.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { effectiveCodebook } from '../features/codebook/effective.ts';
import { counted } from '../rules/say.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import { isYamlUri } from '../workspace/collections.ts';
import { type Lines, linesOf } from '../workspace/lines.ts';
import { type Asked, ask, shownPath } from './collection.ts';
import { outTo } from './out.ts';
import { Refused } from './refused.ts';

/**
 * `readout codebook [PATH]`: the codebook that holds for the collection of a file or folder, as YAML; 1 when
 * something in it counts for nothing because it is wrong or cannot be read, else 0.
 */
export async function codebook(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  if (positionals.length > 1) {
    throw new Refused('Name one file or folder: a codebook holds for one collection.');
  }
  const asked = await ask(positionals);
  const { workspace, nearest } = asked;
  const [found] = nearest([...workspace.snapshots()].map((snapshot) => ({ snapshot })));
  if (!found) throw new Refused('There is no folder here to have a codebook.');
  const held = found.snapshot.codebook;
  const out = outTo(process.stdout);
  await out.write(effectiveCodebook(held, placeWords(held)));
  await out.end();
  return isWhole(found.snapshot, asked) ? 0 : 1;
}

/** `readout.yaml:12` */
function placeWords({ files }: Codebook): (place: Place) => string {
  const known = new Map<string, Lines>();
  return ({ uri, from }) => {
    const lines = known.get(uri) ?? linesOf(files.find((file) => file.uri === uri)?.text ?? '');
    known.set(uri, lines);
    return `${shownPath(uri).replaceAll('\\', '/')}:${lines.position(from).line + 1}`;
  };
}

/** Whether all that was written in the codebook holds; tells what does not. */
function isWhole(snapshot: Snapshot, { workspace }: Asked): boolean {
  const { issues } = snapshot.codebook;
  let whole = issues.length === 0;
  if (!whole) {
    const findings = counted(issues.length, 'finding');
    process.stderr.write(
      `readout: The codebook has ${findings}; what is wrong in it counts for nothing. “readout check” tells what it is.\n`,
    );
  }
  for (const uri of workspace.unreadableFiles().filter(isYamlUri)) {
    const why = workspace.unreadable(uri);
    if (!why || workspace.snapshotOf(uri) !== snapshot) continue;
    whole = false;
    const { what } = unreadableFinding(why).message;
    process.stderr.write(`readout: The codebook lacks ${shownPath(uri)}. ${what}\n`);
  }
  return whole;
}
