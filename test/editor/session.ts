import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
// @ts-expect-error: a script, without types
import { serveEditor } from '../../.tools/web/serve.mjs';

type Vscode = typeof import('vscode');

/** A browser with the editor in it, and a way to run functions where extensions run. */
export interface Session {
  readonly page: Page;
  /** Addresses outside this machine that the editor asked for. */
  readonly strangers: readonly string[];
  /** Runs a function in the editor; it sees its arguments alone, and both ways go through JSON. */
  run<A extends unknown[], R>(
    inEditor: (vscode: Vscode, ...args: A) => R | PromiseLike<R>,
    ...args: A
  ): Promise<R>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const bridge = fileURLToPath(new URL('bridge', import.meta.url));

/** A Chromium or Chrome of this machine, or undefined. */
export function findBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const known = [
    process.env.CHROME_PATH,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return known.find((path) => path !== undefined && existsSync(path));
}

/** The same for a suite, which is skipped, and says so, where there is none. */
export function browserFor(suite: Mocha.Context): string {
  const browser = findBrowser();
  if (browser) return browser;
  console.log('    editor test skipped: no Chromium or Chrome found');
  return suite.skip();
}

/** Opens a folder in VS Code for the web, with the extension as it was built. */
export async function openEditor(
  executablePath: string,
  folder: string,
  settings: object,
  {
    extension = root,
    workspace,
    size = { viewport: { width: 1400, height: 900 } },
  }: {
    readonly extension?: string;
    /** A file of the folder that lists the folders to open; without it the folder itself is opened. */
    readonly workspace?: string;
    readonly size?: BrowserContextOptions;
  } = {},
): Promise<Session> {
  const { ask, routes } = questions();
  const server = await serveEditor({
    folder,
    workspace,
    extensions: [extension, bridge],
    // A browser's editor saves by itself after a second: what one test wrote would be there in the next.
    settings: { 'files.autoSave': 'off', ...settings },
    routes,
  });
  const browser = await launch(executablePath);
  const page = await browser.newPage(size);
  const strangers: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !hostname.endsWith('localhost')) {
      strangers.push(request.url());
    }
  });
  await page.goto(server.url);
  return {
    page,
    strangers,
    run: (inEditor, ...args) => ask({ source: String(inEditor), args }) as never,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

interface Question {
  readonly source: string;
  readonly args: readonly unknown[];
}

/** The test's end of the bridge: questions wait until the editor fetches them, one at a time. */
function questions() {
  const waiting: { question: Question; answered: (answer: string) => void }[] = [];
  const bell = new EventTarget();
  let answered: ((answer: string) => void) | undefined;

  const routes = {
    '/bridge/question': async (_: IncomingMessage, response: ServerResponse) => {
      while (waiting.length === 0) await once(bell, 'question');
      const next = waiting.shift();
      answered = next?.answered;
      response.end(JSON.stringify(next?.question));
    },
    '/bridge/answer': async (request: IncomingMessage, response: ServerResponse) => {
      answered?.(await text(request));
      response.end();
    },
  };

  const ask = async (question: Question): Promise<unknown> => {
    const answer = await new Promise<string>((resolve) => {
      waiting.push({ question, answered: resolve });
      bell.dispatchEvent(new Event('question'));
    });
    const { value, error } = JSON.parse(answer);
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return { ask, routes };
}
