import { wokenByThreads, wokenByWords } from '../threads/wake.ts';
import { linksOf } from './rings.ts';
import { sameKey } from './same-key.ts';
import type { Entry, Snapshot, Touched } from './snapshot.ts';
import { idOf, type Mention, ownOf, type Summary } from './summary.ts';

/**
 * Whose findings may differ after a change, by name: documents wake those who mention what they
 * define where it came, went or changed, also when nobody had defined it before.
 */
export function affectedBy(next: Snapshot, touched: ReadonlyMap<string, Touched>): Set<string> {
  const affected = new Set<string>(touched.keys());
  const wake = (uris: Iterable<string> | undefined) => {
    for (const uri of uris ?? []) affected.add(uri);
  };
  let keysChanged = false;
  const rings = new Set<string>();
  for (const { before, after, alike } of touched.values()) {
    const entry = after ?? before;
    // A file that is gone and was never read.
    if (!entry) continue;
    if (before && after && alike) {
      // The verb of a mark may stand before it.
      wake(wokenByWords(next, before, after));
      continue;
    }
    const { own } = entry.summary;
    const { key } = entry;
    if (!before || !after) {
      keysChanged = true;
      if (key) wake(sameKey(next, key));
    }
    if (before?.summary.date !== after?.summary.date || !before || !after) {
      wake(next.readers.get(own));
    } else wake(wokenByMarks(next, before, after));
    wake(wokenByThreads(next, before, after));
    for (const name of changedRings(before, after)) rings.add(name);
  }
  if (keysChanged) wake(readersOfMissing(next));
  wakeRings(next, rings, affected);
  return affected;
}

/** Who mentions a mark that came, went or changed its kind, or an id that the document does not have. */
function* wokenByMarks(next: Snapshot, before: Entry, after: Entry): Generator<string> {
  const old = kindsOf(before.summary);
  const now = kindsOf(after.summary);
  const own = after.summary.own;
  let idsChanged = false;
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(id) === now.get(id)) continue;
    if (old.has(id) !== now.has(id)) idsChanged = true;
    yield* next.mentions.get(`${own}#${id}`) ?? [];
  }
  if (!idsChanged) return;
  // The nearest names that are offered for a missing id come from all ids of the document.
  for (const uri of next.readers.get(own) ?? []) {
    const mentions = next.entries.get(uri)?.summary.mentions ?? [];
    const isMissing = ({ name }: Mention) =>
      ownOf(name) === own && idOf(name) !== '' && !now.has(idOf(name));
    if (mentions.some(isMissing)) yield uri;
  }
}

function kindsOf(summary: Summary): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const { id, kind } of summary.definitions) if (id) kinds.set(id, kind);
  return kinds;
}

/** The nearest keys that are offered for a missing document come from all keys of the collection. */
function* readersOfMissing(next: Snapshot): Generator<string> {
  for (const [key, uris] of next.readers.entries()) if (!next.keys.has(key)) yield* uris;
}

/**
 * Names of marks whose relations came, went or changed: they may open or close a ring. With another
 * date they come earlier or later in it, and another relation may be the one that closes it.
 */
function* changedRings(before: Entry | undefined, after: Entry | undefined): Generator<string> {
  const old = relationsOf(before?.summary);
  const now = relationsOf(after?.summary);
  const moved = before?.summary.date !== after?.summary.date;
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (moved || old.get(name) !== now.get(name)) yield name;
  }
}

function relationsOf(summary: Summary | undefined): Map<string, string> {
  const relations = new Map<string, string>();
  for (const { role, via, name, mark } of summary?.mentions ?? []) {
    const id = role === 'relation' ? summary?.definitions[mark]?.id : undefined;
    if (!summary || !id) continue;
    const from = `${summary.own}#${id}`;
    relations.set(from, `${relations.get(from) ?? ''} ${via}=${name}`);
  }
  return relations;
}

/** Wakes everybody from whose marks one of these can be reached through relations that make no rings. */
function wakeRings(next: Snapshot, names: Set<string>, affected: Set<string>): void {
  // A set that grows while it is read is read to its end.
  for (const name of names) {
    for (const uri of next.mentions.get(name) ?? []) {
      const summary = next.entries.get(uri)?.summary;
      for (const link of (summary && linksOf(summary).to.get(name)) ?? []) {
        if (!next.codebook.relations.get(link.via)?.acyclic) continue;
        affected.add(uri);
        names.add(link.from);
      }
    }
  }
}
