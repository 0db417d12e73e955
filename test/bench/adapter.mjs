import { fileURLToPath } from 'node:url';

/** How the harness starts and asks our server. */
export default {
  name: 'readout',
  command: [
    'node',
    fileURLToPath(new URL('../../server/dist/node.js', import.meta.url)),
    '--stdio',
  ],
  ready: { kind: 'symbol' },
  diagnostics: 'push',
};
