import { jsonList } from '../core/json-list.ts';
import { sayAll } from '../rules/rule.ts';
import type { Found, Report } from './report.ts';

/** Findings for programs: one object. */
export function json(documents: number): Report {
  const list = jsonList({ version: 1, documents, findings: [] }, 1);
  return {
    begin: list.begin,
    file: (found) => list.items(found.map(shown)),
    end: (leftOut) => list.end(leftOut === undefined ? undefined : { leftOut }),
  };
}

function shown({ lastLine, lastColumn, ...found }: Found): object {
  return { ...found, message: sayAll(found.message) };
}
