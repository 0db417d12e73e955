import { t } from '../../core/language.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { resolve } from '../../core/snapshot/resolve.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import { isRelation, targetsOf } from '../../core/snapshot/targets.ts';
import { differenceOf } from '../../core/threads/difference.ts';
import { sayingAgain } from '../../core/threads/lineage.ts';
import { memberAt, sayingOf } from '../../core/threads/member.ts';
import { changesInWords } from '../changes.ts';
import { code, plain } from '../markdown.ts';
import type { Held } from './held.ts';
import { capitalised, type Desk, documentLabel, linked, quoted } from './parts.ts';

/** The earlier texts a mark acts on, by its own relations. */
export function goesBackTo(desk: Desk, { entry, document, mark }: Held): string {
  const found: string[] = [];
  for (const attribute of mark.attributes) {
    if (!isRelation(attribute)) continue;
    for (const target of targetsOf(attribute)) {
      const relation = plain(capitalised(t(attribute.key.text).replaceAll('-', ' ')));
      const words = targetWords(desk, entry, target);
      const isAgain = sayingAgain.has(attribute.key.text);
      const changed = isAgain ? changesTo(desk, { entry, document, mark }, target) : '';
      found.push(t`- ${relation} ${words}${changed}`);
    }
  }
  const rest = found.length - 3;
  return [...found.slice(0, 3), ...(rest > 0 ? [t`- and ${rest} more`] : [])].join('\n');
}

/** What is other than in the mark it says again, in a few words. */
function changesTo(
  { snapshot, codebook }: Desk,
  { entry, document, mark }: Held,
  target: { readonly key: string; readonly id: string },
): string {
  const meant = resolve(snapshot, entry, target);
  const found = meant.to === 'mark' ? meant.found[0] : undefined;
  const index = found?.entry.summary.definitions.findIndex(({ id }) => id === found.definition.id);
  const earlier = found && memberAt(codebook, found.entry, index ?? -1);
  if (!earlier) return '';
  // The words stand beside it, so they are not compared.
  const later = { ...sayingOf(codebook, document, mark), words: '' };
  const difference = differenceOf({ ...earlier, words: '' }, later);
  const changes = changesInWords(difference, earlier, later, codebook);
  return changes.length ? t` (now ${plain(changes.join(t`; `))})` : '';
}

/** What a target points at, on one line. */
function targetWords(
  desk: Desk,
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): string {
  const meant = resolve(desk.snapshot, entry, target);
  const written = code(`${target.key}#${target.id}`);
  if (meant.to === 'nothing') return t`${written} (not found)`;
  if (meant.to === 'entity')
    return linked(desk, meant.entity.name || meant.entity.id, meant.entity.place);
  const first = meant.found[0];
  if (!first) return written;
  if (!('definition' in first))
    return linked(desk, documentLabel(first), { uri: first.uri, from: 0, to: 0 });
  const { from, to } = first.definition;
  const label = linked(desk, documentLabel(first.entry), { uri: first.entry.uri, from, to });
  return t`${label}: ${quoted(wordsOfMark(first.entry, first.definition), 120)}`;
}
