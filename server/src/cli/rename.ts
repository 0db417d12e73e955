import { existsSync, readFileSync, renameSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { URI } from 'vscode-uri';
import { entriesOf } from '../core/snapshot/resolve.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { ownOf } from '../core/snapshot/summary.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { namedBy } from '../features/rename/named.ts';
import { type Renaming, renamed } from '../features/rename/rename.ts';
import type { FileEdit } from '../rules/rule.ts';
import { ask, shownPath } from './collection.ts';
import { Refused, refusalOf } from './refused.ts';
import { checkWritable, writeFile } from './write.ts';

/**
 * `readout rename OLD NEW --dry-run|--write [path]`: gives a mark (`key#id`), a document (`key#`) or an
 * entity (`#id`) another name in the whole collection. Nothing is written unless all can be.
 */
export async function renameNamed(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [old, wanted, ...paths] = positionals;
  if (!old?.includes('#') || !wanted) {
    throw new Refused(
      "Say what gets which name: readout rename key#id new-id, key# new-key or '#entity' new-id.",
    );
  }
  if (values.write === values['dry-run']) {
    throw new Refused(
      'Say --dry-run to see what would be changed, or --write to change the files.',
    );
  }
  const { workspace, nearest } = await ask(paths);
  const all = [...workspace.snapshots()].map((snapshot) => ({ snapshot }));
  const found = nearest(all.filter(({ snapshot }) => holds(snapshot, old)));
  if (!found[0]) throw new Refused(`Nothing is called “${old}” here.`);
  const { snapshot } = found[0];
  if (found.length > 1) {
    throw new Refused(
      `Several collections have “${old}”. Name the folder of the one that is meant.`,
    );
  }
  const renaming = renamed(snapshot, namedBy(old), wanted);
  if ('refused' in renaming) throw new Refused(renaming.refused);
  if (values.write) write(snapshot, renaming);
  for (const { uri, edits } of renaming.files) {
    say(`${shownPath(uri)}  ${edits.length} ${edits.length === 1 ? 'place' : 'places'}`);
  }
  if (renaming.rename) {
    say(`${shownPath(renaming.rename.from)} → ${shownPath(renaming.rename.to)}`);
  }
  if (!values.write) say('Nothing was written: --write does that.');
  return 0;
}

const holds = (snapshot: Snapshot, name: string): boolean =>
  ownOf(name)
    ? entriesOf(snapshot, ownOf(name)).length > 0
    : snapshot.codebook.entities.has(name.slice(1));

function write(snapshot: Snapshot, { files, rename }: Renaming): void {
  const to = rename && URI.parse(rename.to).fsPath;
  if (to && existsSync(to)) throw new Refused(`${shownPath(rename.to)} is there already.`);
  const texts = files.map((file) => ({ ...file, text: textOf(snapshot, file) }));
  for (const { uri, text } of texts) {
    if (readFileSync(URI.parse(uri).fsPath, 'utf8') !== text) {
      throw new Refused(`${shownPath(uri)} was changed meanwhile, so nothing was written.`);
    }
    checkWritable(URI.parse(uri).fsPath, shownPath(uri), ' Nothing was written.');
  }
  for (const { uri, text, edits } of texts) {
    writeFile(URI.parse(uri).fsPath, applyEdits(text, edits), shownPath(uri));
  }
  try {
    if (to && rename) renameSync(URI.parse(rename.from).fsPath, to);
  } catch (error) {
    throw new Refused(`${rename ? shownPath(rename.from) : ''}: ${refusalOf(error)}`);
  }
}

const textOf = ({ entries, codebook }: Snapshot, { uri }: FileEdit): string =>
  entries.get(uri)?.text ?? codebook.files.find((file) => file.uri === uri)?.text ?? '';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
