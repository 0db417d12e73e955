import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Encoding } from '../workspace/columns.ts';
import { countedLines, type Lines, linesOf } from '../workspace/lines.ts';

/** The lines of a file of a collection: a document or a part of its codebook. */
export type LinesOf = (snapshot: Snapshot, uri: string) => Lines | undefined;

/**
 * Finds the lines of files; those of open documents and of codebooks are made once for each text. What
 * is open is counted as the editor has sent it, a BOM included.
 */
export function createLines(
  encodingNow: () => Encoding = () => 'utf-16',
  isOpen: (uri: string) => boolean = () => false,
): LinesOf {
  const known = new WeakMap<object, Lines>();
  return (snapshot, uri) => {
    const encoding = encodingNow();
    const entry = snapshot.entries.get(uri);
    if (entry && entry.version === undefined) return countedLines(entry.text, { encoding });
    const file = entry ?? snapshot.codebook.files.find((other) => other.uri === uri);
    if (!file) return undefined;
    const lines = known.get(file) ?? linesOf(file.text, { encoding, withBom: isOpen(uri) });
    known.set(file, lines);
    return lines;
  };
}
