import type { Codebooks } from './codebooks.ts';
import { folderOf, isCodebookUri, isYamlUri } from './collections.ts';
import type { Skipped } from './files.ts';
import { pacing } from './pacing.ts';
import { composed } from './spelling.ts';
import type { World } from './world.ts';

/** What lies below a folder and belongs. */
export interface Found {
  readonly documents: readonly string[];
  readonly yaml: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Whether the listing ended early, so that there may be more. */
  readonly isCut: boolean;
}

/** When to stop a listing. */
export interface Limits {
  readonly most?: number | undefined;
  readonly cancelled?: () => boolean;
}

/**
 * Lists what belongs below a folder, until there is more than `most` or it is cancelled. On the way it hears what git ignores and
 * what codebooks leave out, before the folders below are looked into.
 */
export async function listBelonging(
  world: World,
  codebooks: Codebooks,
  folder: string,
  { most = Number.POSITIVE_INFINITY, cancelled = () => false }: Limits = {},
): Promise<Found> {
  const { belonging, filesFor, listeners } = world;
  const files = filesFor(folder);
  const documents: string[] = [];
  const yaml: string[] = [];
  const skipped: Skipped[] = [];
  for (const uri of files.ignoresAbove?.(folder) ?? []) await readIgnored(world, uri);
  const pauseAtTimes = pacing(listeners.pause);
  for await (const listing of files.list(folder, belonging.folder)) {
    for (const uri of listing.ignores ?? []) await readIgnored(world, uri);
    for (const uri of listing.files.filter(isCodebookUri)) {
      if (!belonging.file(uri)) continue;
      if (!world.yaml.has(uri)) world.yaml.set(uri, undefined);
      await codebooks.readExcludes(folderOf(uri));
    }
    for (const uri of listing.files) {
      if (belonging.file(uri)) (isYamlUri(uri) ? yaml : documents).push(known(world, uri));
    }
    skipped.push(...listing.skipped);
    if (cancelled() || documents.length + yaml.length > most)
      return { documents, yaml, skipped, isCut: true };
    await pauseAtTimes();
  }
  return { documents, yaml, skipped, isCut: false };
}

/** The address of a listed file by which it is known. */
function known({ buffers, decomposed }: World, uri: string): string {
  const other = composed(uri);
  if (other === uri) return uri;
  if (buffers.has(other)) return other;
  decomposed.set(other, uri);
  return uri;
}

/** Hears what a file of git's says, nothing if it has gone; tells whether anything differs. */
export async function readIgnored(world: World, uri: string): Promise<boolean> {
  const file = await world.filesFor(uri).read(uri);
  return world.belonging.takeIgnored(uri, 'text' in file ? file.text : '');
}
