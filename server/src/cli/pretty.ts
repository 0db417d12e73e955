import { styleText } from 'node:util';
import type { Severity } from '../core/codebook/codebook.ts';
import type { Found, Report } from './report.ts';

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** Colours on a terminal, none in a pipe or where NO_COLOR is set. */
const paint = (style: Style, text: string): string =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;

/** Findings for a person: by file, what is wrong first, why and what to do below it; at the end how many. */
export function pretty(documents: number): Report {
  const counts = new Map<Severity, number>();
  let isFirst = true;
  return {
    begin: '',
    file: (found) => {
      for (const { severity } of found) counts.set(severity, (counts.get(severity) ?? 0) + 1);
      const lines = [...(isFirst ? [] : ['']), ...linesFor(found)];
      isFirst = false;
      return `${lines.join('\n')}\n`;
    },
    end: () => `${isFirst ? '' : '\n'}${summary(documents, counts)}\n`,
  };
}

function* linesFor(found: readonly Found[]): Generator<string> {
  const [first] = found;
  if (first) yield paint('bold', first.file);
  for (const { line, column, severity, message, code } of found) {
    const place = `${line}:${column}`.padEnd(8);
    const { what, why, advice } = message;
    yield `  ${place}${paint(styles[severity], severity)} ${what} ${paint('dim', code)}`;
    yield `          ${paint('dim', `${why} ${advice}`)}`;
  }
}

function summary(documents: number, counts: ReadonlyMap<Severity, number>): string {
  const read = `${count(documents, 'readout')} read`;
  if (!counts.size) return `${read}, nothing to mend.`;
  const said = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const number = counts.get(severity);
    return number ? [named(number, severity)] : [];
  });
  return `${read}: ${said.join(', ')}.`;
}

const named = (number: number, severity: Severity): string =>
  severity === 'information'
    ? count(number, 'piece of information', 'pieces of information')
    : count(number, severity);

const count = (number: number, word: string, several = `${word}s`): string =>
  `${number} ${number === 1 ? word : several}`;
