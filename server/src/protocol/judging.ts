import type { Workspace } from '../workspace/workspace.ts';
import type { Publisher } from './publisher.ts';

/** Says whose findings are to be made again, and when. */
export function createJudging(workspace: () => Workspace, publisher: () => Publisher) {
  /** Closed files whose findings wait until the folders have been read. */
  const waiting = new Set<string>();

  return {
    /** While folders are read nobody is kept from that, nor from answers, by what is not even open. */
    later: (uris: Iterable<string>): void => {
      const now: string[] = [];
      for (const uri of uris) {
        if (workspace().isSettled() || workspace().bufferOf(uri)) now.push(uri);
        else waiting.add(uri);
      }
      if (workspace().isSettled()) {
        now.push(...waiting);
        waiting.clear();
      }
      publisher().later(now);
    },
    /** All that is known: another day, or other settings. */
    all: (): void => {
      for (const snapshot of workspace().snapshots()) publisher().later(snapshot.entries.keys());
    },
  };
}
