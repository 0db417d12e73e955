import type { Message, PublishDiagnosticsParams } from 'vscode-languageserver';

/** Enough of them that remembering is worth it. */
const many = 8;

/**
 * How messages are written, for a connection that sends bytes: JSON in UTF-8, as the protocol library
 * writes it, but a diagnostic that is sent again, the same object as before, is copied instead of written
 * again. After a keystroke in a long document that is nearly all of a megabyte.
 */
export function writtenOnce(): { name: string; encode: (message: Message) => Promise<Uint8Array> } {
  const known = new WeakMap<object, Uint8Array>();
  /** A diagnostic with the comma that parts it from the one before. */
  const written = (diagnostic: object): Uint8Array => {
    const bytes = known.get(diagnostic) ?? Buffer.from(`,${JSON.stringify(diagnostic)}`);
    known.set(diagnostic, bytes);
    return bytes;
  };
  const write = (message: Message): Uint8Array => {
    const params = diagnosticsOf(message);
    if (!params) return Buffer.from(JSON.stringify(message));
    const { diagnostics, ...rest } = params;
    const around = JSON.stringify({ ...message, params: { ...rest, diagnostics: [] } });
    const pieces = diagnostics.map(written);
    pieces[0] = (pieces[0] as Uint8Array).subarray(1);
    // The empty list is the last thing of all.
    const end = around.lastIndexOf(']');
    const [head, tail] = [around.slice(0, end), around.slice(end)];
    return Buffer.concat([Buffer.from(head), ...pieces, Buffer.from(tail)]);
  };
  // What cannot be written is refused, as the library refuses it.
  return { name: 'application/json', encode: async (message) => write(message) };
}

/** What a message says of findings, where there are many. */
function diagnosticsOf(message: Message): PublishDiagnosticsParams | undefined {
  if (!('method' in message) || message.method !== 'textDocument/publishDiagnostics') return;
  const { params } = message as unknown as { params: PublishDiagnosticsParams };
  return params.diagnostics.length >= many ? params : undefined;
}
