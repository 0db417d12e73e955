import type { Severity } from '../core/codebook/codebook.ts';
import { sayAll } from '../rules/rule.ts';
import type { Found, Report } from './report.ts';
import { summing } from './summary.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Findings as workflow commands, which GitHub Actions shows beside the lines of a change; at the end how many. */
export function github(documents: number): Report {
  const sum = summing(documents);
  return {
    begin: '',
    file: (found) => {
      sum.add(found);
      return found.map((one) => `${commandFor(one)}\n`).join('');
    },
    end: (leftOut) => `${sum.said(leftOut)}\n`,
  };
}

function commandFor(found: Found): string {
  const { severity, file, line, lastLine, column, lastColumn, code, message } = found;
  // GitHub takes columns only where the finding stands in one line.
  const columns = line === lastLine ? { col: column, endColumn: lastColumn } : {};
  const place = { file: file.replaceAll('\\', '/'), line, endLine: lastLine, ...columns };
  const properties = Object.entries({ ...place, title: code })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${properties}::${escaped(sayAll(message))}`;
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string =>
  escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
