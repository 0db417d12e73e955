/** How long work may go on before somebody who waits gets a turn, in milliseconds. */
const stretch = 8;

/** Pauses long work from time to time: call the result between its pieces, which take a millisecond or so. */
export function pacing(pause: () => Promise<void>): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < stretch) return;
    await pause();
    last = performance.now();
  };
}
