import type { Connection, ProgressToken, ProgressType } from 'vscode-languageserver';

/** So many are sent at a time. */
const most = 50;

/**
 * Answers a request piece by piece where the client gives a token for that, and then nothing is left for the
 * answer; otherwise with all at once.
 */
export async function inPieces<T>(
  connection: Connection,
  type: ProgressType<readonly T[]>,
  token: ProgressToken | undefined,
  all: AsyncIterable<T>,
): Promise<readonly T[]> {
  let found: T[] = [];
  const sent: Promise<void>[] = [];
  for await (const one of all) {
    found.push(one);
    if (token === undefined || found.length < most) continue;
    sent.push(connection.sendProgress(type, token, found));
    found = [];
  }
  if (token === undefined) return found;
  if (found.length) sent.push(connection.sendProgress(type, token, found));
  await Promise.all(sent);
  return [];
}
