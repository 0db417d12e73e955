import { l10n } from 'vscode';
import type { Conversion, Converted } from '../../server/src/sources/converted.ts';

/** A conversion that has begun, in a worker of its own. */
export interface Running {
  readonly answer: Promise<Converted>;
  /** Ends the worker, done or not. */
  readonly stop: () => void;
}

/** Takes the text from a page or a document; never rejects. */
export type Convert = (file: Conversion) => Promise<Converted>;

// No real text takes a tenth of this.
const longest = 30_000;

/** Converts with what the host begins. What takes too long, or more memory than there is, is ended. */
export const converting =
  (begin: (file: Conversion) => Running): Convert =>
  async (file) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: Running | undefined;
    const late = new Promise<Converted>((resolve) => {
      const refused = l10n.t(
        'It took too long to read, so nothing was done. Copy its text and import that from the clipboard.',
      );
      timer = setTimeout(resolve, longest, { refused });
    });
    try {
      running = begin(file);
      return await Promise.race([running.answer, late]);
    } catch (error) {
      const why = String((error as Error)?.message ?? error);
      return {
        refused: l10n.t(
          'It could not be read ({0}), so nothing was done. Copy its text and import that from the clipboard.',
          why,
        ),
      };
    } finally {
      clearTimeout(timer);
      running?.stop();
    }
  };
