import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wordings } from './wordings.ts';

describe('wordings that may be like a clause', () => {
  const all = () => true;
  const found = (words: string, clause: string): boolean => {
    const index = wordings(() => words);
    index.enter(words);
    return index.search(clause, 0, clause.length, all).length > 0;
  };

  it('share two good runs of words with it', () => {
    const words = 'will reopen the northern bridge to lorries';
    assert(found(words, 'The northern bridge to lorries will open'));
    assert(!found(words, 'The bridge is northern, the lorries are new'));
  });

  it('may share fewer where both are about as long, and most words are the same', () => {
    const words = 'reaffirmed their support for Corvia against the floods of its rivers and lakes';
    const clause = 'They stand with Corvia against floods, on lakes as on rivers';
    assert(found(words, clause));
    assert(!found(words, 'They stand with Corvia against floods, on farms as on roads'));
    const more =
      'and count boats, nets, lamps, sails and oars in every harbour of the northern coast';
    assert(!found(words, `${clause}, ${more}, once spring has come`));
  });

  it('are all looked at where they are twenty, and beyond that the likest of them', () => {
    const clause = 'will reopen the northern bridge to lorries before winter comes';
    const farther = 'will reopen the northern bridge to all boats of the lake and the sea';
    const near = (count: number) =>
      Array.from({ length: count }, (_, i) => `${clause} of ${2031 + i}`);
    const search = (texts: readonly string[]): readonly string[] => {
      const entered: string[] = [];
      const index = wordings((wording) => entered[wording] ?? '');
      for (const text of texts) entered[index.enter(text)] = text;
      return index.search(clause, 0, clause.length, all).map((wording) => entered[wording] ?? '');
    };
    assert.deepEqual(search([farther, ...near(19)]).length, 20);
    assert.deepEqual([...search([farther, ...near(20)])].sort(), near(20));
    assert.deepEqual(search([farther, ...near(21)]), []);
  });
});
