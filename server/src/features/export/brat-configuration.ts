import type { Codebook } from '../../core/codebook/codebook.ts';
import { types } from './brat-lines.ts';

/** What a collection uses, told to brat beforehand. */
export interface BratUses {
  readonly codebooks: Iterable<Codebook>;
  /** The values of each attribute. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An `annotation.conf`: without one brat shows types that it does not know, and lets nobody edit them. */
export function bratConfiguration({ codebooks, attributes }: BratUses): string {
  const all = [...codebooks];
  const names = (of: (codebook: Codebook) => ReadonlyMap<string, unknown>): string[] => [
    ...new Set(all.flatMap((codebook) => [...of(codebook).keys()])),
  ];
  const relations = names((codebook) => codebook.relations);
  const values = [...attributes].map(
    ([key, own]) => `${key}\tArg:<ENTITY>, Value:${[...own].sort().join('|')}`,
  );
  return section('entities', [...names((codebook) => codebook.kinds), ...Object.values(types)])
    .concat(
      section('relations', [
        '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
        ...relations.map((name) => `${name}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
      ]),
    )
    .concat(section('events', []))
    .concat(section('attributes', values.sort()));
}

const section = (name: string, lines: readonly string[]): string =>
  `[${name}]\n${lines.map((line) => `${line}\n`).join('')}\n`;
