import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerRequests } from '../../server/src/protocol/requests.ts';

/** Asks the server; `undefined` where it does not answer or does not know the request. */
export type Ask = <M extends keyof ServerRequests>(
  method: M,
  params: ServerRequests[M]['params'],
  token?: CancellationToken,
) => Promise<ServerRequests[M]['result'] | undefined>;

export const asking =
  (client: BaseLanguageClient): Ask =>
  async (method, params, token) => {
    try {
      // A token that is none would be sent as a second parameter.
      return await (token
        ? client.sendRequest(method, params, token)
        : client.sendRequest(method, params));
    } catch (error) {
      if (!token?.isCancellationRequested) client.debug(`${method} was not answered`, error);
      return undefined;
    }
  };
