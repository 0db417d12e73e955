import type { Codebook, Kind } from '../../core/codebook/codebook.ts';
import { builtinCodebook } from '../../core/codebook/read-codebook.ts';
import type { Origins } from './origins.ts';
import { field, sentences, word } from './yaml-lines.ts';

/** The kinds with all that is said of them, and those that are switched off. */
export function kindLines({ kinds }: Codebook, origins: Origins): string[] {
  const { kinds: builtin } = builtinCodebook;
  const off = [...builtin.keys()].filter((name) => !kinds.has(name));
  return [
    ...[...kinds.values()].flatMap((kind) => [
      `  ${word(kind.name)}: # ${origins.at(kind.place, builtin.has(kind.name))}`,
      ...fieldsOf(kind),
    ]),
    ...off.map((name) => `  ${name}: off # ${origins.said('kinds', name)}`),
  ];
}

const fieldsOf = ({ means, registered, color, examples, not }: Kind): string[] => [
  ...field(4, 'means', means || undefined),
  ...field(4, 'registered', `${registered}`),
  ...field(4, 'color', color),
  ...sentences(4, 'examples', examples),
  ...sentences(4, 'not', not),
];
