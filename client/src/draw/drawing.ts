import {
  type Disposable,
  type Event,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Drawn } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../ask.ts';
import { isCompact } from '../commands/toggle-compact.ts';
import { isReadout } from '../options.ts';
import { isDrawn, type LineSpan, linesToDraw } from './lines.ts';
import { painter } from './painter.ts';

/** How long to wait after a change before asking anew, in milliseconds. */
const pause = 80;

/** The same after scrolling beyond what is drawn: long enough for a turn of the wheel. */
const shortPause = 20;

/** A drawing of a part of a document. */
interface Part {
  readonly drawn: Drawn;
  readonly lines: LineSpan;
}

/** Tells whether the lines of the cursors are others than when it was asked before. */
function lineWatch(): (editor: TextEditor) => boolean {
  const before = new WeakMap<TextEditor, string>();
  return (editor) => {
    const lines = editor.selections.map(({ start, end }) => `${start.line}-${end.line}`).join();
    const changed = lines !== before.get(editor);
    before.set(editor, lines);
    return changed;
  };
}

/** Keeps underlines, dimmed signs and badges over every visible readout. */
export function drawAnnotations(
  client: BaseLanguageClient,
  ask: Ask,
  { published, changed }: { readonly published: Event<Uri>; readonly changed: Event<void> },
): Disposable {
  const known = new Map<string, Part>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const hasChangedLines = lineWatch();
  const { paint, clear, dispose } = painter(client.protocol2CodeConverter);

  const repaint = (editor: TextEditor) => {
    const drawn = known.get(editor.document.uri.toString())?.drawn;
    // Until an answer for this very text comes, the editor moves the old drawing along.
    if (drawn?.version === editor.document.version) paint(editor, drawn, isCompact());
  };

  const renew = async (document: TextDocument) => {
    const uri = document.uri.toString();
    const showing = () => window.visibleTextEditors.filter((one) => one.document === document);
    const lines = linesToDraw(showing());
    const range = {
      start: { line: lines.from, character: 0 },
      end: { line: lines.to, character: 0 },
    };
    const drawn = await ask('readout/marks', { uri, range });
    if (drawn) known.set(uri, { drawn, lines });
    else if (drawn === null) known.delete(uri);
    for (const editor of showing()) if (drawn) repaint(editor);
  };

  const renewIn = (document: TextDocument, milliseconds: number) => {
    const uri = document.uri.toString();
    clearTimeout(waiting.get(uri));
    const timer = setTimeout(() => {
      waiting.delete(uri);
      void renew(document);
    }, milliseconds);
    waiting.set(uri, timer);
  };

  const renewSoon = (document: TextDocument) => {
    if (isReadout(document)) renewIn(document, pause);
  };

  // One who goes on scrolling does not put it off.
  const extend = ({ document, visibleRanges }: TextEditor) => {
    const uri = document.uri.toString();
    const lines = known.get(uri)?.lines;
    if (!lines || waiting.has(uri) || isDrawn(lines, visibleRanges, document.lineCount)) return;
    renewIn(document, shortPause);
  };

  const renewVisible = (of: (document: TextDocument) => boolean) => {
    const documents = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) if (of(document)) renewSoon(document);
  };

  const subscriptions = [
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) renewVisible(() => true);
    }),
    workspace.onDidChangeTextDocument(({ document }) =>
      renewVisible((shown) => shown === document),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    // A reference may come to life by a change elsewhere, or when a collection has been read, and then
    // it looks another way, also where nothing new is reported of the text.
    changed(() => renewVisible(() => true)),
    published((uri) => renewVisible((shown) => shown.uri.toString() === uri.toString())),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) {
        if (!isReadout(editor.document)) clear(editor);
        else if (known.has(editor.document.uri.toString())) repaint(editor);
        renewSoon(editor.document);
      }
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => extend(textEditor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isCompact() && hasChangedLines(textEditor)) repaint(textEditor);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('readout.compactAnnotations')) {
        window.visibleTextEditors.forEach(repaint);
      }
    }),
  ];

  return {
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      for (const timer of waiting.values()) clearTimeout(timer);
      dispose();
    },
  };
}
