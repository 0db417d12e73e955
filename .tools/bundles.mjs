// The bundles the package ships, as esbuild takes them.
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Libraries that could fetch translations and PDFs find nothing here to do that with. */
const noFetch = { fetch: 'undefined' };
const noNetwork = {
  ...noFetch,
  XMLHttpRequest: 'undefined',
  'import.meta.url': '""',
};

/** What esbuild is told of each bundle; with `dev` they can be read and debugged. */
export function bundlesOf(dev) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    define: noFetch,
    minify: !dev,
    sourcemap: dev,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };
  const browser = { ...shared, platform: 'browser' };
  const program = { banner: { js: '#!/usr/bin/env node' } };

  return [
    // What starts the server, and the server: its code is kept from one start to the next.
    { ...node, ...program, entryPoints: ['server/src/node.ts'], outfile: 'server/dist/node.js' },
    { ...node, entryPoints: ['server/src/server.ts'], outfile: 'server/dist/server.js' },
    {
      ...browser,
      format: 'iife',
      entryPoints: ['server/src/browser.ts'],
      outfile: 'server/dist/browser.js',
    },
    // What reads pages and Word documents, loaded when somebody imports one.
    {
      ...node,
      entryPoints: ['server/src/converter-node.ts'],
      outfile: 'server/dist/converter-node.js',
    },
    {
      ...browser,
      format: 'iife',
      entryPoints: ['server/src/converter-browser.ts'],
      outfile: 'server/dist/converter-browser.js',
    },
    // What reads PDFs, which weighs more than all else, loaded when somebody imports one.
    {
      ...node,
      define: noNetwork,
      entryPoints: ['server/src/pdf-node.ts'],
      outfile: 'server/dist/pdf-node.js',
    },
    {
      ...browser,
      // Where there is no window, PDF.js would take the worker's messages for its own.
      define: { ...noNetwork, window: 'globalThis' },
      format: 'iife',
      entryPoints: ['server/src/pdf-browser.ts'],
      outfile: 'server/dist/pdf-browser.js',
    },
    { ...node, ...program, entryPoints: ['server/src/cli.ts'], outfile: 'server/dist/cli.js' },
    {
      ...node,
      external: ['vscode'],
      entryPoints: ['client/src/node.ts'],
      outfile: 'client/dist/node.js',
    },
    {
      ...browser,
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['client/src/browser.ts'],
      outfile: 'client/dist/browser.js',
    },
    {
      ...browser,
      format: 'iife',
      entryPoints: ['client/reading-view/main.ts'],
      outfile: 'client/dist/reading-view.js',
    },
    {
      ...browser,
      entryPoints: ['client/reading-view/reading-view.css'],
      outfile: 'client/dist/reading-view.css',
    },
  ];
}
