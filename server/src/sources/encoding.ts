import { t, Unusable } from './unusable.ts';

/** The text of a page, in the encoding that it begins with, names, or else UTF-8. Throws `Unusable` where it is not in that. */
export function pageText(bytes: Uint8Array): string {
  const declared = markOf(bytes) ?? namedIn(bytes);
  const encoding = declared ?? 'utf-8';
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withSigns(text) : text;
  } catch {
    throw new Unusable(
      declared
        ? t`This page says that it is written in ${encoding}, and it is not, or that encoding is not known here. Open it in a browser, copy its text, and import that from the clipboard.`
        : t`This page does not say in which encoding it is written, and it is not UTF-8. Open it in a browser, copy its text, and import that from the clipboard.`,
    );
  }
}

// What stands at 80 to 9f in the encoding of Western Windows, which is also meant where Latin 1 is named. Some
// versions of Node leave them as control characters.
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const withSigns = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);

/** What a byte order mark tells. */
export function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

const NAMED =
  /^<\?xml[^>]{0,200}?encoding=["']([\w:.-]+)|<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]+)/i;

/** The encoding that the beginning of a page names, as browsers look for it. */
function namedIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const name = NAMED.exec(start.replace(/<!--[\s\S]*?-->/g, ''));
  const encoding = (name?.[1] ?? name?.[2])?.toLowerCase();
  // What could be read so far has no zeros between its letters, whatever it says.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}
