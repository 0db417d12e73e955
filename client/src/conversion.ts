import { l10n, ProgressLocation, window } from 'vscode';
import type { Conversion, Converted } from '../../server/src/sources/converted.ts';
import type { Taken } from '../../server/src/sources/taken.ts';
import { isPdf } from './is-pdf.ts';

/** A conversion that has begun, in a worker of its own. */
export interface Running {
  readonly answer: Promise<Converted>;
  /** Ends the worker, done or not. */
  readonly stop: () => void;
}

/** A text, or why there is none, in the reader's language. */
export type Read = Taken | { readonly refused: string };

/** Takes the text from a page, a document or a PDF; undefined where the reader has cancelled. Never rejects. */
export type Convert = (file: Conversion) => Promise<Read | undefined>;

/** The bundle that reads such a file: that for PDFs is large, and only they need it. */
export const readerOf = ({ bytes }: Conversion): 'pdf' | 'converter' =>
  isPdf(bytes) ? 'pdf' : 'converter';

// No real text takes a tenth of this, in milliseconds.
const longest = { converter: 30_000, pdf: 5 * 60_000 } as const;

/** Converts with what the host begins. What takes too long, or more memory than there is, is ended. */
export const converting =
  (begin: (file: Conversion) => Running): Convert =>
  async (file) => {
    const reader = readerOf(file);
    if (reader === 'converter') return within(begin, file, longest[reader]);
    const title = l10n.t('Reading {0}', file.name);
    return window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title },
      (_, token) => {
        const cancelled = new Promise<undefined>((resolve) =>
          token.onCancellationRequested(() => resolve(undefined)),
        );
        return within(begin, file, longest[reader], cancelled);
      },
    );
  };

async function within<Cancelled = never>(
  begin: (file: Conversion) => Running,
  file: Conversion,
  longest: number,
  cancelled?: Promise<Cancelled>,
): Promise<Read | Cancelled> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Running | undefined;
  const late = new Promise<Read>((resolve) => {
    const refused = l10n.t(
      'It took too long to read, so nothing was done. Copy its text and import that from the clipboard.',
    );
    timer = setTimeout(resolve, longest, { refused });
  });
  try {
    running = begin(file);
    const answer = running.answer.then(said);
    return await Promise.race([answer, late, ...(cancelled ? [cancelled] : [])]);
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
}

const said = (answer: Converted): Read =>
  'words' in answer ? { refused: l10n.t(answer.words, ...answer.values) } : answer;
