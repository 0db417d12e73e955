import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { applyEdits } from './edit.ts';
import { importSource } from './import.ts';
import { wrapMark } from './insert.ts';

interface Vectors {
  readonly import: readonly {
    readonly name: string;
    readonly source: string;
    readonly bytes?: string;
  }[];
  readonly wrap: readonly {
    readonly name: string;
    readonly source: string;
    readonly from: number;
    readonly to: number;
    readonly expect: string;
  }[];
}

const url = new URL('../../../../test/vectors/import.json', `file://${__dirname}/`);
const vectors = JSON.parse(readFileSync(url, 'utf8')) as Vectors;

const looksAlike: ReadonlySet<string> = new Set(['gap-before-attributes', 'full-width']);

describe('import: the vectors of the language', () => {
  for (const { name, source, bytes } of vectors.import) {
    for (const fields of [{}, { title: source.slice(0, 20), date: '2031-04-02' }]) {
      it(`${name}, ${Object.keys(fields).length ? 'with' : 'without'} fields`, () => {
        const document = parse(importSource(source, fields));
        assert.deepEqual(document.constructs, []);
        // Signs that only look like ours stay as they are, with a warning; none is an error.
        const errors = document.issues.filter(({ code }) => !looksAlike.has(code));
        assert.deepEqual(errors, []);
        assert.equal(strip(document), source);
        if (bytes !== undefined) assert.equal(Buffer.from(strip(document)).toString('hex'), bytes);
      });
    }
  }
});

describe('wrap: the vectors of the language', () => {
  for (const { name, source, from, to, expect } of vectors.wrap) {
    it(name, () => {
      const document = parse(source);
      const result = wrapMark(document, { from, to }, { id: 'm', kind: 'commitment' });
      assert.ok('edits' in result, 'refused' in result ? result.refused : '');
      assert.equal(applyEdits(source, result.edits), expect);
      assert.equal(strip(parse(expect)), strip(document));
    });
  }
});
