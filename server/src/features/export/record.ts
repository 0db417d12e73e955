import { shownName } from '../../core/snapshot/summary.ts';
import type { RegisterActor, RegisterRow, RegisterVerb } from '../register/row.ts';

/** A mark as it is handed in: every field is always there, so that a table of many has the same columns throughout. */
export interface MarkRecord {
  readonly name: string | null;
  readonly kind: string;
  readonly words: string;
  readonly document: DocumentRecord;
  /** UTF-16 offsets of the words in the file. */
  readonly start: number;
  readonly end: number;
  readonly actors: readonly RegisterActor[];
  readonly says: readonly RegisterActor[];
  readonly to: readonly RegisterActor[];
  readonly verb: VerbRecord | null;
  /** The verb that says how firm it is: what `verb` reports, where it reports something. */
  readonly force: VerbRecord | null;
  readonly due: string | null;
  readonly due_by: string | null;
  readonly deadlines: readonly string[];
  readonly conditions: readonly string[];
  readonly lights: LightsRecord | null;
  readonly status: string | null;
  readonly status_reason: string | null;
  readonly scores: readonly { readonly actor: string | null; readonly score: number }[];
  readonly relations: readonly { readonly relation: string; readonly to: string }[];
  readonly later: readonly LaterRecord[];
  readonly links: number;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

export interface DocumentRecord {
  readonly key: string | null;
  readonly file: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly series: string | null;
}

export interface VerbRecord {
  readonly lemma: string;
  readonly ladder: string;
  readonly rung: number;
}

export interface LaterRecord {
  readonly relation: string;
  /** As it reads from the other side: `reaffirmed by`. */
  readonly inverse: string;
  readonly from: readonly string[];
}

type LightsRecord = Readonly<Record<'actor' | 'deliverable' | 'timeframe' | 'force', string>>;

/** A row of the register as a record; `fileOf` names a file as the reader knows it. */
export function recordOf(row: RegisterRow, fileOf: (uri: string) => string): MarkRecord {
  const { document, status, verb } = row;
  return {
    name: row.name ?? null,
    kind: row.kind,
    words: row.words,
    document: {
      key: document.key ?? null,
      file: fileOf(row.uri),
      title: document.title ?? null,
      date: document.date ?? null,
      series: document.series ?? null,
    },
    start: row.span.from,
    end: row.span.to,
    actors: row.actors.map(actor),
    says: row.says.map(actor),
    to: row.to.map(actor),
    verb: verbOf(verb),
    force: verbOf(row.force ?? verb),
    due: row.due ?? null,
    due_by: row.dueBy ?? null,
    deadlines: row.deadlines,
    conditions: row.conditions,
    lights: lightsOf(row),
    status: status?.is ?? null,
    status_reason: status?.words ?? null,
    scores: (status?.scores ?? []).map((one) => ({
      actor: one.actor ?? null,
      score: Number(one.score),
    })),
    relations: row.relations.map(({ via, name }) => ({
      relation: via,
      to: shownName(name, fileOf),
    })),
    later: row.later.map(({ via, words, names }) => ({
      relation: via,
      inverse: words,
      from: names.map((name) => shownName(name, fileOf)),
    })),
    links: row.links,
    attributes: row.attributes.map(({ key, value }) => ({ key, value })),
  };
}

const actor = ({ id, name }: RegisterActor): RegisterActor => ({ id, name });

const verbOf = (verb: RegisterVerb | undefined): VerbRecord | null =>
  verb ? { lemma: verb.lemma, ladder: verb.ladder, rung: verb.rung } : null;

function lightsOf({ lights }: RegisterRow): LightsRecord | null {
  if (!lights.length) return null;
  const is = (name: keyof LightsRecord) => lights.find((one) => one.name === name)?.is ?? 'unknown';
  return {
    actor: is('actor'),
    deliverable: is('deliverable'),
    timeframe: is('timeframe'),
    force: is('force'),
  };
}
