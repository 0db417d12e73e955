import type { Document, Paragraph } from '../document.ts';
import { movingEach, remembering } from '../reading/remembered.ts';
import { nameOf } from '../snapshot/resolve.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { isRelation, targetsOf } from '../snapshot/targets.ts';
import { moved, overlaps, type Span } from '../text.ts';
import { type Repeat, repeatsIn } from './sentences.ts';
import { latestFirst, type Statement, type Statements, statementsOf } from './statements.ts';

/** A sentence that says again what an earlier mark says, at offsets of its document. */
export interface Restatement extends Repeat {
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
  const circle = statements.circleOf(entry);
  const comparing = { statements, codebook, uri: entry.uri, date, circle };
  const { own } = entry.summary;
  const { parties, series, title } = circle;
  const words = [
    ...[statements.stateFor(entry.uri), codebook, entry.uri],
    ...[date, parties, series, title],
  ];
  const links = [...words, statements.joints(), own];
  const found: Restatement[] = [];
  for (const paragraph of document.paragraphs) {
    const compare = () => repeatsIn(document, paragraph, comparing);
    const tell = () => {
      const repeats = remember ? rememberedRepeats(paragraph, words, compare) : compare();
      return bySentence(repeats).flatMap((same) => told(entry, paragraph, same, statements));
    };
    const here = remember ? rememberedTold(paragraph, links, tell) : tell();
    for (const one of here) found.push(one);
  }
  return found;
}

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
  { along, isJoined }: Statements,
): Restatement[] {
  const all = repeats.length > 1 ? inOrder(repeats) : repeats.flatMap(candidatesOf);
  const [first] = repeats;
  const linked = first ? along(namesAt(entry, paragraph, first)) : new Set<string>();
  const seen = new Set<string>();
  const open = all.filter(({ statement: { name } }) => {
    if (name === undefined) return true;
    if (linked.has(name) || seen.has(name)) return false;
    if (isJoined(name)) for (const other of along([name])) seen.add(other);
    return true;
  });
  const [latest] = open;
  const told = open.length > mostTold && latest ? [latest] : open;
  const more = open.length - told.length;
  return told.map(({ repeat, statement }) => ({ ...repeat, statement, more }));
}

interface Candidate {
  readonly repeat: Repeat;
  readonly statement: Statement;
}

const candidatesOf = (repeat: Repeat): Candidate[] =>
  repeat.statements.map((statement) => ({ repeat, statement }));

/** The marks that a sentence repeats, the latest first; of one day those first that it repeats most. */
const inOrder = (repeats: readonly Repeat[]): Candidate[] =>
  repeats
    .flatMap(candidatesOf)
    .sort((a, b) => latestFirst(a.statement, b.statement) || b.repeat.share - a.repeat.share);

/** The names that a sentence points at, and those of the marks that share words with it. */
function namesAt(entry: Entry, { passage }: Paragraph, sentence: Span): string[] {
  return passage.constructs.flatMap((construct): string[] => {
    if (construct.type === 'note' || !overlaps(construct.span, sentence)) return [];
    if (construct.type === 'reference') return [nameOf(entry, construct.target)];
    const targets = construct.attributes.filter(isRelation).flatMap(targetsOf);
    const names = targets.map((target) => nameOf(entry, target));
    return construct.id ? [`${entry.summary.own}#${construct.id.text}`, ...names] : names;
  });
}

const movedRepeat = <T extends Repeat>(one: T, delta: number): T => ({
  ...one,
  ...moved(one, delta),
  part: moved(one.part, delta),
});

// Writing a relation changes what is linked, and nothing of what is said again.
const rememberedRepeats = remembering(movingEach<Repeat>(movedRepeat));
const rememberedTold = remembering(movingEach<Restatement>(movedRepeat));
