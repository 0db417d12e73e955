import type { Codebook } from '../core/codebook/codebook.ts';
import { excludesOf, readCodebook } from '../core/codebook/read-codebook.ts';
import { withCodebook } from '../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import { rules } from '../rules/index.ts';
import type { Unreadable } from '../rules/unreadable.ts';
import { idleIncludes, includedBy, isCodebookUri, isYamlUri, mainOf } from './collections.ts';
import { ownerOf, type World } from './world.ts';

export type Codebooks = ReturnType<typeof createCodebooks>;

const codes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));

/** The codebooks of a workspace. `excludesChanged` hears of collections that take other files now. */
export function createCodebooks(world: World, excludesChanged: (root: string) => void) {
  const { buffers, yaml, unreadable, snapshots, belonging, listeners } = world;

  /** Reads a YAML file from disk. */
  async function read(uri: string): Promise<void> {
    const file = await world.filesFor(uri).read(uri);
    if ('text' in file) {
      unreadable.delete(uri);
      yaml.set(uri, file.text);
    } else if ('gone' in file) {
      yaml.delete(uri);
      unreadable.delete(uri);
    } else {
      unreadable.set(uri, file.unreadable);
      yaml.set(uri, undefined);
    }
  }

  /** The text of a YAML file as far as it is there, open or on disk, and can be read. */
  async function textOf(uri: string): Promise<string | undefined> {
    const known = buffers.get(uri)?.text ?? yaml.get(uri);
    if (known === undefined && yaml.has(uri) && !unreadable.has(uri)) await read(uri);
    return known ?? yaml.get(uri);
  }

  /** Reads a collection's codebook: its `readout.yaml` and what that includes, and no other YAML. */
  async function codebookOf(root: string): Promise<Codebook> {
    const main = mainOf(root);
    const text = await textOf(main);
    if (text === undefined) return readCodebook([]);
    const files = [{ uri: main, text }];
    const around = yamlOf(root);
    for (const uri of includedBy(root, text, around)) {
      const included = await textOf(uri);
      if (included !== undefined) files.push({ uri, text: included });
    }
    // Before the folder has been listed, nobody knows what there is.
    const idle = yaml.has(main) ? idleIncludes(root, text, around) : [];
    return readCodebook(files, codes, idle);
  }

  const yamlOf = (root: string): string[] =>
    [...yaml.keys()].filter((uri) => ownerOf(world, uri) === root);

  /** Takes what a `readout.yaml` leaves out of its collection; tells whether that is new. */
  async function readExcludes(root: string): Promise<boolean> {
    const globs = excludesOf((await textOf(mainOf(root))) ?? '').map(({ text }) => text);
    return belonging.takeGlobs(root, 'codebook', globs);
  }

  /** Makes a collection's codebook again, if any of its files says something new. */
  async function refresh(root: string): Promise<void> {
    const codebook = await codebookOf(root);
    if (await readExcludes(root)) excludesChanged(root);
    const before = snapshots.get(root) ?? emptySnapshot();
    if (isSame(before.codebook, codebook)) return;
    const applied = withCodebook(before, codebook);
    snapshots.set(root, applied.snapshot);
    listeners.affected(
      new Set([...filesOf(before), ...filesOf(applied.snapshot), ...applied.affected]),
    );
    if (applied.wider) listeners.wider(applied.snapshot);
  }

  /** Why a file of a collection was not read. YAML that no codebook includes is none of our business. */
  function unreadableWhy(uri: string): Unreadable | undefined {
    const why = unreadable.get(uri);
    if (!why || !isYamlUri(uri) || isCodebookUri(uri)) return why;
    const root = ownerOf(world, uri);
    const text = buffers.get(mainOf(root))?.text ?? yaml.get(mainOf(root));
    return text !== undefined && includedBy(root, text, [uri]).length ? why : undefined;
  }

  return { read, readExcludes, refresh, unreadableWhy };
}

// YAML that is no codebook is saved all the time, and a codebook is opened far more often than changed.
const isSame = (before: Codebook, after: Codebook): boolean =>
  before.files.length === after.files.length &&
  before.issues.length === after.issues.length &&
  before.files.every(
    ({ uri, text }, i) => uri === after.files[i]?.uri && text === after.files[i]?.text,
  );

const filesOf = (snapshot: Snapshot): string[] => snapshot.codebook.files.map(({ uri }) => uri);
