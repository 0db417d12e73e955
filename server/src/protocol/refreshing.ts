import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
} from 'vscode-languageserver';

/** How long nothing must have changed, in milliseconds: what stands beside the text may be late. */
const quiet = 500;

/**
 * Asks the client to ask again for what other documents have a say in, the lines above marks, the hints
 * behind them and the look of references, once a collection or the settings have changed and then stay as they are for a moment.
 */
export function createRefresh(
  connection: Connection,
  client: () => ClientCapabilities,
  log: (line: string) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    const { codeLens, inlayHint, semanticTokens } = client().workspace ?? {};
    const failed = (error: Error) => log(`The editor did not ask again: ${error.message}`);
    if (codeLens?.refreshSupport) {
      connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
    }
    if (inlayHint?.refreshSupport) connection.languages.inlayHint.refresh().catch(failed);
    if (semanticTokens?.refreshSupport) {
      connection.languages.semanticTokens.refresh().catch(failed);
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, quiet);
  };
}
