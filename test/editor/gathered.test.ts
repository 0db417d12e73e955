import assert from 'node:assert/strict';
import { documentsIn, filtered, keyOf, meantIn } from '../../client/src/mentions/gathered.ts';
import type {
  UnlinkedSheet,
  UnlinkedTargetShown,
} from '../../server/src/protocol/unlinked-shown.ts';

const target = (name: string, more: Partial<UnlinkedTargetShown> = {}): UnlinkedTargetShown => ({
  ...{ target: name.toLowerCase(), collection: 'c', names: [name], also: [] },
  ...more,
});

const sheets: readonly UnlinkedSheet[] = [
  {
    ...{ uri: 'a', title: 'Spring', date: '2030-05-01' },
    targets: [target('Orla', { kind: 'place', also: ['ＭＣＡＳ'] }), target('Belmark')],
    found: [
      { target: 0, places: 3 },
      { target: 1, places: 1 },
    ],
  },
  {
    ...{ uri: 'b', title: 'Autumn', date: '2031-10-06' },
    targets: [target('Corvia')],
    found: [
      { target: 0, places: 1 },
      { target: 2, places: 1 },
    ],
  },
  // What came in another piece than what it means cannot be told of.
  { uri: 'z', title: 'Astray', found: [{ target: 9, places: 1 }] },
];
const all = meantIn('entity', sheets);

const said = (some: typeof all): string[] =>
  some.map(
    ({ shown, places, documents }) =>
      `${shown.names}: ${places} in ${documents.map(({ sheet }) => sheet.title)}`,
  );

describe('the mentions, gathered', () => {
  it('begin with what most documents speak of, and in it with the newest', () => {
    assert.deepEqual(said(all), [
      'Orla: 4 in Autumn,Spring',
      'Belmark: 1 in Spring',
      'Corvia: 1 in Autumn',
    ]);
    assert.equal(documentsIn(all), 2);
    assert.deepEqual(all.map(keyOf), ['entity c orla', 'entity c belmark', 'entity c corvia']);
  });

  it('are filtered by names, and by the documents that speak of them', () => {
    const found = (filter: string) => filtered(all, filter, (kind) => `${kind} 場所`);
    assert.deepEqual(said(found('mcas')), ['Orla: 4 in Autumn,Spring']);
    assert.deepEqual(said(found('autumn')), ['Orla: 1 in Autumn', 'Corvia: 1 in Autumn']);
    assert.deepEqual(said(found('PLACE 2030')), ['Orla: 3 in Spring']);
    assert.deepEqual(said(found('場所 2030')), ['Orla: 3 in Spring']);
    assert.deepEqual(said(found('nobody')), []);
    assert.equal(found('').length, 3);
  });
});
