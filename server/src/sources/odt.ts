import { readOdtBody } from './odt-body.ts';
import { odtStylesIn } from './odt-styles.ts';
import { takenLines } from './taken.ts';
import { t, Unusable } from './unusable.ts';
import type { ReadPart } from './zip.ts';

const text = 'application/vnd.oasis.opendocument.text';

/** Whether an archive is a document of LibreOffice or the like, whatever it holds. */
export const isOpenDocument = (part: ReadPart): boolean =>
  typeOf(part).startsWith('application/vnd.oasis.opendocument.');

const typeOf = (part: ReadPart): string => new TextDecoder().decode(part('mimetype')).trim();

/**
 * The words of an OpenDocument text (`.odt`) as it is printed, in the same way as those of a Word document. Throws
 * `Unusable`.
 */
export function takenFromOdt(part: ReadPart): { readonly text: string } {
  if (!typeOf(part).startsWith(text)) {
    throw new Unusable(
      t`This is a table, a slide show or a drawing and no text. Copy the text that you need, and import that from the clipboard.`,
    );
  }
  if (isEncrypted(part('META-INF/manifest.xml'))) {
    throw new Unusable(
      t`This document is protected by a password. Open it in the program that made it, take the password off, save it, and import that.`,
    );
  }
  const content = part('content.xml');
  if (!content) {
    throw new Unusable(t`This document is damaged: its text is not in it. Fetch it again.`);
  }
  const styles = part('styles.xml');
  const lines = readOdtBody(content, odtStylesIn(styles ? [styles, content] : [content]));
  return takenLines(lines);
}

const isEncrypted = (manifest: Uint8Array | undefined): boolean =>
  new TextDecoder().decode(manifest).includes('encryption-data');
