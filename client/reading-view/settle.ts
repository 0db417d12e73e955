/** So far below their paragraph cards may stand, in pixels, before the text makes room for them. */
const farthest = 180;

/** Between the cards of two paragraphs, in pixels. */
const gap = 8;

/**
 * Lets cards that are longer than their paragraph hang down beside the next ones, one below the other, so that
 * the text has no holes. The style sheet takes it up where there is a margin beside the text.
 */
export function settle(blocks: HTMLElement): void {
  const rows = [...blocks.children].flatMap((block) => {
    const [text, margin] = [...block.children];
    if (!(block instanceof HTMLElement && text instanceof HTMLElement)) return [];
    const { paddingTop, paddingBottom } = getComputedStyle(block);
    const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
    const cards = margin instanceof HTMLElement ? margin.offsetHeight + gap : 0;
    return [{ block, height: text.offsetHeight + around, cards }];
  });
  /** How far the cards above reach down beside a block. */
  let over = 0;
  for (const { block, height, cards } of rows) {
    const end = over + cards;
    const least = cards ? Math.max(height, end - farthest) : height;
    block.style.setProperty('--down', `${over}px`);
    block.style.setProperty('--least', `${least}px`);
    over = Math.max(0, end - least);
  }
  blocks.style.setProperty('--rest', `${over}px`);
  blocks.classList.add('settled');
}
