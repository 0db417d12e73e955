import { continues } from '../../core/codebook/builtin/attributes.ts';
import type { Relation } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { proposedId } from '../actions/annotate.ts';
import { attributeHover, kindHover, relationHover } from '../hover/terms.ts';
import { kindsByUse } from '../index/kind-counts.ts';
import { type Completions, completions, type Draft, startingWith } from './item.ts';
import type { Braces, Place } from './place.ts';
import { inTurn } from './targets.ts';

type At = Place & {
  readonly in: 'item';
  readonly sign: '#' | '.' | '';
  readonly braces: Braces;
  readonly assigned: boolean;
};

/** What may be written in braces: a kind behind `.`, an id behind `#`, else attributes and relations too. */
export function itemCompletions(
  snapshot: Snapshot,
  entry: Entry,
  place: At,
): Completions | undefined {
  const { sign, typed, braces, assigned } = place;
  if (sign === '#') return completions(place, idDrafts(snapshot, entry, braces, typed));
  if (sign === '.') return completions(place, dotted(startingWith(typed, kindDrafts(snapshot))));
  const keys = startingWith(typed, keyDrafts(snapshot, place));
  if (assigned || typed) return completions(place, keys);
  const kinds = braces.kind === undefined ? dotted(kindDrafts(snapshot)) : [];
  const ids = braces.id === undefined ? idDrafts(snapshot, entry, braces, '') : [];
  return completions(place, inTurn(kinds, ids, keys));
}

/** A kind is written with its dot. */
function* dotted(kinds: Iterable<Draft>): Generator<Draft> {
  for (const kind of kinds) {
    const text = `.${kind.label}`;
    yield { ...kind, label: text, text };
  }
}

function* kindDrafts(snapshot: Snapshot): Generator<Draft> {
  const desk = { snapshot, codebook: snapshot.codebook, options: {} };
  for (const { kind, count } of kindsByUse(snapshot)) {
    yield {
      label: kind.name,
      is: 'kind',
      text: kind.name,
      kind: count ? t`kind · ${count}` : t`kind`,
      detail: t(kind.means),
      documentation: () => kindHover(desk, kind.name),
    };
  }
}

/** An id made from the words between the brackets. */
function* idDrafts(
  snapshot: Snapshot,
  entry: Entry,
  { words }: Braces,
  typed: string,
): Generator<Draft> {
  if (!words || words.from >= words.to) return;
  const text = `#${proposedId(snapshot, documentOf(entry), words)}`;
  if (!text.startsWith(`#${typed}`)) return;
  yield { label: text, is: 'value', text, kind: t`id`, detail: t`made from the words` };
}

/** Attributes and relations that do not stand there yet: those that the kind takes first. */
function* keyDrafts(snapshot: Snapshot, { from, braces, assigned }: At): Generator<Draft> {
  const { codebook } = snapshot;
  const desk = { snapshot, codebook, options: {} };
  const others = braces.attributes.filter(({ key }) => key.from !== from);
  const given = new Set(others.map(({ key }) => key.text));
  const attribute = (name: string, means: string): Draft => ({
    label: name,
    is: 'attribute',
    ...assignment(name, assigned, name === 'if'),
    kind: t`attribute`,
    detail: t(means),
    documentation: () => attributeHover(desk, name),
    again: !assigned && name !== 'if',
  });
  for (const { name, means } of codebook.attributes.values()) {
    const suits = name !== 'score' || !braces.kind || braces.kind === 'evidence';
    if (!given.has(name) && suits) yield attribute(name, means);
  }
  const relations = [...codebook.relations.values()].filter(({ name }) => !given.has(name));
  const suits = ({ from }: Relation) => !from || !braces.kind || from.includes(braces.kind);
  for (const relation of [...relations.filter(suits), ...relations.filter((one) => !suits(one))]) {
    const { name, means } = relation;
    yield {
      label: name,
      is: 'relation',
      ...assignment(name, assigned, true),
      kind: t`relation`,
      detail: t(means),
      documentation: () => relationHover(desk, name),
      again: !assigned,
    };
  }
  if (braces.alone && !braces.id && !braces.kind) yield attribute(continues.name, continues.means);
}

/** A key with its `=`, and with quotes where its values need them. */
function assignment(
  name: string,
  assigned: boolean,
  quoted: boolean,
): { text: string; snippet: boolean } {
  if (assigned) return { text: name, snippet: false };
  return quoted ? { text: `${name}="$0"`, snippet: true } : { text: `${name}=`, snippet: false };
}
