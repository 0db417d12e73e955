import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  type Event,
} from 'vscode';
import { type BaseLanguageClient, ProgressType, State } from 'vscode-languageclient';

/** The least pause between a change and the next question, in milliseconds. */
const leastPause = 400;

/** How often what has come so far is shown while it is read for the first time, in milliseconds. */
const showing = 500;

/** What a view shows, as the server has it, for as long as somebody looks at it. */
export interface Reading<T> extends Disposable {
  /** The latest. The first call reads it, and has what came first, or all of it for somebody patient. */
  readonly all: (isPatient?: boolean) => Promise<readonly T[]>;
  /** Comes true when it has been read to its end; reads it anew where it has changed since. */
  readonly whole: () => Promise<void>;
  /** Whether it has been read to its end once. */
  readonly isWhole: () => boolean;
  /** Reads it anew where it has changed since. */
  readonly lookAgain: () => void;
}

export interface Readable<T> {
  readonly client: BaseLanguageClient;
  /** Asks the server: pieces come under the token, and what is left is the answer. */
  readonly ask: (
    partialResultToken: string,
    token: CancellationToken,
  ) => Promise<readonly T[] | undefined>;
  /** Fires when a collection has changed, perhaps before what was read last. */
  readonly changed: Event<void>;
  /** The same number while no collection changes; undefined where the server does not answer. */
  readonly edition: () => Promise<number | undefined>;
  /** Whether somebody looks. */
  readonly isLooking: () => boolean;
  /** Called when there is more, or another, than before. */
  readonly renewed: () => void;
  /** How many times as long as it took to read it rests before it reads again: 4 leave it a fifth of the time. */
  readonly rest?: number;
  /** Shows that the first reading goes on. */
  readonly during: (work: Promise<void>) => void;
}

let asked = 0;

/**
 * Reads what a view shows when somebody looks, and again a while after changes: the longer it took, the longer
 * the while, so that a large collection is not gone through at every word that is typed. The first time what has
 * come is shown as it comes; later what was shown before stays until all of it has.
 */
export function reading<T extends object>({
  client,
  ask,
  changed,
  edition,
  isLooking,
  renewed,
  rest: times = 4,
  during,
}: Readable<T>): Reading<T> {
  const type = new ProgressType<readonly T[]>();
  let known: readonly T[] = [];
  let isWhole = false;
  let isStale = true;
  /** Whether somebody was given less than the whole. */
  let isShort = false;
  let took = 0;
  let readAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  const over = new CancellationTokenSource();

  /** Reads it, unless nothing has changed since it was read; tells whether it did. */
  async function read(): Promise<boolean> {
    isStale = false;
    const now = await edition();
    if (now !== undefined && now === readAt) return false;
    const began = Date.now();
    const found: T[] = [];
    const partialResultToken = `view ${++asked}`;
    let shown = began;
    const pieces = client.onProgress(type, partialResultToken, (piece) => {
      found.push(...piece);
      if (isWhole) return;
      known = found;
      firstCame();
      if (Date.now() - shown < showing) return;
      shown = Date.now();
      renewed();
    });
    const rest = await ask(partialResultToken, over.token);
    pieces.dispose();
    took = Date.now() - began;
    // Where the server did not answer, what was shown before is still the best there is, until it tells of
    // a change or is started anew.
    if (rest) known = [...found, ...rest];
    readAt = rest && now;
    isWhole = true;
    return true;
  }

  function start(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function again(): Promise<void> {
    if (await start()) renewed();
  }

  /** Asks after a while, again and again until nothing has changed meanwhile. */
  function lookSoon(): void {
    if (timer || !isLooking() || !isStale) return;
    timer = setTimeout(() => void again().then(lookSoon), Math.max(leastPause, times * took));
  }

  const subscriptions = [
    changed(() => {
      isStale = true;
      lookSoon();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      isStale = true;
      readAt = undefined;
      lookSoon();
    }),
  ];

  let firstCame = () => {};
  let first: { readonly some: Promise<void>; readonly whole: Promise<void> } | undefined;

  /** Reads it for the first time; what comes behind the first piece is shown as it comes. */
  function begin() {
    const whole = start().then(() => {});
    during(whole);
    const some = new Promise<void>((resolve) => {
      firstCame = resolve;
    });
    void whole.then(() => {
      if (isShort) renewed();
    });
    return { some: Promise.race([whole, some]), whole };
  }

  return {
    all: async (isPatient = false) => {
      first ??= begin();
      await (isPatient ? first.whole : first.some);
      if (!isWhole) isShort = true;
      return known;
    },
    whole: async () => {
      first ??= begin();
      if (running || isStale) await start();
    },
    isWhole: () => isWhole,
    lookAgain: () => {
      if (first) lookSoon();
    },
    dispose: () => {
      clearTimeout(timer);
      over.cancel();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
