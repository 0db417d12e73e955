import { entriesOf } from './resolve.ts';
import type { Entry, Snapshot } from './snapshot.ts';
import { ownOf, type Summary } from './summary.ts';

/** One relation between two marks, by their names (see `summary.ts`). */
export interface Link {
  readonly via: string;
  readonly from: string;
  readonly to: string;
  /** Where it stands in its document. */
  readonly at: number;
}

/**
 * Whether a relation closes a ring: relations of the same name lead back from where it points to the
 * mark it stands on, and it is the last of them. Relations are in order of their documents' dates, then
 * of the documents' keys, then of their places. So of every ring its last relation, and only that, is
 * the one that closes it.
 */
export function closesRing(snapshot: Snapshot, entry: Entry, link: Link): boolean {
  const isEarlier = (other: Link, where: Entry) =>
    other.via === link.via && compare(where, other.at, entry, link.at) < 0;
  const ahead = reach(link.to, (name) => nextAhead(snapshot, name, isEarlier));
  const behind = reach(link.from, (name) => nextBehind(snapshot, name, isEarlier));
  const seenAhead = new Set<string>();
  const seenBehind = new Set<string>();
  // Later texts mostly point at earlier ones, so going both ways at once one of them soon ends.
  for (;;) {
    const one = ahead.next();
    if (one.done) return false;
    if (seenBehind.has(one.value)) return true;
    seenAhead.add(one.value);
    const other = behind.next();
    if (other.done) return false;
    if (seenAhead.has(other.value)) return true;
    seenBehind.add(other.value);
  }
}

type Test = (link: Link, where: Entry) => boolean;

function compare(a: Entry, aAt: number, b: Entry, bAt: number): number {
  return (
    compareText(a.summary.date ?? '', b.summary.date ?? '') ||
    compareText(a.summary.own, b.summary.own) ||
    compareText(a.uri, b.uri) ||
    aAt - bAt
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every name that can be reached, each once, the start first; no further than it is asked for. */
function* reach(start: string, next: (name: string) => Iterable<string>): Generator<string> {
  const found = new Set([start]);
  // A set that grows while it is read is read to its end.
  for (const name of found) {
    yield name;
    for (const other of next(name)) found.add(other);
  }
}

function* nextAhead(snapshot: Snapshot, name: string, test: Test): Generator<string> {
  for (const entry of entriesOf(snapshot, ownOf(name))) {
    for (const link of linksOf(entry.summary).from.get(name) ?? []) {
      if (test(link, entry)) yield link.to;
    }
  }
}

function* nextBehind(snapshot: Snapshot, name: string, test: Test): Generator<string> {
  for (const uri of snapshot.mentions.get(name) ?? []) {
    const entry = snapshot.entries.get(uri);
    for (const link of (entry && linksOf(entry.summary).to.get(name)) ?? []) {
      if (entry && test(link, entry)) yield link.from;
    }
  }
}

export interface Links {
  readonly from: ReadonlyMap<string, readonly Link[]>;
  readonly to: ReadonlyMap<string, readonly Link[]>;
}

const known = new WeakMap<Summary, Links>();

/** The relations of one document between marks that have names, by both ends. */
export function linksOf(summary: Summary): Links {
  const links = known.get(summary) ?? readLinks(summary);
  known.set(summary, links);
  return links;
}

function readLinks({ own, definitions, mentions }: Summary): Links {
  const from = new Map<string, Link[]>();
  const to = new Map<string, Link[]>();
  for (const { role, via, name, mark, from: at } of mentions) {
    const id = role === 'relation' ? definitions[mark]?.id : undefined;
    if (!id) continue;
    const link = { via, from: `${own}#${id}`, to: name, at };
    add(from, link.from, link);
    add(to, name, link);
  }
  return { from, to };
}

function add(links: Map<string, Link[]>, name: string, link: Link): void {
  const list = links.get(name);
  if (list) list.push(link);
  else links.set(name, [link]);
}
