import type { Entity } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { excerptOf } from '../../core/marks/excerpt.ts';
import { type Status, statusOf } from '../../core/marks/status.ts';
import { fragmentsIn, wordsOfMark } from '../../core/snapshot/mark-words.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Definition } from '../../core/snapshot/summary.ts';
import { shortened } from '../../core/text.ts';
import { documentLabel, paragraphs, quoted, row } from '../hover/parts.ts';
import { mentionedBy } from '../index/mentioned.ts';
import { matches, type Word, wordsOf } from '../index/words.ts';
import { plain } from '../markdown.ts';
import type { Draft } from './item.ts';

/** A mark of a document that has an id, with its words. */
export interface Named {
  readonly entry: Entry;
  readonly definition: Definition;
  readonly words: string;
}

/** The marks of a document that have an id and, in id or words, every word looked for. */
export function* namedIn(entry: Entry, sought: readonly Word[]): Generator<Named> {
  const fragments = fragmentsIn(entry);
  for (const definition of entry.summary.definitions) {
    const { id } = definition;
    if (!id) continue;
    const words = wordsOfMark(entry, definition, fragments.get(id) ?? []);
    const fits = !sought.length || matches(wordsOf(`${id} ${words}`), sought);
    if (fits) yield { entry, definition, words };
  }
}

/** A mark as an item; `name` is what is written for it, `#id` or `key#id`, and what is typed is compared with. */
export function draftOfMark(
  snapshot: Snapshot,
  { entry, definition, words }: Named,
  name: string,
  text: string,
): Draft {
  const { date, title } = entry.summary;
  const status = t(statusWord(snapshot, entry, definition) ?? '');
  return {
    label: name,
    is: 'mark',
    text,
    kind: definition.kind,
    detail: row(shortened(words, 60), date, shortened(title ?? entry.key ?? '', 40), status),
    documentation: () => paragraphs(quoted(words, 400), row(plain(documentLabel(entry)), status)),
    filterText: `${name} ${words}`,
  };
}

export function draftOfEntity({ id, kind, name, aliases }: Entity, text: string): Draft {
  const others = aliases.map((alias) => alias.text).join(', ');
  return {
    label: id,
    is: 'entity',
    text,
    kind,
    detail: row(name, shortened(others, 60)),
    documentation: () => paragraphs(`**${plain(name)}**`, plain(others)),
    filterText: `${id} ${name} ${others}`.trim(),
  };
}

export const draftOfDocument = (entry: Entry, label: string, text: string): Draft => ({
  label,
  is: 'document',
  text,
  kind: t`document`,
  detail: row(entry.summary.date, entry.summary.title),
  documentation: () => plain(documentLabel(entry)),
  filterText: `${label} ${entry.summary.title ?? ''}`.trim(),
});

const decisive: ReadonlySet<string> = new Set(['supersedes', 'breaches', 'fulfils']);

/** What has become of a commitment, as far as relations tell. */
function statusWord(
  snapshot: Snapshot,
  entry: Entry,
  definition: Definition,
): Status['is'] | undefined {
  if (definition.kind !== 'commitment') return undefined;
  const name = `${entry.summary.own}#${definition.id}`;
  if (!snapshot.mentions.get(name)) return 'standing';
  const mentions = mentionedBy(snapshot, name).filter(({ mention }) => decisive.has(mention.via));
  if (!mentions.length) return 'standing';
  const document = excerptOf(entry, definition.from);
  const mark = document.marks.find(({ words }) => words.from === definition.from);
  return mark && statusOf(snapshot.codebook, document, mark, mentions, undefined).is;
}
