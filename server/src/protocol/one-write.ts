/** Called when a write has been taken, or could not be. */
type Done = (error?: Error | null) => void;

/**
 * A stream that hands each message on in one piece, for the library's writer, which uses no more of it than
 * is here. The library writes the head of a message and then its body and waits for the system each time.
 */
export function inOneWrite(stream: NodeJS.WritableStream): NodeJS.WritableStream {
  let head = '';
  /** Takes a head with its encoding, or a body. */
  const write = (data: string | Uint8Array, ...rest: readonly (string | Done)[]): boolean => {
    const done = rest.at(-1) as Done;
    if (typeof data === 'string') {
      head += data;
      done();
      return true;
    }
    const message = Buffer.concat([Buffer.from(head, 'latin1'), data]);
    head = '';
    return stream.write(message, done);
  };
  const outlet = {
    write,
    on: stream.on.bind(stream),
    off: stream.off.bind(stream),
    end: () => stream.end(),
  };
  return outlet as unknown as NodeJS.WritableStream;
}
