import type { Diagnostic } from 'vscode-languageserver';
import { t } from '../core/language.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { findingsIn } from '../features/actions/fixes.ts';
import { prepare } from '../features/index/prepare.ts';
import { codebookFindings, findingsOf, warnsWider } from '../rules/findings.ts';
import { grouped } from '../rules/grouped.ts';
import { unreadableFinding } from '../rules/unreadable.ts';
import type { Lines } from '../workspace/lines.ts';
import type { Buffer, Workspace } from '../workspace/workspace.ts';
import { diagnostic, type Shown } from './convert.ts';
import { merged, movedTo, type Placed } from './held.ts';
import type { LinesOf } from './lines.ts';
import type { Settings } from './settings.ts';
import { unchangedFrom } from './unchanged.ts';
import { early, heldWhileTyped, type Read, searching } from './when-found.ts';

/** Sends the findings of one file; `version` only where it is open. */
export type Send = (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => void;

export interface PublisherHost {
  readonly send: Send;
  /** Runs a piece of work soon, after what is waiting. */
  readonly soon: (work: () => void) => void;
  readonly log: (line: string) => void;
  /** Whether a file is being typed in, so that its findings are asked for when the keys pause. */
  readonly isTyped: (uri: string) => boolean;
  /** Called when no file waits for its findings any more. */
  readonly rested: () => void;
  /** The day that due dates of a file are judged against, `YYYY-MM-DD`. */
  readonly asOf: (uri: string) => string;
  /** What the person has set for a file. */
  readonly settings: (uri: string) => Settings;
  /** A URI as the client spells it. */
  readonly theirs: (uri: string) => string;
  /** The address of a finding's page. */
  readonly pageOf: (code: string) => string | undefined;
}

export type Publisher = ReturnType<typeof createPublisher>;

/** Never more of one file at once: an editor with more is of no use, and the last one says so. */
const most = 1000;

/** What was last sent of an open file, and what it was made of. */
interface Sent extends Placed, Read {}

/** How many documents are made ready at once for the findings of open ones. */
const piece = 16;

/** How many may be made ready while somebody types: what has changed in the meantime, not a collection. */
const few = 8;

/** How long one piece of background work may take, in milliseconds. */
const pieceTime = 4;

/**
 * Publishes findings: of a document that was opened or changed always and at once, of others when
 * their list has changed, in the background, and never a first list that is empty.
 */
export function createPublisher(workspace: Workspace, linesOf: LinesOf, host: PublisherHost) {
  const waiting = new Set<string>();
  /** What tells apart what was last sent of closed files. */
  const prints = new Map<string, string>();
  /** What was last sent of open files. */
  const sent = new Map<string, Sent>();
  /** The collections whose open documents get all their findings at once. */
  const prepared = new WeakSet<object>();
  let scheduled = false;

  /** Publishes all that is found in a file; where it is no news, only if `always`. */
  function publish(uri: string, always: boolean): void {
    waiting.delete(uri);
    const buffer = workspace.bufferOf(uri);
    if (buffer) publishOpen(buffer, collect(uri, true), always);
    else publishClosed(uri, collect(uri, false), always);
  }

  function publishOpen(buffer: Buffer, found: readonly Diagnostic[], always: boolean): void {
    const { uri, version } = buffer;
    const before = sent.get(uri)?.diagnostics ?? [];
    const diagnostics = unchangedFrom(before, found);
    sent.set(uri, { ...readNow(buffer), diagnostics });
    prints.set(uri, 'open');
    const isNews =
      diagnostics.length !== before.length || diagnostics.some((one, i) => one !== before[i]);
    if (always || isNews) host.send(uri, version, diagnostics);
  }

  function publishClosed(uri: string, diagnostics: Diagnostic[], always: boolean): void {
    sent.delete(uri);
    const print = fingerprint(diagnostics);
    const isNews = print !== (prints.get(uri) ?? '');
    if (print === '') prints.delete(uri);
    else prints.set(uri, print);
    if (always || isNews) host.send(uri, undefined, diagnostics);
  }

  /** An open text as it is read now. */
  function readNow({ uri, text }: Buffer): Omit<Sent, 'diagnostics'> {
    const snapshot = workspace.snapshotOf(uri);
    const { codebook, definitions, entries } = snapshot;
    const lines = linesOf(snapshot, uri) ?? noLines;
    return { text, lines, document: entries.get(uri)?.document, codebook, definitions };
  }

  /** Publishes at once what is found in a text that was changed, but for what may wait: that comes soon. */
  function publishTyped(buffer: Buffer, before: Sent): void {
    const { uri } = buffer;
    const now = readNow(buffer);
    const wait = heldWhileTyped(before, now);
    const diagnostics = before.diagnostics.filter(({ code }) => wait.has(code as string));
    const still = movedTo(now, { ...before, diagnostics });
    publishOpen(buffer, merged(collect(uri, true, wait), still).slice(0, most), true);
    later([uri]);
  }

  function collect(uri: string, open: boolean, but?: ReadonlySet<string>): Diagnostic[] {
    const snapshot = onDay(workspace.snapshotOf(uri), host.asOf(uri));
    try {
      const found = [...shownOf(snapshot, uri, open, but)];
      const cut = found.slice(0, most);
      if (found.length > most && !but) cut.push(tooMany(found.length, cut.at(-1) as Shown));
      const lines = cut.length ? linesOf(snapshot, uri) : undefined;
      return cut.map((finding) => convert(finding, lines, snapshot));
    } catch (error) {
      host.log(`The findings of ${uri} could not be made: ${(error as Error).stack}`);
      return [];
    }
  }

  function convert(finding: Shown, lines: Lines | undefined, snapshot: Snapshot): Diagnostic {
    const at = lines ?? noLines;
    const others = { linesAt: (uri: string) => linesOf(snapshot, uri), theirs: host.theirs };
    return diagnostic(finding, at, host.pageOf(finding.code), others);
  }

  function* shownOf(
    snapshot: Snapshot,
    uri: string,
    open: boolean,
    but: ReadonlySet<string> | undefined,
  ): Generator<Shown> {
    const why = workspace.unreadable(uri);
    if (why) yield { ...unreadableFinding(why), from: 0, to: 0 };
    const entry = snapshot.entries.get(uri);
    if (entry) {
      const scope = open ? 'all' : host.settings(uri).closedFiles;
      const without = withoutOf(uri, snapshot, open, but);
      // The light bulb will ask for all those of an open document too.
      const isKept = open && !without;
      yield* grouped(
        isKept ? findingsIn(snapshot, entry) : findingsOf(snapshot, entry, scope, without),
      );
    }
    if (snapshot.codebook.files.some((file) => file.uri === uri)) {
      for (const finding of codebookFindings(snapshot)) if (finding.uri === uri) yield finding;
    }
  }

  /** The findings of a document that are not to be made, or cannot be yet; none where it is all of them. */
  function withoutOf(
    uri: string,
    snapshot: Snapshot,
    open: boolean,
    but: ReadonlySet<string> | undefined,
  ): ReadonlySet<string> | undefined {
    if (!workspace.isWhole(uri)) return but ? new Set([...early, ...but]) : early;
    return but ?? (open && !isPrepared(snapshot) ? searching : undefined);
  }

  /** Whether a collection is ready, or was before the last few changes. */
  const isPrepared = (snapshot: Snapshot): boolean =>
    prepared.has(snapshot.collection) && makeReady(snapshot, few);

  function makeReady(snapshot: Snapshot, most: number): boolean {
    const ready = prepare(snapshot, most);
    if (ready) prepared.add(snapshot.collection);
    else prepared.delete(snapshot.collection);
    return ready;
  }

  /** Whether more is to be made ready before all findings of an open document can be made. */
  const isToPrepare = (uri: string): boolean =>
    workspace.bufferOf(uri) !== undefined &&
    workspace.isWhole(uri) &&
    !isPrepared(workspace.snapshotOf(uri));

  /** Publishes what has changed of a file, unless making ready what it needs takes too long. */
  function judge(uri: string, end: number): void {
    while (isToPrepare(uri) && performance.now() < end) {
      makeReady(workspace.snapshotOf(uri), piece);
    }
    if (!isToPrepare(uri)) publish(uri, false);
  }

  function work(): void {
    const end = performance.now() + pieceTime;
    for (const uri of waiting) {
      // Whoever types has them when the keys pause, and should not have them twice.
      if (host.isTyped(uri)) waiting.delete(uri);
      else judge(uri, end);
      if (performance.now() > end) break;
    }
    scheduled = waiting.size > 0;
    if (scheduled) host.soon(work);
    else host.rested();
  }

  function later(uris: Iterable<string>): void {
    const list = [...uris];
    for (const uri of list) if (workspace.bufferOf(uri)) waiting.add(uri);
    for (const uri of list) waiting.add(uri);
    if (!scheduled) host.soon(work);
    scheduled = true;
  }

  return {
    /**
     * Publishes the findings of a document at once, with its version. While it is typed in, what compares
     * its words with the collection stays what it was for a moment.
     */
    now: (uri: string) => {
      const buffer = workspace.bufferOf(uri);
      const before = sent.get(uri);
      if (buffer && before && before.text !== buffer.text) publishTyped(buffer, before);
      else {
        publish(uri, true);
        if (isToPrepare(uri)) later([uri]);
      }
    },
    /** Publishes what has changed of these, soon; the open ones first. */
    later,
    /**
     * Publishes, soon, what may have changed everywhere in a collection: in the open documents, and in
     * closed ones where they show what depends on it.
     */
    wider: (snapshot: Snapshot) => {
      const all = warnsWider(snapshot);
      const shows = (uri: string) =>
        all || workspace.bufferOf(uri) || host.settings(uri).closedFiles === 'all';
      later([...snapshot.entries.keys()].filter(shows));
    },
    /** How many files wait for their findings. */
    waiting: () => waiting.size,
  };
}

const noLines: Lines = {
  position: () => ({ line: 0, character: 0 }),
  offset: () => 0,
  range: () => ({
    start: { line: 0, character: 0 },
    end: { line: 0, character: 0 },
  }),
  span: (): Span => ({ from: 0, to: 0 }),
};

function tooMany(count: number, last: Shown): Shown {
  return {
    ...last,
    code: 'too-many',
    severity: 'information',
    message: {
      what: t`This file has ${count} findings; only the first ${most} are shown.`,
      why: t`More would slow the editor down.`,
      advice: t`Mend some, or look at all of them with “readout check”.`,
    },
  };
}

/** Tells lists apart without keeping them: the findings of ten thousand closed files stay small. */
function fingerprint(diagnostics: readonly Diagnostic[]): string {
  if (!diagnostics.length) return '';
  const text = JSON.stringify(diagnostics);
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
}
