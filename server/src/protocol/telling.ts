import type { Connection } from 'vscode-languageserver';

/** The least time between two messages, in milliseconds: who types all day should not be told all day. */
const apart = 500;

/**
 * Tells a client that wants to hear it that something in a collection has changed, a moment after it has; of
 * many changes within a moment once.
 */
export function createTelling(connection: Connection, isWanted: () => boolean): () => void {
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    void connection.sendNotification('readout/changed');
  };
  return () => {
    if (isWaiting || !isWanted()) return;
    isWaiting = true;
    setTimeout(tell, apart);
  };
}
