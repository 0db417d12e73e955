/**
 * URIs by name, never changing: `with` makes the next one. Like `Layers`, but a layer holds what joins and
 * leaves a list, so loading a collection piece by piece neither looks up nor copies long lists again and again.
 */
export interface UriIndex {
  /** The URIs of a name, each once, in no particular order; undefined where there are none. */
  readonly get: (name: string) => readonly string[] | undefined;
  readonly has: (name: string) => boolean;
  readonly with: (changes: UriChanges) => UriIndex;
  readonly keys: () => IterableIterator<string>;
  readonly entries: () => IterableIterator<[string, readonly string[]]>;
}

/** Lists of URIs by name, all of them with something in it. */
export interface UriLists extends Iterable<[string, readonly string[]]> {
  readonly size: number;
  readonly get: (name: string) => readonly string[] | undefined;
  readonly has: (name: string) => boolean;
  readonly keys: () => IterableIterator<string>;
}

/** URIs that leave names, then URIs that join names. A URI joins only a name it does not have. */
export interface UriChanges {
  readonly leave: UriLists;
  readonly join: UriLists;
}

/** The index of nothing. */
export const noUris: UriIndex = indexed([]);

/** The index of lists that were made elsewhere. */
export const uriIndexOf = (join: UriLists): UriIndex => noUris.with({ leave: new Map(), join });

function indexed(layers: readonly UriChanges[]): UriIndex {
  const get = (name: string): readonly string[] | undefined => {
    let uris: readonly string[] | undefined;
    for (const layer of layers) uris = after(uris, layer.leave.get(name), layer.join.get(name));
    return uris?.length ? uris : undefined;
  };
  function* entries(): IterableIterator<[string, readonly string[]]> {
    for (let i = 0; i < layers.length; i++) {
      for (const name of (layers[i] as UriChanges).join.keys()) {
        const isLast = !layers.slice(i + 1).some((layer) => layer.join.has(name));
        const uris = isLast ? get(name) : undefined;
        if (uris) yield [name, uris];
      }
    }
  }
  const index: UriIndex = {
    get,
    has: (name) => get(name) !== undefined,
    // Nothing changed: the same index, so that what was worked out from it can be kept beside it.
    with: (changes) =>
      changes.leave.size || changes.join.size ? indexed(merged(layers, changes)) : index,
    entries,
    keys: function* () {
      for (const [name] of entries()) yield name;
    },
  };
  return index;
}

function after(
  uris: readonly string[] | undefined,
  leave: readonly string[] | undefined,
  join: readonly string[] | undefined,
): readonly string[] | undefined {
  const kept = uris && leave ? uris.filter((uri) => !leave.includes(uri)) : uris;
  return kept?.length && join ? [...kept, ...join] : (join ?? kept);
}

const sizeOf = ({ leave, join }: UriChanges): number => leave.size + join.size;

function merged(layers: readonly UriChanges[], changes: UriChanges): readonly UriChanges[] {
  let keep = layers.length;
  let size = sizeOf(changes);
  while (keep > 0 && sizeOf(layers[keep - 1] as UriChanges) <= 2 * size) {
    size += sizeOf(layers[--keep] as UriChanges);
  }
  if (keep === layers.length) return [...layers, changes];
  const leave = new Map<string, readonly string[]>();
  const join = new Map<string, readonly string[]>();
  for (const layer of [...layers.slice(keep), changes]) {
    for (const [name, uris] of layer.leave) {
      const kept = after(join.get(name), uris, undefined);
      if (kept?.length) join.set(name, kept);
      else join.delete(name);
      // At the bottom nothing is left to leave.
      if (keep > 0) leave.set(name, after(leave.get(name), undefined, uris) as readonly string[]);
    }
    for (const [name, uris] of layer.join) {
      join.set(name, after(join.get(name), undefined, uris) as readonly string[]);
    }
  }
  return [...layers.slice(0, keep), { leave, join }];
}
