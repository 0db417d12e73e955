import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { builtinCodebook } from '../codebook/read-codebook.ts';
import { parse } from '../reading/parse.ts';
import { sentences, verbOfMark } from './mark-verb.ts';

describe('the verb of a mark in a mark', () => {
  const text =
    '[They affirmed the plan. [The fleet]{.actor} will sail in May.]{.position} It rained.\n';

  const read = (order: (marks: readonly number[]) => readonly number[]) => {
    const document = parse(text);
    const sentence = sentences(document);
    const found: (string | undefined)[] = [];
    for (const i of order([...document.marks.keys()])) {
      const mark = document.marks[i];
      if (mark) found[i] = verbOfMark(builtinCodebook, sentence, mark)?.lemma;
    }
    return found;
  };

  it('is that of its own sentence, whichever of the two is asked about first', () => {
    assert.deepEqual(
      read((marks) => marks),
      ['affirm', undefined],
    );
    assert.deepEqual(
      read((marks) => marks.toReversed()),
      ['affirm', undefined],
    );
  });
});
