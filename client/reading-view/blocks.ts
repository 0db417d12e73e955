import type {
  BlockLook,
  Labels,
  PageBlock,
  Place,
  TextPage,
} from '../src/reading-view/messages.ts';
import { card, noteCard } from './cards.ts';
import { coloured, inLanguage, leads, made } from './dom.ts';

/** Marks in marks in marks are drawn up to this depth: below it lines could not be told apart. */
const deepest = 12;

interface Drawn {
  readonly key: string;
  readonly element: HTMLElement;
}

const drawn = new WeakMap<HTMLElement, readonly Drawn[]>();

/** Draws the blocks of a text into an element. What looks as before stays as it is, so that the page keeps its place. */
export function drawBlocks(into: HTMLElement, { blocks, lang }: TextPage, labels: Labels): void {
  const before = drawn.get(into) ?? [];
  const keys = blocks.map(({ look }) => `${lang} ${JSON.stringify(look)}`);
  const least = Math.min(before.length, blocks.length);
  let head = 0;
  while (head < least && before[head]?.key === keys[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail)?.key === keys.at(-1 - tail)) tail++;
  const rest = before.slice(before.length - tail);
  const fresh = blocks.slice(head, blocks.length - tail).map(({ look }, at) => ({
    key: keys[head + at] ?? '',
    element: drawBlock(look, lang, labels),
  }));
  for (const { element } of before.slice(head, before.length - tail)) element.remove();
  const next = rest[0]?.element ?? null;
  for (const { element } of fresh) into.insertBefore(element, next);
  const all = [...before.slice(0, head), ...fresh, ...rest];
  for (const [at, { element }] of all.entries()) setPlaces(element, blocks[at] as PageBlock);
  drawn.set(into, all);
}

/** Where the mark stands that an element in a block is about. */
export const placeOfMark = (element: HTMLElement, index: number): Place | undefined => {
  const block = element.closest<HTMLElement>('.block');
  return block ? places.get(block)?.marks[index] : undefined;
};

/** The name of the mark that an element in a block is about. */
export const nameOfMark = (element: HTMLElement, index: number): string | undefined => {
  const block = element.closest<HTMLElement>('.block');
  return block ? looks.get(block)?.marks[index]?.card?.name : undefined;
};

const places = new WeakMap<HTMLElement, PageBlock>();
const looks = new WeakMap<HTMLElement, BlockLook>();

function setPlaces(element: HTMLElement, block: PageBlock): void {
  places.set(element, block);
  for (const one of element.querySelectorAll<HTMLElement>('[data-mark]')) {
    const place = block.marks[Number(one.dataset.mark)];
    if (place) leads(one, place);
  }
  for (const one of element.querySelectorAll<HTMLElement>('[data-note]')) {
    const place = block.notes[Number(one.dataset.note)];
    if (place) leads(one, place);
  }
}

function drawBlock(look: BlockLook, lang: string, labels: Labels): HTMLElement {
  const text = inLanguage(textElement(look), lang);
  fill(text, look);
  const cards = cardsOf(look, labels);
  const element = made('div', `block ${look.is}`, text, cards);
  looks.set(element, look);
  return element;
}

function textElement({ is, level }: BlockLook): HTMLElement {
  if (is === 'title') return made('h1', 'text');
  if (is === 'paragraph') return made('p', 'text');
  return made(`h${Math.min(6, Math.max(2, level))}` as 'h2', 'text');
}

/** Builds the words of a block, marks within marks. */
function fill(text: HTMLElement, look: BlockLook): void {
  const open: HTMLElement[] = [text];
  for (const piece of look.pieces) {
    const around = open.at(-1) ?? text;
    if ('text' in piece) around.append(piece.text);
    else if ('note' in piece) around.append(noteSign(look, piece.note));
    else if ('end' in piece) close(open);
    else {
      const element =
        'mark' in piece ? markElement(look, piece.mark) : referenceElement(look, piece.reference);
      if (open.length <= deepest) {
        around.append(element);
        open.push(element);
      } else open.push(around);
    }
  }
}

/** The line under a mark lies below those of the marks in it. */
function close(open: HTMLElement[]): void {
  const element = open.pop();
  const around = open.at(-1);
  if (!element || !around || element === around) return;
  const height = heightOf(element) + (element.classList.contains('mark') ? 1 : 0);
  around.dataset.height = `${Math.max(heightOf(around), height)}`;
}

const heightOf = ({ dataset }: HTMLElement): number => Number(dataset.height ?? 0);

function markElement({ marks }: BlockLook, index: number): HTMLElement {
  const look = marks[index];
  const element = made('span', 'mark');
  element.dataset.mark = `${index}`;
  if (!look) return element;
  element.title = look.tip;
  if (look.id) element.dataset.id = look.id;
  return coloured(element, look);
}

function referenceElement({ references }: BlockLook, index: number): HTMLElement {
  const means = references[index] ?? '';
  const element = made('span', means ? 'reference' : 'reference nowhere');
  if (means) element.title = means;
  return element;
}

function noteSign({ notes }: BlockLook, index: number): HTMLElement {
  const number = `${notes[index]?.number ?? ''}`;
  const sign = made('sup', 'note-sign', number);
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}

function cardsOf(look: BlockLook, labels: Labels): HTMLElement | undefined {
  const inOrder = look.pieces.flatMap((piece): HTMLElement[] => {
    if ('note' in piece) {
      const note = look.notes[piece.note];
      return note ? [noteCard(note, piece.note, labels.notes)] : [];
    }
    const mark = 'mark' in piece ? look.marks[piece.mark] : undefined;
    if (!mark?.card || !('mark' in piece)) return [];
    return [card(mark, piece.mark, mark.card, labels.showThread)];
  });
  if (!inOrder.length) return undefined;
  const list = made('ul', 'margin', ...inOrder);
  list.setAttribute('aria-label', labels.beside);
  return list;
}
