import type { ListPlace } from './docx-numbers.ts';
import { wholeOf } from './numerals.ts';
import { readXml } from './xml.ts';

/** What a paragraph is by its style or by itself: a heading of a level, 0 for none; a part of a list. */
export interface ParagraphStyle {
  readonly heading?: number;
  readonly list?: ListPlace;
}

interface Style {
  id: string;
  based?: string;
  heading?: number;
  number?: string;
  level?: number;
}

/** What each style of paragraphs says, with what it has from those it is based on. */
export function stylesIn(
  bytes: Uint8Array | undefined,
): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  if (bytes) normal = readStyles(bytes, styles);
  return (id) => {
    let heading: number | undefined;
    let list: ListPlace = {};
    let style = styles.get(id ?? normal ?? '');
    // A ring of styles ends where all have been seen.
    for (let left = 20; style && left; left--) {
      heading ??= style.heading;
      list = { ...placeOf(style), ...list };
      style = style.based === undefined ? undefined : styles.get(style.based);
    }
    return { ...(heading !== undefined && { heading }), list };
  };
}

const placeOf = ({ number, level }: Style): ListPlace => ({
  ...(number !== undefined && { number }),
  ...(level !== undefined && { level }),
});

/** Fills in the styles and gives the id of the one that holds where none is named. */
function readStyles(bytes: Uint8Array, styles: Map<string, Style>): string | undefined {
  let style: Style | undefined;
  let normal: string | undefined;
  readXml(bytes, {
    open(name, attributes) {
      const value = attributes.val ?? '';
      if (name === 'style') {
        style = attributes.type === 'paragraph' ? { id: attributes.styleId ?? '' } : undefined;
        if (style) styles.set(style.id, style);
        if (style && /^(?:1|true|on)$/.test(attributes.default ?? '')) normal = style.id;
      }
      if (!style) return;
      if (name === 'name') {
        const level = headingOf(value);
        if (level !== undefined) style.heading = level;
      }
      if (name === 'basedOn') style.based = value;
      if (name === 'outlineLvl') style.heading ??= levelOf(value);
      if (name === 'numId') style.number = value;
      if (name === 'ilvl') style.level = wholeOf(value) ?? 0;
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
  });
  return normal;
}

/** The built-in styles have these names in every language of Word. */
function headingOf(name: string): number | undefined {
  if (/^title$/i.test(name)) return 1;
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The level of an outline, counted from 0 in the file; 9 is that of ordinary text. */
export function levelOf(value: string): number {
  const level = wholeOf(value) ?? 9;
  return level < 9 ? level + 1 : 0;
}
