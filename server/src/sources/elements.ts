import { numeral } from './numerals.ts';

/** What counts of an element for the words that a reader sees. */
type Attributes = Readonly<Record<string, string>>;

const UNSEEN = new Set(
  'title script style noscript template iframe object video audio canvas svg math select button textarea datalist nav rt rp'.split(
    ' ',
  ),
);
const UNSEEN_ROLES = /^(?:navigation|banner|contentinfo|search)$/;
// What sites call words that are there for screen readers alone: "opens in a new window".
const UNSEEN_CLASSES = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)/;
const UNSEEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether the words of an element are no part of what the page says; `isInside`: of its main part. */
export function isUnseen(name: string, attributes: Attributes, isInside: boolean): boolean {
  if (UNSEEN.has(name)) return true;
  const { hidden, role, class: classes, style } = attributes;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (UNSEEN_CLASSES.test(classes ?? '') || UNSEEN_STYLE.test(style ?? '')) return true;
  if (name === 'dialog' && attributes.open === undefined) return true;
  if (isInside) return false;
  // Outside of it these are the heads, feet and margins of a site, the same on every page.
  return UNSEEN_ROLES.test(role ?? '') || /^(?:header|footer|aside)$/.test(name);
}

const BLOCKS = new Set(
  'address article aside body center dd details dialog dir div dt fieldset figcaption footer form frameset header hgroup html legend li main menu nav optgroup option section summary search td th caption'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table tr blockquote pre hr figure xmp listing'.split(' '),
);

/** How an element is set off from its neighbours; undefined for what stands in the line. */
export const gapOf = (name: string): 1 | 2 | undefined => {
  if (PARAGRAPHS.has(name)) return 2;
  return BLOCKS.has(name) ? 1 : undefined;
};

/** Whether blanks and line ends in an element are shown as they are written. */
export const isAsWritten = (name: string, { style }: Attributes): boolean =>
  /^(?:pre|xmp|listing)$/.test(name) || /white-space\s*:\s*(?:pre|break-spaces)/i.test(style ?? '');

/** The sign before an item of a list, as browsers write it. */
export const itemSign = (type: string | undefined, number: number): string =>
  `${numeral(number, type)}. `;
