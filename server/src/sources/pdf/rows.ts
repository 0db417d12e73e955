import { gutterOf } from './columns.ts';
import { endOf, type Page, type Row, type Run } from './run.ts';

// In sizes of the letters: words of one line never lie further apart, columns and cells do.
const APART = 1.6;
const BLANK = 0.16;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\u30fb\u30fc]/u;

/** Whether these letters are written without blanks between them. */
export const isWide = (letter: string | undefined): boolean => WIDE.test(letter ?? '');

/** The rows of a page, from the top and from the left, each cut where a column or a cell ends. */
export function rowsOf(page: Page): Row[] {
  const runs = page.filter(({ text, size }) => text.trim() && size > 0);
  const found = lines(runs);
  // Columns may lie as close as stretched words: they are told by lying so all the way down.
  const gutter = gutterOf(found);
  return found.flatMap((line) => cut(line, gutter));
}

interface Line {
  readonly runs: Run[];
  readonly size: number;
  readonly y: number;
}

/** The runs by the line they stand on. What is raised or lowered, and smaller, goes with the line it belongs to. */
function lines(runs: readonly Run[]): Run[][] {
  const found: Line[] = [];
  const whole = [...runs].sort((one, other) => one.y - other.y || one.x - other.x);
  const raised: Run[] = [];
  for (const run of whole) {
    const last = found.at(-1);
    const isSame = last && Math.abs(last.y - run.y) < 0.25 * Math.min(last.size, run.size);
    if (isSame && isBeside(last, run)) last.runs.push(run);
    else if (isMark(run)) raised.push(run);
    else found.push({ runs: [run], size: run.size, y: run.y });
  }
  for (const run of raised) {
    const near = found.find(
      (line) =>
        run.size < 0.85 * line.size &&
        line.y - run.y > -0.1 * line.size &&
        line.y - run.y < 0.7 * line.size &&
        line.runs.some((one) => run.x > one.x - line.size && run.x < endOf(one) + line.size),
    );
    if (near) near.runs.push(run);
    else found.push({ runs: [run], size: run.size, y: run.y });
  }
  return found.sort((one, other) => one.y - other.y).map((line) => line.runs);
}

/** Whether letters of one line, which lie as high as these, are no mark beside them. */
const isBeside = (line: Line, run: Run): boolean => run.size > 0.5 * line.size;

const isMark = ({ text }: Run): boolean => /^[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?$/.test(text.trim());

/** A line in pieces: where there is more room than between words, and where a right column begins. */
function cut(runs: readonly Run[], gutter: number | undefined): Row[] {
  const size = Math.max(...runs.map((run) => run.size));
  const base = runs.find((run) => run.size === size) as Run;
  const rows: Row[] = [];
  let open: { text: string; x: number; end: number; sign?: 'note' } | undefined;
  const close = (): void => {
    const text = open?.text.trim();
    if (open && text) {
      const { x, end, sign } = open;
      rows.push({ text, x, y: base.y, width: end - x, size, ...(sign && { sign }) });
    }
    open = undefined;
  };
  for (const run of [...runs].sort((one, other) => one.x - other.x)) {
    const isNext = open && gutter !== undefined && open.end <= gutter && run.x >= gutter;
    const isApart = open && run.x - open.end > APART * size && !isItemSign(open.text);
    if (isNext || isApart) close();
    const isNote = run.size < 0.85 * size && base.y - run.y > 0.15 * size && isMark(run);
    const text = isNote ? `[${run.text.trim().replace(/^[[(]|[\])]$/g, '')}]` : plain(run.text);
    if (!open) {
      open = { text, x: run.x, end: endOf(run), ...(isNote && { sign: 'note' as const }) };
      continue;
    }
    open.text = beside(open.text, text, run.x - open.end, size, isNote);
    open.end = Math.max(open.end, endOf(run));
  }
  close();
  return rows;
}

/** Two runs of a line as one text, with a blank where there is a gap. */
function beside(before: string, text: string, gap: number, size: number, isNote: boolean): string {
  const [left, right] = [before.trimEnd(), text.trimStart()];
  if (isNote) return left + right;
  const isClose = isWide(left.at(-1)) && isWide(right[0]) && gap < 0.7 * size;
  if (isClose) return left + right;
  const hasBlank = left !== before || right !== text || gap > BLANK * size;
  return hasBlank ? `${left} ${right}` : before + text;
}

const isItemSign = (text: string): boolean =>
  /^(?:[•‣▪◦●○∙·■□–—-]|\(?(?:\d{1,3}|\p{L}|[ivxlc]{1,6})[.)]|\[[\d*†‡]{1,3}\])$/u.test(text.trim());

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** The letters of a run as they are written elsewhere: ligatures as letters, signs of bullets as one sign. */
export const plain = (text: string): string =>
  text
    .replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/[\uf0b7\uf0a7\uf0d8]/g, '•')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}/gu, '\ufffd');
