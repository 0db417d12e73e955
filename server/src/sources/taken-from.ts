import { takenFromDocx } from './docx.ts';
import { takenFromHtml } from './html.ts';
import { isOpenDocument, takenFromOdt } from './odt.ts';
import type { Taken } from './taken.ts';
import { type Reason, t, Unusable } from './unusable.ts';
import { openZip, type ReadPart } from './zip.ts';

/** The most a page, and the text that is taken from a file, may have, in bytes: what is larger is no readout for us. */
const largest = 16 * 1024 * 1024;
/** A document may hold pictures, which are left where they are. */
const largestDocument = 64 * 1024 * 1024;

/**
 * The text of a page or a document, told by what is in the file before what it is called. Throws
 * `Unusable`, with the reason in words for the reader.
 */
export function takenFrom(bytes: Uint8Array, name: string): Taken {
  if (!bytes.length) throw new Unusable(t`This file is empty.`);
  const isZip = starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06');
  const most = isZip ? largestDocument : largest;
  if (bytes.length > most) {
    throw new Unusable(
      t`This file is larger than ${most / 1024 / 1024} MB, so it is no text that can be worked with here. Import the part that you need.`,
    );
  }
  const taken = isZip ? takenFromArchive(openZip(bytes)) : takenFromOther(bytes, name);
  if (taken.text.length > largest) {
    throw new Unusable(t`Its text is larger than 16 MB. Import the part that you need.`);
  }
  return taken;
}

const takenFromArchive = (part: ReadPart): Taken =>
  isOpenDocument(part) ? takenFromOdt(part) : takenFromDocx(part);

function takenFromOther(bytes: Uint8Array, name: string): Taken {
  if (/\.(?:eml|msg)$/i.test(name)) {
    throw new Unusable(
      t`This is an e-mail, packed for sending. Open it in your mail program, copy its text, and import that from the clipboard.`,
    );
  }
  if (starts(bytes, '\xd0\xcf\x11\xe0')) throw new Unusable(olderWord(bytes));
  if (/\.pdf$/i.test(name)) {
    throw new Unusable(
      t`This is no PDF, or its beginning is damaged. Fetch it once more, or open it in the program that made it, copy its text, and import that from the clipboard.`,
    );
  }
  if (starts(bytes, '{\\rtf'))
    throw new Unusable(
      t`This is a text in Rich Text Format. Open it in the program that made it, save it as .docx, and import that.`,
    );
  if (/\.(?:docx|odt)$/i.test(name)) {
    throw new Unusable(
      t`This is no such document, or its beginning is damaged. Open it in the program that made it, save it as .docx, and import that.`,
    );
  }
  if (/\.mht(?:ml)?$/i.test(name)) {
    throw new Unusable(t`This is a web archive. Save the page as HTML and import that.`);
  }
  return takenFromHtml(bytes);
}

/** Old Word documents and encrypted new ones are put into the same sort of container. */
function olderWord(bytes: Uint8Array): Reason {
  const isEncrypted = holds(bytes, 'EncryptedPackage');
  return isEncrypted
    ? t`This document is protected by a password. Open it in Word, take the password off, save it, and import that.`
    : t`This is a document of an older Word, whatever its name says. Open it in the program that made it, save it as .docx, and import that.`;
}

const starts = (bytes: Uint8Array, signs: string): boolean =>
  [...signs].every((sign, at) => bytes[at] === sign.charCodeAt(0));

/** Whether the bytes hold these letters in UTF-16, as the names in such a container are written. */
function holds(bytes: Uint8Array, letters: string): boolean {
  const wanted = [...letters].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] as number); at >= 0; ) {
    const from = at;
    if (wanted.every((byte, index) => bytes[from + index] === byte)) return true;
    at = bytes.indexOf(wanted[0] as number, at + 1);
  }
  return false;
}
