import type { Codebook } from '../codebook/codebook.ts';
import { keeping } from '../snapshot/kept.ts';
import { fragmentsIn, wordsOfMark } from '../snapshot/mark-words.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
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

/** The registered marks of a collection by their words. */
export interface Statements extends Wordings {
  /** The parties that the documents of a series usually have. */
  readonly usualOf: (series: string | undefined) => string | undefined;
  /** The names of these marks and of all in one thread with them. */
  readonly thread: (names: Iterable<string>) => ReadonlySet<string>;
  /** The circle of a document as a whole. */
  readonly circleOf: (entry: Entry) => Circle;
  /** The same while no document has changed what it says of itself, or its registered marks. */
  readonly state: () => object;
}

/** The registered marks of a collection, true to this snapshot; it takes in only what has changed. */
export const statementsOf: (snapshot: Snapshot) => Statements = keeping({
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
  readonly print: string;
  readonly statements: readonly Statement[];
  readonly said: string | undefined;
  readonly joints: readonly Joint[];
}

function collecting({ kinds }: Codebook) {
  const words = wordings();
  const usual = usualParties();
  const sheets = new Map<string, Sheet>();
  const joined = threads();
  let state = {};

  const circleOf = ({ uri, summary }: Entry): Circle => ({
    by: undefined,
    parties: sheets.get(uri)?.said ?? usual.of(summary.series),
    series: summary.series,
    title: summary.title,
  });

  const canBeSaidAgain = (kind: string) => kind !== report && kinds.get(kind)?.registered === true;

  /** Registered marks with what tells them, as one text: equal texts say that nothing has changed. */
  function read(entry: Entry) {
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
    const print = [
      ...[date, series, title, actors.parties, joints.join(' ')],
      ...marks.map(({ id, kind, text, by }) => [id, kind, by, text].join(' ')),
    ].join('\n');
    return { marks, print, said: actors.parties, joints };
  }

  function enter(entry: Entry, { marks, print, said, joints }: ReturnType<typeof read>): void {
    const { own, date = '', series, title } = entry.summary;
    const statements = marks.map(({ index, id, kind, text, by }): Statement => {
      const wording = words.enter(text);
      const name = id ? `${own}#${id}` : undefined;
      const { uri } = entry;
      // Whom a series usually binds may change later, so it is asked for when it counts.
      const made = { uri, index, name, kind, date, wording, by, parties: said, series, title };
      words.add(wording, made);
      return made;
    });
    sheets.set(entry.uri, { print, statements, said, joints });
    joints.forEach(joined.join);
  }

  function change(before: Entry | undefined, after: Entry | undefined): void {
    const uri = (after ?? before)?.uri ?? '';
    const old = sheets.get(uri);
    const now = after && read(after);
    if (old && now && old.print === now.print) {
      for (const [i, statement] of old.statements.entries()) {
        statement.index = now.marks[i]?.index ?? -1;
      }
      return;
    }
    if (before) usual.count(before.summary.series, old?.said, -1);
    if (after) usual.count(after.summary.series, now?.said, 1);
    for (const statement of old?.statements ?? []) words.remove(statement.wording, statement);
    old?.joints.forEach(joined.part);
    sheets.delete(uri);
    if (after && now) enter(after, now);
    state = {};
  }

  return {
    ...words,
    change,
    circleOf,
    usualOf: usual.of,
    thread: joined.along,
    state: () => state,
  };
}
