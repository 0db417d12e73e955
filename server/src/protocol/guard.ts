/**
 * Work that nobody waits for, so that nobody else could hear of its failure: it is logged, and whoever
 * sent the notification goes on. It begins at once.
 */
export const guarding =
  (log: (line: string) => void) =>
  <A extends readonly unknown[]>(what: string, work: (...args: A) => unknown) =>
  async (...args: A): Promise<void> => {
    try {
      await work(...args);
    } catch (error) {
      log(`${what} failed: ${(error as Error)?.stack ?? error}`);
    }
  };

export type Guarded = ReturnType<typeof guarding>;
