import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differing, type Layers, noLayers } from './layers.ts';

const from = (pairs: readonly (readonly [string, number])[]): Layers<string, number> =>
  noLayers<string, number>().with(new Map(pairs));

const many = from(Array.from({ length: 50 }, (_, i) => [`k${i}`, i] as const));

describe('differing', () => {
  it('names the keys of the last changes alone', () => {
    const next = many.with(new Map([['k3', 33]])).with(new Map([['k4', undefined]]));
    assert.deepEqual([...differing(many, next)].sort(), ['k3', 'k4']);
    assert.deepEqual([...differing(next, many)].sort(), ['k3', 'k4']);
    assert.deepEqual([...differing(next, next)], []);
  });

  it('holds every key that differs, after any number of changes', () => {
    let last = many;
    for (let i = 0; i < 200; i++) {
      const next = last.with(new Map([[`k${(i * 7) % 60}`, i % 5 === 0 ? undefined : i]]));
      const named = differing(many, next);
      for (let k = 0; k < 60; k++) {
        const key = `k${k}`;
        if (many.get(key) !== next.get(key)) assert.ok(named.has(key), `${key} after ${i}`);
      }
      last = next;
    }
  });

  it('names all keys of maps that have nothing in common', () => {
    const names = [...differing(from([['a', 1]]), from([['b', 2]]))];
    assert.deepEqual(names.sort(), ['a', 'b']);
  });
});

describe('layers', () => {
  const change = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.option(fc.nat(), { nil: undefined }),
  );

  const check = (layers: Layers<string, number>, model: ReadonlyMap<string, number>) => {
    assert.equal(layers.size, model.size);
    assert.deepEqual([...layers.entries()].sort(), [...model].sort());
    assert.deepEqual([...layers.keys()].sort(), [...model.keys()].sort());
    assert.deepEqual([...layers.values()].sort(), [...model.values()].sort());
    for (const key of 'abcdefg') {
      assert.equal(layers.get(key), model.get(key));
      assert.equal(layers.has(key), model.has(key));
    }
  };

  it('are the map that the changes make, and the one before stays as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), (history) => {
        let layers = noLayers<string, number>();
        let model = new Map<string, number>();
        for (const one of history) {
          const next = layers.with(new Map(Object.entries(one)));
          const after = new Map(model);
          for (const [key, value] of Object.entries(one)) {
            if (value === undefined) after.delete(key);
            else after.set(key, value);
          }
          check(next, after);
          check(layers, model);
          [layers, model] = [next, after];
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stay few, however many changes there were', () => {
    let layers = noLayers<string, number>();
    for (let i = 0; i < 2000; i++) layers = layers.with(new Map([[`k${i}`, i]]));
    assert.equal(layers.size, 2000);
    assert.ok(layers.layers.length < 15, String(layers.layers.length));
  });

  it('are the same ones where nothing changed', () => {
    assert.equal(many.with(new Map()), many);
  });
});
