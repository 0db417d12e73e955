import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  type Location,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, startClient } from '../support/lsp.ts';

const text = '🚢 会談 [é go]{#m .place}, see [it](#m) and [that](#gone).\r\n';

/** How far into a line some words begin, in what an encoding counts. */
const columnOf = {
  'utf-8': (words: string) => Buffer.byteLength(text.slice(0, text.indexOf(words))),
  'utf-16': (words: string) => text.indexOf(words),
  'utf-32': (words: string) => [...text.slice(0, text.indexOf(words))].length,
} as const;

describe('the encoding of columns', () => {
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`is ${encoding} for a client that likes it best, in what comes in and what goes out`, async () => {
      const one = await startClient({
        files: { 'closed.readout': '🚢 [é](#gone)\n' },
        capabilities: { general: { positionEncodings: ['utf-7', encoding, 'utf-16'] } },
      });
      client = one;
      const { capabilities } = one.initialized;
      assert.equal(capabilities.positionEncoding, encoding);
      const column = columnOf[encoding];
      const uri = one.uri('a.readout');

      one.open('a.readout', text);
      const first = await one.findings('a.readout', ({ diagnostics }) => diagnostics.length > 0);
      assert.deepEqual(codesOf(first), ['unresolved']);
      assert.equal(first.diagnostics[0]?.range.start.character, column('#gone'));

      const closed = await one.findings('closed.readout');
      const expected = { 'utf-8': 10, 'utf-16': 7, 'utf-32': 6 }[encoding];
      assert.equal(closed.diagnostics[0]?.range.start.character, expected);

      const found = (await one.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: column('it]') },
      })) as Location[];
      assert.equal(found[0]?.range.start.character, column('é go'));
      assert.equal(found[0]?.range.end.character, column(']{#m'));

      const tokens = await one.connection.sendRequest(SemanticTokensRequest.type, {
        textDocument: { uri },
      });
      const types = capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
      const place = tokens?.data.findIndex((type, i) => i % 5 === 3 && types[type] === 'place');
      assert.equal(tokens?.data[(place ?? 0) - 1], column(']{#m') - column('é go'));

      await one.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [
          {
            range: {
              start: { line: 0, character: column('gone') },
              end: { line: 0, character: column(').\r') },
            },
            text: 'm',
          },
        ],
      });
      const second = await one.findings('a.readout', ({ version }) => version === 2);
      assert.deepEqual(second.diagnostics, []);
    });
  }

  it('is UTF-16 for a client that says nothing, or nothing sensible', async () => {
    for (const positionEncodings of [undefined, [], ['latin-1'], 'utf-8' as never]) {
      const one = await startClient({
        capabilities: { general: positionEncodings ? { positionEncodings } : {} },
      });
      client = one;
      assert.equal(one.initialized.capabilities.positionEncoding, 'utf-16');
      await one.stop();
    }
  });

  it('counts a BOM that the client has sent, and none in a file', async () => {
    const withBom = '\ufeffSee [it](#gone).\n';
    const one = await startClient({ files: { 'closed.readout': withBom } });
    client = one;
    const closed = await one.findings('closed.readout');
    assert.equal(closed.diagnostics[0]?.range.start.character, 9);
    one.open('a.readout', withBom);
    const open = await one.findings('a.readout', ({ diagnostics }) => diagnostics.length > 0);
    assert.equal(open.diagnostics[0]?.range.start.character, 10);
  });
});
