import type { Buffer } from '../workspace/workspace.ts';

/** How long nothing must follow before findings are made, for whom typing has outrun; in milliseconds. */
const breath = 50;

/** How long findings may be put off in all while one change follows another, in milliseconds. */
const mostWait = 300;

export interface TypingHost {
  /** Gives way until a message that has come has been read and answered. */
  readonly pause: () => Promise<void>;
  /** Gives way for so many milliseconds. */
  readonly wait: (time: number) => Promise<void>;
  readonly bufferOf: (uri: string) => Buffer | undefined;
}

/**
 * Tells when a text that is typed deserves its findings. Of several changes that wait to be read only the
 * last does: findings of those before would be stale when they arrive, and whoever types would wait for
 * them. Who types faster than findings can be sent is left alone until they pause for breath.
 */
export function createTyping({ pause, wait, bufferOf }: TypingHost) {
  const waiting = new Set<string>();
  const sending = new Map<string, number>();

  /** Waits until findings of a file should be made; false where somebody waits for them already. */
  async function deservesFindings(uri: string): Promise<boolean> {
    if (waiting.has(uri)) return false;
    waiting.add(uri);
    const since = performance.now();
    let isOutrun = sending.has(uri);
    let seen: Buffer | undefined;
    do {
      seen = bufferOf(uri);
      // The next message may be another key, or a question that somebody waits for.
      await pause();
      if (isOutrun) await wait(breath);
      isOutrun = true;
    } while (bufferOf(uri) !== seen && performance.now() - since < mostWait);
    waiting.delete(uri);
    return bufferOf(uri) !== undefined;
  }

  /** Findings of a file are on their way until `sent`. */
  function sends(uri: string, sent: Promise<void>): void {
    const count = (by: number) => {
      const now = (sending.get(uri) ?? 0) + by;
      if (now) sending.set(uri, now);
      else sending.delete(uri);
    };
    count(1);
    const done = () => count(-1);
    sent.then(done, done);
  }

  /** Whether somebody waits until findings of a file should be made; of one that was closed meanwhile nobody does. */
  const isTyped = (uri: string): boolean => waiting.has(uri) && bufferOf(uri) !== undefined;

  return { deservesFindings, isTyped, sends };
}
