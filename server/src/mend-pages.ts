import { joinPages } from './core/writing/join-pages.ts';

/** Two paragraphs with the end of a page between them as one, where that has broken a sentence. */
export function mendPages(before: string, after: string): string | undefined {
  const { text, joins } = joinPages(`${before}\n\f\n${after}`);
  return joins ? text : undefined;
}
