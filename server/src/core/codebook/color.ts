import type { Codebook } from './codebook.ts';

/** The theme colour id that a collection gives a kind; those of built-in kinds are the client's, in every theme. */
export function colorOf({ kinds }: Codebook, kind: string): string | undefined {
  const known = kinds.get(kind);
  return known?.place ? known.color : undefined;
}
