import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { countedLines, type Lines, linesOf } from '../workspace/lines.ts';

/** The lines of a file of a collection: a document or a part of its codebook. */
export type LinesOf = (snapshot: Snapshot, uri: string) => Lines | undefined;

/** Finds the lines of files; those of open documents and of codebooks are made once for each text. */
export function createLines(): LinesOf {
  const known = new WeakMap<object, Lines>();
  return (snapshot, uri) => {
    const entry = snapshot.entries.get(uri);
    if (entry && entry.version === undefined) return countedLines(entry.text);
    const file = entry ?? snapshot.codebook.files.find((other) => other.uri === uri);
    if (!file) return undefined;
    const lines = known.get(file) ?? linesOf(file.text);
    known.set(file, lines);
    return lines;
  };
}
