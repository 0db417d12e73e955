import { jsonList } from '../../core/json-list.ts';
import type { RegisterText, Wanted } from './pieces.ts';
import { recordOf } from './record.ts';

/** One object with a list of the marks; what it means stands in `docs/register.schema.json`. */
export function jsonText({ asOf, fileOf }: Wanted): RegisterText {
  const { begin, items, end } = jsonList({ version: 1, as_of: asOf ?? null, marks: [] }, 1);
  return {
    begin,
    rows: (rows) => items(rows.map((row) => recordOf(row, fileOf))),
    end: () => end(),
  };
}

/** The same marks, one a line. */
export const ndjsonText = ({ fileOf }: Wanted): RegisterText => ({
  begin: '',
  rows: (rows) => rows.map((row) => `${JSON.stringify(recordOf(row, fileOf))}\n`).join(''),
  end: () => '',
});
