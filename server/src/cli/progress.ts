/** How far something has come, on a line of a terminal that is gone in the end. */
export interface Progress {
  readonly report: (done: number, of: number) => void;
  /** Takes the line away, before something else is written and at the end. */
  readonly clear: () => void;
}

/** What takes less, in milliseconds, is over before somebody could read how far it is. */
const noticed = 500;
/** A terminal is written to no more often than this. */
const between = 100;

/** Progress of reading on a terminal; in a pipe or a file there is none. */
export function progressOn(
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): Progress {
  let next = now() + noticed;
  let isShown = false;
  return {
    report: (done, of) => {
      if (!terminal.isTTY || now() < next) return;
      next = now() + between;
      isShown = true;
      terminal.write(`${wiped}Reading readouts: ${done} of ${of}`);
    },
    clear: () => {
      if (isShown) terminal.write(wiped);
      isShown = false;
    },
  };
}

/** Back to the beginning of the line, and empty. */
const wiped = '\r\u001b[K';
