import type { Row } from './run.ts';

// How many rows at the top and at the bottom may belong to the page and not to the text.
const EDGE = 3;
// Points by which a line at the same place may be moved.
const NEAR = 4;

interface Edge {
  readonly page: number;
  readonly row: Row;
  readonly words: string;
}

/** The rows of pages without the numbers of pages and what stands at the same place on most of them. */
export function withoutRunning(pages: readonly (readonly Row[])[]): Row[][] {
  const edges = pages.flatMap((rows, page) =>
    edgeOf(rows).map((row): Edge => ({ page, row, words: spoken(row.text) })),
  );
  const byWords = new Map<string, Edge[]>();
  for (const edge of edges) {
    const list = byWords.get(edge.words) ?? [];
    list.push(edge);
    byWords.set(edge.words, list);
  }
  const running = new Set<Row>();
  // Left and right pages may have heads of their own.
  const enough = Math.max(2, Math.ceil(pages.length / 3));
  for (const list of byWords.values()) {
    list.sort((one, other) => one.row.y - other.row.y);
    for (let from = 0; from < list.length; ) {
      let to = from + 1;
      while (to < list.length && y(list, to) - y(list, from) <= NEAR) to++;
      const same = list.slice(from, to);
      if (new Set(same.map(({ page }) => page)).size >= enough && countsPages(same)) {
        for (const { row } of same) running.add(row);
      }
      from = to;
    }
  }
  return pages.map((rows) => trimmed(rows, running));
}

/** Whether the numbers of lines that are else the same stay the same, too, or go on with the pages. */
function countsPages(same: readonly Edge[]): boolean {
  const numbers = same.map(({ row }) => row.text.match(/\d+/g)?.map(Number) ?? []);
  const isOne = (values: readonly number[]): boolean => new Set(values).size === 1;
  return (numbers[0] ?? []).every((_, at) => {
    const values = numbers.map((one) => one[at] ?? 0);
    return isOne(values) || isOne(values.map((value, index) => value - (same[index] as Edge).page));
  });
}

/** The rows without those of the page, from both ends up to the first line that is not one. */
function trimmed(rows: readonly Row[], running: ReadonlySet<Row>): Row[] {
  const ofPage = new Set<number>();
  const heights = [...new Set(rows.map((row) => row.y))];
  for (const order of [heights, heights.toReversed()]) {
    for (const height of order) {
      if (!rows.some((row) => row.y === height && running.has(row))) break;
      ofPage.add(height);
    }
  }
  return rows.filter((row) => !(ofPage.has(row.y) && running.has(row)));
}

const y = (list: readonly Edge[], at: number): number => (list[at] as Edge).row.y;

const spoken = (text: string): string =>
  text.replace(/\d+/g, '0').replace(/^([-–—] ?)?[ivxl]{1,6}( ?[-–—])?$/, '0');

/** The rows of the lines at both ends. */
function edgeOf(rows: readonly Row[]): Row[] {
  const heights = [...new Set(rows.map((row) => row.y))];
  const ends = new Set([...heights.slice(0, EDGE), ...heights.slice(-EDGE)]);
  return rows.filter((row) => ends.has(row.y));
}
