import type { Codebook } from '../codebook/codebook.ts';
import { type Kept, keeping } from '../snapshot/kept.ts';
import { fragmentsIn, wordsOfMark } from '../snapshot/mark-words.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import { actorsIn, type Circle, usualParties } from './circles.ts';
import { type Joint, jointsIn, threads } from './threads.ts';
import { type Wording, type Wordings, wordings } from './wordings.ts';

/** A registered mark of a dated document, as later ones may say it again. */
export interface Statement extends Circle {
  readonly uri: string;
  /** Which of the document's definitions it is; it may change while the statement stays. */
  index: number;
  /** `key#id`; undefined for a mark without an id. */
  readonly name: string | undefined;
  readonly kind: string;
  /** The last day of its document, `YYYY-MM-DD`. */
  readonly date: string;
  readonly wording: Wording;
}

/** The later text first; of one day in the order of names and places. */
export function latestFirst(a: Statement, b: Statement): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.uri !== b.uri) return a.uri < b.uri ? 1 : -1;
  return b.index - a.index;
}

/** The registered marks of a collection by their words. */
export interface Statements extends Wordings {
  /** The parties that the documents of a series usually have. */
  readonly usualOf: (series: string | undefined) => string | undefined;
  /** Whether a mark stands in a thread with others. */
  readonly isJoined: (name: string) => boolean;
  /** The names of these marks and of all in one thread with them. */
  readonly along: (names: Iterable<string>) => ReadonlySet<string>;
  /** The same while all threads stay as they are. */
  readonly joints: () => object;
  /** The circle of a document as a whole. */
  readonly circleOf: (entry: Entry) => Circle;
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

/** Who reports an action says what happened, and takes no stand that a later text could repeat. */
const report = 'evidence';

interface Sheet {
  /** What the front matter and the relations say, and each mark, as texts: equal ones say the same. */
  readonly front: string;
  readonly prints: readonly string[];
  readonly statements: readonly Statement[];
  readonly said: string | undefined;
  readonly joints: readonly Joint[];
}

interface Reading extends Omit<Sheet, 'statements'> {
  readonly marks: readonly {
    readonly index: number;
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly by: string | undefined;
  }[];
}

/** How many are equal from the beginning, and of the rest from the end. */
function common(a: readonly string[], b: readonly string[]): { from: number; to: number } {
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a[from] === b[from]) from++;
  let to = 0;
  while (to < most - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  return { from, to };
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

function collecting({ kinds }: Codebook) {
  const words = wordings();
  const usual = usualParties();
  const sheets = new Map<string, Sheet>();
  const joined = threads();
  let state = {};
  // The last document that changed by itself, and what it saw before.
  let own: { readonly uri: string; readonly state: object } | undefined;
  const stateFor = (uri: string): object => (own?.uri === uri ? own.state : state);

  const circleOf = ({ uri, summary }: Entry): Circle => ({
    by: undefined,
    parties: sheets.get(uri)?.said ?? usual.of(summary.series),
    series: summary.series,
    title: summary.title,
  });

  const canBeSaidAgain = (kind: string) => kind !== report && kinds.get(kind)?.registered === true;

  function read(entry: Entry): Reading {
    const { summary } = entry;
    const actors = actorsIn(summary);
    const fragments = fragmentsIn(entry);
    const marks = summary.definitions.flatMap((definition, index) => {
      const { id, kind } = definition;
      if (!summary.date || !canBeSaidAgain(kind)) return [];
      const text = wordsOfMark(entry, definition, fragments.get(id) ?? []);
      return [{ index, id, kind, text, by: actors.byOf(index) }];
    });
    const { date, series, title } = summary;
    const joints = jointsIn(summary);
    const front = [date, series, title, actors.parties, joints.join(' ')].join('\n');
    const prints = marks.map(({ id, kind, text, by }) => [id, kind, by, text].join(' '));
    return { marks, front, prints, said: actors.parties, joints };
  }

  function enter(entry: Entry, now: Reading, old: Sheet | undefined): void {
    const kept = old?.front === now.front ? common(old.prints, now.prints) : { from: 0, to: 0 };
    const { own, date = '', series, title } = entry.summary;
    const last = now.marks.length - kept.to;
    const gone = old?.statements.slice(kept.from, old.statements.length - kept.to) ?? [];
    for (const statement of gone) words.remove(statement.wording, statement);
    const statements = now.marks.map(({ index, id, kind, text, by }, i): Statement => {
      const same = i < kept.from ? i : i - now.marks.length + (old?.statements.length ?? 0);
      const known = i < kept.from || i >= last ? old?.statements[same] : undefined;
      if (known) {
        known.index = index;
        return known;
      }
      const wording = words.enter(text);
      const name = id ? `${own}#${id}` : undefined;
      const { uri } = entry;
      // Whom a series usually binds may change later, so it is asked for when it counts.
      const parties = now.said;
      const made = { uri, index, name, kind, date, wording, by, parties, series, title };
      words.add(wording, made);
      return made;
    });
    sheets.set(entry.uri, { ...now, statements });
  }

  function change(before: Entry | undefined, after: Entry | undefined): void {
    const uri = (after ?? before)?.uri ?? '';
    const old = sheets.get(uri);
    const now = after && read(after);
    const isSame = old && now && old.front === now.front && isEqual(old.prints, now.prints);
    if (before) usual.count(before.summary.series, old?.said, -1);
    if (after) usual.count(after.summary.series, now?.said, 1);
    joined.replace(old?.joints ?? [], now?.joints ?? []);
    if (after && now) enter(after, now, old);
    else {
      for (const statement of old?.statements ?? []) words.remove(statement.wording, statement);
      sheets.delete(uri);
    }
    if (isSame) return;
    own = { uri, state: stateFor(uri) };
    state = {};
  }

  return {
    ...words,
    change,
    circleOf,
    usualOf: usual.of,
    along: joined.along,
    isJoined: joined.isJoined,
    joints: joined.state,
    stateFor,
  };
}
