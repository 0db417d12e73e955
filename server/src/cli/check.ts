import { parseArgs } from 'node:util';
import type { Level, Severity } from '../core/codebook/codebook.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { codebookFindings, findingsOf } from '../rules/findings.ts';
import { rules } from '../rules/index.ts';
import { type Message, sayAll } from '../rules/rule.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import { folderOf, isBelow, isCodebookUri } from '../workspace/collections.ts';
import { linesOf } from '../workspace/lines.ts';
import { asOfOption, readAsOf } from './as-of.ts';
import { type Asked, ask, shownPath } from './collection.ts';
import { pretty } from './pretty.ts';
import { Refused } from './refused.ts';

/** A finding with its place in a file, as the command line shows it. Lines and columns count from 1. */
export interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly target?: string;
}

/** `readout check`: 0 when nothing is at warning or above, else 1. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      rule: { type: 'string', multiple: true, default: [] },
      'as-of': asOfOption,
    },
  });
  if (values.format !== 'pretty' && values.format !== 'json') {
    throw new Refused(`--format is pretty or json, not “${values.format}”.`);
  }
  const asOf = readAsOf(values['as-of']);
  const levels = new Map(values.rule.map(readLevel));
  const asked = await ask(positionals);
  const found = findAll(asked, levels, asOf);
  const documents = asked.documents.length;
  process.stdout.write(
    values.format === 'json' ? json(documents, found) : pretty(documents, found),
  );
  return found.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

function readLevel(rule: string): [string, Level] {
  const [code = '', level = ''] = rule.split('=');
  if (!rules.some((one) => one.code === code)) throw new Refused(`There is no finding “${code}”.`);
  if (!['error', 'warning', 'information', 'hint', 'off'].includes(level)) {
    throw new Refused(`--rule ${code}= takes error, warning, information, hint or off.`);
  }
  return [code, level as Level];
}

/** Everything found in what was asked for, by file and place. */
function findAll(asked: Asked, levels: ReadonlyMap<string, Level>, asOf: string): Found[] {
  const found = [...inUnreadable(asked)];
  const collections = new Map<Snapshot, Snapshot>();
  for (const { snapshot } of asked.documents) {
    if (!collections.has(snapshot))
      collections.set(snapshot, onDay(withLevels(snapshot, levels), asOf));
  }
  for (const snapshot of asked.workspace.snapshots()) {
    const set = collections.get(snapshot);
    // A codebook that is broken changes how every text under it is read.
    found.push(
      ...inCodebook(set ?? withLevels(snapshot, levels), set ? () => true : asked.isAsked),
    );
  }
  for (const { entry, snapshot } of asked.documents) {
    const findings = findingsOf(collections.get(snapshot) ?? snapshot, entry, 'all');
    if (findings.length) found.push(...placed(findings, entry.uri, entry.text));
  }
  return found.sort((a, b) => compare(a.file, b.file) || a.start - b.start || a.end - b.end);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* inUnreadable({ workspace, isAsked, documents }: Asked): Generator<Found> {
  for (const uri of workspace.unreadableFiles()) {
    const why = workspace.unreadable(uri);
    const judges =
      isCodebookUri(uri) && documents.some((one) => isBelow(one.entry.uri, folderOf(uri)));
    if (why && (isAsked(uri) || judges)) {
      yield* placed([{ ...unreadableFinding(why), from: 0, to: 0 }], uri, '');
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

function* inCodebook(snapshot: Snapshot, isShown: (uri: string) => boolean): Generator<Found> {
  const findings = codebookFindings(snapshot);
  for (const { uri, text } of snapshot.codebook.files) {
    const own = isShown(uri) ? findings.filter((finding) => finding.uri === uri) : [];
    if (own.length) yield* placed(own, uri, text);
  }
}

type Placeable = Span & {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly target?: string;
};

function* placed(findings: readonly Placeable[], uri: string, text: string): Generator<Found> {
  const lines = linesOf(text);
  const file = shownPath(uri);
  for (const finding of findings) {
    const { line, character } = lines.position(finding.from);
    const { code, severity, message, from: start, to: end, target } = finding;
    const one = {
      file,
      code,
      severity,
      message,
      start,
      end,
      line: line + 1,
      column: character + 1,
    };
    yield target === undefined ? one : { ...one, target };
  }
}

const json = (documents: number, found: readonly Found[]): string => {
  const findings = found.map((one) => ({
    ...one,
    message: sayAll(one.message),
  }));
  return `${JSON.stringify({ version: 1, documents, findings }, null, 2)}\n`;
};
