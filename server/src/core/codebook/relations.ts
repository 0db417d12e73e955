import type { Entry, Value } from '../yaml/yaml.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import { builtinAttributes, continues } from './builtin/attributes.ts';
import type { CodebookIssue, Kind, Relation } from './codebook.ts';
import {
  type Part,
  type Report,
  reportTo,
  suggestion,
  tableEntries,
  wordIn,
  wordsIn,
} from './file.ts';
import { checkFields, flag, isName, isOff, switchOff } from './kinds.ts';

const keys = ['inverse', 'symmetric', 'means', 'from', 'to', 'acyclic', 'example', 'not'];
const advice =
  'Write "name:" and below it, indented, inverse:, from:, to: and the like; or "name: off".';
const taken = new Set([...builtinAttributes, continues].map((attribute) => attribute.name));

type Kinds = ReadonlyMap<string, Kind>;

/** The built-in relations with the collection's laid over them; those switched off left out. */
export function readRelations(
  builtin: ReadonlyMap<string, Relation>,
  kinds: Kinds,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Relation> {
  const report = reportTo(issues);
  const relations = new Map(builtin);
  const said = new Set<string>();
  for (const part of parts) {
    for (const entry of tableEntries(part, advice, report)) {
      const { text } = entry.key;
      if (said.has(text) || !isFree(entry, part, report)) continue;
      said.add(text);
      if (isOff(entry.value)) switchOff(relations, entry, part, report);
      else relations.set(text, overlay(relations.get(text), kinds, entry, part, report));
    }
  }
  return relations;
}

function isFree(entry: Entry, part: Part, report: Report): boolean {
  const { text } = entry.key;
  if (!taken.has(text)) return isName(entry, part, report);
  const what = `${text} has a meaning of its own in braces, so no relation can be named like it.`;
  report(part.place(entry.key), what, `Choose another name, such as ${text}-of.`);
  return false;
}

function overlay(
  base: Relation | undefined,
  kinds: Kinds,
  entry: Entry,
  part: Part,
  report: Report,
): Relation {
  const { key, value } = entry;
  checkFields(entry, keys, 'A relation', part, report);
  const field = (of: string) => entryOf(value, of)?.value;
  const words = (of: string) => wordIn(field(of), part, report)?.text;
  const symmetric = flag(field('symmetric'), part, report) ?? base?.symmetric ?? false;
  const from = kindsIn(field('from'), kinds, part, report);
  const to = kindsIn(field('to'), kinds, part, report);
  return {
    name: key.text,
    inverse: words('inverse') ?? base?.inverse ?? inverseOf(key.text, symmetric),
    symmetric,
    means: words('means') ?? base?.means ?? '',
    from: from === undefined ? base?.from : from === 'any' || from === 'same' ? undefined : from,
    to: to === undefined ? base?.to : to === 'any' ? undefined : to,
    acyclic: flag(field('acyclic'), part, report) ?? base?.acyclic ?? false,
    example: words('example') ?? base?.example ?? '',
    not: words('not') ?? base?.not ?? '',
    place: part.place(pieceOf(key)),
  };
}

const inverseOf = (name: string, symmetric: boolean): string => {
  const words = name.replaceAll('-', ' ');
  return symmetric ? words : `${words} (from there)`;
};

/** Kinds by name, all that are known; `any` and `same` stand alone. */
function kindsIn(
  value: Value | undefined,
  kinds: Kinds,
  part: Part,
  report: Report,
): readonly string[] | 'same' | 'any' | undefined {
  if (value === undefined) return undefined;
  if (value.type === 'scalar' && (value.text === 'same' || value.text === 'any')) return value.text;
  const names: string[] = [];
  for (const piece of wordsIn(value, part, report)) {
    if (kinds.has(piece.text)) {
      names.push(piece.text);
      continue;
    }
    const what = `There is no kind ${piece.text}, so no mark can be meant by it.`;
    report(
      part.place(piece),
      what,
      suggestion(piece.text, kinds.keys(), 'Name it under kinds first.'),
    );
  }
  // A list of which nothing is known must not forbid every mark.
  return names.length === 0 ? undefined : names;
}
