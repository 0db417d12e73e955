import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { speak } from '../core/language.ts';
import { cacheMarks, markIndex, recallMarks } from '../features/index/mark-index.ts';
import { settleSymbols } from '../features/symbols.ts';
import type { Cache } from '../workspace/cache.ts';
import type { Encoding } from '../workspace/columns.ts';
import type { Files } from '../workspace/files.ts';
import { canonical } from '../workspace/spelling.ts';
import { type Buffer, createWorkspace } from '../workspace/workspace.ts';
import { capabilitiesIn, encodingFor } from './capabilities.ts';
import { createConfiguration } from './configuration.ts';
import { createDesk } from './desk.ts';
import { registerFeatures } from './features.ts';
import { createFolders } from './folders.ts';
import { guarding } from './guard.ts';
import { hearingSettings } from './hearing-settings.ts';
import { createJudging } from './judging.ts';
import { createLines } from './lines.ts';
import { openDocuments } from './open-documents.ts';
import { createPublisher } from './publisher.ts';
import { createRefresh } from './refreshing.ts';
import type { InitializationOptions } from './requests.ts';
import { createTelling } from './telling.ts';
import { noFiles } from './through-client.ts';
import { createTyping } from './typing.ts';
import { registerWatching } from './watching.ts';

/** What a host gives the server. */
export interface Host {
  /** The files this process can reach itself, or undefined. */
  readonly files: Files | undefined;
  /** Files that the client reads for us. */
  readonly throughClient: (connection: Connection) => Files;
  /** Keeps what was read, in the folder of this URI or where the host thinks best; left out by one that cannot. */
  readonly cacheIn?: (folder: string | undefined) => Cache;
  /** Today, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Runs work after what is waiting in the event loop. */
  readonly soon: (work: () => void) => void;
  /** The folder of the findings' pages as a URI, where the host knows one. */
  readonly pages: string | undefined;
  readonly version: string;
  /** What the log should say of the start, where there is something. */
  readonly notice?: Promise<string>;
}

/** How long a person's pause is before background work goes on, in milliseconds. */
const moment = 30;

/** How many turns of the event loop pass from a message's arrival to its answer. */
const turnsOfAnswer = 4;

/** Serves one client over a connection until it ends. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(openDocuments(() => encoding));
  const linesOf = createLines(
    () => encoding,
    (uri) => workspace.bufferOf(uri) !== undefined,
  );
  const log = (line: string) => connection.console.log(line);
  const guarded = guarding(log);
  let params: InitializeParams | undefined;
  let over = false;
  let encoding: Encoding = 'utf-16';
  let throughClient: Files | undefined;

  const client = (): ClientCapabilities => params?.capabilities ?? {};
  const folders = createFolders(connection, {
    ...{ client, guarded, log },
    ours: (uri) => ours(uri),
    workspace: () => workspace,
    hearSettings: () => settings.hear(),
  });
  const configuration = createConfiguration({
    ask: (items) =>
      client().workspace?.configuration ? connection.workspace.getConfiguration(items) : undefined,
    folders: () => folders.open(),
    log,
  });
  const settings = hearingSettings(connection, {
    ...{ configuration, client, guarded },
    hold: async () => {
      refresh();
      telling.changed();
      await workspace.excludedChanged();
      judging.all();
    },
  });

  const options = (): InitializationOptions => params?.initializationOptions ?? {};
  const filesFor = (uri: string): Files => {
    if (host.files && uri.startsWith('file:')) return host.files;
    if (!options().readsFiles) return noFiles;
    throughClient ??= host.throughClient(connection);
    return throughClient;
  };
  const cacheFor = (collection: string): Cache | undefined => {
    const { storage } = options();
    if (storage === null || !configuration.of(collection).cache) return undefined;
    return host.cacheIn?.(storage);
  };
  // How the client spells the URIs of its open documents, which may differ from ours in what is escaped.
  const spelling = new Map<string, string>();
  const theirs = (uri: string): string => spelling.get(uri) ?? uri;
  const ours = (uri: string): string => workspace.spelled(canonical(uri));
  let lastActive = 0;
  let toldRest = false;
  /** Background work waits until nobody has typed or asked for a moment: what a person waits for goes first. */
  const whenIdle = (work: () => void): void => {
    const quiet = performance.now() - lastActive;
    if (quiet >= moment) host.soon(work);
    else setTimeout(() => whenIdle(work), moment - quiet);
  };
  let day = host.today();
  const active = () => {
    lastActive = performance.now();
    if (host.today() === day) return;
    // Since midnight other things are overdue, and now somebody is here to see it.
    day = host.today();
    judging.all();
  };
  const judging = createJudging(
    () => workspace,
    () => publisher,
  );
  const turn = () => new Promise<void>((resolve) => host.soon(resolve));
  /** Lets what a person waits for go first: a message is read, understood, answered and sent in turns of their own. */
  const pause = async () => {
    for (let i = 0; i < turnsOfAnswer; i++) await turn();
  };
  const refresh = createRefresh(connection, client, log);
  const telling = createTelling(connection, () => options().hearsChanges === true);
  const workspace = createWorkspace(filesFor, {
    affected: (uris, opened) => {
      judging.later(uris);
      // Whoever opens a text from a view should not see the view drawn anew under their hand.
      if (opened) return;
      refresh();
      telling.changed();
    },
    wider: (snapshot) => publisher.wider(snapshot),
    // Piece by piece, nobody has to wait for the whole index of a large collection.
    grown: (snapshot) => {
      markIndex(snapshot);
      telling.changed();
    },
    recalled: recallMarks,
    words: cacheMarks,
    whole: settleSymbols,
    cache: cacheFor,
    idle: () => new Promise(whenIdle),
    log,
    pause,
    excluded: configuration.excluded,
    unsure: (folder, why) => void folders.ask(folder, why),
  });
  const watching = registerWatching(connection, { workspace, client, ours, guarded, log });
  const typing = createTyping({
    pause,
    wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
    bufferOf: (uri) => workspace.bufferOf(uri),
  });
  const publisher = createPublisher(workspace, linesOf, {
    send: (uri, version, diagnostics) => {
      const sent = connection.sendDiagnostics({
        ...{ uri: documents.get(uri)?.uri ?? theirs(uri), diagnostics },
        ...(version !== undefined && { version }),
      });
      typing.sends(uri, sent);
    },
    soon: whenIdle,
    log,
    isTyped: typing.isTyped,
    rested: () => {
      if (toldRest || !workspace.areWhole()) return;
      toldRest = true;
      log(`All findings made ${Math.round(performance.now())} ms after the start`);
    },
    settings: configuration.of,
    theirs,
    asOf: (uri) => configuration.of(uri).asOf || host.today(),
    pageOf: (code) => {
      const pages = options().pages ?? host.pages;
      return pages && `${pages}/${code}.md`;
    },
  });
  connection.onInitialize((given) => {
    if (params) return new ResponseError(ErrorCodes.InvalidRequest, 'Readout serves you already.');
    params = given;
    encoding = encodingFor(given);
    speak(options().messages);
    return {
      capabilities: capabilitiesIn(encoding),
      serverInfo: { name: 'readout', version: host.version },
    };
  });

  connection.onShutdown(() => {
    over = true;
  });

  connection.onInitialized(
    guarded('The start', async () => {
      void host.notice?.then(log);
      const open = params?.workspaceFolders?.map(({ uri }) => uri) ?? [];
      const uris = open.length || !params?.rootUri ? open : [params.rootUri];
      await folders.begin(uris);
      await settings.begin(options());
      void watching.start();
      if (client().workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(folders.changed);
      }
      await folders.readOpen();
      await workspace.settle();
      telling.changed();
    }),
  );

  const openBuffer = guarded('Reading what was typed', async (buffer: Buffer) => {
    await workspace.openBuffer(buffer);
    if (await typing.deservesFindings(buffer.uri)) publisher.now(buffer.uri);
  });

  documents.onDidChangeContent(({ document }) => {
    active();
    const uri = ours(document.uri);
    spelling.set(uri, document.uri);
    const { version, languageId: language } = document;
    void openBuffer({ uri, version, language, text: document.text });
  });

  const closeBuffer = guarded('Closing a document', async (uri: string) => {
    await workspace.closeBuffer(uri);
    publisher.later([uri]);
  });

  documents.onDidClose(({ document }) => {
    void closeBuffer(ours(document.uri));
  });

  documents.onDidSave(({ document }) => watching.saved(document.uri));

  registerFeatures(
    connection,
    createDesk({
      workspace,
      linesOf,
      ours,
      theirs,
      settings: configuration.of,
      today: host.today,
      pause,
      heard: watching.heard,
      edition: telling.edition,
      active,
      runsCommands: () => options().commands === true,
      standing: () => (over ? 'over' : params ? 'serving' : 'early'),
      log,
    }),
    client,
  );
  documents.listen(connection);
  connection.listen();
}
