import { getDocument } from 'unpdf/pdfjs';
import { t, Unusable } from '../unusable.ts';
import type { Page, Run } from './run.ts';

/** The runs of all pages of a PDF. Throws `Unusable`. */
export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  let missing = '';
  /** Everything the library would fetch lies elsewhere; what a text cannot be read without is remembered. */
  class NothingToFetch {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
      if (kind === 'cMapUrl') missing ||= filename;
      throw new Error(`${filename} is not at hand.`);
    }
  }
  const task = getDocument({
    // The library takes the bytes away from who gives them.
    data: bytes.slice(),
    BinaryDataFactory: NothingToFetch,
    cMapPacked: true,
    cMapUrl: 'none/',
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  try {
    const document = await task.promise.catch(refuse);
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items, styles } = await page.getTextContent();
      const upright = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
      pages.push(
        items.flatMap((item) => ('str' in item ? runOf(item, upright, styles[item.fontName]) : [])),
      );
      page.cleanup();
    }
    if (missing) {
      throw new Unusable(
        t`Its letters are written with a table that is not in the file (${missing.replace(/\.bcmap$/, '')}), so some could not be read. Open it in a reader of PDF, copy its text, and import that from the clipboard.`,
      );
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

type Matrix = readonly [number, number, number, number, number, number];

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A run as it stands on the page as that is shown. Upright text and vertical lines of Japanese alike run along x. */
function runOf(
  { str, transform, width, height }: Item,
  [a, b, c, d, e, f]: Matrix,
  style: { readonly vertical?: boolean } | undefined,
): Run[] {
  const [ta, tb, tc, td, te, tf] = transform as unknown as Matrix;
  const x = a * te + c * tf + e;
  const y = b * te + d * tf + f;
  const size = Math.hypot(tc, td);
  // Lines from the top down come one after the other from the right.
  if (style?.vertical) return [{ text: str, x: y, y: -x, width: height, size }];
  const along = [a * ta + c * tb, b * ta + d * tb] as const;
  const isTurned = Math.abs(along[1]) > Math.abs(along[0]);
  if (!isTurned) return [{ text: str, x, y, width, size }];
  return along[1] > 0
    ? [{ text: str, x: y, y: -x, width, size }]
    : [{ text: str, x: -y, y: x, width, size }];
}

function refuse(error: unknown): never {
  const { name = '', message = String(error) } = (error ?? {}) as Error;
  if (name === 'PasswordException') {
    throw new Unusable(
      t`This PDF is protected by a password. Open it in a reader of PDF, print it into a new PDF without one, and import that.`,
    );
  }
  throw new Unusable(
    t`This PDF is damaged or was not copied whole (${message.replace(/\.$/, '')}). Fetch it once more, or open it in a reader of PDF, copy its text, and import that from the clipboard.`,
  );
}
