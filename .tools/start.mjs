// Builds and opens the extension on examples/: `npm start`, or `npm start -- --web --port 3000`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveEditor } from './web/serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const examples = join(root, 'examples');
const { values } = parseArgs({
  options: { web: { type: 'boolean', default: false }, port: { type: 'string' } },
});

const built = spawnSync(process.execPath, [join(root, '.tools/build.mjs'), '--dev'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
if (values.web || values.port !== undefined || !openOnDesktop()) await openInBrowser();

/** Opens the VS Code of this machine, if there is one; whether that worked. */
function openOnDesktop() {
  const code = findCode();
  if (!code) return false;
  const { status } = spawnSync(
    code,
    [`--extensionDevelopmentPath=${root}`, '--new-window', examples],
    // On Windows `code` is a command file, which only a shell can run.
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) return false;
  console.log(`Opened ${examples} in ${code}. What you save there changes these files.`);
  return true;
}

function findCode() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function openInBrowser() {
  const port = Number(values.port ?? 0);
  const served = await serveEditor({ folder: examples, extensions: [root], port }).catch(
    (error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      console.error(`Something else listens at port ${port}. Leave --port out to have a free one.`);
      process.exit(1);
    },
  );
  console.log(`
VS Code for the web, with Readout and a copy of examples/, is at

    ${served.url}

Open it in Chrome, Edge or Firefox. What you change stays in that browser tab and is gone when
it is loaded anew; the files on disk are left alone. Nothing leaves this machine.
Press Ctrl+C to stop.`);
}
