import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { partsOf } from '../marks/parts.ts';
import { braceSearch } from '../reading/braces.ts';
import { continuationOf, headsOf } from '../reading/parse.ts';
import { stripSpan } from '../reading/strip.ts';
import { mentionsNamed } from '../snapshot/packed-summary.ts';
import { documentOf, type Entry, type Snapshot } from '../snapshot/snapshot.ts';
import { ownOf, type Summary } from '../snapshot/summary.ts';
import { onOneLine } from '../text.ts';
import { sayingOf } from './member.ts';

/**
 * Whose findings about threads may differ when one document changes: those who speak of a mark of it whose
 * verb, actors, day or condition are others now, those who reaffirm one with other first words, and those of
 * whose marks it says something else. Typing prose between the marks wakes nobody.
 */
export function* wokenByThreads(
  next: Snapshot,
  before: Entry | undefined,
  after: Entry | undefined,
): Generator<string> {
  for (const name of changedTargets(before, after)) {
    const own = ownOf(name);
    if (own) yield* next.keys.get(own) ?? [own];
  }
  if (before && after) yield* wokenByWords(next, before, after);
}

/** Those of them who speak of a mark that says something else than it did. */
export function* wokenByWords(next: Snapshot, before: Entry, after: Entry): Generator<string> {
  if (before.text === after.text) return;
  for (const { id, only } of changedSayings(next, before, after)) {
    const name = `${after.summary.own}#${id}`;
    const all = next.mentions.get(name) ?? [];
    yield* only === 'words' ? reaffirming(next, name, all) : all;
  }
}

/** Those of these documents that reaffirm a mark: a message of theirs may quote its words. */
function* reaffirming(next: Snapshot, name: string, uris: Iterable<string>): Generator<string> {
  const named = mentionsNamed(name);
  for (const uri of uris) {
    const summary = next.entries.get(uri)?.summary;
    if (summary && named(summary).some(({ via }) => via === 'reaffirms')) yield uri;
  }
}

/** A mark that says something else than it did; with `only` it is its first words that changed, and no more. */
interface Changed {
  readonly id: string;
  readonly only: 'words' | undefined;
}

/** Names of whose marks the document says something else than before, or on another day. */
function* changedTargets(before: Entry | undefined, after: Entry | undefined): Generator<string> {
  const old = saidOf(before);
  const now = saidOf(after);
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(name) !== now.get(name)) yield name;
  }
}

const known = new WeakMap<Summary, ReadonlyMap<string, string>>();

/** What a document says of each mark through relations: which, on what kind of mark, with what braces. */
function saidOf(entry: Entry | undefined): ReadonlyMap<string, string> {
  if (!entry) return new Map();
  const said = known.get(entry.summary) ?? readSaid(entry);
  known.set(entry.summary, said);
  return said;
}

function readSaid({ text, summary }: Entry): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  const relations = summary.mentions.filter(({ role }) => role === 'relation');
  if (!relations.length) return said;
  const { definitions } = summary;
  for (const { via, name, mark } of relations) {
    const definition = definitions[mark];
    const braces = definition && bracesBehind(text, definition.to);
    const one = `${summary.date} ${via} ${definition?.kind} ${braces}\n`;
    said.set(name, (said.get(name) ?? '') + one);
  }
  return said;
}

/** The braces behind the words of a mark. */
function bracesBehind(text: string, words: number): string {
  const from = words + 1;
  return text.slice(from, braceSearch(text, from, text.length)(from));
}

/** Ids of marks that somebody speaks of and that say something else now although their id stayed. */
function* changedSayings(next: Snapshot, before: Entry, after: Entry): Generator<Changed> {
  const { own } = after.summary;
  const [old, now] = [documentOf(before), documentOf(after)];
  const touched = touchedMarks(old, now);
  if (!touched.length) return;
  const heads = headsOf(old.marks);
  for (const mark of touched) {
    const id = mark.id?.text;
    const was = id && heads.get(id);
    if (!was || !next.mentions.has(`${own}#${id}`)) continue;
    if (printOf(next.codebook, old, was) !== printOf(next.codebook, now, mark)) {
      yield { id, only: undefined };
    } else if (firstWords(old, was) !== firstWords(now, mark)) yield { id, only: 'words' };
  }
}

/** The heads of paragraphs that were read anew; all where the front matter may say who is bound. */
function touchedMarks(old: Document, now: Document): readonly Mark[] {
  const frontOf = ({ text, body }: Document) => text.slice(0, body);
  const heads = [...headsOf(now.marks).values()];
  if (frontOf(old) !== frontOf(now)) return heads;
  const kept = new Set(old.paragraphs.map(({ passage }) => passage.identity));
  const changed = now.paragraphs.filter(({ passage }) => !kept.has(passage.identity));
  if (changed.length === now.paragraphs.length) return heads;
  const fragmented = changed.flatMap(({ passage }) =>
    passage.constructs.flatMap((one) => (one.type === 'mark' && continuationOf(one)) || []),
  );
  return heads.filter(
    ({ id, span }) =>
      changed.some(({ from, to }) => from <= span.from && span.to <= to) ||
      fragmented.some(({ value }) => value.text === id?.text),
  );
}

function printOf(codebook: Codebook, document: Document, mark: Mark): string {
  const { verb, actors, told, due, condition } = sayingOf(codebook, document, mark);
  const force = verb?.force ?? verb;
  return JSON.stringify([force?.lemma, force?.ladder, force?.rung, actors, told, due, condition]);
}

/** Messages quote the beginning of a mark, and no more than this of it, in UTF-16 units. */
const quoted = 100;

function firstWords(document: Document, mark: Mark): string {
  const parts = partsOf(document, mark).map(({ words }) => stripSpan(document, words));
  return onOneLine(parts.join(' ')).slice(0, quoted);
}
