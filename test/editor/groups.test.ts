import assert from 'node:assert/strict';
import {
  detailOf,
  fits,
  type Grouping,
  groupings,
  groupsOf,
  itemsOf,
} from '../../client/src/register/groups.ts';
import type { RegisterMark, RegisterSheet } from '../../server/src/protocol/requests.ts';

const mark = (words: string, more: Partial<RegisterMark> = {}): RegisterMark => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  ...{ kind: 'commitment', status: 'standing', words, actors: [] },
  ...more,
});

const sheets: readonly RegisterSheet[] = [
  {
    uri: 'b',
    title: 'Second',
    date: '2031-05-01',
    series: 'Talks',
    marks: [mark('go', { actors: ['Corvia', 'Belmark'] })],
  },
  { uri: 'c', title: 'Undated', marks: [mark('stay', { kind: 'vow', status: 'fulfilled' })] },
  {
    uri: 'a',
    title: '会談',
    date: '2030-05-01',
    marks: [
      mark('ask', { kind: 'request', actors: ['Belmark'] }),
      mark('wait', { status: 'overdue', due: '2030-12', name: 'a#wait', verb: 'will' }),
    ],
  },
];
const items = itemsOf(sheets);

const grouped = (by: Grouping): string[] =>
  groupsOf(items, by).map(({ key, items }) => `${key}: ${items.map((one) => one.mark.words)}`);

describe('the register in groups', () => {
  it('goes by dates, over all collections', () => {
    assert.deepEqual(
      items.map((one) => one.mark.words),
      ['stay', 'ask', 'wait', 'go'],
    );
  });

  it('begins with what asks for action, and ends with what has no name', () => {
    assert.deepEqual(grouped('status'), ['overdue: wait', 'standing: ask,go', 'fulfilled: stay']);
    assert.deepEqual(grouped('party'), ['Belmark: ask,go', 'Corvia: go', ': stay,wait']);
    assert.deepEqual(grouped('document'), ['b: go', 'a: ask,wait', 'c: stay']);
    assert.deepEqual(grouped('series'), ['Talks: go', ': stay,ask,wait']);
    assert.deepEqual(grouped('kind'), ['commitment: wait,go', 'request: ask', 'vow: stay']);
    for (const by of groupings) assert.deepEqual(groupsOf([], by), []);
  });

  it('is filtered by all words that are given, however they are written', () => {
    const found = (filter: string) =>
      items.filter((one) => fits(one, filter)).map((one) => one.mark.words);
    assert.deepEqual(found('BELMARK talks'), ['go']);
    assert.deepEqual(found('会談 ａ#wait'), ['wait']);
    assert.deepEqual(found('2030-05 '), ['ask', 'wait']);
    assert.deepEqual(found('belmark vow'), []);
  });

  it('says verb, parties and day, of many parties some', () => {
    const [first] = sheets;
    assert.ok(first);
    const detail = (more: Partial<RegisterMark>) =>
      detailOf({ sheet: first, mark: mark('x', more) });
    assert.equal(detail({}), '');
    assert.equal(
      detail({ verb: 'will', actors: ['A', 'B', 'C'], due: '2032' }),
      'will · A, B, C · 2032',
    );
    assert.equal(detail({ actors: ['A', 'B', 'C', 'D'] }), 'A, B, +2');
  });
});
