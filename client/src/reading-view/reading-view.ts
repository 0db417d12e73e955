import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { isReadout } from '../options.ts';
import { fillPanel, type Room } from './panel.ts';

const viewType = 'readout.reading';

/** The reading views that are open, one a text at most. */
export interface ReadingViews extends Disposable {
  /** Shows that of a text, or of the readout in the editor, beside it. */
  readonly open: (clicked?: unknown) => void;
}

export function readingViews(room: Room): ReadingViews {
  const panels = new Map<string, WebviewPanel>();
  const fillings = new Set<Disposable>();

  function take(panel: WebviewPanel, uri: Uri): void {
    const address = uri.toString();
    const filled = fillPanel(panel, uri, room);
    panels.set(address, panel);
    fillings.add(filled);
    panel.onDidDispose(() => {
      filled.dispose();
      fillings.delete(filled);
      if (panels.get(address) === panel) panels.delete(address);
    });
  }

  const serializer = window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (panel, kept: unknown) => {
      const uri = uriIn(kept);
      // A page that was closed before it had drawn anything does not know whose it was.
      if (uri) take(panel, Uri.parse(uri));
      else panel.dispose();
    },
  });

  return {
    open: (clicked) => {
      const editor = window.activeTextEditor;
      const shown = editor && isReadout(editor.document) ? editor.document.uri : undefined;
      const uri = clicked instanceof Uri ? clicked : shown;
      if (!uri) return;
      const known = panels.get(uri.toString());
      if (known) {
        known.reveal(undefined, true);
        return;
      }
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      take(window.createWebviewPanel(viewType, '', place, { enableFindWidget: true }), uri);
    },
    dispose: () => {
      serializer.dispose();
      // The panels stay: after a reload of the window they are filled again.
      for (const filled of fillings) filled.dispose();
    },
  };
}

function uriIn(kept: unknown): string | undefined {
  const isKept = typeof kept === 'object' && kept !== null && 'uri' in kept;
  return isKept && typeof kept.uri === 'string' ? kept.uri : undefined;
}
