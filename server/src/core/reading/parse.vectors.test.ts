import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { Construct } from '../document.ts';
import { parse } from './parse.ts';
import { strip } from './strip.ts';

interface Vector {
  readonly name: string;
  readonly input: string;
  readonly strip: string;
  readonly constructs: readonly unknown[];
}

const url = new URL('../../../../test/vectors/language.json', `file://${__dirname}/`);
const vectors = (JSON.parse(readFileSync(url, 'utf8')) as Vector[]).slice(1);

describe('parse and strip: the vectors of the language', () => {
  for (const vector of vectors) {
    it(vector.name, () => {
      const document = parse(vector.input);
      assert.deepEqual(document.constructs.map(plain), vector.constructs, 'constructs');
      assert.equal(strip(document), vector.strip, 'strip');
    });
  }
});

/** A construct as the vectors write it. */
function plain(construct: Construct): unknown {
  const { type } = construct;
  const span = [construct.span.from, construct.span.to];
  if (type === 'note') return { type, span };
  const words = [construct.words.from, construct.words.to];
  if (type === 'reference') {
    const { key, id } = construct.target;
    return { type, span, words, target: `${key}#${id}` };
  }
  const attributes = Object.fromEntries(
    construct.attributes.map((one) => [one.key.text, one.value.text]),
  );
  return {
    type,
    span,
    words,
    ...(construct.id && { id: construct.id.text }),
    ...(construct.kind && { kind: construct.kind.text }),
    ...(Object.keys(attributes).length && { attributes }),
  };
}
