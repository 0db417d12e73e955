import type { Message, PublishDiagnosticsParams, ResponseMessage } from 'vscode-languageserver';

/** Enough of them that remembering is worth it. */
const many = 8;

/**
 * How messages are written, for a connection that sends bytes: JSON in UTF-8, as the protocol library
 * writes it, but what is sent again, the same object as before, is copied instead of written again: a
 * diagnostic, and a list that has answered a request before. After a keystroke in a long document the
 * diagnostics are nearly all of a megabyte.
 */
export function writtenOnce(): { name: string; encode: (message: Message) => Promise<Uint8Array> } {
  const known = new WeakMap<object, Uint8Array>();
  /** Answers that were sent once: most never come again, and their bytes are not worth keeping. */
  const sent = new WeakSet<object>();
  const written = (part: object): Uint8Array => {
    const bytes = known.get(part) ?? Buffer.from(JSON.stringify(part));
    known.set(part, bytes);
    return bytes;
  };
  const write = (message: Message): Uint8Array => {
    const answer = listIn(message);
    const comesAgain = answer && sent.has(answer);
    if (answer) sent.add(answer);
    if (comesAgain) return around({ ...message, result: null }, [written(answer)]);
    const told = diagnosticsIn(message);
    if (!told) return Buffer.from(JSON.stringify(message));
    const { diagnostics, ...params } = told;
    const list = diagnostics.flatMap((one) => [comma, written(one)]).slice(1);
    return around({ ...message, params: { ...params, diagnostics: null } }, [open, ...list, close]);
  };
  // What cannot be written is refused, as the library refuses it.
  return { name: 'application/json', encode: async (message) => write(message) };
}

const [comma, open, close] = [Buffer.from(','), Buffer.from('['), Buffer.from(']')];

/** A message with these pieces in the place of its last `null`. */
function around(message: object, pieces: readonly Uint8Array[]): Uint8Array {
  const text = JSON.stringify(message);
  const at = text.lastIndexOf('null');
  const behind = text.slice(at + 'null'.length);
  return Buffer.concat([Buffer.from(text.slice(0, at)), ...pieces, Buffer.from(behind)]);
}

/** The list that an answer consists of, where it is long. */
function listIn(message: Message): readonly object[] | undefined {
  const { result } = message as Partial<ResponseMessage>;
  return Array.isArray(result) && result.length >= many ? result : undefined;
}

/** What a message says of findings, where there are many. */
function diagnosticsIn(message: Message): PublishDiagnosticsParams | undefined {
  if (!('method' in message) || message.method !== 'textDocument/publishDiagnostics') return;
  const { params } = message as unknown as { params: PublishDiagnosticsParams };
  return params.diagnostics.length >= many ? params : undefined;
}
