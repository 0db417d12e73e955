import { csvFormatRow } from 'd3-dsv';
import type { RegisterActor } from '../register/row.ts';
import type { RegisterText, Wanted } from './pieces.ts';
import { type MarkRecord, recordOf } from './record.ts';

/** Excel takes a text for UTF-8 only where it begins with this. */
const byteOrderMark = '\uFEFF';

/** A record for one of its actors; without any, for none. */
type Line = MarkRecord & { readonly actor: RegisterActor | undefined };

type Cell = string | number | null | undefined;

/** The columns in their order. New ones come at the end; none changes its name or meaning. */
const columns: Readonly<Record<string, (line: Line) => Cell>> = {
  date: ({ document }) => document.date,
  document: ({ document }) => document.key,
  title: ({ document }) => document.title,
  series: ({ document }) => document.series,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  actor: ({ actor }) => actor?.id,
  actor_name: ({ actor }) => actor?.name,
  words: ({ words }) => words,
  verb: ({ verb }) => verb?.lemma,
  force: ({ force }) => force?.lemma,
  ladder: ({ force }) => force?.ladder,
  rung: ({ force }) => force?.rung,
  due: ({ due }) => due,
  due_by: ({ due_by }) => due_by,
  deadlines: ({ deadlines }) => several(deadlines),
  conditions: ({ conditions }) => several(conditions),
  status: ({ status }) => status,
  status_reason: ({ status_reason }) => status_reason,
  score: ({ scores, actor }) => scoreOf(scores, actor),
  says: ({ says }) => several(says.map(({ id }) => id)),
  to: ({ to }) => several(to.map(({ id }) => id)),
  relations: ({ relations }) => several(relations.map(({ relation, to }) => `${relation} ${to}`)),
  later: ({ later }) =>
    several(later.flatMap(({ inverse, from }) => from.map((name) => `${inverse} ${name}`))),
  links: ({ links }) => links,
  light_actor: ({ lights }) => lights?.actor,
  light_deliverable: ({ lights }) => lights?.deliverable,
  light_timeframe: ({ lights }) => lights?.timeframe,
  light_force: ({ lights }) => lights?.force,
  attributes: ({ attributes }) => several(attributes.map(({ key, value }) => `${key}=${value}`)),
  file: ({ document }) => document.file,
  start: ({ start }) => start,
  end: ({ end }) => end,
};

const several = (all: readonly string[]): string => all.join('; ');

/** What evidence says of this actor; else what it says of nobody by name. */
function scoreOf(scores: MarkRecord['scores'], actor: RegisterActor | undefined): Cell {
  const own = scores.find((one) => one.actor === actor?.id);
  return (own ?? scores.find((one) => one.actor === null))?.score;
}

/** The register as a table with the names of its columns above, a row for each mark and actor. */
export const csvText = ({ fileOf }: Wanted): RegisterText => ({
  begin: `${byteOrderMark}${written(Object.keys(columns))}`,
  rows: (rows) => rows.map((row) => rowsOf(recordOf(row, fileOf))).join(''),
  end: () => '',
});

/** A record as rows, one for each of its actors. */
function rowsOf(record: MarkRecord): string {
  const actors = record.actors.length ? record.actors : [undefined];
  return actors
    .map((actor) => written(Object.values(columns).map((cell) => cell({ ...record, actor }))))
    .join('');
}

function written(cells: readonly Cell[]): string {
  return `${csvFormatRow(cells.map(safe))}\r\n`;
}

/**
 * A cell that no program takes for a formula: a text that begins like one, with wide signs too, gets an
 * apostrophe before it. Line ends inside a cell are blanks, for many readers of CSV take each for a row; control characters, at which
 * some of them stop, become U+FFFD.
 */
function safe(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell);
  const text = cell.replace(/\r\n|\r|\n/g, ' ').replace(/(?!\t)\p{Cc}/gu, '\uFFFD');
  return /^[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text;
}
