/**
 * A map that never changes: `with` makes the next one and shares what stays. Changes lie in layers
 * over the older ones; a layer is merged down when it has grown to half of the one below, so a change
 * costs its own size, loading a collection piece by piece costs n log n, and a look-up passes few layers.
 */
export interface Layers<K, V> {
  readonly size: number;
  readonly get: (key: K) => V | undefined;
  readonly has: (key: K) => boolean;
  /** The map with these entries set; `undefined` takes an entry out. */
  readonly with: (changes: ReadonlyMap<K, V | undefined>) => Layers<K, V>;
  readonly keys: () => IterableIterator<K>;
  readonly values: () => IterableIterator<V>;
  readonly entries: () => IterableIterator<[K, V]>;
  /** What it is made of, the oldest first; maps made from one another share theirs. */
  readonly layers: readonly Layer<K, V>[];
}

type Layer<K, V> = ReadonlyMap<K, V | Gone>;

/** What stands in a layer for an entry that was taken out: one look-up then tells it from one that is not there. */
type Gone = typeof gone;
const gone = Symbol('gone');

/**
 * The keys whose values may differ between two maps, each once. Where one was made from the other
 * these are few; for strangers they are all.
 */
export function differing<K, V>(a: Layers<K, V>, b: Layers<K, V>): Set<K> {
  let shared = 0;
  while (a.layers[shared] !== undefined && a.layers[shared] === b.layers[shared]) shared++;
  const keys = new Set<K>();
  for (const layer of [...a.layers.slice(shared), ...b.layers.slice(shared)]) {
    for (const key of layer.keys()) keys.add(key);
  }
  return keys;
}

/** The map of nothing. */
export const noLayers = <K, V>(): Layers<K, V> => layered<K, V>([], 0);

function layered<K, V>(layers: readonly Layer<K, V>[], size: number): Layers<K, V> {
  const get = (key: K): V | undefined => {
    for (let i = layers.length - 1; i >= 0; i--) {
      const value = (layers[i] as Layer<K, V>).get(key);
      if (value !== undefined) return value === gone ? undefined : value;
    }
    return undefined;
  };
  function* entries(): IterableIterator<[K, V]> {
    for (let i = 0; i < layers.length; i++) {
      for (const [key, value] of layers[i] as Layer<K, V>) {
        if (value !== gone && !shadowed(layers, i, key)) yield [key, value];
      }
    }
  }
  const self: Layers<K, V> = {
    size,
    layers,
    get,
    has: (key) => get(key) !== undefined,
    with: (changes) => {
      // The same object, so that what others keep of it stays good.
      if (changes.size === 0) return self;
      let grown = size;
      for (const [key, value] of changes) {
        grown += (value === undefined ? 0 : 1) - (get(key) === undefined ? 0 : 1);
      }
      return layered(merged(layers, changes), grown);
    },
    entries,
    keys: function* () {
      for (const [key] of entries()) yield key;
    },
    values: function* () {
      for (const [, value] of entries()) yield value;
    },
  };
  return self;
}

function shadowed<K, V>(layers: readonly Layer<K, V>[], below: number, key: K): boolean {
  for (let i = below + 1; i < layers.length; i++) if (layers[i]?.has(key)) return true;
  return false;
}

function merged<K, V>(
  layers: readonly Layer<K, V>[],
  changes: ReadonlyMap<K, V | undefined>,
): readonly Layer<K, V>[] {
  let keep = layers.length;
  let size = changes.size;
  while (keep > 0 && (layers[keep - 1] as Layer<K, V>).size <= 2 * size) {
    size += (layers[--keep] as Layer<K, V>).size;
  }
  const top = new Map<K, V | Gone>();
  for (const layer of [...layers.slice(keep), changes]) {
    for (const [key, value = gone] of layer) {
      // At the bottom nothing is left to take out.
      if (value === gone && keep === 0) top.delete(key);
      else top.set(key, value);
    }
  }
  return [...layers.slice(0, keep), top];
}
