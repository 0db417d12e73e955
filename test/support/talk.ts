import {
  CodeLensRefreshRequest,
  type ConfigurationItem,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ErrorCodes,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ResponseError,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';

/** An editor's side of a conversation with the server about one folder, whatever carries it. */
export interface Talk {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly uri: (name: string) => string;
  readonly open: (name: string, text: string, languageId?: string) => void;
  readonly change: (name: string, version: number, text: string) => void;
  readonly close: (name: string) => void;
  /** The next findings published of a file that pass the test, or the last ones if they pass already. */
  readonly findings: (
    name: string,
    test?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** The first findings published of any file, by now or later, that pass the test. */
  readonly next: (
    test: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** Comes true once the folders have been read, for which a search of the workspace waits. */
  readonly settled: () => Promise<unknown>;
  /** What the server has asked the editor to ask for again, in order. */
  readonly refreshed: readonly ('lenses' | 'hints' | 'tokens')[];
  /** Comes true once it has asked so many times. */
  readonly toRefresh: (times: number) => Promise<void>;
  /** Every publish so far, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly registered: readonly string[];
  /** A line of the log that has come or is still to come. */
  readonly logged: (pattern: RegExp) => Promise<string>;
  /** A message shown to the person that has come or is still to come. */
  readonly told: (pattern: RegExp) => Promise<string>;
  /** The kinds of progress shown, up to the first end. */
  readonly progress: Promise<readonly string[]>;
}

/** What an editor says of itself at the start. */
export interface Introduction {
  readonly processId?: number | null;
  readonly capabilities?: InitializeParams['capabilities'];
  /** What it answers when it is asked for an item of its settings; the section `readout`, if no function. */
  readonly settings?: unknown;
  /** The folders that are open, by name; one, with all files, unless told otherwise. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** What the person chooses when they are asked, by title; they never answer without it. */
  readonly chooses?: string;
  /** Whether the person cancels progress as soon as it is shown. */
  readonly cancels?: boolean;
  /** Whether it answers whatever the server asks of it with an error. */
  readonly refuses?: boolean;
}

/** Begins a conversation about a folder, whose files have the URIs that `uri` gives to their names. */
export async function talkOver(
  connection: ProtocolConnection,
  uri: (name: string) => string,
  start: Introduction,
): Promise<Talk> {
  const published: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    for (const tell of waiting) tell(params);
  });
  const log = lineReader();
  const shown = lineReader();
  connection.onNotification(LogMessageNotification.type, ({ message }) => log.add(message));
  connection.onNotification(ShowMessageNotification.type, ({ message }) => shown.add(message));
  connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
    shown.add(message);
    const chosen = actions?.find(({ title }) => title === start.chooses);
    return chosen ?? new Promise(() => {});
  });
  const refreshed: ('lenses' | 'hints' | 'tokens')[] = [];
  const refreshing = new Set<() => void>();
  const refresh = (what: (typeof refreshed)[number]) => () => {
    refreshed.push(what);
    for (const tell of refreshing) tell();
  };
  connection.onRequest(CodeLensRefreshRequest.type, refresh('lenses'));
  connection.onRequest(InlayHintRefreshRequest.type, refresh('hints'));
  connection.onRequest(SemanticTokensRefreshRequest.type, refresh('tokens'));
  const toRefresh = (times: number) =>
    new Promise<void>((done) => {
      const tell = () => {
        if (refreshed.length < times) return;
        refreshing.delete(tell);
        done();
      };
      refreshing.add(tell);
      tell();
    });
  const kinds: string[] = [];
  const progress = new Promise<readonly string[]>((ended) => {
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: unknown; value: { kind: string } }) => {
        kinds.push(value.kind);
        if (start.cancels && value.kind === 'begin') void cancel(token);
        if (value.kind === 'end') ended(kinds);
      },
    );
  });
  const orRefused = <T>(answer: T) =>
    start.refuses ? new ResponseError<void>(ErrorCodes.InternalError, 'No.') : answer;
  const settingOf = (item: ConfigurationItem) => {
    if (typeof start.settings === 'function') return start.settings(item) ?? null;
    return item.section === 'readout' ? (start.settings ?? {}) : null;
  };
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
    return orRefused(undefined);
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => orRefused(undefined));
  const cancel = (token: unknown) =>
    connection.sendNotification(WorkDoneProgressCancelNotification.type, {
      token: token as string,
    });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => orRefused(items.map(settingOf)));
  connection.listen();

  const folders = (start.folders ?? ['']).map((name) => ({
    uri: uri(name).replace(/\/$/, ''),
    name: name || 'test',
  }));
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: start.processId ?? null,
    rootUri: folders[0]?.uri ?? null,
    workspaceFolders: folders,
    capabilities: start.capabilities ?? {
      window: { workDoneProgress: true },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
    },
    ...(start.initializationOptions !== undefined && {
      initializationOptions: start.initializationOptions,
    }),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const coming = (passes: (params: PublishDiagnosticsParams) => boolean) =>
    new Promise<PublishDiagnosticsParams>((found) => {
      const tell = (params: PublishDiagnosticsParams) => {
        if (!passes(params)) return;
        waiting.delete(tell);
        found(params);
      };
      waiting.add(tell);
    });

  return {
    ...{ connection, initialized, uri, published, registered, progress, refreshed, toRefresh },
    open: (name, text, languageId = name.endsWith('.yaml') ? 'yaml' : 'readout') =>
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(name), languageId, version: 1, text },
      }),
    change: (name, version, text) =>
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ text }],
      }),
    close: (name) =>
      void connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri: uri(name) },
      }),
    settled: () => connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }),
    logged: log.next,
    told: shown.next,
    findings: (name, test = () => true) => {
      const passes = (params: PublishDiagnosticsParams) => params.uri === uri(name) && test(params);
      const last = published.filter((params) => params.uri === uri(name)).at(-1);
      return last && passes(last) ? Promise.resolve(last) : coming(passes);
    },
    next: (test) => {
      const first = published.find(test);
      return first ? Promise.resolve(first) : coming(test);
    },
  };
}

/** Lines that come one by one, and those who wait for one. */
function lineReader() {
  const lines: string[] = [];
  const readers = new Set<() => void>();
  return {
    add: (line: string) => {
      lines.push(line);
      for (const read of readers) read();
    },
    next: (pattern: RegExp) =>
      new Promise<string>((found) => {
        const read = () => {
          const line = lines.find((one) => pattern.test(one));
          if (line === undefined) return;
          readers.delete(read);
          found(line);
        };
        readers.add(read);
        read();
      }),
  };
}

/** The codes of published findings, in order. */
export const codesOf = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.map(({ code }) => String(code));
