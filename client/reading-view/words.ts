import type { Labels, Reworded } from '../src/reading-view/messages.ts';
import { aloud, inLanguage, made } from './dom.ts';

/** Words, with those that came and went told apart by lines, by colour, and aloud. */
export function wordsWithChanges(
  { runs, lang, langBefore }: Reworded,
  labels: Labels,
): HTMLElement {
  const element = inLanguage(made('p', 'words'), lang);
  for (const { is, text } of runs) {
    if (isGlued(element.textContent ?? '', text)) element.append(' ');
    if (is === 'same') {
      element.append(text);
      continue;
    }
    // The blank behind a word belongs to neither text.
    const words = text.trimEnd();
    const changed =
      is === 'lost'
        ? inLanguage(made('del', '', aloud(`${labels.removed} `), words), langBefore)
        : made('ins', '', aloud(`${labels.added} `), words);
    element.append(changed, text.slice(words.length));
  }
  return element;
}

const isLetter = /^[\p{L}\p{N}]$/u;

/** Whether words that end where others begin would be read as one: each was the last of its text. */
function isGlued(before: string, after: string): boolean {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? ''];
  const isSpaced = (sign: string) => isLetter.test(sign) && sign < '\u2e80';
  return isSpaced(last) && isSpaced(first);
}

/** What changed beside the words, each in a few of them. */
export const listOfChanges = (changes: readonly string[]): HTMLElement | undefined =>
  changes.length
    ? made('ul', 'changes', ...changes.map((change) => made('li', '', change)))
    : undefined;
