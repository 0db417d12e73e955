import type { Place } from '../src/reading-view/messages.ts';

type Child = Node | string | undefined | false;

/** An element with these classes and children; strings become text, never markup. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  for (const child of children) if (child) element.append(child);
  return element;
}

const places = new WeakMap<Element, Place>();

/** Makes an element lead to a place in a text, by a click and by the Enter key. */
export function leads<E extends HTMLElement>(element: E, place: Place): E {
  places.set(element, place);
  element.setAttribute('role', 'link');
  element.tabIndex = 0;
  return element;
}

/** Where the innermost element around a node leads to. */
export function placeAround(target: EventTarget | null): Place | undefined {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    const place = places.get(at);
    if (place) return place;
  }
  return undefined;
}

/** Gives an element the colour of a kind. */
export function coloured<E extends HTMLElement>(
  element: E,
  { kind, color }: { readonly kind: string; readonly color?: string },
): E {
  element.classList.add(`kind-${kind}`);
  if (color) element.style.setProperty('--kind', color);
  return element;
}

/** Says in which language words are, where that is known. */
export function inLanguage<E extends HTMLElement>(element: E, lang: string): E {
  if (lang) element.lang = lang;
  return element;
}

/** A button with these words. */
export function button(classes: string, words: string, press: () => void): HTMLButtonElement {
  const element = made('button', classes, words);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/** Words for those who hear the page, in its language wherever they stand. */
export const aloud = (words: string): HTMLElement =>
  inLanguage(made('span', 'aloud', words), document.documentElement.lang);
