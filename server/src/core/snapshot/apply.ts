import type { Codebook } from '../codebook/codebook.ts';
import type { Document } from '../document.ts';
import { isAlike } from '../reading/alike.ts';
import { parse, reparse } from '../reading/parse.ts';
import { differInNamesOnly, touchedByNames } from './codebook-change.ts';
import { keyOf } from './keys.ts';
import { namesIn } from './packed-summary.ts';
import type { Entry, Snapshot, Touched } from './snapshot.ts';
import { ownOf, type Summary, summarise } from './summary.ts';
import type { UriChanges } from './uri-index.ts';
import { affectedBy } from './wake.ts';
import { isWider } from './wider.ts';

/** A document's new text, with the editor's version where it is open; no text where it is gone. */
export interface Change {
  readonly uri: string;
  readonly text: string | undefined;
  readonly version?: number | undefined;
}

export interface Applied {
  readonly snapshot: Snapshot;
  /** URIs of the documents whose findings may differ from before, those that are gone included. */
  readonly affected: ReadonlySet<string>;
  /** Whether what documents may say of each other without naming it has changed, so that all may differ. */
  readonly wider: boolean;
}

/**
 * The same collection under another codebook. Every document may be affected, but where nothing changed
 * save what entities are called: that is looked up in documents only where somebody looks at them.
 */
export function withCodebook(previous: Snapshot, codebook: Codebook): Applied {
  const snapshot = { ...previous, revision: previous.revision + 1, codebook };
  if (differInNamesOnly(previous.codebook, codebook)) {
    const affected = new Set(touchedByNames(snapshot, previous.codebook, codebook));
    return { snapshot, affected, wider: true };
  }
  return { snapshot, affected: new Set(previous.entries.keys()), wider: true };
}

/**
 * The next snapshot after a batch of changes, and whom they touch. Of several changes to one document
 * the last counts. Cost grows with the changed documents and with those that look at what they define.
 */
export function apply(previous: Snapshot, changes: readonly Change[]): Applied {
  const { snapshot, touched } = next(previous, changes);
  return {
    snapshot,
    affected: affectedBy(snapshot, touched),
    wider: isWider(snapshot.codebook, touched),
  };
}

function next(
  previous: Snapshot,
  changes: readonly Change[],
): { snapshot: Snapshot; touched: ReadonlyMap<string, Touched> } {
  const touched = new Map<string, Touched>();
  for (const change of changes) {
    const before = previous.entries.get(change.uri);
    const after = enter(change, before);
    touched.set(change.uri, { before, after, alike: areAlike(before, after) });
  }
  return { snapshot: replaced(previous, touched), touched };
}

/** The snapshot with these documents as they are after the change. */
export function replaced(previous: Snapshot, touched: ReadonlyMap<string, Touched>): Snapshot {
  const entries = new Map<string, Entry | undefined>();
  for (const [uri, { after }] of touched) entries.set(uri, after);
  return {
    revision: previous.revision + 1,
    ...(previous.asOf !== undefined && { asOf: previous.asOf }),
    collection: previous.collection,
    codebook: previous.codebook,
    definitions: [...touched.values()].every(definesTheSame) ? previous.definitions : {},
    entries: previous.entries.with(entries),
    keys: rekeyed(previous.keys, touched.values()),
    ...renamed(previous, touched.values()),
  };
}

const areAlike = (before: Entry | undefined, after: Entry | undefined): boolean =>
  !!before?.document && !!after?.document && isAlike(before.document, after.document);

function enter(change: Change, before: Entry | undefined): Entry | undefined {
  const { uri, text, version } = change;
  if (text === undefined) return undefined;
  if (before?.text === text && (version === undefined) === (before.version === undefined)) {
    return before.version === version ? before : { ...before, version };
  }
  const document = before?.document ? reparse(before.document, text) : parse(text);
  return entered({ uri, text, version }, document);
}

function entered(
  { uri, text, version }: { uri: string; text: string; version?: number | undefined },
  document: Document,
): Entry {
  const key = keyOf(uri);
  return {
    uri,
    key,
    text,
    version,
    summary: summarise(document, key ?? uri),
    document: version === undefined ? undefined : document,
  };
}

/** The index of keys after some documents have changed. */
export function rekeyed(previous: Snapshot['keys'], touched: Iterable<Touched>): Snapshot['keys'] {
  const keys = new Map<string, readonly string[] | undefined>();
  for (const { before, after } of touched) {
    const { key, uri } = after ?? before ?? {};
    if (!key || (before && after)) continue;
    const known = keys.has(key) ? keys.get(key) : previous.get(key);
    const others = known?.filter((one) => one !== uri) ?? [];
    const list = after ? [...others, uri as string] : others;
    keys.set(key, list.length ? list : undefined);
  }
  return previous.with(keys);
}

/** The two indexes of names after some documents have changed. They hold no offsets, so typing prose leaves them. */
export function renamed(
  previous: Pick<Snapshot, 'mentions' | 'readers'>,
  touched: Iterable<Touched>,
): Pick<Snapshot, 'mentions' | 'readers'> {
  const mentions = regrouping();
  const readers = regrouping();
  for (const { before, after, alike } of touched) {
    const uri = (after ?? before)?.uri;
    if (uri === undefined || before === after || alike) continue;
    if (before && after && saysTheSame(before.summary, after.summary)) continue;
    const old = before ? namesIn(before.summary) : [];
    const now = after ? namesIn(after.summary) : [];
    mentions.move(uri, old, now);
    readers.move(uri, keysIn(old), keysIn(now));
  }
  return { mentions: previous.mentions.with(mentions), readers: previous.readers.with(readers) };
}

/** Whether a document defines the same names in the same order, as it does while prose is typed. */
function definesTheSame({ before, after, alike }: Touched): boolean {
  if (alike) return true;
  const old = before?.summary.definitions ?? [];
  const now = after?.summary.definitions ?? [];
  return (
    !before === !after && old.length === now.length && now.every(({ id }, i) => old[i]?.id === id)
  );
}

/** Whether two summaries mention the same names in the same order, as they do while prose is typed. */
function saysTheSame(before: Summary, after: Summary): boolean {
  const old = before.mentions;
  const now = after.mentions;
  if (old.length !== now.length) return false;
  for (let i = 0; i < now.length; i++) if (old[i]?.name !== now[i]?.name) return false;
  return true;
}

function keysIn(names: readonly string[]): string[] {
  const keys: string[] = [];
  for (const name of names) {
    const own = ownOf(name);
    if (own) keys.push(own);
  }
  return keys;
}

interface Regrouping extends UriChanges {
  /** A document leaves the names it had and joins those it has; names may be repeated. */
  readonly move: (uri: string, had: readonly string[], has: readonly string[]) => void;
}

function regrouping(): Regrouping {
  const leave = new Map<string, string[]>();
  const join = new Map<string, string[]>();
  const put = (lists: Map<string, string[]>, name: string, uri: string) => {
    const list = lists.get(name);
    if (!list) lists.set(name, [uri]);
    // One document is moved at a time, so a name it has had already has it last.
    else if (list[list.length - 1] !== uri) list.push(uri);
  };
  const move: Regrouping['move'] = (uri, had, has) => {
    const old = had.length ? new Set(had) : undefined;
    const now = had.length ? new Set(has) : undefined;
    for (const name of old ?? []) if (!now?.has(name)) put(leave, name, uri);
    for (const name of has) if (!old?.has(name)) put(join, name, uri);
  };
  return { leave, join, move };
}
