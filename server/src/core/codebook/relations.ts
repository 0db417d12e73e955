import { t } from '../language.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import { builtinAttributes, continues } from './builtin/attributes.ts';
import { statements } from './builtin/relations.ts';
import type { CodebookIssue, Kind, Relation } from './codebook.ts';
import { type Part, type Report, reportTo, suggestion, wordIn, wordsIn } from './file.ts';
import { isStatement } from './kinds.ts';
import { checkFields, flag, isName, laidOver } from './overlay.ts';

const fields = {
  keys: ['inverse', 'symmetric', 'means', 'from', 'to', 'acyclic', 'example', 'not'],
  lists: ['from', 'to'],
};
const advice = (): string =>
  t`Write "name:" and below it, indented, inverse:, from:, to: and the like; or "name: off".`;
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
  return laidOver(withOwnKinds(builtin, kinds), parts, {
    ...{ report, advice: advice() },
    allows: (entry, part) => isFree(entry, part, report),
    overlay: (base, entry, part) => overlay(base, kinds, entry, part, report),
  });
}

/** What says again what was said does so for the kinds that the collection registers, too. */
function withOwnKinds(
  builtin: ReadonlyMap<string, Relation>,
  kinds: Kinds,
): ReadonlyMap<string, Relation> {
  const added = [...kinds.keys()].filter(
    (name) => isStatement({ kinds }, name) && !statements.includes(name),
  );
  if (!added.length) return builtin;
  const widened = [...builtin].map(([name, relation]): [string, Relation] =>
    relation.from === statements
      ? [name, { ...relation, from: [...statements, ...added] }]
      : [name, relation],
  );
  return new Map(widened);
}

function isFree(entry: Entry, part: Part, report: Report): boolean {
  const { text } = entry.key;
  if (!taken.has(text)) return isName(entry, part, report);
  const what = t`“${text}” has a meaning of its own in braces, so no relation can be named like it.`;
  report(part.place(entry.key), what, t`Choose another name, such as ${text}-of.`);
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
  checkFields(entry, fields, t`A relation`, part, report);
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
  return symmetric ? words : t`${words} (from there)`;
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
    const what = t`There is no kind “${piece.text}”, so no mark can be meant by it.`;
    report(
      part.place(piece),
      what,
      suggestion(piece.text, kinds.keys(), t`Name it under kinds first.`),
    );
  }
  // A list of which nothing is known must not forbid every mark.
  return names.length === 0 ? undefined : names;
}
