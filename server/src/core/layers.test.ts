import assert from 'node:assert/strict';
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
