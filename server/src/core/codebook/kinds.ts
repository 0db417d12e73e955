import type { Entry, Value } from '../yaml/yaml.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import type { CodebookIssue, Kind } from './codebook.ts';
import {
  checkKey,
  type Part,
  type Report,
  reportTo,
  suggestion,
  tableEntries,
  wordIn,
  wordsIn,
} from './file.ts';

const keys = ['means', 'registered', 'color', 'examples', 'not'];
const advice =
  'Write "name:" and below it, indented, means:, registered: and the like; or "name: off".';
const name = /^[a-z][a-z0-9-]*$/;

/** The built-in kinds with the collection's laid over them; those switched off left out. */
export function readKinds(
  builtin: ReadonlyMap<string, Kind>,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Kind> {
  const report = reportTo(issues);
  const kinds = new Map(builtin);
  const said = new Set<string>();
  for (const part of parts) {
    for (const entry of tableEntries(part, advice, report)) {
      const { text } = entry.key;
      if (said.has(text) || !isName(entry, part, report)) continue;
      said.add(text);
      if (isOff(entry.value)) switchOff(kinds, entry, part, report);
      else kinds.set(text, overlay(kinds.get(text), entry, part, report));
    }
  }
  return kinds;
}

/** Whether the key can be the name of a kind or relation; reported if not. */
export function isName({ key }: Entry, part: Part, report: Report): boolean {
  if (name.test(key.text)) return true;
  const what = `"${key.text}" cannot be written in braces, so it names nothing.`;
  report(part.place(key), what, 'Begin with a small letter and use only a-z, 0-9 and -.');
  return false;
}

export const isOff = (value: Value | undefined): boolean =>
  value?.type === 'scalar' && value.text === 'off';

/** Takes a built-in name out; a name that is not there is reported. */
export function switchOff(
  all: Map<string, unknown>,
  { key }: Entry,
  part: Part,
  report: Report,
): void {
  if (all.delete(key.text)) return;
  const what = `There is no ${key.text} to switch off.`;
  report(part.place(key), what, suggestion(key.text, all.keys(), 'Take the line out.'));
}

function overlay(base: Kind | undefined, entry: Entry, part: Part, report: Report): Kind {
  const { key, value } = entry;
  checkFields(entry, keys, 'A kind', part, report);
  const field = (of: string) => entryOf(value, of)?.value;
  const words = (of: string) => wordIn(field(of), part, report)?.text;
  const list = (of: string) =>
    field(of) && wordsIn(field(of), part, report).map((piece) => piece.text);
  return {
    name: key.text,
    means: words('means') ?? base?.means ?? '',
    registered: flag(field('registered'), part, report) ?? base?.registered ?? false,
    color: words('color') ?? base?.color,
    examples: list('examples') ?? base?.examples ?? [],
    not: list('not') ?? base?.not ?? [],
    place: part.place(pieceOf(key)),
  };
}

/** Checks that an entry is a table of these keys. */
export function checkFields(
  { key, value }: Entry,
  known: readonly string[],
  owner: string,
  part: Part,
  report: Report,
): void {
  if (value === undefined) return;
  if (value.type === 'table') {
    for (const field of value.entries) checkKey(field.key, known, owner, part.place, report);
    return;
  }
  const what = `What ${key.text} means is not said in a form that can be read.`;
  report(part.place(value), what, `Write below it, indented: ${known.join(':, ')}:.`);
}

/** true or false; anything else is reported. */
export function flag(value: Value | undefined, part: Part, report: Report): boolean | undefined {
  if (value === undefined) return undefined;
  const text = value.type === 'scalar' ? value.text : '';
  if (text === 'true' || text === 'false') return text === 'true';
  report(part.place(value), 'Only true or false can stand here.', 'Write true or false.');
  return undefined;
}
