import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { t } from '../core/language.ts';

/** What somebody sees while readouts are gone through, and whether they have had enough of it. */
export interface GoingThrough {
  readonly report: (done: number, of: number) => void;
  readonly isCancelled: () => boolean;
  readonly done: () => void;
}

/** Shows the progress of reading a collection as soon as the client has a place for it. */
export function reading(connection: Connection): GoingThrough {
  const shown = goingThrough(connection, t`Reading readouts`);
  shown.begin();
  return shown;
}

/** What takes less, in milliseconds, is over before somebody could read what it is. */
const noticed = 500;

/** Shows the progress of looking through a collection, once it has taken so long that somebody wonders. */
export function searching(connection: Connection): GoingThrough {
  const shown = goingThrough(connection, t`Looking through readouts`);
  let late: number | undefined = performance.now() + noticed;
  const report: GoingThrough['report'] = (done, of) => {
    if (late !== undefined && performance.now() > late) {
      late = undefined;
      shown.begin();
    }
    shown.report(done, of);
  };
  return { ...shown, report };
}

/** How long a number stands before the next one, in milliseconds: nobody reads faster. */
const stays = 100;

/** Progress that can be cancelled; the work does not wait for a client to show it. */
function goingThrough(
  connection: Connection,
  what: string,
): GoingThrough & { readonly begin: () => void } {
  let shown: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  let percent = -1;
  let next = 0;
  const begun = (progress: WorkDoneProgressServerReporter) => {
    progress.begin('Readout', 0, what, true);
    if (isDone) progress.done();
    else shown = progress;
  };
  return {
    // A client that shows none refuses, and misses nothing.
    begin: () => void connection.window.createWorkDoneProgress().then(begun, () => {}),
    report: (done, of) => {
      const now = Math.floor((100 * done) / of);
      if (now === percent || performance.now() < next) return;
      percent = now;
      next = performance.now() + stays;
      shown?.report(percent, t`${done} of ${of} readouts`);
    },
    isCancelled: () => shown?.token.isCancellationRequested === true,
    done: () => {
      isDone = true;
      shown?.done();
    },
  };
}
