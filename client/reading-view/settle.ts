/** So far below their paragraph cards may stand, in pixels, before the text makes room for them. */
const farthest = 180;

/** Between the cards of two paragraphs, in pixels. */
const gap = 8;

/**
 * Lets cards that are longer than their paragraph hang down beside the next ones, one below the other, so that
 * the text has no holes. The style sheet takes it up where there is a margin beside the text.
 */
export function settle(blocks: HTMLElement): void {
  // Before it is measured: cards that are no part of the height of their row need not be laid out with it.
  blocks.classList.add('settled');
  const rows = [...blocks.children].flatMap((block) => {
    const [text, margin] = [...block.children];
    if (!(block instanceof HTMLElement && text instanceof HTMLElement)) return [];
    const { paddingTop, paddingBottom } = getComputedStyle(block);
    const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
    const cards = margin instanceof HTMLElement ? margin.offsetHeight + gap : 0;
    return [{ block, margin, height: text.offsetHeight + around, cards }];
  });
  /** How far the cards above reach down beside a block. */
  let over = 0;
  for (const { block, margin, height, cards } of rows) {
    const end = over + cards;
    const least = cards ? Math.max(height, end - farthest) : height;
    if (margin instanceof HTMLElement) set(margin, '--down', over);
    set(block, '--least', least);
    over = Math.max(0, end - least);
  }
  set(blocks, '--rest', over);
}

/** What stands as it should is not touched, so that nothing is laid out anew for it. */
function set({ style }: HTMLElement, name: string, pixels: number): void {
  if (style.getPropertyValue(name) !== `${pixels}px`) style.setProperty(name, `${pixels}px`);
}
