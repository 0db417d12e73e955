import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noUris, type UriIndex } from './uri-index.ts';

type Model = ReadonlyMap<string, ReadonlySet<string>>;

const names = ['a', 'b', 'c', 'd'];
const moves = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    uri: fc.constantFrom('1', '2', '3', '4', '5'),
    out: fc.boolean(),
  }),
  { maxLength: 5 },
);

function next(index: UriIndex, model: Model, batch: readonly Move[]): [UriIndex, Model] {
  const leave = new Map<string, string[]>();
  const join = new Map<string, string[]>();
  const after = new Map([...model].map(([name, uris]) => [name, new Set(uris)]));
  for (const { name, uri } of batch.filter(({ out }) => out)) {
    leave.set(name, [...(leave.get(name) ?? []), uri]);
    after.get(name)?.delete(uri);
  }
  for (const { name, uri } of batch.filter(({ out }) => !out)) {
    const uris = after.get(name) ?? new Set();
    if (uris.has(uri)) continue;
    join.set(name, [...(join.get(name) ?? []), uri]);
    after.set(name, uris.add(uri));
  }
  return [index.with({ leave, join }), after];
}

interface Move {
  readonly name: string;
  readonly uri: string;
  readonly out: boolean;
}

function check(index: UriIndex, model: Model): void {
  const filled = [...model].filter(([, uris]) => uris.size).map(([name]) => name);
  for (const name of names) {
    const wanted = [...(model.get(name) ?? [])].sort();
    assert.deepEqual([...(index.get(name) ?? [])].sort(), wanted);
    assert.equal(index.has(name), wanted.length > 0);
  }
  assert.deepEqual([...index.keys()].sort(), filled.sort());
  for (const [name, uris] of index.entries()) assert.deepEqual(uris, index.get(name));
}

describe('an index of URIs', () => {
  it('is what came and went, and the one before stays as it was', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 20 }), (history) => {
        let index: UriIndex = noUris;
        let model: Model = new Map();
        for (const batch of history) {
          const [after, wanted] = next(index, model, batch);
          check(after, wanted);
          check(index, model);
          [index, model] = [after, wanted];
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same one where nothing changed', () => {
    const [index] = next(noUris, new Map(), [{ name: 'a', uri: '1', out: false }]);
    assert.equal(index.with({ leave: new Map(), join: new Map() }), index);
    assert.equal(noUris.get('a'), undefined);
  });
});
