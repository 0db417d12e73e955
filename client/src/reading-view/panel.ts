import {
  type Disposable,
  type Event,
  env,
  l10n,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { ReadingShown } from '../../../server/src/protocol/reading-shown.ts';
import type { MemberShown } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../ask.ts';
import { nameOf } from '../commands/places.ts';
import { blocksTeller } from './blocks-page.ts';
import { pageHtml, resources } from './html.ts';
import { labelsFor } from './labels.ts';
import type { FromPage, Part, Place, Seen, ToPage } from './messages.ts';
import { save } from './save.ts';
import { seenOf, whenSeen } from './seen.ts';
import { seriesPage } from './series-page.ts';
import { textPage } from './text-page.ts';
import { threadPage } from './thread-page.ts';

/** What every reading view needs. */
export interface Room {
  readonly extensionUri: Uri;
  readonly client: BaseLanguageClient;
  readonly ask: Ask;
  /** Fires when a collection has changed. */
  readonly changed: Event<void>;
}

/** The least pause between a change and the next question, in milliseconds; it is as long as the last answer took where that is longer. */
const leastPause = 150;

const stemOf = (uri: Uri): string => nameOf(uri).replace(/\.readout(\.md)?$/, '');

/** A panel that is filled until it is disposed of. */
export interface Filled extends Disposable {
  /** Brings what the reader sees in the editor into view, as soon as there is something to show. */
  readonly follow: () => void;
}

/** Fills a panel with the reading view of a text, and keeps it true to what is written until it is closed. */
export function fillPanel(panel: WebviewPanel, uri: Uri, room: Room): Filled {
  const { extensionUri, client, ask, changed } = room;
  const { webview } = panel;
  const address = uri.toString();
  const title = l10n.t('Reading: {0}', stemOf(uri));
  let part: Part = { is: 'text' };
  let isReady = false;
  let isStale = false;
  let took = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  /** What was sent last of each part: what has not changed is not sent again. */
  const sent = new Map<ToPage['is'], string>();
  let tellBlocks = blocksTeller();
  /** What the page should show once it has the text. */
  let awaited: Seen | undefined;

  panel.title = title;
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, 'client/icons/readout-light.svg'),
    dark: Uri.joinPath(extensionUri, 'client/icons/readout-dark.svg'),
  };
  webview.options = { enableScripts: true, localResourceRoots: [resources(extensionUri)] };
  webview.html = pageHtml(webview, extensionUri, title, env.language);

  function send(message: ToPage): void {
    const json = JSON.stringify(message);
    if (sent.get(message.is) === json) return;
    sent.set(message.is, json);
    void webview.postMessage(message);
  }

  const show = (seen: Seen, isAsked: boolean): void =>
    void webview.postMessage({ is: 'seen', seen, isAsked } satisfies ToPage);

  function showAwaited(): void {
    if (awaited) show(awaited, true);
    awaited = undefined;
  }

  async function renew(): Promise<void> {
    isStale = false;
    const reading = await ask('readout/reading', { uri: address });
    if (reading === undefined) return;
    if (reading === null) {
      sent.delete('text');
      send({ is: 'nothing', words: notThere() });
      return;
    }
    sent.delete('nothing');
    send({ is: 'text', text: textPage(reading, tellBlocks) });
    showAwaited();
    if (part.is === 'series') await sendSeries(reading);
    if (part.is === 'thread') await sendThread(reading, part);
  }

  async function sendSeries({ series, date }: ReadingShown): Promise<void> {
    const drifts = await ask('readout/series', { uri: address });
    if (drifts === undefined) return;
    const isOwn = (other: string) => Uri.parse(other).toString() === address;
    const day = date?.split('/').at(-1);
    const found = drifts?.length ? seriesPage(series ?? '', drifts, isOwn, day) : null;
    send({ is: 'series', series: found });
  }

  async function sendThread(
    reading: ReadingShown,
    { name, range }: Part & { readonly is: 'thread' },
  ): Promise<void> {
    const marks = reading.blocks.flatMap(({ marks }) => marks);
    // What is written above a mark moves it; its name stays.
    const at = name ? marks.find(({ card }) => card?.name === name)?.range : range;
    const position = at && bracketBefore(at.start);
    const thread = position && (await ask('readout/thread', { uri: address, position }));
    if (at && thread === undefined) return;
    const isAsked = (member: MemberShown) =>
      name ? member.name === name : isAt(member, { uri: address, range });
    send({ is: 'thread', thread: thread ? threadPage(thread, isAsked) : null });
  }

  async function renewNow(): Promise<void> {
    if (running) return;
    running = true;
    const began = Date.now();
    await renew().catch((error) => client.error('The reading view could not be renewed', error));
    took = Date.now() - began;
    running = false;
    if (isStale) renewSoon();
  }

  /** Asks after a while; the longer the last answer took, the longer. What nobody sees waits. */
  function renewSoon(): void {
    isStale = true;
    if (!isReady || !panel.visible || timer || running) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        void renewNow();
      },
      Math.max(leastPause, took),
    );
  }

  function hear(message: FromPage): void {
    switch (message.is) {
      case 'ready':
        // A page that is made anew knows nothing of what was sent to the one before.
        sent.clear();
        tellBlocks = blocksTeller();
        isReady = true;
        part = message.part;
        send({ is: 'labels', labels: labelsFor(address) });
        isStale = true;
        void renewNow();
        break;
      case 'shows':
        part = message.part;
        sent.delete(part.is);
        isStale = true;
        void renewNow();
        break;
      case 'open':
        void open(panel, message.place).catch(() => sayNotOpened(message.place.uri));
        break;
      case 'leave':
        void leave(panel, uri).catch(() => sayNotOpened(address));
        break;
      case 'save':
        void save(extensionUri, uri, title, message.html);
    }
  }

  const subscriptions = [
    webview.onDidReceiveMessage(hear),
    panel.onDidChangeViewState(() => {
      if (isStale) renewSoon();
    }),
    changed(renewSoon),
    ...whenSeen(address, (seen) => show(seen, false)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === address) renewSoon();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) renewSoon();
    }),
  ];
  return {
    follow: () => {
      awaited = seenOf(address);
      // A page that is not shown is made anew when it is, and asks for its text again.
      if (panel.visible && sent.has('text')) showAwaited();
    },
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

const notThere = (): string =>
  l10n.t(
    'Readout does not know this text: it was moved or deleted, or its folder is still being read. It is shown here as soon as it is found.',
  );

/** A reference may stand at the very beginning of the words of a mark; its bracket is the mark's alone. */
const bracketBefore = ({ line, character }: Place['range']['start']): Place['range']['start'] => ({
  line,
  character: Math.max(0, character - 1),
});

const isAt = (member: MemberShown, { uri, range }: Place): boolean =>
  Uri.parse(member.uri).toString() === uri &&
  member.range.start.line === range.start.line &&
  member.range.start.character === range.start.character;

/** Shows words in the editor of their text, never over the reading view. */
async function open(panel: WebviewPanel, { uri, range }: Place): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const { start, end } = range;
  await window.showTextDocument(document, {
    viewColumn: columnFor(panel, document.uri),
    selection: new Range(start.line, start.character, end.line, end.character),
  });
}

/** Goes back to the text in the editor, with the cursor where it was. */
async function leave(panel: WebviewPanel, uri: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(uri), {
    viewColumn: columnFor(panel, uri),
  });
}

const sayNotOpened = (uri: string): void =>
  void window.showWarningMessage(
    l10n.t('{0} could not be opened. It may have been moved or deleted.', nameOf(Uri.parse(uri))),
    l10n.t('OK'),
  );

/** Where the text is shown already, else where another one is, else beside the panel. */
function columnFor(panel: WebviewPanel, uri: Uri): ViewColumn {
  const others = window.visibleTextEditors.filter(
    ({ viewColumn }) => viewColumn !== undefined && viewColumn !== panel.viewColumn,
  );
  const own = others.find(({ document }) => document.uri.toString() === uri.toString());
  const column = (own ?? others[0])?.viewColumn;
  return column ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
}
