import { parseArgs } from 'node:util';
import type { Level, Severity } from '../core/codebook/codebook.ts';
import { lookup } from '../core/lookup.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { codebookFindings, findingsOf } from '../rules/findings.ts';
import { rules } from '../rules/index.ts';
import type { Message } from '../rules/rule.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import { folderOf, isBelow, isCodebookUri } from '../workspace/collections.ts';
import { linesOf } from '../workspace/lines.ts';
import { asOfOption, readAsOf } from './as-of.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { type Asked, ask, shownPath } from './collection.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { outTo } from './out.ts';
import { pretty } from './pretty.ts';
import { Refused } from './refused.ts';
import type { Found, Report } from './report.ts';
import { sarif } from './sarif.ts';

/** `readout check`: 0 when nothing is at warning or above, else 1. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      rule: { type: 'string', multiple: true, default: [] },
      'as-of': asOfOption,
      baseline: { type: 'string' },
    },
  });
  const format = lookup(formats, values.format);
  if (!format) {
    throw new Refused(`--format is pretty, json, sarif or github, not “${values.format}”.`);
  }
  const asOf = readAsOf(values['as-of']);
  const levels = new Map(values.rule.map(readLevel));
  const baseline = values.baseline === undefined ? undefined : readBaseline(values.baseline);
  const asked = await ask(positionals);
  return write(format(asked.documents.length), findEach(asked, levels, asOf), baseline);
}

const formats: Readonly<Record<string, (documents: number) => Report>> = {
  pretty,
  json,
  sarif,
  github,
};

/** Writes what each file has; gives how the command ends, which a reader that has gone does not change. */
async function write(
  report: Report,
  files: Iterable<readonly Found[]>,
  baseline: Baseline | undefined,
): Promise<number> {
  const out = outTo(process.stdout);
  let code = 0;
  await out.write(report.begin);
  for (const all of files) {
    const found = baseline ? baseline.fresh(all) : all;
    if (!found.length) continue;
    if (found.some(({ severity }) => severity === 'error' || severity === 'warning')) code = 1;
    await out.write(report.file(found));
    if (code && out.isClosed()) return code;
  }
  await out.write(report.end(baseline?.leftOut()));
  await out.end();
  return code;
}

function readLevel(rule: string): [string, Level] {
  const [code = '', level = ''] = rule.split('=');
  if (!rules.some((one) => one.code === code)) throw new Refused(`There is no finding “${code}”.`);
  if (!['error', 'warning', 'information', 'hint', 'off'].includes(level)) {
    throw new Refused(`--rule ${code}= takes error, warning, information, hint or off.`);
  }
  return [code, level as Level];
}

/** What can have findings, and how they are found. */
interface Source {
  readonly file: string;
  readonly find: () => Iterable<Found>;
}

/**
 * Everything found in what was asked for, by file and place; of files without findings nothing. Found when it is asked for,
 * so that what has been written need not be kept.
 */
function* findEach(
  asked: Asked,
  levels: ReadonlyMap<string, Level>,
  asOf: string,
): Generator<readonly Found[]> {
  const byFile = new Map<string, Source[]>();
  for (const source of sourcesOf(asked, levels, asOf)) {
    const others = byFile.get(source.file);
    if (others) others.push(source);
    else byFile.set(source.file, [source]);
  }
  for (const [, sources] of [...byFile].sort(([a], [b]) => compare(a, b))) {
    const found = sources.flatMap(({ find }) => [...find()]);
    if (found.length) yield found.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

function* sourcesOf(
  asked: Asked,
  levels: ReadonlyMap<string, Level>,
  asOf: string,
): Generator<Source> {
  yield* inUnreadable(asked);
  const collections = new Map<Snapshot, Snapshot>();
  for (const { snapshot } of asked.documents) {
    if (!collections.has(snapshot))
      collections.set(snapshot, onDay(withLevels(snapshot, levels), asOf));
  }
  for (const snapshot of asked.workspace.snapshots()) {
    const set = collections.get(snapshot);
    // A codebook that is broken changes how every text under it is read.
    yield* inCodebook(set ?? withLevels(snapshot, levels), set ? () => true : asked.isAsked);
  }
  for (const { entry, snapshot } of asked.documents) {
    const find = () =>
      placed(
        findingsOf(collections.get(snapshot) ?? snapshot, entry, 'all'),
        entry.uri,
        entry.text,
      );
    yield { file: shownPath(entry.uri), find };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* inUnreadable({ workspace, isAsked, documents }: Asked): Generator<Source> {
  for (const uri of workspace.unreadableFiles()) {
    const why = workspace.unreadable(uri);
    const judges =
      isCodebookUri(uri) && documents.some((one) => isBelow(one.entry.uri, folderOf(uri)));
    if (why && (isAsked(uri) || judges)) {
      const finding = { ...unreadableFinding(why), from: 0, to: 0 };
      yield { file: shownPath(uri), find: () => placed([finding], uri, '') };
    }
  }
}

const withLevels = (snapshot: Snapshot, levels: ReadonlyMap<string, Level>): Snapshot =>
  levels.size
    ? {
        ...snapshot,
        codebook: {
          ...snapshot.codebook,
          rules: new Map([...snapshot.codebook.rules, ...levels]),
        },
      }
    : snapshot;

function* inCodebook(snapshot: Snapshot, isShown: (uri: string) => boolean): Generator<Source> {
  const findings = codebookFindings(snapshot);
  for (const { uri, text } of snapshot.codebook.files) {
    const own = isShown(uri) ? findings.filter((finding) => finding.uri === uri) : [];
    if (own.length) yield { file: shownPath(uri), find: () => placed(own, uri, text) };
  }
}

type Placeable = Span & {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly target?: string;
};

function* placed(findings: readonly Placeable[], uri: string, text: string): Generator<Found> {
  if (!findings.length) return;
  const lines = linesOf(text);
  const file = shownPath(uri);
  for (const finding of findings) {
    const first = lines.position(finding.from);
    const last = lines.position(finding.to);
    const { code, severity, message, from: start, to: end, target } = finding;
    const one = {
      file,
      code,
      severity,
      message,
      start,
      end,
      line: first.line + 1,
      column: first.character + 1,
      lastLine: last.line + 1,
      lastColumn: last.character + 1,
    };
    yield target === undefined ? one : { ...one, target };
  }
}
