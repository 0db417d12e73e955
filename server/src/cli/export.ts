import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats, exportPieces } from '../features/export/export.ts';
import { counted } from '../rules/say.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import { asOfOption, readAsOf } from './as-of.ts';
import { writeBrat } from './brat.ts';
import { type Asked, ask, shownPath } from './collection.ts';
import { outTo } from './out.ts';
import { Refused } from './refused.ts';
import { isThere, writeNew } from './write.ts';

/**
 * `readout export [--format FORMAT] [--as-of DATE] [--out FILE [--force]] [paths…]`: the register, or with
 * `--format jsonld` or `brat` all annotations, brat's into a folder; 1 when a file could not be read, so that it
 * lacks there, else 0. Never overwrites without `--force`.
 */
export async function exportRegister(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'as-of': asOfOption,
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const { out, force } = values;
  const format = formatFor(values.format, out);
  const asOf = readAsOf(values['as-of']);
  if (format === 'brat') return exportBrat(positionals, out, force);
  if (out !== undefined && !force && existsSync(out)) throw isThere(out);
  const asked = await ask(positionals);
  const count = { marks: 0, readouts: new Set<string>() };
  const pieces = piecesOf(asked, format, asOf, count);
  if (out === undefined) await print(pieces);
  else {
    writeNew(out, pieces, force);
    const marks = counted(count.marks, format === 'jsonld' ? 'annotation' : 'mark');
    const readouts = counted(count.readouts.size, 'readout');
    process.stdout.write(`${out}: ${marks} of ${readouts}.\n`);
  }
  return hasAll(asked) ? 0 : 1;
}

async function exportBrat(
  paths: readonly string[],
  out: string | undefined,
  force: boolean,
): Promise<number> {
  if (out === undefined) {
    throw new Refused(
      'brat has two files for each readout: name a folder for them with --out DIR.',
    );
  }
  const asked = await ask(paths);
  const { failed, lacks } = writeBrat(asked, out, force);
  const isWhole = hasAll(asked);
  return failed ? 2 : isWhole && !lacks ? 0 : 1;
}

/** The format that was asked for, else the one that the name of the file says, else CSV. */
function formatFor(given: string | undefined, out: string | undefined): ExportFormat | 'brat' {
  const program = given === undefined && /\.(?:xlsx?|ods|numbers|docx?|pdf)$/i.exec(out ?? '')?.[0];
  if (program) {
    throw new Refused(
      `No ${program} file can be written. Excel, LibreOffice and Numbers open .csv, and Word opens .html.`,
    );
  }
  const wanted = given ?? endings[extname(out ?? '').toLowerCase()] ?? 'csv';
  const formats = [...exportFormats, 'brat'] as const;
  const format = formats.find((one) => one === wanted);
  if (format) return format;
  throw new Refused(`--format is ${formats.join(', ')}, not “${wanted}”.`);
}

const endings: Readonly<Record<string, ExportFormat>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.html': 'html',
  '.htm': 'html',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.graphml': 'graphml',
  '.ics': 'ics',
  '.jsonld': 'jsonld',
};

function* piecesOf(
  { documents, isAsked }: Asked,
  format: ExportFormat,
  asOf: string,
  count: { marks: number; readonly readouts: Set<string> },
): Generator<string> {
  const snapshots = [...new Set(documents.map((one) => one.snapshot))];
  const fileOf = (uri: string) => shownPath(uri).replaceAll('\\', '/');
  for (const { text, marks, uri } of exportPieces(format, snapshots, { asOf, fileOf, isAsked })) {
    count.marks += marks;
    if (uri !== undefined) count.readouts.add(uri);
    yield text;
  }
}

async function print(pieces: Iterable<string>): Promise<void> {
  const out = outTo(process.stdout);
  for (const piece of pieces) {
    await out.write(piece);
    if (out.isClosed()) return;
  }
  await out.end();
}

/** Whether all could be read; names the files that could not, and so are missing in the register. */
function hasAll({ workspace, isAsked }: Asked): boolean {
  let all = true;
  for (const uri of workspace.unreadableFiles()) {
    const why = workspace.unreadable(uri);
    if (!why || !isAsked(uri)) continue;
    all = false;
    const { what } = unreadableFinding(why).message;
    process.stderr.write(`readout: The register lacks ${shownPath(uri)}. ${what}\n`);
  }
  return all;
}
