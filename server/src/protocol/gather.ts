/** How many moments a burst may go on before it is taken all the same. */
const patience = 33;

/**
 * Gathers what comes in bursts: when a moment has passed in which nothing more came, `take` hears of all
 * of it at once. A change of branches tells of two thousand files in many pieces, and is one change all
 * the same. `later` runs work after a moment.
 */
export function gathering<T>(
  take: (all: ReadonlySet<T>) => void,
  later: (work: () => void) => void,
): (some: Iterable<T>) => void {
  let gathered = new Set<T>();
  let isWaiting = false;
  let moreCame = false;

  function wait(moments: number): void {
    moreCame = false;
    later(() => {
      if (moreCame && moments < patience) {
        wait(moments + 1);
        return;
      }
      const all = gathered;
      gathered = new Set();
      isWaiting = false;
      take(all);
    });
  }

  return (some) => {
    for (const one of some) gathered.add(one);
    moreCame = true;
    if (isWaiting) return;
    isWaiting = true;
    wait(1);
  };
}
