import type { Paragraph } from '../document.ts';
import type { Hit } from '../names/automaton.ts';
import { findNames, indexNames, type NameIndex } from '../names/automaton.ts';
import type { EntityName } from './names.ts';
import { type Source, sourceBetween } from './places.ts';
import type { Named } from './settled.ts';

/** A short name that a document gives to an entity: `Lake Protection Board (LPB)`. */
export interface OwnAbbreviation {
  readonly text: string;
  readonly id: string;
}

/** One that is known after the name it stands behind. */
export interface Introduced extends OwnAbbreviation {
  readonly after: number;
}

const inParentheses =
  /^\s*[(（]\s*(?:hereafter\s+)?["“'‘「]?(\p{Lu}[\p{L}\p{N}&/-]{1,11})["”'’」]?\s*[)）]/u;
const farthest = 40;

/**
 * The abbreviations that a paragraph introduces in parentheses behind the name of one entity, with where
 * that name ends. Those that are a name already are left out.
 */
export function introducedIn(mentions: readonly Named[], source: Source): readonly Introduced[] {
  const found: Introduced[] = [];
  for (const { from, to, ids } of mentions) {
    const [id] = ids;
    if (id === undefined || ids.length > 1) continue;
    const behind = sourceBetween(source, to, Math.min(to + farthest, source.to)) ?? '';
    const text = inParentheses.exec(behind)?.[1];
    if (!text || !abbreviates(text, sourceBetween(source, from, to) ?? '')) continue;
    const end = to + farthest;
    if (
      mentions.some(
        (other) => other.from >= to && other.from < end && isWithin(other, source, text),
      )
    )
      continue;
    found.push({ text, id, after: to });
  }
  return found;
}

const isWithin = (other: Named, source: Source, text: string): boolean =>
  (sourceBetween(source, other.from, other.to) ?? '').includes(text);

/** Whether the capitals stand in order at the beginnings of the name's words. */
export function abbreviates(short: string, name: string): boolean {
  const letters = short.match(/\p{Lu}/gu) ?? [];
  const initials = (name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? []).map((letter) =>
    letter.toUpperCase(),
  );
  if (
    letters.length < 2 ||
    letters[0] !== initials.find((_, i) => /\p{Lu}/u.test(initials[i] ?? ''))
  )
    return false;
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at === letters.length;
}

const indexes = new Map<string, NameIndex<EntityName>>();
const mostIndexes = 50;

/** A text that tells lists of abbreviations apart. */
export const keyOf = (all: readonly OwnAbbreviation[]): string =>
  all.map(({ text, id }) => `${text}=${id}`).join(' ');

/** The places where abbreviations that have been introduced stand in a paragraph. */
export function abbreviationsIn(
  all: readonly OwnAbbreviation[],
  text: string,
  paragraph: Pick<Paragraph, 'from' | 'to' | 'passage'>,
): readonly Hit<EntityName>[] {
  if (!all.length) return [];
  const key = keyOf(all);
  let index = indexes.get(key);
  if (!index) {
    const names = all.map(({ text: short, id }) => ({
      text: short,
      of: { id, from: undefined, to: undefined, ignored: false },
    }));
    index = indexNames(names);
    if (indexes.size >= mostIndexes) indexes.clear();
    indexes.set(key, index);
  }
  return findNames(index, text, paragraph, paragraph.passage.cuts);
}

/** Those of the places that stand behind the parentheses in which the abbreviation is introduced. */
export function behindParentheses(
  places: readonly Hit<EntityName>[],
  introduced: readonly Introduced[],
): readonly Hit<EntityName>[] {
  const own = introduced.map(({ id, after }) =>
    places.find(({ from, of }) => from >= after && of.some((name) => name.id === id)),
  );
  return places.filter((place) =>
    own.some((first) => first && place.from > first.from && place.of[0]?.id === first.of[0]?.id),
  );
}
