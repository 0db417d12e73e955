import type { Alias, Entity } from '../core/codebook.ts';
import { dayInWords } from './days.ts';
import { capitalised, type Desk, lines, linked, paragraphs, times } from './hover-parts.ts';
import { countsLine, latestList } from './hover-tally.ts';
import { address, code, plain } from './markdown.ts';
import { tallyOf } from './tally.ts';

/** What an entity is, what it is called and when, how often and where the texts speak of it. */
export function entityHover(desk: Desk, entity: Entity): string {
  const tally = tallyOf(desk.snapshot, `#${entity.id}`);
  const counts = countsLine(desk, tally);
  const name = entity.name || entity.id;
  return paragraphs(
    `**${linked(desk, name, entity.place)}** · ${plain(entity.kind)} ${code(`#${entity.id}`)}`,
    lines(
      entity.aliases.length ? `Also: ${entity.aliases.map(aliasWords).join(', ')}` : '',
      entity.ignoreIn.length ? `Not: ${entity.ignoreIn.map(plain).join(', ')}` : '',
      entity.see ? `See: ${address(entity.see)}` : '',
    ),
    lines(
      counts
        ? `${capitalised(counts)} — in ${times(tally.documents, 'document')}`
        : 'No text refers to it yet.',
    ),
    latestList(desk, tally),
  );
}

function aliasWords({ text, from, to }: Alias): string {
  const name = plain(text);
  if (from && to) return `${name} (${dayInWords(from)} – ${dayInWords(to)})`;
  if (from) return `${name} (from ${dayInWords(from)})`;
  return to ? `${name} (until ${dayInWords(to)})` : name;
}
