import { URI } from 'vscode-uri';

/** So many are remembered: an editor asks about the same few files again and again. */
const mostKnown = 256;

const known = new Map<string, string>();

/** An address, written as we write all of them: clients differ in what they escape. What is none stays as it is. */
export function canonical(uri: string): string {
  const before = known.get(uri);
  if (before !== undefined) return before;
  const written = rewritten(uri);
  if (known.size === mostKnown) known.clear();
  known.set(uri, written);
  return written;
}

function rewritten(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/**
 * An address with its letters composed (NFC). Disks of Apple keep names as they were written, often in
 * decomposed letters, and editors may ask for them in composed ones: both mean the one file.
 */
export function composed(uri: string): string {
  // Only what is no ASCII is written with percent signs, but for a few signs.
  if (!uri.includes('%')) return uri;
  const parsed = URI.parse(uri);
  const path = parsed.path.normalize('NFC');
  return path === parsed.path ? uri : parsed.with({ path }).toString();
}
