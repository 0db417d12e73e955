import type { Codebook, Relation } from '../../core/codebook/codebook.ts';
import { builtinCodebook } from '../../core/codebook/read-codebook.ts';
import type { Origins } from './origins.ts';
import { comment, field, inLine, word } from './yaml-lines.ts';

/** The relations with all that is said of them, and those that are switched off. */
export function relationLines(codebook: Codebook, origins: Origins): string[] {
  const { relations: builtin } = builtinCodebook;
  const off = [...builtin.keys()].filter((name) => !codebook.relations.has(name));
  return [
    ...[...codebook.relations.values()].flatMap((relation) => {
      const base = builtin.get(relation.name);
      return [
        `  ${word(relation.name)}: # ${origins.at(relation.place, !!base)}`,
        ...fieldsOf(relation, base, codebook),
      ];
    }),
    ...off.map((name) => `  ${name}: off # ${origins.said('relations', name)}`),
  ];
}

function fieldsOf(relation: Relation, base: Relation | undefined, codebook: Codebook): string[] {
  const { inverse, means, symmetric, acyclic, from, to, example, not } = relation;
  /** What is not so is left out, where nothing built in says otherwise. */
  const flag = (key: 'symmetric' | 'acyclic', value: boolean) =>
    value || base?.[key] ? field(4, key, `${value}`) : [];
  return [
    ...field(4, 'inverse', inverse),
    ...flag('symmetric', symmetric),
    ...field(4, 'means', means || undefined),
    ...kindsLine('from', from, codebook),
    ...kindsLine('to', to, codebook),
    ...flag('acyclic', acyclic),
    ...field(4, 'example', example || undefined),
    ...field(4, 'not', not || undefined),
  ];
}

/** A kind that is switched off cannot be named; where the built-in list has one, that list still holds. */
function kindsLine(
  key: 'from' | 'to',
  kinds: readonly string[] | 'same' | undefined,
  codebook: Codebook,
): string[] {
  if (kinds === undefined || kinds === 'same') return field(4, key, kinds ?? 'any');
  const off = kinds.filter((kind) => !codebook.kinds.has(kind));
  const line = `${key}: ${inLine(kinds)}`;
  return [
    off.length ? `    ${comment(`${line} (switched off: ${off.join(', ')})`)}` : `    ${line}`,
  ];
}
