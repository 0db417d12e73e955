import type { Codebook } from '../../server/src/core/codebook/codebook.ts';
import { builtinCodebook, readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { emptySnapshot, onDay, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import type { Span } from '../../server/src/core/text.ts';

/**
 * A small collection written as one text: dedented; a line `//- name` begins a file (without one there
 * is a single `a.readout.md`); `$0` is the cursor; a line of blanks and carets marks what stands above
 * the carets, the words after them say what is expected there. Offsets are UTF-16.
 */
export interface Fixture {
  readonly snapshot: Snapshot;
  readonly codebook: Codebook;
  readonly files: readonly FixtureFile[];
  /** The file and offset of `$0`. */
  readonly cursor: { readonly uri: string; readonly offset: number } | undefined;
}

export interface FixtureFile {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface Expected extends Span {
  readonly words: string;
}

/** Where the fixtures' files lie. */
export const root = 'file:///c/';

/** The day fixtures are judged on. */
export const today = '2033-01-01';

/** Reads a fixture; all its documents are open, so all findings are asked for. */
export function fixture(source: string): Fixture {
  const files: FixtureFile[] = [];
  let cursor: Fixture['cursor'];
  for (const { name, text } of split(dedent(source))) {
    const read = readCarets(text);
    const at = read.text.indexOf('$0');
    const clean = at < 0 ? read.text : read.text.slice(0, at) + read.text.slice(at + 2);
    if (at >= 0) cursor = { uri: root + encodeURI(name), offset: at };
    const back = (offset: number) => (at >= 0 && offset > at ? offset - 2 : offset);
    const expected = read.expected.map((one) => ({
      ...one,
      from: back(one.from),
      to: back(one.to),
    }));
    files.push({ name, uri: root + encodeURI(name), text: clean, expected });
  }
  const yaml = files.filter((file) => /\.ya?ml$/.test(file.name));
  yaml.sort((a, b) => Number(b.name === 'readout.yaml') - Number(a.name === 'readout.yaml'));
  const codebook = yaml.length ? readCodebook(yaml) : builtinCodebook;
  const changes = files
    .filter((file) => !yaml.includes(file))
    .map(({ uri, text }) => ({ uri, text, version: 1 }));
  const { snapshot } = apply(emptySnapshot(codebook), changes);
  return { snapshot: onDay(snapshot, today), codebook, files, cursor };
}

/** Takes off the indentation that all lines share, the first line end and a last line of blanks. */
export function dedent(source: string): string {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents, 100);
  return lines.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
}

function split(source: string): { name: string; text: string }[] {
  const parts = source.split(/^\/\/- (.+)\n/m);
  if (parts.length === 1) return [{ name: 'a.readout.md', text: source }];
  const files: { name: string; text: string }[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    files.push({ name: (parts[i] as string).trim(), text: parts[i + 1] as string });
  }
  return files;
}

function readCarets(source: string): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  const kept: string[] = [];
  let lineStart = 0;
  let length = 0;
  for (const line of source.split('\n')) {
    const match = /^( *)(\^+)(?: (.*))?$/.exec(line);
    if (match) {
      const from = lineStart + (match[1] as string).length;
      expected.push({
        from,
        to: from + (match[2] as string).length,
        words: (match[3] ?? '').trim(),
      });
    } else {
      kept.push(line);
      lineStart = length;
      length += line.length + 1;
    }
  }
  return { text: kept.join('\n'), expected };
}
