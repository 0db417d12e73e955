import type { CardLook, Fact, MarkLook, NoteLook } from '../src/reading-view/messages.ts';
import { button, coloured, made } from './dom.ts';

/** What stands in the margin beside a mark. `data-mark` and `data-thread` tell which. */
export function card(
  mark: MarkLook,
  index: number,
  look: CardLook,
  threadWords: string,
): HTMLElement {
  const head = made('div', 'head', made('span', 'kind', look.kind), statusChip(look));
  const open = made('div', 'open', head, facts(look.facts), made('div', 'referred', look.referred));
  open.dataset.mark = `${index}`;
  const element = coloured(made('li', 'card', open), mark);
  if (look.hasThread) {
    // What it does is told by whoever hears the clicks of the text.
    const thread = button('thread', threadWords, () => {});
    thread.dataset.thread = `${index}`;
    thread.setAttribute('aria-label', `${threadWords}: ${look.kind}`);
    element.append(thread);
  }
  if (mark.id) element.dataset.id = mark.id;
  return element;
}

/** The name of a status; why it is so stands in a tip. */
export function statusChip({
  is,
  status,
  reason,
}: Pick<CardLook, 'is' | 'status' | 'reason'>): HTMLElement {
  const chip = made('span', `status ${is}`, status);
  if (reason && is !== 'standing') chip.title = reason;
  return chip;
}

/** Labels with what they name. */
export const facts = (all: readonly Fact[]): HTMLElement => made('dl', 'facts', ...all.map(fact));

function fact({ label, words, more, tip }: Fact): HTMLElement {
  const behind = more && made('span', 'more', ` ${more}`);
  if (behind && tip) behind.title = tip;
  return made('div', '', made('dt', '', label), made('dd', '', words, behind));
}

/** What the analyst thinks, in the margin. */
export function noteCard({ number, words }: NoteLook, index: number, label: string): HTMLElement {
  const sign = made('span', 'number', `${number}`);
  sign.setAttribute('aria-label', label.replace('{0}', `${number}`));
  const open = made('div', 'open', sign, made('span', 'words', words));
  open.dataset.note = `${index}`;
  return made('li', 'card note', open);
}
