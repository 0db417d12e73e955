import type { Line } from './lines.ts';

/** Takes a page in the order in which it is read and breaks it into lines as a browser does. */
export interface Flow<Place> {
  /** Words; white space as written. `pre`: it counts. */
  readonly write: (text: string, pre: boolean) => void;
  /** What the next words belong to is set off from what stands before: by a line end, or by a blank line. */
  readonly apart: (gap: 1 | 2) => void;
  /** A line end that was asked for (`<br>`); a second one makes a blank line. */
  readonly lineBreak: () => void;
  /** Puts signs before the next words, in place of others that still wait for words. */
  readonly lead: (signs: string) => void;
  /** The lines so far; nothing may be written afterwards. */
  readonly end: () => readonly (Line & { readonly place: Place })[];
}

const WHITE = /^[ \t\n\r\f]/;
const PIECES = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const WIDE_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
const WIDE_START =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** `place` tells, for each line, where its first words stand. */
export function flow<Place>(place: () => Place): Flow<Place> {
  const lines: (Line & { place: Place })[] = [];
  let words: string[] = [];
  let white: '' | ' ' | '\n' = '';
  let leading = '';
  let gap: 1 | 2 = 1;
  let here: Place | undefined;

  const put = (text: string): void => {
    if (!words.length) {
      here = place();
      if (leading) words.push(leading);
      leading = '';
    }
    words.push(text);
  };

  const finish = (): boolean => {
    const text = words.join('');
    words = [];
    white = '';
    // A line of no-break spaces alone shows nothing, and would join paragraphs.
    if (!text.trim()) return false;
    lines.push({ text, gap, place: here as Place });
    gap = 1;
    return true;
  };

  const writeCollapsed = (text: string): void => {
    // `matchAll` would make another pattern each time, and a page has a million pieces of text.
    PIECES.lastIndex = 0;
    for (let found = PIECES.exec(text); found; found = PIECES.exec(text)) {
      const [piece] = found;
      if (piece.charCodeAt(0) <= 32 && WHITE.test(piece)) {
        if (words.length) white = /[\n\r]/.test(piece) && white !== ' ' ? '\n' : white || ' ';
        continue;
      }
      // Japanese and Chinese are broken anywhere in the file, and shown without a blank there.
      const isSilent =
        white === '\n' && WIDE_END.test(words.at(-1) ?? '') && WIDE_START.test(piece);
      put((white && !isSilent ? ' ' : '') + piece);
      white = '';
    }
  };

  const lineBreak = (): void => {
    if (!finish() && lines.length) gap = 2;
  };

  return {
    write(text, pre) {
      if (!pre) return writeCollapsed(text);
      for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
        if (at) lineBreak();
        if (line) put(line);
      }
    },
    apart(wanted) {
      finish();
      if (wanted > gap) gap = wanted;
    },
    lineBreak,
    lead(signs) {
      leading = signs;
    },
    end() {
      finish();
      return lines;
    },
  };
}
