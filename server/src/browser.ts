import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { serve } from './protocol/serve.ts';
import { throughClient } from './protocol/through-client.ts';
import { today } from './workspace/today.ts';

const channel = new MessageChannel();

serve(
  createConnection(
    new BrowserMessageReader(globalThis as never),
    new BrowserMessageWriter(globalThis as never),
  ),
  {
    files: undefined,
    throughClient: (connection) =>
      throughClient((method, params) => connection.sendRequest(method, params)),
    today,
    soon: soonBy(channel),
    pages: undefined,
    version,
  },
);

/** Timers in a worker wait for milliseconds; a message to oneself does not. */
function soonBy({ port1, port2 }: InstanceType<typeof MessageChannel>): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return (work) => {
    waiting.push(work);
    port2.postMessage(undefined);
  };
}
