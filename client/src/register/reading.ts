import { CancellationTokenSource, type Disposable, type Event } from 'vscode';
import { type BaseLanguageClient, ProgressType, State } from 'vscode-languageclient';
import type { RegisterSheet } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../ask.ts';

const sheetsOf = new ProgressType<readonly RegisterSheet[]>();

/** The least pause between a change and the next question, in milliseconds. */
const leastPause = 400;

/** The register as the server has it, for as long as somebody looks at it. */
export interface Reading extends Disposable {
  /** The latest; the first call reads it. */
  readonly sheets: () => Promise<readonly RegisterSheet[]>;
  /** Reads it anew where it has changed since. */
  readonly lookAgain: () => void;
}

/**
 * Reads the register when somebody looks, and again a while after changes: the longer it took, the longer
 * the while, so that a large collection is not gone through at every word that is typed.
 * @param changed fires when a collection has changed
 * @param isLooking whether somebody looks
 * @param renewed called when there is another register than before
 */
export function readingRegister(
  client: BaseLanguageClient,
  ask: Ask,
  changed: Event<void>,
  isLooking: () => boolean,
  renewed: () => void,
): Reading {
  let sheets: readonly RegisterSheet[] = [];
  let isStale = true;
  let took = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let asked = 0;
  const over = new CancellationTokenSource();

  async function read(): Promise<void> {
    isStale = false;
    const began = Date.now();
    const found: RegisterSheet[] = [];
    const partialResultToken = `register ${++asked}`;
    const pieces = client.onProgress(sheetsOf, partialResultToken, (piece) => {
      found.push(...piece);
    });
    const rest = await ask('readout/register', { partialResultToken }, over.token);
    pieces.dispose();
    took = Date.now() - began;
    // Where the server did not answer, what was shown before is still the best there is, until it tells of
    // a change or is started anew.
    if (rest) sheets = [...found, ...rest];
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** Asks after a while, again and again until nothing has changed meanwhile. */
  function lookSoon(): void {
    if (timer || !isLooking() || !isStale) return;
    timer = setTimeout(
      () => void start().then(renewed).then(lookSoon),
      Math.max(leastPause, 4 * took),
    );
  }

  const subscriptions = [
    changed(() => {
      isStale = true;
      lookSoon();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      isStale = true;
      lookSoon();
    }),
  ];

  let isFirst = true;
  return {
    sheets: async () => {
      if (isFirst) await start();
      isFirst = false;
      return sheets;
    },
    lookAgain: () => {
      if (!isFirst) lookSoon();
    },
    dispose: () => {
      clearTimeout(timer);
      over.cancel();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
