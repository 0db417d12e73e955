/** A run of letters on a page as its program has set it; lengths in points, from the upper left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** The line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  /** The size of its letters. */
  readonly size: number;
}

/** What stands on one page, in the order in which the file has it. */
export type Page = readonly Run[];

/** Letters beside one another on one line, of one column. */
export interface Row extends Run {
  /** Whether its first letter is the sign of a note or of an item that stands apart from the words. */
  readonly sign?: 'note';
}

export const endOf = ({ x, width }: Run): number => x + width;
