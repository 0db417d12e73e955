import { fileURLToPath } from 'node:url';

/** Where our server keeps what it has read, away from what a person keeps. */
export const cache = new URL('../../.cache/bench/kept', import.meta.url);

/** How the harness starts and asks our server: with an empty cache in the first round, with what that has kept in the others. */
export default {
  name: 'readout',
  command: [
    'node',
    fileURLToPath(new URL('../../server/dist/node.js', import.meta.url)),
    '--stdio',
    `--code=${fileURLToPath(cache)}`,
  ],
  initializationOptions: { storage: cache.toString() },
  // What the harness offers every server, and an answer: more than fifty thousand files are read when a
  // person says so.
  capabilities: {
    general: { positionEncodings: ['utf-16'] },
    window: { workDoneProgress: true, showMessage: {} },
    workspace: {
      ...{ configuration: true, workspaceFolders: true, symbol: {} },
      didChangeConfiguration: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      workspaceEdit: { documentChanges: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
  },
  handlers: { 'window/showMessageRequest': ({ actions }) => actions?.[0] ?? null },
  ready: { kind: 'symbol' },
  diagnostics: 'push',
};
