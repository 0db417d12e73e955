import type { Codebook } from '../codebook/codebook.ts';
import type { NameIndex } from '../names/automaton.ts';
import { type Kept, keeping } from '../snapshot/kept.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import { type Circle, usualParties } from './circles.ts';
import { type Compared, comparedSentences } from './compared.ts';
import { type Ledger, ledger } from './ledger.ts';
import { type Passage, readPassage } from './passage.ts';
import { isSame, type Sheet, type SheetMark, saysSame, saysSameInFront, sheetOf } from './sheet.ts';
import { threads } from './threads.ts';
import { type Wordings, wordings } from './wordings.ts';

/** The registered marks of a collection by their words: statements and wordings go by number. */
export interface Statements
  extends Pick<
      Ledger,
      | 'askedOf'
      | 'askedBy'
      | 'earlier'
      | 'isBoundIn'
      | 'isPast'
      | 'latestFirst'
      | 'nameOf'
      | 'numberOf'
      | 'statementOf'
    >,
    Pick<Wordings, 'search' | 'size' | 'weightOf'> {
  /** What is known of a sentence that was compared with wordings; undefined where it says nothing again. */
  readonly compared: (sentence: string, codebook: Codebook) => Compared | undefined;
  /** A wording read for comparing. */
  readonly passageOf: (wording: number, names: NameIndex<number>) => Passage;
  /** The circle of a statement. Where it and its document name nobody, they are those that its series usually has. */
  readonly circleOf: (statement: number) => Circle;
  /** The circle of a document as a whole. */
  readonly circleIn: (uri: string) => Circle;
  /** Whether some marks stand in threads. */
  readonly areJoined: () => boolean;
  /** The names of all marks in one thread with a mark, one object for all of them; undefined for a mark that stands alone. */
  readonly threadOf: (name: string) => ReadonlySet<string> | undefined;
  /** The same for the mark of a statement. */
  readonly threadAt: (statement: number) => ReadonlySet<string> | undefined;
  /** The same while all threads stay as they are. */
  readonly joints: () => object;
  /**
   * The same while no *other* document has changed what it says of itself, or its registered marks: a
   * document's own marks are nothing that it could say again.
   */
  readonly stateFor: (uri: string) => object;
}

/** The registered marks of a collection, true to this snapshot; it takes in only what has changed. */
export const statementsOf: Kept<Statements> = keeping({
  begin: ({ codebook }) => collecting(codebook),
  change: (kept, before, after) => kept.change(before, after),
  basis: ({ codebook }) => registeredIn(codebook),
});

const bases = new WeakMap<Codebook['kinds'], string>();

/** The names of the registered kinds: another set of them makes other statements. */
function registeredIn({ kinds }: Codebook): string {
  const registered = [...kinds.values()].filter((kind) => kind.registered);
  const known =
    bases.get(kinds) ??
    registered
      .map(({ name }) => name)
      .sort()
      .join(' ');
  bases.set(kinds, known);
  return known;
}

/** Which marks of a document have stayed: so many from the beginning, and of the rest from the end. */
function stayed(before: Sheet | undefined, after: Sheet): { from: number; to: number } {
  if (!before || !saysSameInFront(before, after)) return { from: 0, to: 0 };
  const [a, b] = [before.marks, after.marks];
  const most = Math.min(a.length, b.length);
  const isSameAt = (i: number, k: number) => isSame(a[i] as SheetMark, b[k] as SheetMark);
  let from = 0;
  while (from < most && isSameAt(from, from)) from++;
  let to = 0;
  while (to < most - from && isSameAt(a.length - 1 - to, b.length - 1 - to)) to++;
  return { from, to };
}

function collecting(codebook: Codebook) {
  const all = ledger();
  const words = wordings(all.textOf);
  const passages = passagesOf(all.textOf);
  const usual = usualParties();
  const joined = threads();
  let state = {};
  // The last document that changed by itself, and what it saw before.
  let own: { readonly uri: string; readonly state: object } | undefined;
  const stateFor = (uri: string): object => (own?.uri === uri ? own.state : state);
  // A document that is typed in was read last at the keystroke before.
  let latest: Sheet | undefined;
  const read = (entry: Entry): Sheet =>
    latest?.entry === entry ? latest : sheetOf(entry, codebook);

  function circleIn(document: number, by: string | undefined): Circle {
    const { series, title } = all.entry(document)?.summary ?? {};
    return { by, parties: all.partiesOf(document) ?? usual.of(series), series, title };
  }

  function take(document: number, at: number, { text }: SheetMark): void {
    const wording = all.remove(document, at);
    if (all.countOf(wording)) return;
    words.remove(wording, text);
    passages.forget(wording);
  }

  function replace(before: Sheet | undefined, after: Sheet): void {
    const stay = stayed(before, after);
    const gone = before?.marks.slice(stay.from, before.marks.length - stay.to) ?? [];
    const known = all.numberOf(after.entry.uri);
    for (const mark of gone) take(known, stay.from, mark);
    const document = all.enterDocument(after.entry, after.parties);
    const end = after.marks.length - stay.to;
    for (const [at, { index }] of after.marks.entries()) {
      if (at < stay.from) all.setIndex(document, at, index);
      else if (at >= end) all.setIndex(document, at - end + stay.from, index);
    }
    for (let at = stay.from; at < end; at++) {
      const { index, text, by } = after.marks[at] as SheetMark;
      const statement = all.add(document, at, index, words.enter(text), by ?? '');
      if (statement < threadsAt.length) threadsAt[statement] = undefined;
    }
  }

  function change(before: Entry | undefined, after: Entry | undefined): void {
    const old = before && read(before);
    const now = after && sheetOf(after, codebook);
    if (old) usual.count(old.entry.summary.series, old.parties, -1);
    if (now) usual.count(now.entry.summary.series, now.parties, 1);
    joined.replace(old?.joints ?? [], now?.joints ?? []);
    latest = now;
    if (now) replace(old, now);
    else if (old) {
      const document = all.numberOf(old.entry.uri);
      for (const mark of old.marks) take(document, 0, mark);
      all.removeDocument(old.entry.uri);
    }
    if (old && now && saysSame(old, now)) return;
    const { uri } = (now ?? old)?.entry ?? { uri: '' };
    own = { uri, state: stateFor(uri) };
    state = {};
  }

  // The threads of statements that were asked about, while all threads stay as they are.
  let threadsAt: (ReadonlySet<string> | undefined)[] = [];
  let threadsIn: object | undefined;
  function threadAt(statement: number): ReadonlySet<string> | undefined {
    const isKnown = threadsIn === joined.state() && statement < threadsAt.length;
    const thread = (isKnown && threadsAt[statement]) || readThread(statement);
    return thread === alone ? undefined : thread;
  }

  function readThread(statement: number): ReadonlySet<string> {
    if (threadsIn !== joined.state()) threadsAt = [];
    threadsIn = joined.state();
    while (threadsAt.length <= statement) threadsAt.push(undefined);
    const thread = joined.threadOf(all.nameOf(statement) ?? '') ?? alone;
    threadsAt[statement] = thread;
    return thread;
  }

  return {
    change,
    size: words.size,
    weightOf: words.weightOf,
    askedOf: all.askedOf,
    askedBy: all.askedBy,
    isBoundIn: all.isBoundIn,
    isPast: all.isPast,
    earlier: all.earlier,
    latestFirst: all.latestFirst,
    nameOf: all.nameOf,
    numberOf: all.numberOf,
    statementOf: all.statementOf,
    search: words.search,
    compared: comparedSentences(words.edition),
    passageOf: passages.read,
    circleOf: (statement: number) => circleIn(all.documentOf(statement), all.byOf(statement)),
    circleIn: (uri: string) => circleIn(all.numberOf(uri), undefined),
    threadOf: joined.threadOf,
    threadAt,
    areJoined: joined.areJoined,
    joints: joined.state,
    stateFor,
  };
}

/** In place of the thread of a mark that stands alone. */
const alone: ReadonlySet<string> = new Set();

/** So many words of wordings are kept as they were read: those that are compared come again and again. */
const mostTokens = 400_000;

function passagesOf(textOf: (wording: number) => string) {
  const known = new Map<number, Passage>();
  let tokens = 0;
  let readWith: NameIndex<number> | undefined;

  function read(wording: number, names: NameIndex<number>): Passage {
    if (names !== readWith || tokens > mostTokens) {
      known.clear();
      tokens = 0;
      readWith = names;
    }
    const found = known.get(wording);
    if (found) return found;
    const passage = readPassage(textOf(wording), names);
    known.set(wording, passage);
    tokens += passage.length;
    return passage;
  }

  return { read, forget: (wording: number): void => void known.delete(wording) };
}
