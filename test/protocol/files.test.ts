import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidDeleteFilesNotification,
  DidOpenTextDocumentNotification,
  DidRenameFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  HoverRequest,
  PrepareRenameRequest,
  type PublishDiagnosticsParams,
  RenameRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, startingIn } from '../support/lsp.ts';

const { Created, Changed, Deleted } = FileChangeType;
const gone = 'See [it](#gone).\n';
const codebook = (id: string) => `entities:\n  ${id}: { kind: actor, name: ${id} }\n`;

describe('files and folders', () => {
  const start = startingIn(afterEach);
  const tell = (one: Client, ...changes: [string, FileChangeType][]) =>
    one.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([name, type]) => ({ uri: one.uri(name), type })),
    });
  const some = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.length > 0;
  /** Waits until a file has these findings. */
  const has = (one: Client, name: string, ...codes: string[]) =>
    one.findings(name, (found) => codesOf(found).join() === codes.join());
  const published = (one: Client) =>
    [...new Set(one.published.filter(some).map(({ uri }) => uri))].sort();

  describe('that are left out', () => {
    it('are those that git ignores, in nested files and its own exclude file too', async () => {
      const one = await start({
        files: {
          '.git/info/exclude': 'private.readout\n',
          '.gitignore': '/drafts/\n*.old.readout\n',
          'deep/.gitignore': '!kept.old.readout\n',
          'private.readout': gone,
          'drafts/a.readout': gone,
          'x.old.readout': gone,
          'deep/x.old.readout': gone,
          'deep/kept.old.readout': gone,
          'last.readout': gone,
        },
      });
      await has(one, 'last.readout', 'unresolved');
      await one.logged(/All findings made/);
      assert.deepEqual(published(one), [one.uri('deep/kept.old.readout'), one.uri('last.readout')]);
    });

    it('change when a .gitignore changes, comes or goes', async () => {
      const one = await start({ files: { 'a.readout': gone, 'b/b.readout': gone } });
      await has(one, 'b/b.readout', 'unresolved');
      one.write('.gitignore', 'b/\n');
      await tell(one, ['.gitignore', Created]);
      await has(one, 'b/b.readout');
      one.write('.gitignore', 'a.readout\n');
      await tell(one, ['.gitignore', Changed]);
      await has(one, 'b/b.readout', 'unresolved');
      await has(one, 'a.readout');
      rmSync(join(one.folder, '.gitignore'));
      await tell(one, ['.gitignore', Deleted]);
      await has(one, 'a.readout', 'unresolved');
    });

    it('are not taken in when they are created or changed', async () => {
      const one = await start({ files: { '.gitignore': '*.tmp.readout\n', 'a.readout': gone } });
      await has(one, 'a.readout', 'unresolved');
      one.write('b.tmp.readout', gone);
      one.write('c.readout', gone);
      await tell(one, ['b.tmp.readout', Created], ['c.readout', Created]);
      await has(one, 'c.readout', 'unresolved');
      assert.deepEqual(published(one), [one.uri('a.readout'), one.uri('c.readout')]);
    });

    it('are served while they are open, and forgotten when they are closed', async () => {
      const one = await start({
        files: {
          '.gitignore': 'drafts/\n',
          'drafts/a.readout': 'They [act]{#m .position}.\n',
          'b.readout': 'See [it](a#m).\n',
        },
      });
      await has(one, 'b.readout', 'unresolved');
      one.open('drafts/a.readout', 'They [act]{#m .position} on [it](#gone).\n');
      await has(one, 'drafts/a.readout', 'unresolved');
      await has(one, 'b.readout');
      one.close('drafts/a.readout');
      await has(one, 'drafts/a.readout');
      await has(one, 'b.readout', 'unresolved');
    });

    it('are those that readout.yaml excludes, as it is typed', async () => {
      const one = await start({
        files: {
          'readout.yaml': 'exclude: [old]\n',
          'old/a.readout': gone,
          'drafts/b.readout': gone,
          'c.readout': gone,
        },
      });
      await has(one, 'c.readout', 'unresolved');
      await has(one, 'drafts/b.readout', 'unresolved');
      one.open('readout.yaml', 'exclude: [drafts, "c.*"]\n');
      await has(one, 'old/a.readout', 'unresolved');
      await has(one, 'drafts/b.readout');
      await has(one, 'c.readout');
      one.close('readout.yaml');
      await has(one, 'old/a.readout');
      await has(one, 'c.readout', 'unresolved');
    });

    it('are those that the editor hides, as its setting stands', async () => {
      let exclude: Record<string, unknown> = { '**/old': true, 'c.readout': false };
      const one = await start({
        files: { 'x/old/a.readout': gone, 'b.readout': gone, 'c.readout': gone },
        settings: ({ section }: { section: string }) =>
          section === 'files.exclude' ? exclude : null,
      });
      await has(one, 'c.readout', 'unresolved');
      exclude = { 'b.*': true };
      await one.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: null,
      });
      await has(one, 'b.readout');
      await has(one, 'x/old/a.readout', 'unresolved');
    });
  });

  describe('in collections', () => {
    const files = {
      'readout.yaml': codebook('outer'),
      'a.readout': '[x](#outer)\n',
      'in/b.readout': '[x](#outer)\n\n[y](#inner)\n',
    };

    it('follow a readout.yaml that comes and goes', async () => {
      const one = await start({ files });
      one.open('in/b.readout', files['in/b.readout']);
      const line = async (wanted: number) => {
        const at = ({ diagnostics: [first, more] }: PublishDiagnosticsParams) =>
          first?.range.start.line === wanted && more === undefined;
        await one.findings('in/b.readout', at);
      };
      await line(2);
      one.write('in/readout.yaml', codebook('inner'));
      await tell(one, ['in/readout.yaml', Created]);
      await line(0);
      one.open('in/readout.yaml', `${codebook('inner')}  outer: { kind: actor, name: O }\n`);
      await has(one, 'in/b.readout');
      one.close('in/readout.yaml');
      await line(0);
      rmSync(join(one.folder, 'in/readout.yaml'));
      await tell(one, ['in/readout.yaml', Deleted]);
      await line(2);
    });

    it('move from one to the other with their file', async () => {
      const one = await start({
        files: {
          'one/readout.yaml': codebook('ana'),
          'two/readout.yaml': codebook('ben'),
          'one/a.readout': '[x](#ben)\n',
        },
      });
      await has(one, 'one/a.readout', 'unresolved');
      renameSync(join(one.folder, 'one/a.readout'), join(one.folder, 'two/a.readout'));
      await one.connection.sendNotification(DidRenameFilesNotification.type, {
        files: [{ oldUri: one.uri('one/a.readout'), newUri: one.uri('two/a.readout') }],
      });
      await has(one, 'one/a.readout');
      const symbols = { query: 'ben' };
      assert.equal(
        (await one.connection.sendRequest(WorkspaceSymbolRequest.type, symbols))?.length,
        1,
      );
      one.open('two/a.readout', '[x](#ben)\n');
      await one.findings('two/a.readout', ({ version }) => version === 1);
      assert.deepEqual((await one.findings('two/a.readout')).diagnostics, []);
    });

    it('come and go with the folders that are open', async () => {
      const one = await start({
        folders: ['one'],
        files: { 'one/a.readout': gone, 'two/b.readout': gone, 'two/deep/c.readout': gone },
      });
      await has(one, 'one/a.readout', 'unresolved');
      const folder = { uri: one.uri('two'), name: 'two' };
      const change = (event: { added: object[]; removed: object[] }) =>
        one.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
          event: event as never,
        });
      await change({ added: [folder], removed: [] });
      await has(one, 'two/b.readout', 'unresolved');
      one.open('two/b.readout', gone);
      await one.findings('two/b.readout', ({ version }) => version === 1);
      await change({ added: [], removed: [folder] });
      await has(one, 'two/deep/c.readout');
      assert.deepEqual(codesOf(await one.findings('two/b.readout')), ['unresolved']);
      one.close('two/b.readout');
      await has(one, 'two/b.readout');
    });

    it('are brought in by a file that is opened on its own, and leave with it', async () => {
      const one = await start({
        folders: ['open'],
        files: {
          'open/a.readout': gone,
          'else/readout.yaml': codebook('ana'),
          'else/deep/b.readout': '[x](#ana) [y](c#)\n',
          'else/c.readout': gone,
        },
      });
      await has(one, 'open/a.readout', 'unresolved');
      one.open('else/deep/b.readout', '[x](#ana) [y](c#) [z](#gone)\n');
      await has(one, 'else/deep/b.readout', 'unresolved');
      await has(one, 'else/c.readout', 'unresolved');
      one.close('else/deep/b.readout');
      await has(one, 'else/c.readout');
    });
  });

  describe('that are told of', () => {
    it('one by one are one batch', async () => {
      const names = Array.from({ length: 200 }, (_, i) => `n${i}.readout`);
      const one = await start({ files: { 'a.readout': '[x](n199#m)\n' } });
      await has(one, 'a.readout', 'unresolved');
      for (const name of names) one.write(name, '[x]{#m .place}\n');
      // In one write, so that no two are further apart because the machine is busy.
      const { method } = DidChangeWatchedFilesNotification;
      const bodies = names.map((name) =>
        JSON.stringify({
          ...{ jsonrpc: '2.0', method },
          params: { changes: [{ uri: one.uri(name), type: Created }] },
        }),
      );
      one.process.stdin?.write(
        bodies.map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).join(''),
      );
      await has(one, 'a.readout');
      const ofA = one.published.filter(({ uri }) => uri === one.uri('a.readout'));
      assert.equal(ofA.length, 2);
    });

    it('as a folder that was deleted or moved stand for what is in them', async () => {
      const one = await start({ files: { 'x/deep/a.readout': gone, 'y/b.readout': gone } });
      await has(one, 'y/b.readout', 'unresolved');
      rmSync(join(one.folder, 'x'), { recursive: true });
      await tell(one, ['x', Deleted]);
      await has(one, 'x/deep/a.readout');
      renameSync(join(one.folder, 'y'), join(one.folder, 'z'));
      await tell(one, ['y', Deleted], ['z', Created]);
      await has(one, 'y/b.readout');
      await has(one, 'z/b.readout', 'unresolved');
      rmSync(join(one.folder, 'z'), { recursive: true });
      await one.connection.sendNotification(DidDeleteFilesNotification.type, {
        files: [{ uri: one.uri('z') }],
      });
      await has(one, 'z/b.readout');
    });

    it('by nobody are looked for on saving', async () => {
      const one = await start({
        files: { 'a.readout': gone, 'b.readout': 'Nothing.\n' },
        capabilities: { workspace: { configuration: true } },
      });
      await one.logged(/cannot watch files/);
      one.open('a.readout', gone);
      await has(one, 'a.readout', 'unresolved');
      one.write('b.readout', gone);
      one.write('new/c.readout', gone);
      await one.connection.sendNotification(DidSaveTextDocumentNotification.type, {
        textDocument: { uri: one.uri('a.readout') },
      });
      await has(one, 'b.readout', 'unresolved');
      await has(one, 'new/c.readout', 'unresolved');
    });
  });

  describe('with unusual addresses', () => {
    const open = (one: Client, uri: string, text: string) =>
      one.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'readout', version: 1, text },
      });
    const shown = (one: Client, uri: string) =>
      one.published.filter((params) => params.uri === uri).flatMap(codesOf);

    it('that are the other side of a comparison have no findings and count for nothing', async () => {
      const one = await start({ files: { 'a.readout': '[x]{#m .place} [y](#m)\n' } });
      one.open('a.readout', '[x]{#m .place} [y](#gone)\n');
      await has(one, 'a.readout', 'unresolved');
      const other = `${one.uri('a.readout').replace('file:', 'git:')}?%7B%22ref%22%3A%22HEAD%22%7D`;
      const plain = one.uri('a.readout').replace('file:', 'git:');
      for (const uri of [other, plain]) await open(one, uri, '[x]{#m .place} [y](#gone)\n');
      const asked = { textDocument: { uri: plain }, position: { line: 0, character: 2 } };
      assert.equal(await one.connection.sendRequest(HoverRequest.type, asked), null);
      assert.deepEqual(codesOf(await one.findings('a.readout')), ['unresolved']);
      const symbols = { query: 'm' };
      assert.equal(
        (await one.connection.sendRequest(WorkspaceSymbolRequest.type, symbols))?.length,
        1,
      );
      assert.deepEqual([...shown(one, other), ...shown(one, plain)], []);
    });

    it('that were never saved belong where they will be saved, or to the first folder', async () => {
      const one = await start({
        files: {
          'readout.yaml': codebook('outer'),
          'in/readout.yaml': codebook('inner'),
          'z.readout': gone,
        },
      });
      await has(one, 'z.readout', 'unresolved');
      const text = '[x](#outer)\n\n[y](#inner)\n';
      const placed = one.uri('in/new.readout').replace('file://', 'untitled:');
      await open(one, 'untitled:Untitled-1', text);
      await open(one, placed, text);
      const lines = async (uri: string) => {
        const { diagnostics } = await one.next((params) => params.uri === uri);
        return diagnostics.map(({ range }) => range.start.line);
      };
      assert.deepEqual(await lines('untitled:Untitled-1'), [2]);
      assert.deepEqual(await lines(placed), [0]);
    });

    it('whose letters are composed or decomposed are one file', async () => {
      const name = 'réunion.readout';
      const one = await start({ files: { [name.normalize('NFD')]: gone } });
      await has(one, name.normalize('NFD'), 'unusable-key', 'unresolved');
      one.open(name.normalize('NFC'), '[x](#gone) [y](#lost)\n');
      await one.findings(name.normalize('NFC'), ({ version }) => version === 1);
      const found = await one.findings(name.normalize('NFC'), some);
      assert.deepEqual(codesOf(found), ['unusable-key', 'unresolved', 'unresolved']);
    });

    it('that the editor writes otherwise than the server are written so in all it is told', async () => {
      const one = await start({});
      const uri = one.uri('k.readout').replace('k.readout', '%6B.readout');
      await open(one, uri, '[x]{#m .place} [y]{#m .place}\n');
      const { diagnostics } = await one.next((params) => params.uri === uri && some(params));
      const related = diagnostics[0]?.relatedInformation?.map(({ location }) => location.uri);
      assert.deepEqual(related, [uri]);
    });

    it('whose letters of drives and signs are written otherwise are one file', async () => {
      const one = await start({});
      const text = '[x](#gone)\n';
      await open(one, 'file:///C:/texts/a.readout', text);
      const ofDrive = await one.next(
        (params) => params.uri === 'file:///C:/texts/a.readout' && some(params),
      );
      assert.deepEqual(codesOf(ofDrive), ['unresolved']);
      for (const uri of ['file:///c:/texts/a.readout', 'file:///c%3A/texts/a.readout']) {
        const asked = { textDocument: { uri }, position: { line: 0, character: 5 } };
        const hover = await one.connection.sendRequest(HoverRequest.type, asked);
        assert.ok(hover, uri);
      }
    });
  });

  describe('that are hard to read', () => {
    it('do not lead out of the folder or round in circles by links', async () => {
      const far = await start({ files: { 'far.readout': gone } });
      const one = await start({ files: { 'a.readout': gone } });
      symlinkSync(far.folder, join(one.folder, 'out'));
      symlinkSync(join(far.folder, 'far.readout'), join(one.folder, 'far.readout'));
      mkdirSync(join(one.folder, 'd'));
      symlinkSync(one.folder, join(one.folder, 'd', 'loop'));
      one.write('d/b.readout', gone);
      await tell(one, ['out', Created], ['d', Created], ['far.readout', Created]);
      await has(one, 'd/b.readout', 'unresolved');
      await one.logged(/Not followed, because it is a link: .*\/d\/loop/);
      assert.ok(!published(one).some((uri) => uri.includes('/out/')));
    });

    it('have lone CRs for line ends, and a BOM', async () => {
      const one = await start({
        files: { 'a.readout': 'One.\r\rSee [it](#gone).\r', 'b.readout': `\ufeff${gone}` },
      });
      const cr = await one.findings('a.readout');
      assert.deepEqual(cr.diagnostics[0]?.range.start, { line: 2, character: 9 });
      const bom = await one.findings('b.readout');
      assert.deepEqual(bom.diagnostics[0]?.range.start, { line: 0, character: 9 });
    });
  });

  describe('that may not be meant', () => {
    const asking = {
      window: { showMessage: {}, workDoneProgress: true },
      workspace: { configuration: true, workspaceFolders: true },
    };
    const files = { 'a.readout': gone, 'deep/b.readout': '[x]{#m .place}\n' };

    it('as a home folder are not read before the person says so', async () => {
      const one = await start({
        files,
        isHome: true,
        capabilities: asking,
        chooses: 'Read anyway',
      });
      await one.told(
        /is a home folder.*Until it is read, Readout works with the texts you open\.$/,
      );
      await one.logged(/^All findings made/);
      assert.ok(published(one).includes(one.uri('a.readout')));
    });

    it('leave the texts that are open served, and say nothing of what they point at', async () => {
      const one = await start({ files, isHome: true, capabilities: asking });
      await one.told(/is a home folder/);
      one.open('c.readout', '[x](b#m) [y](#m) [w]{#m .place .event}\n');
      const found = await one.findings('c.readout', some);
      assert.deepEqual(codesOf(found), ['two-kinds']);
      assert.deepEqual(published(one), [one.uri('c.readout')]);
    });

    it('have nothing changed in all of their texts', async () => {
      const one = await start({
        files: { ...files, 'readout.yaml': 'entities: { orla: { kind: place, name: Orla } }\n' },
        ...{ isHome: true, capabilities: asking },
      });
      await one.told(/is a home folder/);
      one.open('c.readout', '[x]{#m .place} [Orla](#orla)\n');
      const { connection } = one;
      const textDocument = { uri: one.uri('c.readout') };
      const at = { textDocument, position: { line: 0, character: 5 } };
      const why = /have not all been read, so nothing can be changed in all of them/;
      await assert.rejects(connection.sendRequest(PrepareRenameRequest.type, at), why);
      const renaming = connection.sendRequest(RenameRequest.type, { ...at, newName: 'n' });
      await assert.rejects(renaming, why);
      const merge = { uri: textDocument.uri, id: 'orla', into: 'orla' };
      const merging = await connection.sendRequest<{ refused: string }>('readout/merge', merge);
      assert.match(merging.refused, why);
      const move = { oldUri: textDocument.uri, newUri: one.uri('d.readout') };
      const edit = await connection.sendRequest(WillRenameFilesRequest.type, { files: [move] });
      assert.equal(edit, null);
      await one.told(/What points at the moved files was left as it is\.$/);
    });

    it('hold collections, which an open text brings in', async () => {
      const one = await start({
        files: { ...files, 'work/readout.yaml': codebook('ana'), 'work/x.readout': gone },
        ...{ isHome: true, capabilities: asking, chooses: 'Not now' },
      });
      await one.logged(/^Not read: /);
      one.open('work/c.readout', '[x](#ana) [y](#gone)\n');
      await has(one, 'work/c.readout', 'unresolved');
      await has(one, 'work/x.readout', 'unresolved');
      assert.ok(!published(one).includes(one.uri('a.readout')));
    });

    it('are not read where the editor cannot ask, and it says so', async () => {
      const one = await start({ files, isHome: true, capabilities: {} });
      await one.told(/is a home folder.*It was not read.*Open a smaller folder\.$/);
      await one.logged(/It was not read/);
      one.open('c.readout', '[w]{#m .place .event}\n');
      await has(one, 'c.readout', 'two-kinds');
    });

    it('are read as far as the person has patience, and the rest is said to be missing', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 3000 }, (_, i) => [`n/${i}.readout`, '[x](#gone)\n']),
      );
      const one = await start({ files: many, capabilities: asking, cancels: true });
      const said = await one.told(/^You stopped reading: [\d,]+ of [\d,]+ readouts were read/);
      await one.logged(/^You stopped reading/);
      assert.doesNotMatch(said, /3,000 of 3,000/);
      one.open('c.readout', '[x](2999#m) [w]{#m .place .event}\n');
      await has(one, 'c.readout', 'two-kinds');
    });
  });
});
