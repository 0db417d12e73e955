import { type Line, shownLines } from './lines.ts';
import { type NoteKind, noteSign } from './note-sign.ts';
import { wholeOf } from './numerals.ts';
import { type Counts, nextSign } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';
import { type Attributes, readXml } from './xml.ts';

interface Paragraph {
  readonly words: string[];
  /** How many `#` a heading has; 0 for anything else. */
  readonly heading: number;
  /** The number or sign of its list. */
  readonly sign: string;
  readonly gap: 1 | 2;
  /** Whether a blank at this place counts for nothing: one stands there, or the paragraph begins. */
  isBlank: boolean;
  isHidden: boolean;
  /** Lines of text boxes that hang on it. */
  readonly boxes: Line[];
}

interface List {
  readonly style: string | undefined;
  readonly counts: Counts;
}

/** Text that goes its own way: the document, a text box, a note. */
interface Place {
  readonly lines: Line[];
  readonly lists: List[];
  /** An item of a list whose first paragraph has not come yet, with the number that it says it has. */
  item?: { readonly start: number | undefined } | undefined;
  cells: number;
  /** The first words of a row of a table are set off, what follows in the row goes on under them. */
  rowBegins: boolean;
}

const placeWith = (lines: Line[]): Place => ({ lines, lists: [], cells: 0, rowBegins: false });

interface Note {
  readonly is: NoteKind;
  readonly sign: string;
  readonly lines: Line[];
}

// What was deleted, what others said of it, how words are pronounced, and what makes indexes and forms.
const passedOver = new Set(
  'tracked-changes annotation annotation-end ruby-text note-citation covered-table-cell hidden-text forms scripts event-listeners automatic-styles font-face-decls'.split(
    ' ',
  ),
);

const isPassedOver = (name: string, { display }: Attributes): boolean =>
  passedOver.has(name) || /-source$/.test(name) || (name === 'section' && display === 'none');

/** Reads the text of a document: its lines, then its footnotes and endnotes, each behind its sign. */
export function readOdtBody(bytes: Uint8Array, styles: OdtStyles): Line[] {
  const own: Line[] = [];
  const places: Place[] = [placeWith(own)];
  const open: Paragraph[] = [];
  const notes: Note[] = [];
  const countsBy = new Map<string, Counts>();
  const headings: Counts = [];
  /** For each element in the line, whether its style hides it. */
  const spans: boolean[] = [];
  let frames = 0;
  let passing = 0;

  const here = (): Place => places.at(-1) as Place;

  const write = (text: string): void => {
    const paragraph = open.at(-1);
    if (!paragraph || paragraph.isHidden || spans.includes(true)) return;
    paragraph.words.push(text);
    paragraph.isBlank = false;
  };

  /** Blanks and line ends of the file are one blank. */
  const writeCollapsed = (text: string): void => {
    const paragraph = open.at(-1);
    if (!paragraph) return;
    const plain = text.replace(/[ \t\r\n]+/g, ' ');
    const shown = paragraph.isBlank ? plain.replace(/^ /, '') : plain;
    if (!shown) return;
    write(shown);
    paragraph.isBlank = shown.endsWith(' ');
  };

  const beginParagraph = (attributes: Attributes, heading: number): void => {
    const place = here();
    const style = attributes['style-name'];
    open.push({
      // LibreOffice writes a heading as a plain paragraph now and then.
      heading: heading || styles.headingOf(style),
      sign: signOf(place, style, heading, attributes),
      gap: place.cells && !place.rowBegins ? 1 : 2,
      ...{ words: [], boxes: [], isBlank: true },
      isHidden: styles.isHidden('paragraph', style),
    });
  };

  function signOf(
    place: Place,
    style: string | undefined,
    heading: number,
    attributes: Attributes,
  ): string {
    const { item, lists } = place;
    place.item = undefined;
    const list = lists.at(-1);
    if (item && list) {
      const levels = styles.levelsOf(list.style ?? styles.listOf(style));
      return nextSign(levels, list.counts, lists.length - 1, item.start);
    }
    const isCounted = heading && !list && attributes['is-list-header'] !== 'true';
    return isCounted ? nextSign(styles.headings, headings, heading - 1) : '';
  }

  const endParagraph = (): void => {
    const paragraph = open.pop();
    if (!paragraph) return;
    const lines = linesOf(paragraph);
    const place = here();
    if (lines.length) place.rowBegins = false;
    for (const line of lines) place.lines.push(line);
  };

  const beginList = (attributes: Attributes): void => {
    const { lists } = here();
    const around = lists.at(-1);
    const style = attributes['style-name'] ?? around?.style;
    const goesOn = attributes['continue-numbering'] === 'true';
    const before = countsBy.get(attributes['continue-list'] ?? (goesOn ? (style ?? '') : ' '));
    const counts = around?.counts ?? before ?? [];
    lists.push({ style, counts });
    if (around) return;
    for (const name of [style, attributes.id]) if (name) countsBy.set(name, counts);
  };

  const beginNote = ({ 'note-class': of }: Attributes): void => {
    const is = of === 'endnote' ? 'endnote' : 'footnote';
    const sign = noteSign(is, notes.filter((one) => one.is === is).length + 1);
    write(sign);
    notes.push({ is, sign, lines: [] });
    places.push(placeWith(notes.at(-1)?.lines ?? []));
  };

  const inText = (name: string, attributes: Attributes): void => {
    if (name === 's') write(' '.repeat(Math.min(1000, Number(attributes.c ?? 1) || 1)));
    else if (name === 'tab') write('\t');
    else if (name === 'line-break') {
      write('\n');
      const paragraph = open.at(-1);
      if (paragraph) paragraph.isBlank = true;
    } else if (name === 'hidden-paragraph') {
      const paragraph = open.at(-1);
      if (paragraph && attributes['is-hidden'] !== 'false') paragraph.isHidden = true;
    }
  };

  readXml(bytes, {
    open(name, attributes) {
      // What a picture shows is told to those who cannot see it.
      const isTold = frames > 0 && (name === 'title' || name === 'desc');
      if (passing || isTold || isPassedOver(name, attributes)) passing++;
      else if (name === 'p') beginParagraph(attributes, 0);
      else if (name === 'h') beginParagraph(attributes, levelOf(attributes['outline-level']));
      else if (name === 'list') beginList(attributes);
      else if (name === 'list-item') here().item = { start: wholeOf(attributes['start-value']) };
      else if (name === 'list-header') here().item = undefined;
      else if (name === 'table-row') here().rowBegins = true;
      else if (name === 'table-cell') here().cells++;
      else if (name === 'note') beginNote(attributes);
      else if (name === 'span') spans.push(styles.isHidden('text', attributes['style-name']));
      else if (name === 'frame') frames++;
      else if (name === 'text-box') places.push(placeWith(open.at(-1)?.boxes ?? here().lines));
      else inText(name, attributes);
    },
    close(name) {
      if (passing) passing--;
      else if (name === 'p' || name === 'h') endParagraph();
      else if (name === 'list') here().lists.pop();
      else if (name === 'list-item') here().item = undefined;
      else if (name === 'table-cell') here().cells--;
      else if (name === 'note' || name === 'text-box') places.pop();
      else if (name === 'span') spans.pop();
      else if (name === 'frame') frames--;
    },
    text(piece) {
      if (!passing) writeCollapsed(piece);
    },
  });
  return [...own, ...linesOfNotes(notes)];
}

function linesOf({ words, heading, sign, gap, boxes }: Paragraph): Line[] {
  const text = words.join('').replace(/ +$/, '');
  const [first, ...others] = shownLines(heading ? text.replace(/\s+/g, ' ') : text);
  if (!first) return [...boxes];
  const lead = heading ? `${'#'.repeat(Math.min(6, heading))} ` : '';
  const shown = lead || sign ? first.text.trim() : first.text;
  return [{ text: `${lead}${sign}${shown}`, gap }, ...others, ...boxes];
}

/** Footnotes, then endnotes, each in its order. */
function linesOfNotes(notes: readonly Note[]): Line[] {
  const inOrder = [
    ...notes.filter(({ is }) => is === 'footnote'),
    ...notes.filter(({ is }) => is === 'endnote'),
  ];
  return inOrder.flatMap(({ sign, lines }): Line[] => {
    const [first, ...others] = lines;
    return first ? [{ text: `${sign} ${first.text.trimStart()}`, gap: 2 }, ...others] : [];
  });
}

const levelOf = (text: string | undefined): number => Math.max(1, wholeOf(text) ?? 1);
