import type { Document } from '../document.ts';
import {
  type Catalogue,
  catalogueOf,
  datedIn,
  earlierOf,
  type Listed,
} from '../document-mentions/catalogue.ts';
import { dateAt } from '../document-mentions/dates.ts';
import { documentMentionsIn } from '../document-mentions/document-mentions.ts';
import { sameCircle } from '../document-mentions/fit.ts';
import { tokensOf } from '../document-mentions/tokens.ts';
import { type Range, rangeOf, type When } from '../document-mentions/when.ts';
import { fieldsOf } from '../front/fields.ts';
import { readFrontMatter } from '../front/matter.ts';
import { fold } from '../names/fold.ts';
import { paragraphAt, stripSpan } from '../reading/strip.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { isRelation, targetsOf } from '../snapshot/targets.ts';
import { overlaps, type Span } from '../text.ts';
import type { BackReference } from './back-references.ts';

/** A document and the collection that it is looked at in. */
export interface Asking {
  readonly snapshot: Snapshot;
  readonly entry: Entry;
  readonly document: Document;
}

/** The earlier documents that a back-reference may mean. */
export interface Meant {
  /** Those that its sentence points at or names, or that are of the time or the place it names. */
  readonly told: readonly Listed[];
  /** Where it names none, and no time: those that its paragraph points at or names, and the one before in the series. */
  readonly near: readonly Listed[];
}

/** The earlier documents that a back-reference may mean. */
export function documentsMeant(one: BackReference, asking: Asking): Meant {
  const { snapshot, entry, document } = asking;
  const catalogue = catalogueOf(snapshot);
  const own = catalogue.documents.get(entry.uri);
  if (!own) return nothing;
  const earlier = (all: Iterable<Listed>) => [...all].filter((other) => isEarlier(other, own));
  const named = earlier(namedIn(one.sentence, asking, catalogue));
  if (named.length) return { told: named, near: none };
  const clause = clauseOf(one, document);
  const ranges = rangesIn(clause, own);
  if (ranges.length) {
    const dated = ranges.flatMap(({ first, last }) => [...datedIn(catalogue, first, last)]);
    return { told: earlier(dated.filter((other) => sameCircle(own, other))), near: none };
  }
  const there = earlier(inPlaces(placesIn(clause), own, snapshot, catalogue));
  if (there.length) return { told: there, near: none };
  const paragraph = document.paragraphs[paragraphAt(document, one.from)];
  const near = paragraph ? namedIn(paragraph, asking, catalogue) : new Set<Listed>();
  const before = earlierOf(snapshot, entry.uri);
  if (before) near.add(before);
  return { told: none, near: earlier(near) };
}

const none: readonly never[] = [];
const nothing: Meant = { told: none, near: none };

const isEarlier = ({ uri, date }: Listed, own: Listed): boolean =>
  uri !== own.uri && (!date || !own.date || date < own.date);

/** What is said of where the words go back to. */
const clauseOf = ({ cue, from, to }: BackReference, document: Document): string =>
  stripSpan(document, { from: Math.min(from, cue.from), to: Math.max(to, cue.to) });

/** The documents that a stretch of the text points at or names. */
function namedIn(
  span: Span,
  { document, entry, snapshot }: Asking,
  { documents }: Catalogue,
): Set<Listed> {
  const uris: string[] = [];
  for (const mention of documentMentionsIn(document, entry, snapshot, !!entry.document)) {
    if (overlaps(mention, span)) uris.push(mention.uri);
  }
  for (const construct of document.constructs) {
    if (construct.type === 'note' || !overlaps(construct.span, span)) continue;
    const targets =
      construct.type === 'reference'
        ? [construct.target]
        : construct.attributes.filter(isRelation).flatMap(targetsOf);
    for (const { key } of targets) uris.push(...(snapshot.keys.get(key) ?? []));
  }
  return new Set(uris.flatMap((uri) => documents.get(uri) ?? []));
}

/** The days that a clause names, as far as some lie before those of the document. */
function rangesIn(clause: string, { date }: Listed): readonly Range[] {
  if (!date) return none;
  return timesIn(clause).flatMap((when) => {
    const range = rangeOf(when, date, true);
    return range && range.first < date ? [range] : [];
  });
}

/** The times that a clause names; a year only where a word says that it is one. */
function timesIn(clause: string): When[] {
  const tokens = tokensOf(clause, { from: 0, to: clause.length });
  const times: When[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const dated = dateAt(tokens, at);
    if (!dated) continue;
    const isYear = dated.when.unit === 'year';
    if (!isYear || /^(?:in|of|since)$/.test(tokens[at - 1]?.word ?? '')) times.push(dated.when);
    at = dated.to - 1;
  }
  return times;
}

/** The documents of the series that were made in one of these places. */
function inPlaces(
  places: readonly string[],
  { series }: Listed,
  snapshot: Snapshot,
  { bySeries }: Catalogue,
): readonly Listed[] {
  if (!places.length || !series) return none;
  return [...(bySeries.get(series) ?? none)].filter((one) =>
    placeNames(snapshot, one).some((name) => places.some((place) => begins(place, name))),
  );
}

const begins = (place: string, name: string): boolean =>
  place.startsWith(name) && !/^[\p{L}\p{N}]/u.test(place.slice(name.length));

/** What stands behind *in* or *at* with a capital, to the end of the clause, folded. */
const placesIn = (clause: string): string[] =>
  [...clause.matchAll(/(?<![\p{L}\p{N}])(?:in|at)\s+(?=\p{Lu})/gu)].map(({ 0: lead, index }) =>
    fold(clause.slice(index + lead.length)),
  );

/** What the place of a document is called, folded: its words up to a comma, or the names of its entity. */
function placeNames({ entries, codebook }: Snapshot, { uri }: Listed): string[] {
  const entry = entries.get(uri);
  const front = entry && (entry.document ?? readFrontMatter(entry.text)).front;
  const place = fieldsOf(front).place?.text;
  if (!place) return [];
  const entity = codebook.entities.get(place);
  const names = entity
    ? [entity.name, ...entity.aliases.map(({ text }) => text)]
    : [place.split(/[,(（、]/)[0] ?? ''];
  return names.map(fold).filter((name) => name !== '');
}
