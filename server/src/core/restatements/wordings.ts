import type { NameIndex } from '../names/automaton.ts';
import { likeEnough, longer } from './likeness.ts';
import { type Passage, readPassage } from './passage.ts';
import { readRuns } from './runs.ts';
import type { Statement } from './statements.ts';

/** The words of marks that say the same, letter for letter, and the marks. */
export interface Wording {
  readonly text: string;
  /** Its words that count, each with how often; and its runs, each once. */
  readonly terms: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float64Array;
  readonly weight: number;
  readonly length: number;
  readonly runs: readonly number[];
  /** The weight of its runs that makes it worth a look: two good ones, or a part of a short text. */
  readonly needed: number;
  /** The marks by the actors under their `by`, those without under the empty one; the earliest first. */
  readonly statements: Map<string, Statement[]>;
  /** The document that holds all of them; empty where several do. */
  only: string;
  /** What a search has found of it so far, and which search that was. */
  found: number;
  round: number;
}

export type Wordings = Omit<ReturnType<typeof wordings>, 'enter' | 'add' | 'remove'>;

/** A run that stands in more wordings than this, and in more than some eighth of all, tells nothing. */
const commonRun = 64;
const commonShare = 8;

const enough = 1.2;
const shareNeeded = 0.4;

/** What reading names and persons may change in how like two passages are. */
const slack = 0.1;

// A clause that is like so many wordings is made of what they all share.
const few = 8;
const near = 0.1;
const many = 20;

/** An index of wordings by their runs of words. */
export function wordings() {
  const byText = new Map<string, Wording>();
  const byRun = new Map<number, Wording[]>();
  let round = 0;
  // The words of the stretch that is searched, by their numbers: how often, and in which search.
  let counts = new Int32Array(1 << 14);
  let rounds = new Int32Array(1 << 14);
  let weight = 0;
  let length = 0;
  let most = commonRun;
  let found: Wording[] = [];

  function enter(text: string): Wording {
    const known = byText.get(text);
    if (known) return known;
    const made = wordingOf(text);
    byText.set(text, made);
    for (const run of made.runs) {
      const list = byRun.get(run);
      if (list) list.push(made);
      else byRun.set(run, [made]);
    }
    return made;
  }

  function add(wording: Wording, statement: Statement): void {
    const { statements } = wording;
    const { by = '' } = statement;
    wording.only = statements.size && wording.only !== statement.uri ? '' : statement.uri;
    const same = statements.get(by);
    if (same) same.splice(1 + lastNotAfter(same, statement.date), 0, statement);
    else statements.set(by, [statement]);
  }

  function remove(wording: Wording, statement: Statement): void {
    const { statements } = wording;
    const { by = '' } = statement;
    const rest = statements.get(by)?.filter((one) => one !== statement) ?? [];
    if (rest.length) statements.set(by, rest);
    else statements.delete(by);
    if (statements.size) {
      wording.only = onlyOf(wording);
      return;
    }
    byText.delete(wording.text);
    for (const run of wording.runs) {
      const rest = byRun.get(run)?.filter((one) => one !== wording) ?? [];
      if (rest.length) byRun.set(run, rest);
      else byRun.delete(run);
    }
  }

  const reader = {
    word: (term: number, own: number) => {
      if (term >= counts.length) {
        counts = grown(counts, term);
        rounds = grown(rounds, term);
      }
      if (rounds[term] !== round) {
        rounds[term] = round;
        counts[term] = 0;
      }
      counts[term] = (counts[term] as number) + 1;
      weight += own;
      length++;
    },
    run: (run: number, own: number) => {
      const list = byRun.get(run);
      if (!list || list.length > most) return;
      for (const wording of list) {
        if (wording.round !== round) {
          wording.round = round;
          wording.found = 0;
        }
        const before = wording.found;
        wording.found += own;
        if (before < wording.needed && wording.found >= wording.needed) found.push(wording);
      }
    },
  };

  /** The wordings that share enough runs with a stretch of a text to be looked at. */
  function touched(text: string, from: number, to: number): readonly Wording[] {
    found = [];
    if (!byRun.size) return found;
    round++;
    weight = 0;
    length = 0;
    most = Math.max(commonRun, 2 ** Math.floor(Math.log2(byText.size)) / commonShare);
    readRuns(text, from, to, reader);
    return found;
  }

  /** How like a wording is to the stretch that was searched last, as its words tell; 0 for too little. */
  function likeness(wording: Wording): number {
    let common = 0;
    for (let i = 0; i < wording.terms.length; i++) {
      const term = wording.terms[i] as number;
      if (rounds[term] !== round) continue;
      const both = Math.min(counts[term] as number, wording.counts[i] as number);
      common += both * (wording.weights[i] as number);
    }
    const least = Math.min(weight, wording.weight);
    const overlap = common / least;
    const isPart = length > longer * wording.length || wording.length > longer * length;
    const dice = isPart ? overlap : (2 * common) / (weight + wording.weight);
    const score = (overlap + dice) / 2;
    return score >= likeEnough(least) - slack ? score : 0;
  }

  /**
   * The wordings that may be like a clause of the document `uri`, from what their words and runs tell. Where many are,
   * only those as like as the best one; where these are many still, none: it is a turn of phrase.
   */
  function search(text: string, from: number, to: number, uri: string): readonly Wording[] {
    let like = touched(text, from, to).filter((wording) => {
      wording.found = likeness(wording);
      return wording.found > 0 && wording.only !== uri;
    });
    if (like.length > few) {
      const best = like.reduce((most, one) => Math.max(most, one.found), 0);
      like = like.filter((one) => one.found >= best - near);
    }
    return like.length > many ? [] : like;
  }

  return {
    enter,
    add,
    remove,
    search,
    size: () => byText.size,
  };
}

function onlyOf({ statements }: Wording): string {
  const uris = new Set([...statements.values()].flatMap((group) => group.map(({ uri }) => uri)));
  return uris.size === 1 ? ([...uris][0] as string) : '';
}

/** The index of the last statement of that day or before it, or -1. */
function lastNotAfter(statements: readonly Statement[], date: string): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle] as Statement).date <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function grown(numbers: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * index);
  longer.set(numbers);
  return longer;
}

function wordingOf(text: string): Wording {
  const terms = new Map<number, { count: number; weight: number }>();
  const runs = new Map<number, number>();
  let weight = 0;
  let length = 0;
  readRuns(text, 0, text.length, {
    word: (term, own) => {
      const known = terms.get(term);
      if (known) known.count++;
      else terms.set(term, { count: 1, weight: own });
      weight += own;
      length++;
    },
    run: (run, own) => runs.set(run, own),
  });
  let all = 0;
  for (const own of runs.values()) all += own;
  const values = [...terms.values()];
  return {
    text,
    terms: Int32Array.from(terms.keys()),
    counts: Int32Array.from(values, ({ count }) => count),
    weights: Float64Array.from(values, (one) => one.weight),
    weight,
    length,
    runs: [...runs.keys()],
    needed: Math.min(enough, shareNeeded * all),
    statements: new Map(),
    only: '',
    found: 0,
    round: 0,
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
