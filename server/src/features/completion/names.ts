import type { Entity } from '../../core/codebook/codebook.ts';
import type { Document } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { fold } from '../../core/names/fold.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { type Name, nameIndex } from '../index/name-index.ts';
import { type Completions, completions, type Draft } from './item.ts';
import { draftOfEntity } from './marks.ts';
import type { Place } from './place.ts';

/** A name is offered from so many letters on; of scripts that write words without spaces, from two. */
const enough = 3;
const enoughWide = 2;
/** A name is looked for from so many words back. */
const mostWords = 8;

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Entities whose names begin with the words left of the cursor, to be written as references. */
export function nameCompletions(
  snapshot: Snapshot,
  entry: Entry,
  { text }: Document,
  place: Place,
): Completions | undefined {
  // Signs that would join the new reference are left for the analyst to see to.
  if (/[{(]/.test(text.charAt(place.to))) return undefined;
  const index = nameIndex(snapshot.codebook);
  for (const start of startsIn(place.typed)) {
    const typed = place.typed.slice(start);
    if (!isEnough(typed) || /[!^\\]/.test(text.charAt(place.from + start - 1))) continue;
    const names = index.beginning(`${fold(typed)}${/\s$/.test(typed) ? ' ' : ''}`);
    if (!names.length) continue;
    const span = { from: place.from + start, to: place.to };
    return completions(span, drafts(names, entry, typed), true);
  }
  return undefined;
}

/** Where a name may begin, the longest first: at words, in other scripts anywhere. */
function startsIn(typed: string): number[] {
  const starts: number[] = [];
  for (let at = typed.length - 1; at >= 0 && starts.length < mostWords * 2; at--) {
    const sign = typed.charAt(at);
    const begins = /[\p{L}\p{N}]/u.test(sign) && !/[\p{L}\p{N}\p{M}]/u.test(typed.charAt(at - 1));
    if (begins || wide.test(sign)) starts.push(at);
  }
  return starts.reverse();
}

function isEnough(typed: string): boolean {
  const letters = typed.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= (wide.test(typed) ? enoughWide : enough);
}

/** Names of entities that the document speaks of first, then in the order of the alphabet. */
function* drafts(names: readonly Name[], entry: Entry, typed: string): Generator<Draft> {
  const used = new Set(entry.summary.mentions.map(({ name }) => name));
  const isUsed = ({ entity }: Name) => used.has(`#${entity.id}`);
  const seen = new Set<Entity>();
  for (const name of [...names.filter(isUsed), ...names.filter((one) => !isUsed(one))]) {
    if (seen.has(name.entity) || !holds(name, entry)) continue;
    seen.add(name.entity);
    const { id, kind } = name.entity;
    yield {
      ...draftOfEntity(name.entity, `[${name.text.replace(/[\\[\]{}^!]/g, '\\$&')}](#${id})`),
      label: name.text,
      kind: kind || t`entity`,
      filterText: begins(name.text, typed) ? name.text : `${typed} ${name.text}`,
    };
  }
}

const begins = (name: string, typed: string): boolean =>
  name.toLowerCase().startsWith(typed.toLowerCase());

/** Whether a name holds on the document's day; one that nobody can tell of does. */
function holds({ entity, text }: Name, { summary: { date } }: Entry): boolean {
  if (entity.name === text || !date) return true;
  return entity.aliases.some(
    ({ text: alias, from, to }) => alias === text && (!from || from <= date) && (!to || date <= to),
  );
}
