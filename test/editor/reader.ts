import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as code from 'vscode';
import { besideOf } from './beside.ts';
import { screenOf } from './screen.ts';
import type { Session } from './session.ts';
import { settingsOf } from './settings.ts';

const pictures = fileURLToPath(new URL('../../.cache/editor', import.meta.url));

/** What a reader does and sees in the editor. Nothing here waits for a time: only for what comes. */
export type Reader = ReturnType<typeof readerOf>;

export const readerOf = ({ page, run }: Session) => ({
  /**
   * Opens the light bulb where the cursor stands. The editor sometimes says that there is nothing although it
   * was given something, where it was asked right after a change: a reader would ask again.
   */
  async lightBulb() {
    for (;;) {
      await run((vscode) => {
        void vscode.commands.executeCommand('editor.action.quickFix');
      });
      if (await screenOf(page).offersFixes()) return;
      await run((vscode) => vscode.commands.executeCommand('leaveEditorMessage'));
    }
  },

  /** Keeps a picture of the window in `.cache/editor`. */
  picture(name: string) {
    mkdirSync(pictures, { recursive: true });
    return page.screenshot({ path: join(pictures, `${name.replaceAll(/\W+/g, '-')}.png`) });
  },

  /** Shows a file of the folder, of several of the first. */
  open: (name: string) =>
    run(async (vscode, name) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri as code.Uri;
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name), { preview: false });
    }, name),

  /** Closes what is shown and drops what was written into it. */
  putBack: () =>
    run(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }),

  text: () => run((vscode) => vscode.window.activeTextEditor?.document.getText() ?? ''),

  /** The text as soon as it is another than `before`. */
  textAfter: (before: string) =>
    run(async (vscode, before) => {
      const current = () => vscode.window.activeTextEditor?.document.getText() ?? '';
      while (current() === before) {
        await new Promise<void>((resolve) => {
          const waiting = vscode.workspace.onDidChangeTextDocument(() => {
            waiting.dispose();
            resolve();
          });
        });
      }
      return current();
    }, before),

  /**
   * What is reported of the document, in order, as soon as it is just these codes. Where it never
   * is, what is reported after ten seconds, so that a test can say what it was instead.
   */
  findings: (...codes: string[]) =>
    run(async (vscode, wanted) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const codeOf = ({ code }: code.Diagnostic) => (typeof code === 'object' ? code.value : code);
      const all = () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .sort((a, b) => a.range.start.compareTo(b.range.start));
      await new Promise<void>((resolve) => {
        const check = () => {
          if (all().map(codeOf).join() !== wanted.join()) return;
          clearTimeout(timer);
          waiting.dispose();
          resolve();
        };
        const timer = setTimeout(resolve, 10_000);
        const waiting = vscode.languages.onDidChangeDiagnostics(check);
        check();
      });
      return all().map((finding) => ({
        code: codeOf(finding),
        severity: vscode.DiagnosticSeverity[finding.severity],
        words: document.getText(finding.range),
      }));
    }, codes),

  /** Errors and warnings of all files, each as path and message. */
  faults: () =>
    run((vscode) =>
      vscode.languages
        .getDiagnostics()
        .flatMap(([{ path }, found]) =>
          found
            .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
            .map(({ message }) => `${path}: ${message}`),
        ),
    ),

  /** What the hover on the first place of these words says. */
  hover: (words: string) =>
    run(async (vscode, words) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const hovers = await vscode.commands.executeCommand<code.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(document.getText().indexOf(words) + 1),
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
    }, words),

  /** The outline, one line an entry, indented by two blanks a level. */
  outline: () =>
    run(async (vscode) => {
      const items = await vscode.commands.executeCommand<code.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        vscode.window.activeTextEditor?.document.uri,
      );
      const lines = (item: code.DocumentSymbol, depth: number): string[] => [
        `${'  '.repeat(depth)}${item.name}`,
        ...item.children.flatMap((child) => lines(child, depth + 1)),
      ];
      return items.flatMap((item) => lines(item, 0));
    }),

  /** Where the definition of the name at the end of these words stands, with its line. */
  definitions: (words: string) =>
    run(async (vscode, words) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const found = await vscode.commands.executeCommand<(code.Location | code.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        document.positionAt(document.getText().indexOf(words) + words.length - 1),
      );
      const places = found.map((place) =>
        'targetUri' in place
          ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange }
          : place,
      );
      return Promise.all(
        places.map(async ({ uri, range }) => ({
          name: uri.path.split('/').at(-1) ?? '',
          line: (await vscode.workspace.openTextDocument(uri)).lineAt(range.start.line).text,
        })),
      );
    }, words),

  /** What stands above each line, from the top, as soon as something does. */
  lenses: () =>
    run(async (vscode) => {
      const found = await vscode.commands.executeCommand<code.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        vscode.window.activeTextEditor?.document.uri,
        100,
      );
      return found.map(({ command, range }) => ({
        title: command?.title ?? '',
        line: range.start.line,
        command: command?.command ?? '',
      }));
    }),

  /** What is shown in the text and does not stand there, with the words before it. */
  hints: () =>
    run(async (vscode) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const end = document.positionAt(document.getText().length);
      const found = await vscode.commands.executeCommand<code.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(new vscode.Position(0, 0), end),
      );
      return found.map(({ label, position }) => {
        const at = document.offsetAt(position);
        const words = document.getText().slice(Math.max(0, at - 10), at);
        return `${words}‹${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}›`;
      });
    }),

  /** The thread at the first place of these words: its mark, what acts on it, what it goes back to. */
  thread: (words: string) =>
    run(async (vscode, words) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const [item] = await vscode.commands.executeCommand<code.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        document.positionAt(document.getText().indexOf(words) + 1),
      );
      const later = await vscode.commands.executeCommand<code.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        item,
      );
      const earlier = await vscode.commands.executeCommand<code.CallHierarchyOutgoingCall[]>(
        'vscode.provideOutgoingCalls',
        item,
      );
      return {
        mark: item?.name ?? '',
        later: later.map(({ from }) => `${from.detail}`),
        earlier: earlier.map(({ to }) => `${to.detail}`),
      };
    }, words),

  /** The names of the files that a request about the first place of these words leads to. */
  leads: (request: 'Implementation' | 'TypeDefinition', words: string) =>
    run(
      async (vscode, request, words) => {
        const document = vscode.window.activeTextEditor?.document as code.TextDocument;
        const found = await vscode.commands.executeCommand<(code.Location | code.LocationLink)[]>(
          `vscode.execute${request}Provider`,
          document.uri,
          document.positionAt(document.getText().indexOf(words) + 1),
        );
        const uris = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
        return uris.map(({ path }) => path.split('/').at(-1) ?? '');
      },
      request,
      words,
    ),

  /** What a selection that grows from the first place of these words takes in, as far as it stands on one line. */
  growing: (words: string) =>
    run(async (vscode, words) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const [innermost] = await vscode.commands.executeCommand<code.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [document.positionAt(document.getText().indexOf(words) + 1)],
      );
      const steps: string[] = [];
      for (let step = innermost; step?.range.isSingleLine; step = step.parent as never) {
        steps.push(document.getText(step.range));
      }
      return steps;
    }, words),

  /** The first lines of what can be folded. */
  folds: () =>
    run(async (vscode) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      const found = await vscode.commands.executeCommand<code.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return found.map(({ start }) => document.lineAt(start).text);
    }),

  /** What is offered at the cursor. */
  completions: () =>
    run(async (vscode) => {
      const active = vscode.window.activeTextEditor;
      const { items } = await vscode.commands.executeCommand<code.CompletionList>(
        'vscode.executeCompletionItemProvider',
        active?.document.uri,
        active?.selection.active,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    }),

  /** Saves the document; what stands in its file then. */
  saved: () =>
    run(async (vscode) => {
      const document = vscode.window.activeTextEditor?.document as code.TextDocument;
      await document.save();
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    }),

  /** Puts words on the clipboard. */
  copy: (words: string) =>
    run(async (vscode, words) => {
      await vscode.env.clipboard.writeText(words);
    }, words),

  /** What stands in a file of the folder, a byte order mark too. */
  inFile: (name: string) =>
    run(async (vscode, name) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri as code.Uri;
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    }, name),

  /** Deletes a file of the folder. */
  remove: (name: string) =>
    run(async (vscode, name) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri as code.Uri;
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    }, name),

  /** Writes at the end of the document and leaves the cursor there. */
  writeAtEnd: (words: string) =>
    run(async (vscode, words) => {
      const active = vscode.window.activeTextEditor as code.TextEditor;
      const end = () => active.document.positionAt(active.document.getText().length);
      await active.edit((edit) => edit.insert(end(), words));
      const selection = new vscode.Range(end(), end());
      await vscode.window.showTextDocument(active.document, { selection });
    }, words),

  /** Selects the first place of these words. */
  select: (words: string) =>
    run(async (vscode, words) => {
      const { document } = vscode.window.activeTextEditor as code.TextEditor;
      const from = document.getText().indexOf(words);
      if (from < 0) throw new Error(`no such words: ${words}`);
      const start = document.positionAt(from);
      const end = document.positionAt(from + words.length);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, end) });
    }, words),

  /** Puts the cursor into the first place of these words. */
  putCursor: (words: string) =>
    run(async (vscode, words) => {
      const { document } = vscode.window.activeTextEditor as code.TextEditor;
      const position = document.positionAt(document.getText().indexOf(words) + 1);
      const selection = new vscode.Range(position, position);
      await vscode.window.showTextDocument(document, { selection });
    }, words),

  /** Scrolls to the first place of these words and leaves the cursor where it is. */
  scrollTo: (words: string) =>
    run((vscode, words) => {
      const active = vscode.window.activeTextEditor as code.TextEditor;
      const position = active.document.positionAt(active.document.getText().indexOf(words));
      active.revealRange(
        new vscode.Range(position, position),
        vscode.TextEditorRevealType.InCenter,
      );
    }, words),

  /** What stands left and right of the cursor, up to ten characters each. */
  cursor: () =>
    run((vscode) => {
      const active = vscode.window.activeTextEditor as code.TextEditor;
      const text = active.document.getText();
      const offset = active.document.offsetAt(active.selection.active);
      return {
        offset,
        left: text.slice(0, offset).slice(-10),
        right: text.slice(offset, offset + 10),
      };
    }),

  /** Runs a command to its end. */
  command: (id: string, ...given: unknown[]) =>
    run(
      async (vscode, id, given) => {
        await vscode.commands.executeCommand(id, ...given);
      },
      id,
      given,
    ),

  /** The name of the file that is shown, and the words selected in it. */
  shown: () =>
    run((vscode) => {
      const { document, selection } = vscode.window.activeTextEditor as code.TextEditor;
      return {
        name: document.uri.path.split('/').at(-1) ?? '',
        words: document.getText(selection),
      };
    }),

  /** Comes true once no words are selected. */
  nothingSelected: () =>
    run(async (vscode) => {
      const isDone = () => vscode.window.activeTextEditor?.selection.isEmpty === true;
      await new Promise<void>((resolve) => {
        const listening = vscode.window.onDidChangeTextEditorSelection(() => {
          if (!isDone()) return;
          listening.dispose();
          resolve();
        });
        if (!isDone()) return;
        listening.dispose();
        resolve();
      });
    }),

  /** Begins a command that asks the reader something before it ends. */
  begin: (id: string) =>
    run((vscode, id) => {
      void vscode.commands.executeCommand(id);
    }, id),

  ...besideOf(run),
  ...settingsOf(run),
  ...screenOf(page),
});
