import { styleText } from 'node:util';
import type { Severity } from '../core/codebook/codebook.ts';
import type { Found } from './check.ts';

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

/** Findings for a person: by file, what is wrong first, why and what to do below it. */
export function pretty(documents: number, found: readonly Found[]): string {
  const out: string[] = [];
  let file = '';
  for (const one of found) {
    if (one.file !== file) out.push(`${out.length ? '\n' : ''}${paint('bold', one.file)}`);
    file = one.file;
    const place = `${one.line}:${one.column}`.padEnd(8);
    const { what, why, advice } = one.message;
    out.push(
      `  ${place}${paint(styles[one.severity], one.severity)} ${what} ${paint('dim', one.code)}`,
    );
    out.push(`          ${paint('dim', `${why} ${advice}`)}`);
  }
  if (found.length) out.push('');
  out.push(summary(documents, found));
  return `${out.join('\n')}\n`;
}

function summary(documents: number, found: readonly Found[]): string {
  const read = `${count(documents, 'readout')} read`;
  if (!found.length) return `${read}, nothing to mend.`;
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const number = found.filter((one) => one.severity === severity).length;
    const word = severity === 'information' ? 'piece of information' : severity;
    return number
      ? [
          severity === 'information' && number > 1
            ? `${number} pieces of information`
            : count(number, word),
        ]
      : [];
  });
  return `${read}: ${counts.join(', ')}.`;
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
