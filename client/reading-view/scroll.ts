import type { Kept } from '../src/reading-view/messages.ts';

type Scrolled = Kept['scrolled'];

/** Keeps how far each part of the page is scrolled. `changed` is called once a frame while the reader scrolls. */
export function keepScroll(first: Scrolled, changed: () => void) {
  const scrolled: { -readonly [K in keyof Scrolled]: Scrolled[K] } = { ...first };
  /** The part that is drawn and stands where it was left; none while another is on its way. */
  let shown: keyof Scrolled | undefined;
  let isDue = false;

  window.addEventListener('scroll', () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!shown) return;
      scrolled[shown] = window.scrollY;
      changed();
    });
  });

  return {
    all: (): Scrolled => scrolled,
    leave: (): void => {
      if (shown) scrolled[shown] = window.scrollY;
      shown = undefined;
    },
    /** Lets a part begin at its top again. */
    forget: (part: keyof Scrolled): void => {
      delete scrolled[part];
    },
    /** Brings a part that is drawn to its place, once until it is left. */
    show: (part: keyof Scrolled): void => {
      if (part === shown) return;
      window.scrollTo(0, scrolled[part] ?? 0);
      shown = part;
    },
  };
}
