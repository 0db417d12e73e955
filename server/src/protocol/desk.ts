import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { type Lines, NoPosition } from '../workspace/lines.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LinesOf } from './lines.ts';
import type { Settings } from './settings.ts';

/** What a request works on: one snapshot, one file of it. */
export interface Sheet {
  readonly snapshot: Snapshot;
  /** In our spelling. */
  readonly uri: string;
  readonly lines: Lines;
  readonly version: number | undefined;
}

/** What every request handler needs. */
export interface Desk {
  readonly workspace: Workspace;
  /** The file of a request, or undefined where it is not known. */
  readonly sheet: (uri: string) => Sheet | undefined;
  /** The lines of any file of a snapshot. */
  readonly linesOf: LinesOf;
  /** A URI as we spell it. */
  readonly ours: (uri: string) => string;
  /** A URI as the client spells it. */
  readonly theirs: (uri: string) => string;
  /** The collection that a document or a folder belongs to, as it is now; without one all that are open. */
  readonly snapshots: (uri?: string) => readonly Snapshot[];
  /** What the person has set for a file. */
  readonly settings: (uri: string) => Settings;
  /** The day due dates of a file are judged against, `YYYY-MM-DD`. */
  readonly asOf: (uri: string) => string;
  /** Whether links in hovers may run our client's commands. */
  readonly runsCommands: () => boolean;
  readonly log: (line: string) => void;
  /** Lets other work run, so that a cancellation can arrive; called between pieces of a long answer. */
  readonly pause: () => Promise<void>;
  /** Comes true when what was told of files so far has been taken in. */
  readonly heard: () => Promise<void>;
  /** The same number while nothing in any collection changes. */
  readonly edition: () => number;
  /**
   * Wraps a handler: a cancelled request is answered with the protocol's error, also when it was
   * cancelled meanwhile; one whose document was changed meanwhile, with that for modified content. A
   * feature that throws is logged and answered with an error of its own, while the others go on.
   */
  readonly answer: <P, R>(
    name: string,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Answer<R> | Promise<Answer<R>>;
}

type Answer<R> = R | ResponseError<void>;

/** Before the client has said hello, while it is served, after it has said goodbye. */
export type Standing = 'early' | 'serving' | 'over';

export interface DeskParts {
  readonly standing: () => Standing;
  /** Called for each request, so that background work can wait. */
  readonly active: () => void;
  readonly workspace: Workspace;
  readonly linesOf: LinesOf;
  readonly ours: (uri: string) => string;
  readonly theirs: (uri: string) => string;
  readonly settings: (uri: string) => Settings;
  readonly today: () => string;
  readonly pause: () => Promise<void>;
  readonly heard: () => Promise<void>;
  readonly edition: () => number;
  readonly runsCommands: () => boolean;
  readonly log: (line: string) => void;
}

export function createDesk({ active, standing, today, ...parts }: DeskParts): Desk {
  const { ours } = parts;
  return {
    ...parts,
    asOf: (uri) => parts.settings(uri).asOf || today(),
    snapshots: (uri) => {
      const { workspace } = parts;
      if (uri === undefined) return [...workspace.snapshots()];
      const folder = workspace.collectionOf(ours(uri).replace(/\/$/, ''));
      return folder === undefined ? [] : [workspace.snapshotOf(`${folder}/`)];
    },
    sheet: (given) => {
      const uri = ours(given);
      const snapshot = onDay(parts.workspace.snapshotOf(uri), parts.settings(uri).asOf || today());
      const lines = parts.linesOf(snapshot, uri);
      return (
        lines && {
          snapshot,
          uri,
          lines,
          version: snapshot.entries.get(uri)?.version,
        }
      );
    },
    answer: (name, handle) => (params, token) => {
      active();
      const standingNow = standing();
      if (standingNow !== 'serving') return outOfTurn(standingNow);
      const cancelled = () =>
        new ResponseError<void>(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
      if (token.isCancellationRequested) return cancelled();
      const named = namedFile(params);
      if (named === 'missing') {
        return new ResponseError(ErrorCodes.InvalidParams, `${name} needs the URI of a document.`);
      }
      const failed = (error: unknown) => {
        if (error instanceof NoPosition) {
          return new ResponseError<void>(ErrorCodes.InvalidParams, error.message);
        }
        parts.log(`${name} failed: ${(error as Error)?.stack ?? error}`);
        const message = `Readout could not answer ${name}: ${(error as Error)?.message ?? error}`;
        return new ResponseError<void>(ErrorCodes.InternalError, message);
      };
      const versionNow = () => named && parts.workspace.bufferOf(ours(named))?.version;
      const version = versionNow();
      try {
        const answer = handle(params, token);
        if (!(answer instanceof Promise)) return answer;
        return answer.then(
          (late) => {
            if (token.isCancellationRequested) return cancelled();
            return versionNow() === version ? late : outdated(name);
          },
          (error) => (token.isCancellationRequested ? cancelled() : failed(error)),
        );
      } catch (error) {
        return failed(error);
      }
    },
  };
}

const outdated = (name: string): ResponseError<void> =>
  new ResponseError(
    LSPErrorCodes.ContentModified,
    `The text was changed before ${name} was ready.`,
  );

const outOfTurn = (standing: Exclude<Standing, 'serving'>): ResponseError<void> =>
  standing === 'early'
    ? new ResponseError(ErrorCodes.ServerNotInitialized, 'Readout has not been initialized yet.')
    : new ResponseError(ErrorCodes.InvalidRequest, 'Readout has been shut down.');

/** The document a request is about; undefined where it is about none, `missing` where it should be. */
function namedFile(params: unknown): string | 'missing' | undefined {
  if (typeof params !== 'object' || params === null) return 'missing';
  const named =
    'textDocument' in params ? (params.textDocument as { uri?: unknown } | null) : params;
  const uri = named && typeof named === 'object' && 'uri' in named ? named.uri : undefined;
  if (typeof uri === 'string') return uri;
  return 'textDocument' in params || 'uri' in params ? 'missing' : undefined;
}

/** The offset of a request's position in its file. */
export const offsetAt = (sheet: Sheet, position: Position): number => sheet.lines.offset(position);
