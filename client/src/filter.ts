/** Whether what is said of something has every word of a filter, however they are written. */
export function fitsFilter(said: readonly (string | undefined)[], filter: string): boolean {
  const all = folded(said.filter(Boolean).join('\n'));
  return folded(filter)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
