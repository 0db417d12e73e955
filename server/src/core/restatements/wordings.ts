import type { NameIndex } from '../names/automaton.ts';
import { type Passage, readPassage } from './passage.ts';
import { visitRuns } from './runs.ts';
import type { Statement } from './statements.ts';

/** The words of marks that say the same, letter for letter, and the marks. */
export interface Wording {
  readonly text: string;
  /** Its runs, each once. */
  readonly runs: readonly number[];
  /** The weight of its runs that makes it worth a look: two good ones, or most of a short text. */
  readonly needed: number;
  readonly statements: Set<Statement>;
  /** What a search has found of it so far. */
  found: number;
  round: number;
}

export type Wordings = Omit<ReturnType<typeof wordings>, 'enter' | 'add' | 'remove'>;

/** A run that stands in more wordings than this, and in more than an eighth of all, tells nothing. */
const commonRun = 64;
const commonShare = 8;
const enough = 1.2;
const shareNeeded = 0.3;

/** An index of wordings by their runs of words. */
export function wordings() {
  const byText = new Map<string, Wording>();
  const byRun = new Map<number, Wording[]>();
  let round = 0;

  function enter(text: string): Wording {
    const known = byText.get(text);
    if (known) return known;
    const runs = new Map<number, number>();
    visitRuns(text, 0, text.length, (run, weight) => runs.set(run, weight));
    let weight = 0;
    for (const own of runs.values()) weight += own;
    const needed = Math.min(enough, shareNeeded * weight);
    const made: Wording = {
      ...{ text, needed, runs: [...runs.keys()], statements: new Set<Statement>() },
      ...{ found: 0, round: 0 },
    };
    byText.set(text, made);
    for (const run of made.runs) {
      const list = byRun.get(run);
      if (list) list.push(made);
      else byRun.set(run, [made]);
    }
    return made;
  }

  function remove(wording: Wording, statement: Statement): void {
    wording.statements.delete(statement);
    if (wording.statements.size) return;
    byText.delete(wording.text);
    for (const run of wording.runs) {
      const rest = byRun.get(run)?.filter((one) => one !== wording) ?? [];
      if (rest.length) byRun.set(run, rest);
      else byRun.delete(run);
    }
  }

  /** The wordings that share enough runs with a stretch of a text to be compared with it. */
  function search(text: string, from: number, to: number): Wording[] {
    const found: Wording[] = [];
    if (!byRun.size) return found;
    round++;
    const most = Math.max(commonRun, byText.size / commonShare);
    visitRuns(text, from, to, (run, weight) => {
      const list = byRun.get(run);
      if (!list || list.length > most) return;
      for (const wording of list) {
        if (wording.round !== round) {
          wording.round = round;
          wording.found = 0;
        }
        const before = wording.found;
        wording.found += weight;
        if (before < wording.needed && wording.found >= wording.needed) found.push(wording);
      }
    });
    return found;
  }

  return {
    enter,
    add: (wording: Wording, statement: Statement) => void wording.statements.add(statement),
    remove,
    search,
    size: () => byText.size,
  };
}

const read = new WeakMap<Wording, { names: NameIndex<string>; passage: Passage }>();

/** A wording read for comparing. */
export function passageOf(wording: Wording, names: NameIndex<string>): Passage {
  const known = read.get(wording);
  if (known?.names === names) return known.passage;
  const passage = readPassage(wording.text, names);
  read.set(wording, { names, passage });
  return passage;
}
