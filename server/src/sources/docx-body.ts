import type { ListPlace, NextSign } from './docx-numbers.ts';
import { levelOf, type ParagraphStyle } from './docx-styles.ts';
import { type Line, shownLines } from './lines.ts';
import { noteSign } from './note-sign.ts';
import { wholeOf } from './numerals.ts';
import { t, Unusable } from './unusable.ts';
import { type Attributes, readXml } from './xml.ts';

/** The ids of the notes that a text refers to, in order. */
export interface Notes {
  readonly footnote: string[];
  readonly endnote: string[];
}

export interface BodyReader {
  /** The lines of a text; `notes` takes in what it refers to. */
  readonly body: (bytes: Uint8Array, notes: Notes) => Line[];
  /** The lines of these notes of a file, in their order. */
  readonly notes: (bytes: Uint8Array, is: keyof Notes, ids: readonly string[]) => Line[];
}

interface Paragraph {
  words: string[];
  style?: string;
  heading?: number;
  number?: string;
  level?: number;
  /** Lines of text boxes that hang on it. */
  readonly boxes: Line[];
  /** Whether its end was deleted, so that the next paragraph goes on with its words. */
  goesOn?: boolean;
  /** Whether it stands in a run of another paragraph, as in a text box. */
  readonly isInRun: boolean;
}

// What was deleted, what was so before a change, what is there for other programs, how words are pronounced.
const passedOver = new Set(
  'del moveFrom pPrChange rPrChange tblPrChange sectPrChange numberingChange Fallback instrText rt'.split(
    ' ',
  ),
);
/** Where a row of paragraphs ends. */
const ends = new Set(['tc', 'txbxContent', 'footnote', 'endnote', 'body']);
const isOff = (value: string | undefined): boolean => /^(?:0|false|off)$/.test(value ?? '');

export function bodyReader(
  styleOf: (id: string | undefined) => ParagraphStyle,
  nextSign: NextSign,
): BodyReader {
  const read = (
    bytes: Uint8Array,
    notes: Notes | undefined,
    take: (lines: Line[], noteId: string) => void,
  ): void => {
    let lines: Line[] = [];
    const open: Paragraph[] = [];
    /** The one that ended last, where its end was deleted. */
    let held: Paragraph | undefined;
    let inProperties = false;
    let passing = 0;
    // The first words of a row of a table are set off, what follows in the row goes on under them.
    let rowBegins = false;
    let cells = 0;
    let text: string[] | undefined;
    let isKept = false;
    let isHidden = false;
    let inRun = false;
    let noteId = '';

    const write = (text: string): void => {
      if (!isHidden) open.at(-1)?.words.push(text);
    };

    const property = (name: string, { val: value = '' }: Attributes): void => {
      const paragraph = open.at(-1);
      if (!paragraph || inRun) {
        if (name === 'vanish') isHidden = !isOff(value);
        return;
      }
      if (name === 'pStyle') paragraph.style = value;
      if (name === 'outlineLvl') paragraph.heading = levelOf(value);
      if (name === 'numId') paragraph.number = value;
      if (name === 'ilvl') paragraph.level = wholeOf(value) ?? 0;
    };

    const inLine = (name: string, attributes: Attributes): void => {
      if (name === 't') {
        text = [];
        isKept = attributes.space === 'preserve';
      } else if (inRun && (name === 'tab' || name === 'ptab')) write('\t');
      else if (name === 'br' || name === 'cr') write('\n');
      else if (name === 'noBreakHyphen') write('\u2011');
      else if (name === 'softHyphen') write('\u00ad');
      // Which sign it is only its font knows.
      else if (name === 'sym') write('\ufffd');
      else if (notes && (name === 'footnoteReference' || name === 'endnoteReference')) {
        const is = name === 'footnoteReference' ? 'footnote' : 'endnote';
        notes[is].push(attributes.id ?? '');
        write(noteSign(is, notes[is].length));
      }
    };

    const closeText = (): void => {
      const whole = text?.join('') ?? '';
      text = undefined;
      write(isKept ? whole : whole.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
    };

    const closeParagraph = (): void => {
      const paragraph = open.pop();
      if (!paragraph) return;
      inRun = paragraph.isInRun;
      if (paragraph.goesOn) held = paragraph;
      else put(paragraph);
    };

    const put = (paragraph: Paragraph): void => {
      const made = linesOf(paragraph, cells && !rowBegins ? 1 : 2);
      if (made.length) rowBegins = false;
      const into = open.at(-1)?.boxes ?? lines;
      for (const line of made) into.push(line);
    };

    /** Where no paragraph follows, what would have gone on there ends here. */
    const release = (): void => {
      if (held) put(held);
      held = undefined;
    };

    readXml(bytes, {
      open(name, attributes) {
        if (inProperties && !passing && (name === 'del' || name === 'moveFrom')) {
          const paragraph = open.at(-1);
          if (paragraph) paragraph.goesOn = true;
        }
        if (passing || passedOver.has(name)) {
          passing++;
          return;
        }
        if (name === 'p') {
          open.push({ words: held?.words ?? [], boxes: held?.boxes ?? [], isInRun: inRun });
          held = undefined;
          inRun = false;
        } else if (name === 'pPr') inProperties = true;
        else if (name === 'r') {
          inRun = true;
          isHidden = false;
        } else if (name === 'tbl') release();
        else if (name === 'tc') cells++;
        else if (name === 'tr') rowBegins = true;
        else if (name === 'footnote' || name === 'endnote') {
          lines = [];
          noteId = attributes.id ?? '';
        } else if (name === 'altChunk') {
          throw new Unusable(
            t`This document holds another one as a whole, which only Word can open. Open it there, save it anew, and import that.`,
          );
        } else {
          property(name, attributes);
          inLine(name, attributes);
        }
      },
      close(name) {
        if (passing) {
          passing--;
          return;
        }
        if (ends.has(name)) release();
        if (name === 't') closeText();
        else if (name === 'p') closeParagraph();
        else if (name === 'pPr') inProperties = false;
        else if (name === 'r') {
          inRun = false;
          isHidden = false;
        } else if (name === 'tc') cells--;
        else if (name === 'footnote' || name === 'endnote') take(lines, noteId);
      },
      text(piece) {
        if (!passing) text?.push(piece);
      },
    });
    take(lines, '');
  };

  function linesOf(paragraph: Paragraph, gap: 1 | 2): Line[] {
    const style = styleOf(paragraph.style);
    const heading = paragraph.heading ?? style.heading ?? 0;
    const place: ListPlace = { ...style.list, ...own(paragraph) };
    const text = paragraph.words.join('');
    // Word counts an empty paragraph of a list, too.
    const sign = nextSign(place);
    const [first, ...others] = shownLines(heading ? text.replace(/\s+/g, ' ') : text);
    if (!first) return paragraph.boxes;
    const lead = heading ? '#'.repeat(Math.min(6, heading)) : '';
    return [
      { text: `${lead && `${lead} `}${sign}${bare(first.text, lead || sign)}`, gap },
      ...others,
      ...paragraph.boxes,
    ];
  }

  return {
    body(bytes, notes) {
      let taken: Line[] = [];
      read(bytes, notes, (lines) => {
        taken = lines;
      });
      return taken;
    },
    notes(bytes, is, ids) {
      const found = new Map<string, Line[]>();
      read(bytes, undefined, (lines, id) => {
        if (id) found.set(id, lines);
      });
      return ids.flatMap((id, at) => {
        const [first, ...others] = found.get(id) ?? [];
        if (!first) return [];
        return [
          { text: `${noteSign(is, at + 1)} ${first.text.trimStart()}`, gap: 2 as const },
          ...others,
        ];
      });
    },
  };
}

const own = ({ number, level }: Paragraph): ListPlace => ({
  ...(number !== undefined && { number }),
  ...(level !== undefined && { level }),
});

/** A line without the blanks at its end, and behind a sign without those at its beginning. */
const bare = (line: string, sign: string): string => (sign ? line.trim() : line.trimEnd());
