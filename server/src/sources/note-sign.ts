import { romanOf } from './numerals.ts';

export type NoteKind = 'footnote' | 'endnote';

/** The sign of the n-th note, as Word and LibreOffice number the two sorts unless told otherwise. */
export const noteSign = (is: NoteKind, number: number): string =>
  `[${is === 'footnote' ? number : romanOf(number)}]`;
