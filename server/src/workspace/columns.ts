/** What columns count, as an editor and the server agree on it. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The columns of one line of a text: what an encoding counts between two offsets (UTF-16 units). */
export interface Columns {
  /** How many columns lie between the start of a line and an offset in it. */
  readonly count: (start: number, offset: number) => number;
  /** The offset of a column of the line from `start` to `end`, at most `end`. */
  readonly offset: (start: number, end: number, column: number) => number;
}

/** Columns in an encoding. A surrogate without its other half counts like the character that replaces it. */
export const columnsOf = (text: string, encoding: Encoding): Columns =>
  encoding === 'utf-16' ? utf16 : walked(text, encoding === 'utf-8' ? bytesOf : () => 1);

const utf16: Columns = {
  count: (start, offset) => offset - start,
  offset: (start, end, column) => Math.min(start + Math.max(0, column), end),
};

/** How many bytes a character takes in UTF-8. */
const bytesOf = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

/**
 * Columns that are found by walking along the line. Places are mostly asked for in the order of the
 * text, so each walk goes on from where the last one ended: a line as long as a book stays linear.
 */
function walked(text: string, sizeOf: (code: number) => number): Columns {
  let from = -1;
  let at = 0;
  let column = 0;

  /** Goes as far along a line as neither limit is passed. */
  function walk(start: number, end: number, most: number): void {
    if (from !== start || at > end || column > most) {
      from = start;
      at = start;
      column = 0;
    }
    while (at < end) {
      const code = text.codePointAt(at) as number;
      const units = code > 0xffff ? 2 : 1;
      const size = sizeOf(code);
      if (at + units > end || column + size > most) return;
      at += units;
      column += size;
    }
  }

  return {
    count: (start, offset) => {
      walk(start, offset, Number.POSITIVE_INFINITY);
      return column;
    },
    offset: (start, end, wanted) => {
      walk(start, end, Math.max(0, wanted));
      return at;
    },
  };
}
