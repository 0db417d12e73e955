/** Nothing that can be read as one message is longer, in bytes. */
const longest = 2 ** 29;

/** The lines before a message are shorter, in bytes; most of them are much shorter. */
const longestHead = 4096;
const mostHeads = 64;

/** A line of a head, of whatever name. */
const line = '[!-9;-~]+:[^\\r\\n]*\\r\\n';
const length = 'content-length:[ \\t]*(\\d+)[ \\t]*\\r\\n';
const head = new RegExp(`^(?:${line})*?${length}(?:${line})*\\r\\n`, 'i');
/** What may become a head once more has come. */
const begun = new RegExp(`^(?:${line})*(?:[!-9;-~]*|[!-9;-~]+:[^\\r\\n]*|)\\r?$`);
const later = new RegExp(length, 'ig');
const longestName = 'content-length:'.length;

/**
 * Keeps the messages of a byte stream in step: it takes chunk after chunk and gives back what belongs to
 * messages. What does not is left out, up to where a message begins again. The library that reads the protocol
 * would take the head of that message for the end of the garbage, its body for the next head, and so on: the
 * server would live, and never answer again. `lost` is told when something is left out, once up to each message.
 */
export function inStep(lost: () => void): (chunk: Uint8Array) => Uint8Array[] {
  const decoder = new TextDecoder('latin1');
  const read = (bytes: Uint8Array, from: number, most: number): string =>
    decoder.decode(bytes.subarray(from, from + most));
  // So many bytes of the message that has begun are still to come.
  let rest = 0;
  // What may be a head.
  let held: Uint8Array | undefined;
  let isLost = false;

  /** How many bytes of a head stand at a place, with the length it tells; undefined where none does. */
  function headAt(bytes: Uint8Array, at: number): { size: number; body: number } | undefined {
    const found = head.exec(read(bytes, at, mostHeads)) ?? head.exec(read(bytes, at, longestHead));
    const body = Number(found?.[1]);
    return found && body <= longest ? { size: found[0].length, body } : undefined;
  }

  /** Where a head may begin next, behind `at`. */
  function nextAt(bytes: Uint8Array, at: number): number {
    later.lastIndex = 1;
    const window = read(bytes, at, longestHead);
    const found = later.exec(window);
    if (found) return at + found.index;
    // Its first letters may stand at the end.
    return at + Math.max(1, window.length - longestName - 24);
  }

  return (chunk) => {
    const bytes = held ? joined(held, chunk) : chunk;
    held = undefined;
    const messages: Uint8Array[] = [];
    // What belongs to messages and has not been given out, up to `at`.
    let from = 0;
    let at = 0;
    const giveOut = () => {
      if (from < at) messages.push(bytes.subarray(from, at));
    };
    while (at < bytes.length) {
      if (rest) {
        const size = Math.min(bytes.length - at, rest);
        rest -= size;
        at += size;
        continue;
      }
      const found = headAt(bytes, at);
      if (found) {
        rest = found.body;
        at += found.size;
        isLost = false;
        continue;
      }
      giveOut();
      from = at;
      const left = bytes.length - at;
      if (left < longestHead && begun.test(read(bytes, at, left))) {
        held = bytes.slice(at);
        return messages;
      }
      if (!isLost) lost();
      isLost = true;
      at = nextAt(bytes, at);
      from = at;
    }
    giveOut();
    return messages;
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
