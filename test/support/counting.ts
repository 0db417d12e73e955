/** Small steps by what they do. */
export interface Steps {
  /** Looks at a character, or at a stretch of them. */
  readonly reading: number;
  /** Looks something up by a key, or keeps it. */
  readonly lookups: number;
  /** Goes through a list, or adds to it. */
  readonly lists: number;
}

const counted: readonly (readonly [keyof Steps, object, readonly string[]])[] = [
  [
    'reading',
    String.prototype,
    ['charCodeAt', 'indexOf', 'slice', 'startsWith', 'includes', 'replace'],
  ],
  ['reading', RegExp.prototype, ['exec', 'test']],
  ['lookups', Map.prototype, ['get', 'has', 'set', 'delete']],
  ['lookups', Set.prototype, ['has', 'add', 'delete']],
  ['lookups', WeakMap.prototype, ['get', 'set']],
  ['lists', Array.prototype, ['push', 'filter', 'map', 'find', 'some', 'sort', 'includes']],
];

/**
 * How many small steps some work takes, whatever else the machine does: calls of what reads characters and
 * looks things up are counted while it runs.
 */
export async function stepsOf(work: () => unknown): Promise<Steps> {
  const steps = { reading: 0, lookups: 0, lists: 0 };
  const back: (() => void)[] = [];
  for (const [sort, prototype, names] of counted) {
    const methods = prototype as Record<string, (...given: unknown[]) => unknown>;
    for (const name of names) {
      const method = methods[name];
      if (!method) continue;
      methods[name] = function (this: unknown, ...given: unknown[]) {
        steps[sort]++;
        return method.apply(this, given);
      };
      back.push(() => {
        methods[name] = method;
      });
    }
  }
  try {
    await work();
  } finally {
    for (const restore of back) restore();
  }
  return steps;
}

/** What takes more than `factor` times as many steps in the second as in the first, for people to read. */
export const grown = (first: Steps, second: Steps, factor: number): string[] =>
  (['reading', 'lookups', 'lists'] as const).flatMap((sort) =>
    second[sort] > factor * first[sort] + few
      ? [`${sort}: ${first[sort]} steps, then ${second[sort]}`]
      : [],
  );

/** So many steps more are no growth. */
const few = 200;
