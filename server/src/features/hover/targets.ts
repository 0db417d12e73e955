import type { Mark } from '../../core/document.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { resolve } from '../../core/snapshot/resolve.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import { isRelation, targetsOf } from '../../core/snapshot/targets.ts';
import { code, plain } from '../markdown.ts';
import { capitalised, type Desk, documentLabel, linked, quoted } from './parts.ts';

/** The earlier texts a mark acts on, by its own relations. */
export function goesBackTo(desk: Desk, entry: Entry, mark: Mark): string {
  const found: string[] = [];
  for (const attribute of mark.attributes) {
    if (!isRelation(attribute)) continue;
    for (const target of targetsOf(attribute)) {
      const relation = plain(capitalised(attribute.key.text.replaceAll('-', ' ')));
      found.push(`- ${relation} ${targetWords(desk, entry, target)}`);
    }
  }
  const rest = found.length - 3;
  return [...found.slice(0, 3), ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

/** What a target points at, on one line. */
function targetWords(
  desk: Desk,
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): string {
  const meant = resolve(desk.snapshot, entry, target);
  const written = code(`${target.key}#${target.id}`);
  if (meant.to === 'nothing') return `${written} (not found)`;
  if (meant.to === 'entity')
    return linked(desk, meant.entity.name || meant.entity.id, meant.entity.place);
  const first = meant.found[0];
  if (!first) return written;
  if (!('definition' in first))
    return linked(desk, documentLabel(first), { uri: first.uri, from: 0, to: 0 });
  const { from, to } = first.definition;
  const label = linked(desk, documentLabel(first.entry), { uri: first.entry.uri, from, to });
  return `${label}: ${quoted(wordsOfMark(first.entry, first.definition), 120)}`;
}
