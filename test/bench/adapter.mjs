import { fileURLToPath } from 'node:url';

/** How the harness starts and asks our server. */
export default {
  name: 'readout',
  command: [
    'node',
    fileURLToPath(new URL('../../server/dist/node.js', import.meta.url)),
    '--stdio',
  ],
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
