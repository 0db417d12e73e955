import {
  type Disposable,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { isReadout } from '../options.ts';
import { say } from '../say.ts';
import { type Filled, fillPanel, type Room } from './panel.ts';

const viewType = 'readout.reading';

/** The reading views that are open, one a text at most. */
export interface ReadingViews extends Disposable {
  /** Shows that of a text, or of the readout in the editor, beside it. */
  readonly open: (clicked?: unknown) => void;
}

export function readingViews(room: Room): ReadingViews {
  const panels = new Map<string, WebviewPanel>();
  const fillings = new Map<WebviewPanel, Filled>();

  function fill(panel: WebviewPanel, uri: Uri): Filled {
    fillings.get(panel)?.dispose();
    const filled = fillPanel(panel, uri, room);
    fillings.set(panel, filled);
    panels.set(uri.toString(), panel);
    return filled;
  }

  function take(panel: WebviewPanel, uri: Uri): Filled {
    const filled = fill(panel, uri);
    panel.onDidDispose(() => {
      fillings.get(panel)?.dispose();
      fillings.delete(panel);
      for (const [address, one] of panels) if (one === panel) panels.delete(address);
    });
    return filled;
  }

  /** A view goes with its text, wherever that is moved. */
  function follow(from: Uri, to: Uri): void {
    for (const [address, panel] of [...panels]) {
      const old = from.toString();
      if (address !== old && !address.startsWith(`${old}/`)) continue;
      panels.delete(address);
      fill(panel, Uri.parse(`${to.toString()}${address.slice(old.length)}`));
    }
  }

  const subscriptions = [
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, kept: unknown) => {
        const uri = uriIn(kept);
        // A page that was closed before it had drawn anything does not know whose it was.
        if (uri) take(panel, Uri.parse(uri));
        else panel.dispose();
      },
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) follow(oldUri, newUri);
    }),
  ];

  return {
    open: (clicked) => {
      const editor = window.activeTextEditor;
      const shown = editor && isReadout(editor.document) ? editor.document.uri : undefined;
      const uri = clicked instanceof Uri ? clicked : shown;
      if (!uri) {
        say(noReadout());
        return;
      }
      const known = panels.get(uri.toString());
      if (known) {
        known.reveal(undefined, true);
        fillings.get(known)?.follow();
        return;
      }
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const panel = window.createWebviewPanel(viewType, '', place, { enableFindWidget: true });
      take(panel, uri).follow();
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
      // The panels stay: after a reload of the window they are filled again.
      for (const filled of fillings.values()) filled.dispose();
    },
  };
}

const noReadout = (): string =>
  l10n.t('Open a readout first: the reading view shows the text that is in the editor.');

function uriIn(kept: unknown): string | undefined {
  const isKept = typeof kept === 'object' && kept !== null && 'uri' in kept;
  return isKept && typeof kept.uri === 'string' ? kept.uri : undefined;
}
