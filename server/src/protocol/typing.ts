import type { Buffer } from '../workspace/workspace.ts';

/** How long findings may be put off while one change follows another, in milliseconds. */
const mostWait = 100;

export interface TypingHost {
  /** Gives way to what waits in the event loop. */
  readonly pause: () => Promise<void>;
  readonly bufferOf: (uri: string) => Buffer | undefined;
}

/**
 * Tells which texts deserve findings of their own. Of several that wait to be read only the last does:
 * findings of those before would be stale when they arrive, and whoever types would wait for them.
 */
export function createTyping({ pause, bufferOf }: TypingHost) {
  const waiting = new Map<string, number>();
  /** Whether findings of this text should be made now; false where a later one will be asked for. */
  return async ({ uri, version }: Buffer): Promise<boolean> => {
    const since = waiting.get(uri) ?? performance.now();
    waiting.set(uri, since);
    // The library reads one message a turn, so after two of them the next one has been read.
    await pause();
    await pause();
    const isLast = bufferOf(uri)?.version === version;
    if (!isLast && performance.now() - since < mostWait) return false;
    waiting.delete(uri);
    return true;
  };
}
