import type { Conversion, Converted } from '../converted.ts';
import { t, Unusable } from '../unusable.ts';
import { pagesOf } from './pages.ts';
import { takenFromPages } from './taken-from-pages.ts';
import type { Mend } from './text.ts';

/** The text of a PDF, or why there is none, in sentences for the reader. Never rejects. */
export async function convertedPdf({ bytes }: Conversion, mend: Mend): Promise<Converted> {
  try {
    const pages = await pagesOf(bytes);
    return { text: takenFromPages(pages, mend) };
  } catch (error) {
    if (error instanceof Unusable) return error.reason;
    const why = String((error as Error)?.message ?? error);
    return t`Its text could not be taken out (${why}). Open it in a reader of PDF, copy its text, and import that from the clipboard.`;
  }
}
