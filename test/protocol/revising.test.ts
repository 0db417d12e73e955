import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol/node';
import type { Refusal } from '../../server/src/protocol/requests.ts';
import type { RevisedText } from '../../server/src/protocol/revised-text.ts';
import { type Client, startClient } from '../support/lsp.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');
const readout = (hash: string, day: string, body: string) =>
  `---\nretrieved: ${day}\nsha256: ${hash}\n---\n\n${body}`;

const old = 'They will open it. They will pay.\n\nThey left.\n';
const source = 'They shall open it now.\n\nThey left.\n';
const text = readout(
  hash(old),
  '2031-05-13',
  'They [will open it]{#a .commitment}. [They will pay]{#b .commitment}.\n\nThey [left]{.event}.\n',
);

let client: Client | undefined;

async function withReadout(open: string, versions = true): Promise<Client> {
  const workspace = { workspaceEdit: { documentChanges: versions } };
  client = await startClient({ files: { 'readout.yaml': '' }, capabilities: { workspace } });
  client.open('a.readout.md', open);
  return client;
}

const ask = (one: Client, text: string, name = 'a.readout.md') =>
  one.connection.sendRequest<RevisedText & Refusal>('readout/revise', {
    ...{ uri: one.uri(name), text, retrieved: '2031-06-02' },
  });

/** The text after an edit of whole lines. */
function edited(before: string, { range, newText }: TextEdit): string {
  const lines = before.split(/(?<=\n)/);
  assert.equal(range.start.character, 0);
  return [...lines.slice(0, range.start.line), newText, ...lines.slice(range.end.line)].join('');
}

describe('a revised source over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is one edit of the open text, with what is not as it was', async () => {
    const one = await withReadout(text);
    const { edit, kept, others } = await ask(one, source);
    const [change, ...more] = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(more, []);
    assert.deepEqual(change?.textDocument, { uri: one.uri('a.readout.md'), version: 1 });
    assert.equal(change?.edits.length, 1);
    assert.equal(
      edited(text, change?.edits[0] as TextEdit),
      readout(
        hash(source),
        '2031-06-02',
        'They [shall open it]{#a .commitment} now.\n\nThey [left]{.event}.\n',
      ),
    );
    assert.equal(kept, 1);
    const at = (from: number, to: number) => ({
      start: { line: 5, character: from },
      end: { line: 5, character: to },
    });
    assert.deepEqual(others, [
      {
        ...{ is: 'changed', written: '[will open it]{#a .commitment}', range: at(5, 36) },
        ...{ before: 'will open it', after: 'shall open it' },
      },
      {
        ...{ is: 'lost', written: '[They will pay]{#b .commitment}', range: at(19, 19) },
        ...{ before: 'They will pay', after: '' },
      },
    ]);
  });

  it('keeps to the line ends of the open text, and to editors without versions', async () => {
    const crlf = 'They [met]{.event}.\r\nAll of them.\r\n';
    const one = await withReadout(crlf, false);
    const { edit } = await ask(one, '\ufeffThen they met.\nAll of them.\n');
    const [change] = edit.changes?.[one.uri('a.readout.md')] ?? [];
    assert.equal(edited(crlf, change as TextEdit), 'Then they [met]{.event}.\r\nAll of them.\r\n');
  });

  it('is refused where there is nothing to take over, with the reason', async () => {
    const one = await withReadout(text);
    const refused = async (source: string, name?: string) => (await ask(one, source, name)).refused;
    assert.equal(await refused(' \n'), 'There is no text to take over.');
    assert.match(await refused('PK\0\u0003'), /^This is no plain text/);
    assert.match(await refused(source, 'b.readout.md'), /^This file is not among the readouts/);
    assert.match(await refused(source, 'readout.yaml'), /^This file is not among the readouts/);
  });
});
