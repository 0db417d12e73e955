import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { titleIndex } from './title-index.ts';
import { titlesIn, wordsOf } from './titles.ts';

function indexOf(...titles: string[]) {
  const index = titleIndex<string>();
  for (const title of titles) index.add(wordsOf(title), title);
  return index;
}

describe('titles in a text', () => {
  const found = (text: string, ...titles: string[]): [string, ...string[]][] =>
    titlesIn(text, { from: 0, to: text.length }, indexOf(...titles)).map(({ from, to, all }) => [
      text.slice(from, to),
      ...all,
    ]);

  it('stand there from end to end, with the capitals of titles', () => {
    const plan = 'Plan for the Reefs of Orla';
    assert.deepEqual(found('Under the Plan for the Reefs of Orla, they met.', plan), [
      [plan, plan],
    ]);
    assert.deepEqual(found('a plan for the reefs of Orla', plan), []);
    assert.deepEqual(found('The Plan for the reefs of Orla', plan), []);
    assert.deepEqual(found('The Plan for the Reefs', plan), []);
    assert.deepEqual(found('Plan for the Reefs. Of Orla', plan), []);
  });

  it('are told whatever stands between their words, and over lines', () => {
    const statement = 'Joint Statement – “Ferries, Nets”';
    assert.deepEqual(found('Their Joint Statement:\n“Ferries, Nets’s end', statement), [
      ['Joint Statement:\n“Ferries, Nets', statement],
    ]);
  });

  it('are the longest that begin at a place, and none overlap', () => {
    const [short, long] = ['Lake Council Plan', 'Lake Council Plan for Tarn'];
    assert.deepEqual(found('the Lake Council Plan for Tarn Council Plan', short, long), [
      [long, long],
    ]);
    assert.deepEqual(found('the Lake Council Plan for Orla', short, long), [[short, short]]);
    assert.deepEqual(found('the Lake Council Plan', short, short), [[short, short, short]]);
  });

  it('lie within the stretch, and have the words of what is told', () => {
    const word = fc.constantFrom(
      'Plan',
      'of',
      'the',
      'Reef',
      'Orla’s',
      'U.S.',
      '2031',
      'x',
      '.',
      '（',
    );
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.nat(40), fc.nat(40), (title, around, a, b) => {
        const words = wordsOf(title);
        const index = titleIndex<string>();
        if (words.length >= 3) index.add(words, title);
        const whole = `${around} ${title} ${around}`;
        const span = { from: Math.min(a, b), to: Math.min(whole.length, Math.max(a, b)) };
        let reached = span.from;
        for (const { from, to } of titlesIn(whole, span, index)) {
          assert(from >= reached && from < to && to <= span.to);
          reached = to;
          assert.deepEqual(wordsOf(whole.slice(from, to)), words);
        }
      }),
    );
  });
});

describe('an index of titles', () => {
  it('forgets what has gone', () => {
    const words = wordsOf('Plan for the Reefs');
    const index = indexOf('Plan for the Reefs', 'Plan for the Nets');
    index.add(words, 'again');
    assert.deepEqual(index.get(words), ['Plan for the Reefs', 'again']);
    index.remove(words, 'again');
    index.remove(words, 'Plan for the Reefs');
    assert.deepEqual(index.get(words), []);
    assert(index.mayBegin('plan') && index.mayGoOn(wordsOf('Plan for the')));
    index.remove(wordsOf('Plan for the Nets'), 'Plan for the Nets');
    assert(!index.mayBegin('plan') && !index.mayGoOn(wordsOf('Plan for the')));
  });
});
