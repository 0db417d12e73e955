import type { Labels, ThreadEntry, ThreadPage } from '../src/reading-view/messages.ts';
import { statusChip } from './cards.ts';
import { button, coloured, inLanguage, leads, made } from './dom.ts';
import { listOfChanges, wordsWithChanges } from './words.ts';

/** Draws a thread as a line through time, the oldest on top. */
export function drawThread(
  into: HTMLElement,
  { title, lang, entries }: ThreadPage,
  labels: Labels,
  back: () => void,
): void {
  const heading = made('h1', '', labels.thread);
  heading.tabIndex = -1;
  into.replaceChildren(
    button('back', labels.back, back),
    heading,
    inLanguage(made('p', 'of', title), lang),
    made('ol', 'timeline', ...entries.map((entry) => drawEntry(entry, labels))),
  );
}

function drawEntry(entry: ThreadEntry, labels: Labels): HTMLElement {
  const { date, title, lang, isHere, does, changes, status, is, place } = entry;
  const head = made(
    'div',
    'head',
    made('h2', '', date),
    is && status ? statusChip({ is, status, reason: '' }) : undefined,
    ...does.map((one) => made('span', 'does', one)),
  );
  const open = made(
    'div',
    'open',
    head,
    inLanguage(made('div', 'source', title), lang),
    wordsWithChanges(entry, labels),
    listOfChanges(changes),
  );
  const element = coloured(made('li', isHere ? 'here' : '', leads(open, place)), entry);
  if (isHere) element.setAttribute('aria-current', 'true');
  return element;
}
