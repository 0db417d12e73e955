import { styleText } from 'node:util';
import type { Severity } from '../core/codebook/codebook.ts';
import { plain } from './plain.ts';
import type { Found, Report } from './report.ts';
import { summing } from './summary.ts';

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
  const sum = summing(documents);
  let isFirst = true;
  return {
    begin: '',
    file: (found) => {
      sum.add(found);
      const lines = [...(isFirst ? [] : ['']), ...linesFor(found)];
      isFirst = false;
      return `${lines.join('\n')}\n`;
    },
    end: (leftOut) => `${isFirst ? '' : '\n'}${sum.said(leftOut)}\n`,
  };
}

function* linesFor(found: readonly Found[]): Generator<string> {
  const [first] = found;
  if (first) yield paint('bold', plain(first.file));
  for (const { line, column, severity, message, code } of found) {
    const place = `${line}:${column}`.padEnd(8);
    const { what, why, advice } = message;
    yield `  ${place}${paint(styles[severity], severity)} ${plain(what)} ${paint('dim', code)}`;
    yield `          ${paint('dim', plain(`${why} ${advice}`))}`;
  }
}
