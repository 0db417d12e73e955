import type { Entity, Relation } from '../../core/codebook/codebook.ts';
import type { Document, Mark } from '../../core/document.ts';
import { fieldsOf } from '../../core/front/fields.ts';
import { t } from '../../core/language.ts';
import { rungWords } from '../../core/marks/verb.ts';
import { quote } from '../../core/reading/items.ts';
import { headsOf } from '../../core/reading/parse.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { actorAttributes } from '../../core/snapshot/targets.ts';
import { lemmasOf, rankOf } from '../../core/verbs/verbs.ts';
import { matches, wordsOf } from '../index/words.ts';
import { dayDrafts } from './days.ts';
import { type Completions, completions, type Draft, inSnippet, startingWith } from './item.ts';
import { draftOfEntity, draftOfMark, namedIn } from './marks.ts';
import type { Place, ValuePlace } from './place.ts';
import { relationDrafts } from './relations.ts';
import { entities } from './targets.ts';

type At = Place & ValuePlace;

/** What may be written as the value of an attribute or relation. */
export function valueCompletions(
  snapshot: Snapshot,
  entry: Entry,
  place: At,
): Completions | undefined {
  const { key } = place;
  const relation = snapshot.codebook.relations.get(key);
  if (relation) return ofRelation(snapshot, entry, place, relation);
  const drafts = plainDrafts(snapshot, entry, place);
  return drafts && completions(place, written(place, drafts));
}

function plainDrafts(snapshot: Snapshot, entry: Entry, place: At): Iterable<Draft> | undefined {
  const { key, typed } = place;
  if (actorAttributes.has(key)) return actorDrafts(snapshot, entry, typed, place.others);
  if (key === 'due') return dueDrafts(entry, place);
  if (key === 'verb') return startingWith(typed, lemmaDrafts(snapshot));
  if (key === 'score') return scores().filter(({ label }) => label.startsWith(typed));
  if (key === 'continues') return headDrafts(snapshot, entry, place);
  return undefined;
}

/** A value is quoted where it holds anything that other readers of the format need quotes for. */
function* written({ quoted }: At, drafts: Iterable<Draft>): Generator<Draft> {
  for (const draft of drafts) {
    const { text } = draft;
    if (quoted) yield { ...draft, text: quote(text).slice(1, -1) };
    else yield { ...draft, text: /^[A-Za-z0-9:_-]+$/.test(text) ? text : quote(text) };
  }
}

/** Actors: the document's parties and participants, then those it speaks of, then all. */
export function* actorDrafts(
  snapshot: Snapshot,
  entry: Entry,
  typed: string,
  others: readonly string[],
): Generator<Draft> {
  const { entities: all } = snapshot.codebook;
  const { parties, participants } = fieldsOf(documentOf(entry).front);
  const isFree = ({ id, kind }: Entity) => kind === 'actor' && !others.includes(id);
  const sought = wordsOf(typed);
  for (const { text } of [...(parties?.items ?? []), ...(participants?.items ?? [])]) {
    const entity = all.get(text);
    if (!entity || !isFree(entity)) continue;
    const draft = draftOfEntity(entity, entity.id);
    if (matches(wordsOf(draft.filterText ?? ''), sought)) yield draft;
  }
  yield* entities(snapshot, entry, typed, (id) => id, '', isFree);
}

function dueDrafts(entry: Entry, { typed, braces: { words } }: At): Iterable<Draft> {
  const document = documentOf(entry);
  const said = words ? stripSpan(document, words) : '';
  return dayDrafts(typed, entry.summary.date, true, said);
}

function* lemmaDrafts({ codebook }: Snapshot): Generator<Draft> {
  for (const lemma of lemmasOf(codebook)) {
    const rank = rankOf(lemma, codebook);
    const detail = rank && rungWords(codebook, rank);
    yield { label: lemma, is: 'value', text: lemma, kind: t`verb`, detail };
  }
}

const score = (label: string, detail: string): Draft => ({
  label,
  is: 'value',
  text: label,
  kind: t`score`,
  detail,
});
const scores = () => [
  score('+1', t`kept in full`),
  score('0', t`kept in part, or unclear`),
  score('-1', t`not kept`),
];

/** Marks that closed before the braces, the last first: a fragment goes on where one broke off. */
function* headDrafts(snapshot: Snapshot, entry: Entry, { typed, braces }: At): Generator<Draft> {
  const ended = endedBefore(documentOf(entry), braces.at);
  for (const named of [...namedIn(entry, wordsOf(typed))].reverse()) {
    const { id } = named.definition;
    if (ended.has(id)) yield draftOfMark(snapshot, named, id, id);
  }
}

const endedBefore = ({ marks }: Document, at: number): ReadonlySet<string> =>
  new Set(
    [...headsOf(marks)].flatMap(([id, mark]: [string, Mark]) => (mark.span.to <= at ? [id] : [])),
  );

/** Targets stand in quotes, because of their `#`. */
function ofRelation(
  snapshot: Snapshot,
  entry: Entry,
  place: At,
  relation: Relation,
): Completions | undefined {
  const { drafts, incomplete } = relationDrafts(snapshot, entry, place, relation);
  const quotes = function* (): Generator<Draft> {
    for (const draft of drafts) {
      if (place.others.includes(draft.text)) continue;
      if (place.quoted) yield draft;
      else if (!draft.again) yield { ...draft, text: quote(draft.text) };
      else yield { ...draft, text: `"${inSnippet(draft.text)}$0"`, snippet: true };
    }
  };
  return completions(place, quotes(), incomplete);
}
