import type { Snapshot } from '../core/snapshot.ts';
import { type Lines, linesOf } from '../workspace/lines.ts';

/** The lines of a file of a collection: a document or a part of its codebook. */
export type LinesOf = (snapshot: Snapshot, uri: string) => Lines | undefined;

/** Finds the lines of files, made once for each of their texts. */
export function createLines(): LinesOf {
  const known = new WeakMap<object, Lines>();
  return (snapshot, uri) => {
    const file =
      snapshot.entries.get(uri) ?? snapshot.codebook.files.find((other) => other.uri === uri);
    if (!file) return undefined;
    let lines = known.get(file);
    if (!lines) {
      lines = linesOf(file.text);
      known.set(file, lines);
    }
    return lines;
  };
}
