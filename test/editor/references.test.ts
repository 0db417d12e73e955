import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

describe('references, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let session: Session;
  let reader: Reader;
  let folder: string;

  before(async function () {
    const browser = browserFor(this);
    folder = mkdtempSync(join(tmpdir(), 'readout-references-'));
    writeFileSync(join(folder, 'readout.yaml'), 'rules: { unresolved: off }\n');
    writeFileSync(join(folder, 'talks.readout.md'), 'They met in [Orla](#orla).\n');
    session = await openEditor(browser, folder, { 'workbench.colorTheme': 'Default Light Modern' });
    reader = readerOf(session);
  });

  after(async () => {
    await session?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  // Nothing is reported of the text before or after, so only its look can tell.
  it('look another way as soon as what they point at is there', async () => {
    await reader.open('talks.readout.md');
    await reader.refersTo('nothing', 'Orla');
    await session.run(async (vscode) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (!folder) return;
      const edit = new vscode.WorkspaceEdit();
      const codebook = vscode.Uri.joinPath(folder.uri, 'readout.yaml');
      edit.insert(codebook, new vscode.Position(1, 0), 'entities: { orla: { kind: place } }\n');
      await vscode.workspace.applyEdit(edit);
    });
    await reader.refersTo('something', 'Orla');
    await reader.picture('reference that has come to life');
  });
});
