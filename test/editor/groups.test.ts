import assert from 'node:assert/strict';
import {
  detailOf,
  fits,
  type Grouping,
  groupings,
  groupsOf,
  isWhole,
  itemsOf,
} from '../../client/src/register/groups.ts';
import type { RegisterMark, RegisterSheet } from '../../server/src/protocol/register-shown.ts';

const mark = (words: string, more: Partial<RegisterMark> = {}): RegisterMark => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  ...{ index: 0, kind: 'commitment', status: 'standing', words, actors: [] },
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
  groupsOf(items, by).map(
    ({ key, items }) => `${key}: ${items.filter(isWhole).map((one) => one.mark.words)}`,
  );

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

  it('lists first what has been due for longest', () => {
    const due = (words: string, dueBy: string) => mark(words, { status: 'overdue', dueBy });
    const late = itemsOf([
      { uri: 'a', title: 'A', date: '2030-05-01', marks: [due('b', '2031-12-31')] },
      {
        uri: 'b',
        title: 'B',
        date: '2031-05-01',
        marks: [due('c', '2032-01-31'), due('a', '2031-06-30')],
      },
    ]);
    const words = (by: Grouping) =>
      groupsOf(late, by).flatMap(({ items }) => items.filter(isWhole).map((one) => one.mark.words));
    assert.deepEqual(words('status'), ['a', 'b', 'c']);
    assert.deepEqual(words('kind'), ['b', 'c', 'a']);
  });

  it('is filtered by all words that are given, however they are written', () => {
    const found = (filter: string) =>
      items.filter((one) => fits(one, filter, ['約束'])).map((one) => one.mark.words);
    assert.deepEqual(found('BELMARK talks'), ['go']);
    assert.deepEqual(found('会談 ａ#wait'), ['wait']);
    assert.deepEqual(found('2030-05 '), ['ask', 'wait']);
    assert.deepEqual(found('belmark vow'), []);
    assert.deepEqual(found('約束 talks'), ['go']);
  });

  it('says day, parties and verb, of many parties one', () => {
    const [first] = sheets;
    assert.ok(first);
    const detail = (more: Partial<RegisterMark>) =>
      detailOf({ sheet: first, mark: mark('x', more) });
    assert.equal(detail({}), '');
    assert.equal(detail({ verb: 'will', actors: ['A', 'B'], due: '2032' }), '2032 · A, B · will');
    assert.equal(detail({ actors: ['A', 'B', 'C', 'D'] }), 'A, +3');
  });
});
