import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The command line as it ships. */
export const cli = resolve(__dirname, '../../server/dist/cli.js');

export type Content = string | Uint8Array;

/** A folder of its own on disk, and the command line in it. */
export interface Desk {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: Content) => void;
  readonly read: (name: string) => string;
  /** Runs `readout …` in the folder, or in `cwd` below it. */
  readonly run: (args: readonly string[], options?: { readonly cwd?: string }) => Ran;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** Standard output as it came. */
  readonly bytes: Buffer;
}

const made: string[] = [];

/** Makes a folder with these files in it; `cleared` takes all of them away again. */
export function deskWith(files: Readonly<Record<string, Content>> = {}): Desk {
  // What the system calls its folder for such things may itself be a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'readout-cli-')));
  made.push(folder);
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: Content) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    folder,
    path,
    write,
    read: (name) => readFileSync(path(name), 'utf8'),
    run: (args, { cwd = '' } = {}) => ran([cli, ...args], path(cwd)),
  };
}

function ran(args: readonly string[], cwd: string): Ran {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout.toString(), error: stderr.toString(), bytes: stdout };
}

export function cleared(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What `check --format json` prints. */
export interface Report {
  readonly version: number;
  readonly documents: number;
  readonly findings: readonly Reported[];
}

export interface Reported {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly target?: string;
}

/** Runs `readout check --format json …`. */
export function checked(desk: Desk, ...args: string[]): Report & { readonly code: number | null } {
  const { code, out, error } = desk.run(['check', '--format', 'json', ...args]);
  if (!out) throw new Error(`check ended with ${code}: ${error}`);
  return { code, ...(JSON.parse(out) as Report) };
}

/** Findings a line each: `file:line:column code`. */
export const shown = ({ findings }: Report): string[] =>
  findings.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
