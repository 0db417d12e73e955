import { alikeAtEnds } from '../src/reading-view/blocks-page.ts';
import type {
  BlockLook,
  Labels,
  PageBlock,
  Place,
  TextPage,
} from '../src/reading-view/messages.ts';
import { moved } from '../src/reading-view/moved.ts';
import { card, noteCard } from './cards.ts';
import { coloured, inLanguage, leads, made } from './dom.ts';

/** Marks in marks in marks are drawn up to this depth: below it lines could not be told apart. */
const deepest = 12;

interface Drawn {
  readonly key: string;
  readonly element: HTMLElement;
  readonly block: PageBlock;
}

const drawn = new WeakMap<HTMLElement, readonly Drawn[]>();

/** Draws the blocks of a text into an element. What looks as before stays as it is, so that the page keeps its place. */
export function drawBlocks(into: HTMLElement, { blocks, lang }: TextPage, labels: Labels): void {
  const { head, tail, fresh, lines } = blocks;
  const before = drawn.get(into) ?? [];
  const gone = before.slice(head, before.length - tail);
  const come = comeFor(gone, fresh, lang, labels);
  const stays = new Set(come.map(({ element }) => element));
  for (const { element } of gone) if (!stays.has(element)) element.remove();
  const all = [...before.slice(0, head), ...come, ...before.slice(before.length - tail)];
  let next = all[head + come.length]?.element ?? null;
  for (const { element } of come.toReversed()) {
    if (!element.isConnected) into.insertBefore(element, next);
    next = element;
  }
  for (const [at, { element, block }] of all.entries()) {
    setPlaces(element, { block, line: lines[at] ?? 0, uri: labels.uri });
  }
  drawn.set(into, all);
}

/** Blocks that come where others go; those that only stand elsewhere in their paragraph keep their elements. */
function comeFor(
  gone: readonly Drawn[],
  fresh: readonly PageBlock[],
  lang: string,
  labels: Labels,
): Drawn[] {
  const keys = fresh.map(({ look }) => `${lang} ${JSON.stringify(look)}`);
  const { head, tail } = alikeAtEnds(
    gone.map(({ key }) => key),
    keys,
  );
  return fresh.map((block, at) => {
    const fromEnd = fresh.length - at;
    const same = at < head ? gone[at] : fromEnd <= tail ? gone.at(-fromEnd) : undefined;
    const element = same?.element ?? drawBlock(block.look, lang, labels);
    return { key: keys[at] ?? '', element, block };
  });
}

/** Where the mark stands that an element in a block is about. */
export const placeOfMark = (element: HTMLElement, index: number): Place | undefined => {
  const placed = placedAround(element);
  return placed && placeIn(placed, placed.block.marks[index]);
};

/** The name of the mark that an element in a block is about. */
export const nameOfMark = (element: HTMLElement, index: number): string | undefined =>
  placedAround(element)?.block.look.marks[index]?.card?.name;

/** Where the block around an element stands in the text. */
export const placeOfBlock = (element: Element): Place | undefined => {
  const placed = placedAround(element);
  return placed && placeIn(placed, placed.block.range);
};

interface Placed {
  readonly block: PageBlock;
  readonly line: number;
  readonly uri: string;
}

const places = new WeakMap<Element, Placed>();

const placedAround = (element: Element): Placed | undefined => {
  const block = element.closest('.block');
  return block ? places.get(block) : undefined;
};

const placeIn = ({ line, uri }: Placed, range: Place['range'] | undefined): Place | undefined =>
  range && { uri, range: moved(range, line) };

function setPlaces(element: HTMLElement, placed: Placed): void {
  const known = places.get(element);
  if (known?.block === placed.block && known.line === placed.line) return;
  places.set(element, placed);
  for (const one of element.querySelectorAll<HTMLElement>('[data-mark], [data-note]')) {
    const { mark, note } = one.dataset;
    const { marks, notes } = placed.block;
    const place = placeIn(placed, mark === undefined ? notes[Number(note)] : marks[Number(mark)]);
    if (place) leads(one, place);
  }
}

function drawBlock(look: BlockLook, lang: string, labels: Labels): HTMLElement {
  const text = inLanguage(textElement(look), lang);
  fill(text, look);
  const cards = cardsOf(look, labels);
  return made('div', `block ${look.is}`, text, cards);
}

function textElement({ is, level }: BlockLook): HTMLElement {
  if (is === 'title') return made('h1', 'text');
  if (is === 'paragraph') return made('p', 'text');
  return made(`h${Math.min(6, Math.max(2, level))}` as 'h2', 'text');
}

/** Builds the words of a block, marks within marks. */
function fill(text: HTMLElement, look: BlockLook): void {
  const open: HTMLElement[] = [text];
  let isBehindNote = false;
  for (const piece of look.pieces) {
    const around = open.at(-1) ?? text;
    if ('text' in piece) around.append(piece.text);
    else if ('note' in piece) {
      // The numbers of two notes would read as one.
      if (isBehindNote) around.append(noteSign(','));
      around.append(noteSign(`${look.notes[piece.note]?.number ?? ''}`));
    } else if ('end' in piece) close(open);
    else {
      const element =
        'mark' in piece ? markElement(look, piece.mark) : referenceElement(look, piece.reference);
      if (open.length <= deepest) {
        around.append(element);
        open.push(element);
      } else open.push(around);
    }
    isBehindNote = 'note' in piece || (isBehindNote && !('text' in piece));
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

function noteSign(words: string): HTMLElement {
  const sign = made('sup', 'note-sign', words);
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
