import type { Codebook, Level } from '../core/codebook/codebook.ts';
import { compareDays } from '../core/dates.ts';
import { isReadoutUri } from '../core/snapshot/keys.ts';
import { definitionNumber, eachDefinition, eachMention } from '../core/snapshot/packed-summary.ts';
import { nameOf, resolve, resolveName } from '../core/snapshot/resolve.ts';
import { closesRing } from '../core/snapshot/rings.ts';
import { sameKey } from '../core/snapshot/same-key.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import { idOf } from '../core/snapshot/summary.ts';
import { rankOf } from '../core/verbs/verbs.ts';
import { rules } from './index.ts';
import { backwards } from './time-order.ts';

/** Codes that only the text decides: where its summary has no such doubt, they find nothing. */
const ofText: ReadonlySet<string> = new Set([
  ...['unclosed-attributes', 'no-opening-bracket', 'unclosed-note', 'unclosed-reference'],
  ...['paragraph-in-mark', 'paragraph-in-note', 'paragraph-in-reference', 'second-attributes'],
  ...['bad-id', 'two-ids', 'two-kinds', 'no-kind', 'unclosed-quote', 'wrong-quotes'],
  ...['space-around-equals', 'stray-word', 'repeated-key', 'empty-mark', 'nested-in-reference'],
  ...['mark-in-note', 'bad-continuation', 'duplicate-id', 'source-changed', 'full-width'],
  ...['gap-before-attributes', 'glued-sign', 'space-before-note', 'unclosed-front-matter'],
  ...['late-front-matter', 'quote-value'],
]);

/** Codes that `isSpotless` looks at itself. */
const ofCollection: ReadonlySet<string> = new Set([
  ...['unknown-kind', 'unknown-key', 'bad-value', 'front-matter', 'duplicate-key', 'id-is-entity'],
  ...['unresolved', 'unusable-key', 'relation-kind', 'self-relation', 'relation-cycle'],
  ...['time-order', 'unreadable'],
]);

const isStrong = (level: Level): boolean => level === 'error' || level === 'warning';

/** The codes of a collection's errors and warnings; undefined where one of them cannot be told here. */
const strongCodes = new WeakMap<Codebook, ReadonlySet<string> | 'unknown'>();

function codesOf(codebook: Codebook): ReadonlySet<string> | 'unknown' {
  const known = strongCodes.get(codebook);
  if (known) return known;
  const strong = rules.filter(
    ({ code, level, subject }) =>
      subject === 'readout' && isStrong(codebook.rules.get(code) ?? level),
  );
  const all = new Set(strong.map(({ code }) => code));
  const isTold = [...all].every((code) => ofText.has(code) || ofCollection.has(code));
  const codes = isTold ? all : 'unknown';
  strongCodes.set(codebook, codes);
  return codes;
}

/**
 * Whether a closed document surely has no error and no warning, told from its summary without reading it:
 * nearly all of a collection, most of the time. False in any doubt; then the rules judge it.
 */
export function isSpotless(snapshot: Snapshot, entry: Entry): boolean {
  const { doubts, verbs } = entry.summary;
  const codes = doubts && codesOf(snapshot.codebook);
  if (!codes || codes === 'unknown') return false;
  for (const doubt of doubts) if (codes.has(doubt)) return false;
  for (const verb of verbs ?? []) if (!rankOf(verb, snapshot.codebook)) return false;
  return (
    isSoundlyNamed(snapshot, entry) && areSoundMarks(snapshot, entry) && pointsWell(snapshot, entry)
  );
}

function isSoundlyNamed(snapshot: Snapshot, { uri, key }: Entry): boolean {
  if (!key) return !isReadoutUri(uri);
  return sameKey(snapshot, key)[0] === uri;
}

function areSoundMarks({ codebook }: Snapshot, { summary, text }: Entry): boolean {
  let sound = true;
  eachDefinition(summary, (_index, kind, _from, _to, idFrom, idTo) => {
    sound &&= codebook.kinds.has(kind);
    sound &&= idFrom < 0 || !codebook.entities.has(text.slice(idFrom, idTo));
  });
  return sound;
}

/** Whether all that is mentioned is there, and is what it should be there. */
function pointsWell(snapshot: Snapshot, entry: Entry): boolean {
  const { codebook } = snapshot;
  const { text, summary } = entry;
  let sound = true;
  eachMention(summary, (role, via, from, to, mark, name) => {
    if (!sound) return;
    if (role === 'actor') sound = codebook.entities.get(text.slice(from, to))?.kind === 'actor';
    else if (role === 'front') sound = isSoundInFront(via, name(), snapshot, entry);
    else if (role === 'link') sound = isThere(text.slice(from, to), snapshot, entry);
    else sound = joinsWell(via, mark, text.slice(from, to), from, snapshot, entry);
  });
  return sound;
}

function isSoundInFront(via: string, name: string, snapshot: Snapshot, entry: Entry): boolean {
  const { entities } = snapshot.codebook;
  if (via === 'parties' || via === 'participants')
    return entities.get(idOf(name))?.kind === 'actor';
  if (via === 'terms') return entities.has(idOf(name));
  // The issuer and the place may be words.
  if (via !== 'version-of') return true;
  return name !== `${entry.summary.own}#` && resolveName(snapshot, name).to !== 'nothing';
}

function targetOf(written: string): { readonly key: string; readonly id: string } {
  const sign = written.indexOf('#');
  return { key: written.slice(0, sign), id: written.slice(sign + 1) };
}

const isThere = (written: string, snapshot: Snapshot, entry: Entry): boolean =>
  resolve(snapshot, entry, targetOf(written)).to !== 'nothing';

/** Whether a relation leads to a mark it may lead to, of no later document, and closes no ring. */
function joinsWell(
  via: string,
  index: number,
  written: string,
  at: number,
  snapshot: Snapshot,
  entry: Entry,
): boolean {
  const meaning = snapshot.codebook.relations.get(via);
  const mark = definitionNumber(entry.summary, index);
  const target = targetOf(written);
  const resolution = resolve(snapshot, entry, target);
  if (!meaning || !mark || resolution.to !== 'mark') return false;
  const wanted = meaning.to === 'same' ? [mark.kind] : meaning.to;
  if (meaning.from && !meaning.from.includes(mark.kind)) return false;
  for (const { definition, entry: other } of resolution.found) {
    if (wanted && !wanted.includes(definition.kind)) return false;
    if (backwards.has(via) && isLater(other.summary.date, entry.summary.date)) return false;
    if (other === entry && definition.id === mark.id) return false;
  }
  const to = nameOf(entry, target);
  if (!meaning.acyclic || !mark.id) return true;
  return !closesRing(snapshot, entry, { via, from: `${entry.summary.own}#${mark.id}`, to, at });
}

const isLater = (day: string | undefined, than: string | undefined): boolean =>
  day !== undefined && than !== undefined && compareDays(day, than) > 0;
