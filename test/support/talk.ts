import {
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
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ResponseError,
  WorkDoneProgressCreateRequest,
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
  /** Every publish so far, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly registered: readonly string[];
  /** A line of the log that has come or is still to come. */
  readonly logged: (pattern: RegExp) => Promise<string>;
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
  const lines: string[] = [];
  const readers = new Set<() => void>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    lines.push(message);
    for (const read of readers) read();
  });
  const kinds: string[] = [];
  const progress = new Promise<readonly string[]>((ended) => {
    connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      kinds.push(value.kind);
      if (value.kind === 'end') ended(kinds);
    });
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

  return {
    ...{ connection, initialized, uri, published, registered, progress },
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
    logged: (pattern) =>
      new Promise((found) => {
        const read = () => {
          const line = lines.find((one) => pattern.test(one));
          if (line === undefined) return;
          readers.delete(read);
          found(line);
        };
        readers.add(read);
        read();
      }),
    findings: (name, test = () => true) =>
      new Promise((found) => {
        const passes = (params: PublishDiagnosticsParams) =>
          params.uri === uri(name) && test(params);
        const last = published.filter((params) => params.uri === uri(name)).at(-1);
        if (last && passes(last)) {
          found(last);
          return;
        }
        const tell = (params: PublishDiagnosticsParams) => {
          if (!passes(params)) return;
          waiting.delete(tell);
          found(params);
        };
        waiting.add(tell);
      }),
  };
}

/** The codes of published findings, in order. */
export const codesOf = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.map(({ code }) => String(code));
