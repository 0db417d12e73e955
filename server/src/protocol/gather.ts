/** Runs work later, unless what it returns is called first. */
export type Later = (work: () => void) => () => void;

/** How often a burst may put off the moment when it is taken. */
const patience = 20;

/**
 * Gathers what comes in bursts: when nothing more has come for a moment, `take` hears of all of it at
 * once. A change of branches tells of two thousand files in many pieces, and is one change all the same.
 */
export function gathering<T>(
  take: (all: ReadonlySet<T>) => void,
  later: Later,
): (some: Iterable<T>) => void {
  let gathered = new Set<T>();
  let stop: (() => void) | undefined;
  let times = 0;
  return (some) => {
    for (const one of some) gathered.add(one);
    times++;
    if (stop && times > patience) return;
    stop?.();
    stop = later(() => {
      const all = gathered;
      gathered = new Set();
      stop = undefined;
      times = 0;
      take(all);
    });
  };
}
