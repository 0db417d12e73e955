import type { Document, Paragraph } from '../document.ts';
import { movingEach, remembering } from '../reading/remembered.ts';
import { nameOf } from '../snapshot/resolve.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { isRelation, targetsOf } from '../snapshot/targets.ts';
import { moved, overlaps, type Span } from '../text.ts';
import { comparing, type Repeat, repeatsIn } from './sentences.ts';
import type { Statement } from './statement.ts';
import { type Statements, statementsOf } from './statements.ts';

/** A sentence that says again what an earlier mark says, at offsets of its document. */
export interface Restatement extends Omit<Repeat, 'statements'> {
  /** The earlier mark. */
  readonly statement: Statement;
  /** How many more earlier marks it repeats that are not told one by one. */
  readonly more: number;
}

/** A sentence with more earlier marks than these is a formula of the collection: only the latest is told. */
const mostTold = 20;

/**
 * The sentences of a document that say again what registered marks of earlier documents say (language.md,
 * section 8.3), in order; of one sentence the latest mark first. Left out is what is linked: where the
 * sentence, or a mark in it, points at the mark or at another one of its thread. Of marks in one thread
 * only the latest is told. With `remember`, what a paragraph repeats is kept while paragraph, document
 * and registered marks stay what they are: for documents that are open.
 */
export function restatementsIn(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  remember = false,
): readonly Restatement[] {
  const { date } = entry.summary;
  if (!date) return [];
  const statements = statementsOf(snapshot);
  if (!statements.size()) return [];
  const { codebook } = snapshot;
  const known = comparing(statements, codebook, entry.uri, date);
  const { own } = entry.summary;
  const { parties, series, title } = known.circle;
  const words = [
    ...[statements.stateFor(entry.uri), codebook, entry.uri],
    ...[date, parties, series, title],
  ];
  const links = [...words, statements.joints(), own];
  const found: Restatement[] = [];
  const compare = (paragraph: Paragraph) => repeatsIn(document, paragraph, known);
  const tell = (paragraph: Paragraph) => {
    const repeats = remember ? rememberedRepeats(paragraph, words, compare) : compare(paragraph);
    return repeats.length
      ? bySentence(repeats).flatMap((same) => told(entry, paragraph, same, statements))
      : none;
  };
  for (const paragraph of document.paragraphs) {
    const here = remember ? rememberedTold(paragraph, links, tell) : tell(paragraph);
    for (const one of here) found.push(one);
  }
  return found;
}

const none: readonly never[] = [];

/** Repeats in the order of their sentences, those of one sentence together. */
function bySentence(repeats: readonly Repeat[]): readonly (readonly Repeat[])[] {
  const groups: Repeat[][] = [];
  for (const repeat of repeats) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.from === repeat.from) last.push(repeat);
    else groups.push([repeat]);
  }
  return groups;
}

function told(
  entry: Entry,
  paragraph: Paragraph,
  repeats: readonly Repeat[],
  statements: Statements,
): Restatement[] {
  const [first] = repeats;
  if (!first) return [];
  const all = latestFirst(repeats, statements);
  const names = namesAt(entry, paragraph, first);
  const open = names.length || statements.areJoined() ? unlinked(all, names, statements) : all;
  const told = open.length > mostTold ? open.slice(0, 1) : open;
  const more = open.length - told.length;
  return told.map((number) => {
    const repeat = repeats.find((one) => one.statements.includes(number)) ?? first;
    const { from, to, part, share } = repeat;
    return { from, to, part, share, statement: statements.statementOf(number), more };
  });
}

/** The statements that a sentence repeats, by number, the latest first. */
function latestFirst([first, ...others]: readonly Repeat[], { latestFirst }: Statements) {
  if (!first || !others.length) return first?.statements ?? none;
  return [first, ...others].flatMap((repeat) => repeat.statements).sort(latestFirst);
}

/** Without those that are linked, and those of which a later one of the same thread is told. */
function unlinked(
  all: readonly number[],
  names: readonly string[],
  { nameOf, threadOf, threadAt }: Statements,
): readonly number[] {
  const linked = names.map((name) => threadOf(name) ?? name);
  const told = new Set<object>();
  const open: number[] = [];
  for (const number of all) {
    const thread = threadAt(number);
    const isLinked = linked.length && linked.includes(thread ?? nameOf(number) ?? '');
    if (isLinked || (thread && told.has(thread))) continue;
    if (thread) told.add(thread);
    open.push(number);
  }
  return open;
}

/** The names that a sentence points at, and those of the marks that share words with it. */
function namesAt(entry: Entry, { passage }: Paragraph, sentence: Span): string[] {
  const names: string[] = [];
  for (const construct of passage.constructs) {
    if (construct.type === 'note' || !overlaps(construct.span, sentence)) continue;
    if (construct.type === 'reference') {
      names.push(nameOf(entry, construct.target));
      continue;
    }
    if (construct.id) names.push(`${entry.summary.own}#${construct.id.text}`);
    for (const attribute of construct.attributes) {
      if (!isRelation(attribute)) continue;
      for (const target of targetsOf(attribute)) names.push(nameOf(entry, target));
    }
  }
  return names;
}

const movedRepeat = <T extends Omit<Repeat, 'statements'>>(one: T, delta: number): T => ({
  ...one,
  ...moved(one, delta),
  part: moved(one.part, delta),
});

// Writing a relation changes what is linked, and nothing of what is said again.
const rememberedRepeats = remembering(movingEach<Repeat>(movedRepeat));
const rememberedTold = remembering(movingEach<Restatement>(movedRepeat));
