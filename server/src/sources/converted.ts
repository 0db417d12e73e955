import type { Taken } from './taken.ts';
import { takenFrom } from './taken-from.ts';
import { type Reason, t, Unusable } from './unusable.ts';

/** A file whose text is wanted. */
export interface Conversion {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type Converted = Taken | Reason;

/** The text of a page or a Word document, or why there is none, in sentences for the reader. Never throws. */
export function converted({ bytes, name }: Conversion): Converted {
  try {
    return takenFrom(bytes, name);
  } catch (error) {
    if (error instanceof Unusable) return error.reason;
    const why = String((error as Error)?.message ?? error);
    return t`Its text could not be taken out (${why}). Open it in the program that made it, copy its text, and import that from the clipboard.`;
  }
}
