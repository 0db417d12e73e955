import { type CancellationToken, type Connection, ProgressType } from 'vscode-languageserver';
import { colorOf } from '../core/codebook/color.ts';
import { stemOf } from '../core/snapshot/keys.ts';
import { type Entry, onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import {
  type Listed,
  type ListedMark,
  listedMarks,
  listingOf,
  type OutlinedMark,
  outlineOf,
} from '../features/register/listing.ts';
import type { Lines } from '../workspace/lines.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk } from './desk.ts';
import { inPieces } from './pieces.ts';
import type {
  RegisterDocumentShown,
  RegisterMark,
  RegisterMarkOutline,
  RegisterMarksParams,
  RegisterOutline,
  RegisterParams,
  RegisterSheet,
} from './register-shown.ts';
import { whenRead } from './when-read.ts';

const sheets = new ProgressType<readonly RegisterSheet[]>();
const outlines = new ProgressType<readonly RegisterOutline[]>();

/** The register of collections, as a whole and piece by piece. */
export function registerRegister(connection: Connection, desk: Desk): void {
  connection.onRequest(
    'readout/register',
    desk.answer('readout/register', async (params: RegisterParams, token) => {
      // Half of a collection would be taken for all of it.
      await whenRead(desk, token);
      const { uri, partialResultToken } = params;
      const all = sheetsOf(uri, listingOf, markShown, token);
      return inPieces(connection, sheets, partialResultToken, all);
    }),
  );

  connection.onRequest(
    'readout/registerOutline',
    desk.answer('readout/registerOutline', async (params: RegisterParams, token) => {
      await whenRead(desk, token);
      const { uri, partialResultToken } = params;
      const all = sheetsOf(uri, outlineOf, outlineShown, token);
      return inPieces(connection, outlines, partialResultToken, all);
    }),
  );

  connection.onRequest(
    'readout/registerMarks',
    desk.answer('readout/registerMarks', async ({ wanted }: RegisterMarksParams, token) => {
      const found: RegisterSheet[] = [];
      const pause = pacing(desk.pause);
      for (const { uri, marks } of wanted) {
        const sheet = desk.sheet(uri);
        const listed = sheet && listedMarks(sheet.snapshot, sheet.uri, marks);
        if (sheet && listed) {
          const shown = listed.marks.map(markShown(sheet.snapshot, sheet.lines));
          found.push({ ...documentShown(desk, sheet.snapshot, listed.entry), marks: shown });
        }
        await pause();
        if (token.isCancellationRequested) break;
      }
      return found;
    }),
  );

  /** Documents one after the other, with pauses; none any more once it was cancelled. */
  async function* sheetsOf<M extends OutlinedMark, S>(
    uri: string | undefined,
    list: (snapshot: Snapshot) => Iterable<Listed<M> | undefined>,
    shown: (snapshot: Snapshot, lines: Lines) => (mark: M) => S,
    token: CancellationToken,
  ): AsyncGenerator<RegisterDocumentShown & { readonly marks: readonly S[] }> {
    const pause = pacing(desk.pause);
    for (const snapshot of desk.snapshots(uri)) {
      const [first] = snapshot.entries.keys();
      if (first === undefined) continue;
      const dated = onDay(snapshot, desk.asOf(first));
      for (const listed of list(dated)) {
        const lines = listed?.marks.length && desk.linesOf(dated, listed.entry.uri);
        if (lines) {
          const marks = listed.marks.map(shown(dated, lines));
          yield { ...documentShown(desk, dated, listed.entry), marks };
        }
        await pause();
        if (token.isCancellationRequested) return;
      }
    }
  }
}

function documentShown(
  desk: Desk,
  { codebook }: Snapshot,
  { uri, summary }: Entry,
): RegisterDocumentShown {
  const { title = stemOf(uri), date, series } = summary;
  const called = series && (codebook.series.get(series)?.names[0] ?? series);
  return {
    uri: desk.theirs(uri),
    title,
    ...(date && { date }),
    ...(called && { series: called }),
  };
}

const outlineShown =
  (snapshot: Snapshot) =>
  ({ index, kind, status, dueBy }: OutlinedMark): RegisterMarkOutline => ({
    ...{ index, kind, color: colorOf(snapshot.codebook, kind), status, dueBy },
  });

/** Written out: what is undefined is not sent, and spreading objects takes far longer where there are so many. */
const markShown =
  (snapshot: Snapshot, lines: Lines) =>
  ({
    index,
    span,
    name,
    kind,
    words,
    actors,
    verb,
    due,
    dueBy,
    status,
  }: ListedMark): RegisterMark => {
    const color = colorOf(snapshot.codebook, kind);
    const range = lines.range(span);
    return { index, range, name, kind, color, status, words, actors, verb, due, dueBy };
  };
