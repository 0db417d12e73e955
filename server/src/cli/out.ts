import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

/** Standard output in pieces; it takes no more than its reader does, so that little waits in memory. */
export interface Out {
  /** Writes a piece, and waits where the reader has not kept up; nothing is written once the reader has gone. */
  readonly write: (text: string) => Promise<void>;
  /** Writes what is still held back. */
  readonly end: () => Promise<void>;
  /** Whether the reader has gone, as `head` does when it has seen enough. */
  readonly isClosed: () => boolean;
}

/** Fewer UTF-16 units than these are held back: a call for each finding would cost more than the finding. */
const piece = 1 << 16;

export function outTo(stream: NodeJS.WritableStream): Out {
  let held: string[] = [];
  let size = 0;

  async function flush(): Promise<void> {
    const text = held.join('');
    held = [];
    size = 0;
    if (!stream.writable || !text) return;
    // An error is for who listens to the stream; it ends the waiting.
    if (!stream.write(text)) await once(stream, 'drain').catch(() => {});
    // A closed pipe is told of in a later turn.
    else await turn();
  }

  return {
    write: async (text) => {
      held.push(text);
      size += text.length;
      if (size >= piece) await flush();
    },
    end: flush,
    isClosed: () => !stream.writable,
  };
}
