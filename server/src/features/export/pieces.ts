import { isStatement } from '../../core/codebook/kinds.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { earlierFirst } from '../../core/threads/member.ts';
import { registerOf } from '../register/register.ts';
import type { RegisterRow } from '../register/row.ts';

/** What is asked for, and how the reader knows it. */
export interface Wanted {
  /**
   * The day the register is judged on, `YYYY-MM-DD`, where a snapshot does not say its own; without one nothing
   * is overdue.
   */
  readonly asOf: string | undefined;
  /** Names a file, given as URI, as the reader knows it: a path with `/`. */
  readonly fileOf: (uri: string) => string;
  /** Whether a document was asked for; what others say of it is read all the same. */
  readonly isAsked: (uri: string) => boolean;
}

/** A register as a text that comes piece by piece, in order. */
export interface RegisterText {
  readonly begin: string;
  /** Rows of one document that were asked for. */
  readonly rows: (rows: readonly RegisterRow[], snapshot: Snapshot) => string;
  readonly end: () => string;
  /** Whether evidence goes in too: it is registered, though it promises nothing. */
  readonly withEvidence?: boolean;
  /** Leaves out rows that such a text has no place for. */
  readonly takes?: (row: RegisterRow) => boolean;
}

/** All annotations as a text that comes document by document. */
export interface AnnotationText {
  readonly begin: string;
  readonly document: (entry: Entry, snapshot: Snapshot) => { text: string; marks: number };
  readonly end: () => string;
}

/** A piece of an export; one document has a piece or more. */
export interface ExportPiece {
  readonly text: string;
  /** How many marks it holds. */
  readonly marks: number;
  /** The document they are of; undefined for what stands before and after all documents. */
  readonly uri: string | undefined;
}

/** The register of a collection, as far as such a text takes it. */
export function* registerPieces(
  { rows: written, takes = () => true, withEvidence = false }: RegisterText,
  snapshot: Snapshot,
  { asOf, isAsked }: Wanted,
): Generator<ExportPiece> {
  const { codebook } = snapshot;
  const isTaken = (kind: string): boolean =>
    withEvidence ? !!codebook.kinds.get(kind)?.registered : isStatement(codebook, kind);
  for (const all of registerOf(snapshot, snapshot.asOf ?? asOf, { takes: isTaken })) {
    const rows = all.filter((row) => isAsked(row.uri) && takes(row));
    const text = rows.length ? written(rows, snapshot) : '';
    yield { text, marks: rows.length, uri: rows[0]?.uri };
  }
}

/** The annotations of a collection, in order of date. */
export function* annotationPieces(
  { document }: AnnotationText,
  snapshot: Snapshot,
  { isAsked }: Wanted,
): Generator<ExportPiece> {
  for (const entry of [...snapshot.entries.values()].sort(earlierFirst)) {
    const { text, marks } = isAsked(entry.uri) ? document(entry, snapshot) : nothing;
    yield { text, marks, uri: marks ? entry.uri : undefined };
  }
}

const nothing = { text: '', marks: 0 };
