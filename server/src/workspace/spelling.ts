import { URI } from 'vscode-uri';

/** An address, written as we write all of them: clients differ in what they escape. What is none stays as it is. */
export function canonical(uri: string): string {
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
