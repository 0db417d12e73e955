import type { Alias, Codebook } from '../../core/codebook/codebook.ts';
import type { Origins } from './origins.ts';
import { field, inLine, word } from './yaml-lines.ts';

/** The people, places and texts that a collection follows. */
export function entityLines({ entities }: Codebook, { at }: Origins): string[] {
  return [...entities.values()].flatMap((entity) => {
    const { id, kind, name, namePlace, aliases, ignoreIn, see, place } = entity;
    return [
      `  ${word(id)}: # ${at(place, false)}`,
      ...field(4, 'kind', kind || undefined),
      ...field(4, 'name', namePlace && name),
      ...aliasLines(aliases),
      ...(ignoreIn.length ? [`    ignore-in: ${inLine(ignoreIn)}`] : []),
      ...field(4, 'see', see),
    ];
  });
}

function aliasLines(aliases: readonly Alias[]): string[] {
  if (!aliases.length) return [];
  const isTimed = aliases.some(({ from, to }) => from ?? to);
  if (!isTimed) return [`    aliases: ${inLine(aliases.map(({ text }) => text))}`];
  const lines = aliases.map(({ text, from, to }) => {
    const days = [...(from ? [`from: ${from}`] : []), ...(to ? [`to: ${to}`] : [])];
    return `      - ${days.length ? `{ ${[`text: ${word(text)}`, ...days].join(', ')} }` : word(text)}`;
  });
  return ['    aliases:', ...lines];
}
