import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** What the reader sees while a collection is read, and whether they have had enough of it. */
export interface Reading {
  readonly report: (done: number, of: number) => void;
  readonly isCancelled: () => boolean;
  readonly done: () => void;
}

/** Shows progress as soon as the client has a place for it; the work does not wait for that. */
export function reading(connection: Connection): Reading {
  let shown: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  let percent = -1;
  const begin = (progress: WorkDoneProgressServerReporter) => {
    progress.begin('Readout', 0, 'Reading readouts', true);
    if (isDone) progress.done();
    else shown = progress;
  };
  // A client that shows none refuses, and misses nothing.
  connection.window.createWorkDoneProgress().then(begin, () => {});
  return {
    report: (done, of) => {
      const now = Math.floor((100 * done) / of);
      if (now === percent) return;
      percent = now;
      shown?.report(percent, `${done} of ${of} readouts`);
    },
    isCancelled: () => shown?.token.isCancellationRequested === true,
    done: () => {
      isDone = true;
      shown?.done();
    },
  };
}
