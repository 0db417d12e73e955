import type { Connection } from 'vscode-languageserver';
import { stemOf } from '../core/snapshot/keys.ts';
import { type Member, statusOfMember } from '../core/threads/member.ts';
import { driftOf, type Taken } from '../core/threads/series.ts';
import { compareVersions, versionsOf } from '../core/threads/versions.ts';
import { changesInWords } from '../features/changes.ts';
import { comparables, issued } from '../features/compared.ts';
import { unmarked } from '../features/next-unmarked.ts';
import { threadAt } from '../features/thread.ts';
import { type Desk, offsetAt, type Sheet } from './desk.ts';
import type {
  ComparableShown,
  DriftShown,
  IssuedText,
  MemberShown,
  PlaceParams,
  TakenShown,
  ThreadShown,
  VersionsShown,
} from './requests.ts';
import type { UriParams } from './uri-params.ts';

/** What became of what was said: threads, series, versions, and what is not marked yet. */
export function registerFollowing(connection: Connection, desk: Desk): void {
  const onFile = <P extends UriParams>(
    method: string,
    make: (sheet: Sheet, params: P) => object | null,
  ) =>
    connection.onRequest(
      method,
      desk.answer(method, (params: P): object | null => {
        const sheet = desk.sheet(params.uri);
        return sheet ? make(sheet, params) : null;
      }),
    );

  onFile<PlaceParams>('readout/thread', (sheet, { position }): ThreadShown | null => {
    const { snapshot, uri } = sheet;
    const thread = threadAt(snapshot, uri, offsetAt(sheet, position));
    if (!thread) return null;
    const { members, steps } = thread;
    return {
      members: members.map((member) => shown(sheet, member)),
      steps: steps.map(({ via, from, to, difference }) => ({
        ...{ relation: via, from, to, words: difference.words },
        changes: changesInWords(
          ...[difference, members[to] as Member, members[from] as Member, snapshot.codebook],
        ),
      })),
    };
  });

  onFile('readout/series', (sheet): DriftShown[] | null => {
    const series = sheet.snapshot.entries.get(sheet.uri)?.summary.series;
    if (!series) return null;
    return driftOf(sheet.snapshot, series).map((drift) => ({
      uri: desk.theirs(drift.entry.uri),
      title: titleOf(drift.entry),
      ...langOf(drift.entry),
      date: drift.entry.summary.date ?? '',
      carried: drift.carried.map((taken) => shownTaken(sheet, taken)),
      reworded: drift.reworded.map((taken) => shownTaken(sheet, taken)),
      fresh: drift.fresh.map((member) => shown(sheet, member)),
      dropped: drift.dropped.map((member) => shown(sheet, member)),
    }));
  });

  onFile('readout/versions', (sheet): VersionsShown[] | null => {
    const { snapshot } = sheet;
    const here = snapshot.entries.get(sheet.uri);
    if (!here) return null;
    return versionsOf(snapshot, here).map((there) => {
      const { both, onlyHere, onlyThere } = compareVersions(snapshot, here, there);
      return {
        uri: desk.theirs(there.uri),
        both: both.map((pair) => ({
          here: shown(sheet, pair.here),
          there: shown(sheet, pair.there),
        })),
        onlyHere: onlyHere.map((member) => shown(sheet, member)),
        onlyThere: onlyThere.map((member) => shown(sheet, member)),
      };
    });
  });

  onFile('readout/comparables', ({ snapshot, uri }): ComparableShown[] | null => {
    const found = comparables(snapshot, uri);
    if (!found) return null;
    return found.map(({ entry, is }) => {
      const { date } = entry.summary;
      return { uri: desk.theirs(entry.uri), title: titleOf(entry), ...(date && { date }), is };
    });
  });

  onFile('readout/issued', ({ snapshot, uri }): IssuedText | null => {
    const text = issued(snapshot, uri);
    return text === undefined ? null : { text };
  });

  onFile('readout/unmarked', ({ snapshot, uri, lines }) => {
    return unmarked(snapshot, uri)?.map(lines.range) ?? null;
  });

  function shown({ snapshot }: Sheet, member: Member): MemberShown {
    const { entry, definition, name, words } = member;
    const status = statusOfMember(snapshot, member)?.is;
    const { from, to, kind } = definition;
    const range = desk.linesOf(snapshot, entry.uri)?.range({ from, to }) ?? nowhere;
    const { date } = entry.summary;
    const uri = desk.theirs(entry.uri);
    return {
      uri,
      range,
      kind,
      ...(status && { status }),
      words,
      title: titleOf(entry),
      ...(name && { name }),
      ...(date && { date }),
      ...langOf(entry),
    };
  }

  function shownTaken(sheet: Sheet, { member, from, difference }: Taken): TakenShown {
    return {
      member: shown(sheet, member),
      from: shown(sheet, from),
      words: difference.words,
      changes: changesInWords(difference, from, member, sheet.snapshot.codebook),
    };
  }
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const langOf = ({ summary: { lang } }: Member['entry']) => (lang ? { lang } : {});

const titleOf = ({ uri, summary }: Member['entry']): string => summary.title ?? stemOf(uri);
