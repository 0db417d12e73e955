import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';

export const bundle = resolve(__dirname, '../../server/dist/node.js');

/** A language client over stdio, with a folder of its own on disk. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly folder: string;
  readonly initialized: InitializeResult;
  readonly uri: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
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
  readonly stop: () => Promise<void>;
}

export interface Start {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: InitializeParams['capabilities'];
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
}

/** Starts the bundled server on a folder with these files. */
export async function startClient(start: Start = {}): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const write: Client['write'] = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(start.files ?? {})) write(name, content);

  const child = spawn(process.execPath, [bundle, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    for (const tell of waiting) tell(params);
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(() => start.settings ?? {}),
  );
  connection.listen();

  const uri = (name: string) => URI.file(join(folder, name)).toString();
  const root = { uri: URI.file(folder).toString(), name: 'test' };
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: root.uri,
    workspaceFolders: [root],
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
    ...{ connection, process: child, folder, initialized, uri, write, published, registered },
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
    stop: async () => {
      if (child.exitCode === null) {
        await connection.sendRequest(ShutdownRequest.type);
        const ended = new Promise((done) => child.once('exit', done));
        await connection.sendNotification(ExitNotification.type);
        await ended;
      }
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The codes of published findings, in order. */
export const codesOf = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.map(({ code }) => String(code));
