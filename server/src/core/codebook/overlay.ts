import { t } from '../language.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import {
  checkKeys,
  type Fields,
  type Part,
  type Report,
  suggestion,
  tableEntries,
} from './file.ts';

const name = /^[a-z][a-z0-9-]*$/;

/** How the entries of a section are laid over the built-in ones. */
export interface Laying<T> {
  readonly report: Report;
  /** How an entry is written, for one that is not. */
  readonly advice: string;
  /** Whether an entry can be taken; what cannot is reported. */
  readonly allows: (entry: Entry, part: Part) => boolean;
  /** What an entry says, over the one of its name that there was. */
  readonly overlay: (base: T | undefined, entry: Entry, part: Part) => T;
}

/** The built-in ones with the collection's laid over them; those switched off left out. Of one name the first holds. */
export function laidOver<T>(
  builtin: ReadonlyMap<string, T>,
  parts: readonly Part[],
  { report, advice, allows, overlay }: Laying<T>,
): ReadonlyMap<string, T> {
  const all = new Map(builtin);
  const said = new Set<string>();
  for (const part of parts) {
    for (const entry of tableEntries(part, advice, report)) {
      const { text } = entry.key;
      if (said.has(text) || !allows(entry, part)) continue;
      said.add(text);
      if (isOff(entry.value)) switchOff(all, entry, part, report);
      else all.set(text, overlay(all.get(text), entry, part));
    }
  }
  return all;
}

const isOff = (value: Value | undefined): boolean =>
  value?.type === 'scalar' && value.text === 'off';

/** Takes a built-in name out; a name that is not there is reported. */
function switchOff(all: Map<string, unknown>, { key }: Entry, part: Part, report: Report): void {
  if (all.delete(key.text)) return;
  const what = t`There is no ${key.text} to switch off.`;
  report(part.place(key), what, suggestion(key.text, all.keys(), t`Take the line out.`));
}

/** Whether the key can be the name of a kind or relation; reported if not. */
export function isName({ key }: Entry, part: Part, report: Report): boolean {
  if (name.test(key.text)) return true;
  const what = t`“${key.text}” cannot be written in braces, so it names nothing.`;
  report(part.place(key), what, t`Begin with a small letter and use only a-z, 0-9 and -.`);
  return false;
}

/** Checks that an entry is a table of these keys. */
export function checkFields(
  { key, value }: Entry,
  fields: Fields,
  owner: string,
  part: Part,
  report: Report,
): void {
  if (value === undefined) return;
  if (value.type === 'table') {
    checkKeys(value.entries, fields, owner, part.place, report);
    return;
  }
  const what = t`What ${key.text} means is not said in a form that can be read.`;
  report(part.place(value), what, t`Write below it, indented: ${fields.keys.join(':, ')}:.`);
}

/** true or false; anything else is reported. */
export function flag(value: Value | undefined, part: Part, report: Report): boolean | undefined {
  if (value === undefined) return undefined;
  const text = value.type === 'scalar' ? value.text : '';
  if (text === 'true' || text === 'false') return text === 'true';
  report(part.place(value), t`Only true or false can stand here.`, t`Write true or false.`);
  return undefined;
}
