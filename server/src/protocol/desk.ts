import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Lines } from '../workspace/lines.ts';
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
  /** A URI as the client spells it. */
  readonly theirs: (uri: string) => string;
  /** What the person has set for a file. */
  readonly settings: (uri: string) => Settings;
  /** The day due dates of a file are judged against, `YYYY-MM-DD`. */
  readonly asOf: (uri: string) => string;
  /** Whether links in hovers may run our client's commands. */
  readonly runsCommands: () => boolean;
  readonly log: (line: string) => void;
  /**
   * Wraps a handler: a cancelled request is answered with the protocol's error, and a feature that
   * throws is logged and answered with an error of its own, while the others go on.
   */
  readonly answer: <P, R>(
    name: string,
    handle: (params: P) => R,
  ) => (params: P, token: CancellationToken) => R | ResponseError<void>;
}

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
  readonly runsCommands: () => boolean;
  readonly log: (line: string) => void;
}

export function createDesk({ ours, active, standing, today, ...parts }: DeskParts): Desk {
  return {
    ...parts,
    asOf: (uri) => parts.settings(uri).asOf || today(),
    sheet: (given) => {
      const uri = ours(given);
      const snapshot = parts.workspace.snapshotOf(uri);
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
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
      }
      if (!namesFile(params)) {
        return new ResponseError(ErrorCodes.InvalidParams, `${name} needs the URI of a document.`);
      }
      try {
        return handle(params);
      } catch (error) {
        parts.log(`${name} failed: ${(error as Error).stack}`);
        const message = `Readout could not answer ${name}: ${(error as Error).message}`;
        return new ResponseError(ErrorCodes.InternalError, message);
      }
    },
  };
}

const outOfTurn = (standing: Exclude<Standing, 'serving'>): ResponseError<void> =>
  standing === 'early'
    ? new ResponseError(ErrorCodes.ServerNotInitialized, 'Readout has not been initialized yet.')
    : new ResponseError(ErrorCodes.InvalidRequest, 'Readout has been shut down.');

/** Whether a request that should name a document does so; other requests have nothing to name. */
function namesFile(params: unknown): boolean {
  if (typeof params !== 'object' || params === null) return false;
  const named =
    'textDocument' in params ? (params.textDocument as { uri?: unknown } | null) : params;
  const uri = named && 'uri' in named ? named.uri : undefined;
  return typeof uri === 'string' || !('textDocument' in params || 'uri' in params);
}

/** The offset of a request's position in its file. */
export const offsetAt = (sheet: Sheet, position: Position): number => sheet.lines.offset(position);
