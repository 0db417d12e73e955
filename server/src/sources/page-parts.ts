import type { Line } from './lines.ts';

/** A part of a page that says of itself that it is what the page is about. */
export interface Part {
  readonly is: 'main' | 'article';
  readonly number: number;
}

export interface PlacedLine extends Line {
  readonly place: Part | undefined;
}

/** The lines of the part that a page is about; all of them where it does not tell. */
export function chosen(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const weight = (some: readonly PlacedLine[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const whole = weight(lines);
  const main = lines.filter(({ place }) => place?.is === 'main');
  // A main part that a program would fill is nearly empty in the file.
  if (main.length && weight(main) * 5 >= whole) return main;
  const articles = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    if (line.place?.is !== 'article') continue;
    const others = articles.get(line.place.number);
    if (others) others.push(line);
    else articles.set(line.place.number, [line]);
  }
  const [longest = []] = [...articles.values()].sort((a, b) => weight(b) - weight(a));
  return longest.length && weight(longest) * 2 >= whole ? longest : lines;
}

/** With the title of the page as its first heading, where no line at its top says the same. */
export function titled(lines: readonly Line[], title: string): readonly Line[] {
  // Sites put their own name behind a bar.
  const words =
    title
      .split(/ [|｜] /)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  if (!words || !lines.length || lines.some(({ text }) => text.startsWith('# '))) return lines;
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const isSaid = lines.slice(0, 12).some(({ text }) => bare(text) === bare(words));
  if (isSaid || !bare(words)) return lines;
  const [first, ...others] = lines as [Line, ...Line[]];
  return [{ text: `# ${words}`, gap: 1 }, { ...first, gap: 2 }, ...others];
}
