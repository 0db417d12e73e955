import { bodyReader, type Notes } from './docx-body.ts';
import { countedBy } from './docx-numbers.ts';
import { stylesIn } from './docx-styles.ts';
import type { Line } from './lines.ts';
import { takenLines } from './taken.ts';
import { t, Unusable } from './unusable.ts';
import { readXml } from './xml.ts';
import type { ReadPart } from './zip.ts';

/**
 * The words of a Word document as it is printed: headings as lines of `#`, numbers of lists as Word counts them, each
 * paragraph of a table's cell on a line of its own, footnotes as `[1]` with their text at the end. Without page heads
 * and feet, comments, hidden words, and what was struck out with changes tracked. Throws `Unusable`.
 */
export function takenFromDocx(part: ReadPart): { readonly text: string } {
  const path = mainPart(part);
  const main = part(path);
  if (!main) {
    throw new Unusable(
      t`This is an archive and no document. Unpack it, or save the text as .docx, and import that.`,
    );
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const read = bodyReader(
    stylesIn(part(`${folder}styles.xml`)),
    countedBy(part(`${folder}numbering.xml`)),
  );
  const notes: Notes = { footnote: [], endnote: [] };
  const lines: Line[] = read.body(main, notes);
  for (const is of ['footnote', 'endnote'] as const) {
    const file = notes[is].length ? part(`${folder}${is}s.xml`) : undefined;
    for (const line of file ? read.notes(file, is, notes[is]) : []) lines.push(line);
  }
  return takenLines(lines);
}

/** Where the document itself lies in the archive. */
function mainPart(part: ReadPart): string {
  let path: string | undefined;
  const relations = part('_rels/.rels');
  if (relations) {
    readXml(relations, {
      open(name, { Type = '', Target }) {
        if (name === 'Relationship' && /\/officeDocument$/.test(Type)) path ??= Target;
      },
      close() {},
    });
  }
  return (path ?? 'word/document.xml').replace(/^\//, '');
}
