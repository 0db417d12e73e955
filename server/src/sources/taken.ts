import { joined, type Line } from './lines.ts';
import { t, Unusable } from './unusable.ts';

/** The text of a file as it was published, which becomes the source of a readout. */
export interface Taken {
  readonly text: string;
  /** Where the file says that it is to be found. */
  readonly address?: string;
  /** The language that the file says it is in, as it says it. */
  readonly lang?: string;
}

/** The lines of a document as its text. Throws `Unusable` where there are none. */
export function takenLines(lines: readonly Line[]): Taken {
  if (lines.length) return { text: joined(lines) };
  throw new Unusable(
    t`This document holds no text. If it shows pictures of pages, their words have to be typed or read by a program first.`,
  );
}
