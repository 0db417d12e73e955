import type { Connection } from 'vscode-languageserver';

/** The least time between two messages, in milliseconds: who types all day should not be told all day. */
const apart = 500;

export interface Telling {
  /** Something in a collection has changed. */
  readonly changed: () => void;
  /** Another number after each change. */
  readonly edition: () => number;
}

/**
 * Tells a client that wants to hear it that something in a collection has changed, a moment after it has; of
 * many changes within a moment once.
 */
export function createTelling(connection: Connection, isWanted: () => boolean): Telling {
  let edition = 0;
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    void connection.sendNotification('readout/changed');
  };
  return {
    changed: () => {
      edition++;
      if (isWaiting || !isWanted()) return;
      isWaiting = true;
      setTimeout(tell, apart);
    },
    edition: () => edition,
  };
}
