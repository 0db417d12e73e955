/** Whether `text[at]` begins an escape: a backslash before one of `\ [ ] { } ^ !`. */
export function isEscape(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 92) return false;
  const next = text.charCodeAt(at + 1);
  return (next >= 91 && next <= 94) || next === 123 || next === 125 || next === 33;
}

const signs = ['[', ']', '\\', '^', '［', '］'];

/** Finds the next sign that may matter, at or after an offset that never goes back. */
export function signSearch(text: string): (at: number) => number {
  const next = signs.map(() => -1);
  return (at) => {
    let nearest = text.length;
    for (let i = 0; i < next.length; i++) {
      let place = next[i] as number;
      if (place < at) {
        place = text.indexOf(signs[i] as string, at);
        // No infinity: it would make numbers of another kind of all offsets, which are read more slowly.
        if (place < 0) place = text.length;
        next[i] = place;
      }
      if (place < nearest) nearest = place;
    }
    return nearest;
  };
}
