import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { describe, it } from 'mocha';
import type { Conversion, Converted } from '../server/src/sources/converted.ts';
import { docxOf, paragraph } from './support/docx.ts';
import { pdfOf } from './support/pdf.ts';

const bundle = (host: string): string => resolve(__dirname, `../server/dist/converter-${host}.js`);

const files: readonly (Conversion & { readonly gives: Converted })[] = [
  {
    name: 'talks.docx',
    bytes: docxOf({ body: paragraph('They met.') }),
    gives: { text: 'They met.\n' },
  },
  {
    name: 'page.html',
    bytes: new TextEncoder().encode(
      '<html lang=en><link rel=canonical href=https://a.example/b><p>They met.',
    ),
    gives: { text: 'They met.\n', address: 'https://a.example/b', lang: 'en' },
  },
  {
    name: 'a.docx',
    bytes: new Uint8Array(),
    gives: { refused: 'This file is empty.', words: 'This file is empty.', values: [] },
  },
];

describe('the bundles that read pages and documents', () => {
  it('answer for one file in a thread of Node, and end', async () => {
    for (const { gives, ...file } of files) {
      const worker = new Worker(bundle('node'));
      const ended = once(worker, 'exit');
      worker.postMessage(file);
      const [answer] = await once(worker, 'message');
      assert.deepEqual(answer, gives);
      assert.deepEqual(await ended, [0]);
    }
  });

  it('answer in a worker of a browser, with nothing of Node in reach', () => {
    const answers: Converted[] = [];
    const self = { postMessage: (answer: Converted) => answers.push(answer) } as {
      postMessage: (answer: Converted) => void;
      onmessage?: (event: { data: Conversion }) => void;
    };
    const reach = { self, TextDecoder, TextEncoder, Uint8Array, Uint16Array, DataView };
    runInContext(readFileSync(bundle('browser'), 'utf8'), createContext(reach));
    for (const { gives: _, ...data } of files) self.onmessage?.({ data });
    assert.deepEqual(
      JSON.parse(JSON.stringify(answers)),
      files.map(({ gives }) => gives),
    );
  });

  it('hold no code that is made of texts, and open no connection', () => {
    for (const host of ['node', 'browser']) {
      const code = readFileSync(bundle(host), 'utf8');
      for (const made of [
        /\beval\(/,
        /new Function\b/,
        /\bfetch\(/,
        /XMLHttpRequest/,
        /importScripts/,
      ]) {
        assert.ok(!made.test(code), `${host}: ${made}`);
      }
    }
  });

  it('read a PDF in a bundle of its own, and end', async () => {
    const file = {
      name: 'a.pdf',
      bytes: pdfOf([[{ text: 'They met.', x: 60, y: 700 }]]),
    };
    const worker = new Worker(resolve(__dirname, '../server/dist/pdf-node.js'));
    const ended = once(worker, 'exit');
    worker.postMessage(file);
    assert.deepEqual((await once(worker, 'message'))[0], { text: 'They met.\n' });
    assert.deepEqual(await ended, [0]);
  });

  it('hold of PDF.js nothing that fetches or makes code of texts', () => {
    for (const host of ['node', 'browser']) {
      const code = readFileSync(resolve(__dirname, `../server/dist/pdf-${host}.js`), 'utf8');
      for (const made of [
        /\beval\(/,
        /new Function\b/,
        /(?<![.\w$]|async )fetch\([^)]*\)(?!\{)/,
        /XMLHttpRequest\b(?!`)/,
        /importScripts/,
        /new WebSocket/,
      ]) {
        assert.ok(!made.test(code), `${host}: ${made}`);
      }
    }
  });
});
