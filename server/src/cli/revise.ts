import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDay } from '../core/dates.ts';
import { parse } from '../core/reading/parse.ts';
import type { Fate } from '../core/revision/fates.ts';
import { type Revision, revise } from '../core/revision/revise.ts';
import { onOneLine } from '../core/text.ts';
import { counted } from '../rules/say.ts';
import { linesOf } from '../workspace/lines.ts';
import { plain } from './plain.ts';
import { readSource as textFrom } from './read-source.ts';
import { readText } from './read-text.ts';
import { Refused, refusalOf } from './refused.ts';
import { formatOf } from './thread.ts';
import { checkWritable, writeFile, writeNew } from './write.ts';

/**
 * `readout revise FILE NEW [--write] [--retrieved DATE] [--format pretty|json]`: takes over a revised source; 1 when
 * an annotation is lost, else 0. With `--write` what is lost goes into a file of its own, never over another.
 */
export async function reviseFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      retrieved: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const [path, from, ...others] = positionals;
  if (!path || !from || others.length) {
    throw new Refused(
      'Name a readout and its revised source, e.g. readout revise statement.readout.md statement.txt.',
    );
  }
  const format = formatOf(values.format);
  const text = readReadout(path);
  const revision = revise(parse(text), await readSource(from), {
    retrieved: dayOf(values.retrieved),
  });
  if (!revision) throw new Refused(`${from} could not be taken over byte for byte.`);
  const isChanged = revision.text !== text;
  const lostIn = values.write && isChanged ? write(path, text, revision) : undefined;
  const end = endOf(values.write, isChanged, lostIn);
  process.stdout.write(
    format === 'json'
      ? json(path, revision)
      : `${pretty(path, revision).map(plain).join('\n')}\n${end}`,
  );
  return count(revision, 'lost') ? 1 : 0;
}

function readReadout(path: string): string {
  if (!isReadout.test(path)) {
    throw new Refused(`${path} is no readout. Name the readout first and its new source second.`);
  }
  return readText(path);
}

async function readSource(path: string): Promise<string> {
  if (isReadout.test(path)) {
    throw new Refused(`${path} is a readout, not a source. Name the readout first.`);
  }
  const { text: source } = await textFrom(path);
  if (!source.trim()) throw new Refused(`${path} is empty, so there is nothing to take over.`);
  return source;
}

const isReadout = /\.readout(\.md)?$/;

function dayOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const day = readDay(given);
  if (!day) throw new Refused(`--retrieved takes a day such as 2031-05-18, not “${given}”.`);
  return day;
}

/** Writes the document, and before it what it has lost; gives the name of the file that has that. */
function write(path: string, text: string, revision: Revision): string | undefined {
  const lost = revision.fates.filter(({ is }) => is === 'lost');
  const beside = `${path.replace(isReadout, '')}.lost.txt`;
  checkWritable(path);
  if (lost.length) writeLost(beside, path, revision);
  if (textNow(path) !== text) {
    throw new Refused(`${path} was changed meanwhile and was left as it is.`);
  }
  writeFile(path, revision.text);
  return lost.length ? beside : undefined;
}

function writeLost(beside: string, path: string, revision: Revision): void {
  try {
    writeNew(beside, [`${pretty(path, revision).join('\n')}\n`], false);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(
      `${path} was left as it is, because what it would lose could not be kept: ${beside} is there already or cannot be written.`,
    );
  }
}

function textNow(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused(`${path}: ${refusalOf(error)}`);
  }
}

function endOf(isWrite: boolean, isChanged: boolean, lostIn: string | undefined): string {
  if (!isChanged) return 'It is the source as it stands there, so there is nothing to do.\n';
  if (!isWrite) return 'Nothing was written: --write does that.\n';
  return lostIn ? `What is lost stands in ${lostIn}.\n` : '';
}

const count = ({ fates }: Revision, is: Fate['is']): number =>
  fates.filter((fate) => fate.is === is).length;

/** What is not as it was, each with its line in the new text. */
function pretty(path: string, revision: Revision): string[] {
  const lines = linesOf(revision.text);
  const kept = counted(count(revision, 'kept'), 'annotation');
  const shown = revision.fates.flatMap(({ is, written, before, after, span }) => {
    if (is === 'kept') return [];
    const head = `  ${is}, line ${lines.position(span.from).line + 1}: ${onOneLine(written)}`;
    if (is === 'lost') return [head];
    return [head, `      was: ${onOneLine(before)}`, `      now: ${onOneLine(after)}`];
  });
  const [changed, lost] = [count(revision, 'changed'), count(revision, 'lost')];
  return [`${path}: ${kept} kept, ${changed} changed, ${lost} lost.`, ...shown];
}

function json(file: string, revision: Revision): string {
  const lines = linesOf(revision.text);
  const annotations = revision.fates.map(({ span, ...fate }) => ({
    ...fate,
    ...{ start: span.from, end: span.to, line: lines.position(span.from).line + 1 },
  }));
  const [kept, changed, lost] = [
    ...[count(revision, 'kept'), count(revision, 'changed'), count(revision, 'lost')],
  ];
  return `${JSON.stringify({ version: 1, file, kept, changed, lost, annotations }, null, 2)}\n`;
}
