import { readFileSync, statSync } from 'node:fs';
import { isPdf } from '../sources/pdf/is-pdf.ts';
import type { Taken } from '../sources/taken.ts';
import { readText } from './read-text.ts';
import { Refused, refusalOf } from './refused.ts';

/** What is no plain text, though its words can be taken, or told why not. */
const published = /\.(?:html?|xhtml|docx?|docm|dotx|rtf|pdf|odt|mht|mhtml|eml|msg)$/i;
/** More than any of them may have; said here, so that it need not be read. */
const largest = 64 * 1024 * 1024;

/** The text of a source: plain, or taken from a page or a document. Throws `Refused` where there is none. */
export async function readSource(path: string): Promise<Taken> {
  if (published.test(path)) return convertedFile(path);
  const text = readText(path);
  if (text.includes('\0')) {
    throw new Refused(`${path} is no text in UTF-8. Save it again with the encoding UTF-8.`);
  }
  return { text };
}

async function convertedFile(path: string): Promise<Taken> {
  // Read when it is needed and not before: other commands have no use for it.
  const bytes = bytesOf(path);
  const read = isPdf(bytes)
    ? (await import('./read-pdf.ts')).readPdf
    : (await import('../sources/converted.ts')).converted;
  const taken = await read({ bytes, name: path });
  if ('refused' in taken) throw new Refused(`${path}: ${taken.refused}`);
  return taken;
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size <= largest) return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Refused(`There is no file ${path}.`);
    }
    throw new Refused(`${path}: ${refusalOf(error)}`);
  }
  throw new Refused(
    `${path}: This file is larger than 64 MB, so it is no text that can be worked with here. Import the part that you need.`,
  );
}
