import { mendPages } from './mend-pages.ts';
import type { Conversion } from './sources/converted.ts';
import { convertedPdf } from './sources/pdf/pdf.ts';

declare const self: {
  onmessage: (event: { readonly data: Conversion }) => void;
  postMessage(answer: unknown): void;
};

/** Takes the text from PDFs in a worker of its own. */
self.onmessage = async ({ data }) => self.postMessage(await convertedPdf(data, mendPages));
