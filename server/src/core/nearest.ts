import { distance } from 'fastest-levenshtein';

/**
 * The names that look most like a word somebody wrote, nearest first: at most `count`, and none
 * that differs in more than a third of its letters. Case alone hardly counts as a difference.
 */
export function nearest(word: string, names: Iterable<string>, count = 1): string[] {
  const most = Math.max(1, Math.ceil(word.length / 3));
  const lower = word.toLowerCase();
  const near: { name: string; steps: number }[] = [];
  for (const name of names) {
    if (Math.abs(name.length - word.length) > most) continue;
    const steps = distance(lower, name.toLowerCase()) + (name === word ? 0 : 0.1);
    if (steps <= most + 0.1) near.push({ name, steps });
  }
  near.sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1));
  return near.slice(0, count).map(({ name }) => name);
}
