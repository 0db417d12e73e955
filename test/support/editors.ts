import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { bundle } from './lsp.ts';

const root = resolve(__dirname, '../..');

/** The lines that a user of an editor is told to add, from its chapter in docs/editors.md. */
export function setUpLines(chapter: string): string {
  const docs = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const from = docs.indexOf(`\n## ${chapter}\n`);
  const block = /```\w+\n([\s\S]*?)```/.exec(docs.slice(from))?.[1];
  if (from < 0 || !block) throw new Error(`docs/editors.md says nothing of ${chapter}`);
  return block;
}

/** Whether a program is on this machine. */
export const isHere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** A desk of its own for an editor: a home, the examples, and `readout-server` on its path. */
export interface Desk {
  readonly home: string;
  /** A copy of `examples/`. */
  readonly texts: string;
  readonly write: (name: string, text: string) => string;
  /** What the script of the test has written to the file that its OUT names. */
  readonly out: () => Record<string, unknown>;
  /** Runs the editor to its end; gives all it has said. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
  readonly clear: () => void;
}

export function createDesk(): Desk {
  const desk = mkdtempSync(join(tmpdir(), 'readout-editor-'));
  const [home, bin, texts] = ['home', 'bin', 'texts'].map((name) => join(desk, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [home, bin]) mkdirSync(folder);
  cpSync(join(root, 'examples'), texts, { recursive: true });
  symlinkSync(bundle, join(bin, 'readout-server'));
  const env = {
    ...process.env,
    HOME: home,
    OUT: join(desk, 'out.json'),
    INIT: join(desk, 'init.el'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    PATH: [bin, process.env.PATH].join(delimiter),
    LC_ALL: 'C.UTF-8',
  };
  return {
    ...{ home, texts },
    write: (name, text) => {
      writeFileSync(join(desk, name), text);
      return join(desk, name);
    },
    out: () => JSON.parse(readFileSync(env.OUT, 'utf8')),
    run: (program, args) =>
      new Promise((done, fail) => {
        const child = spawn(program, args, { cwd: texts, env, stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (data) => {
            said += data;
          });
        }
        child.on('error', fail);
        child.on('close', () => done(said));
      }),
    clear: () => rmSync(desk, { recursive: true, force: true }),
  };
}
