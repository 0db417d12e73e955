import { wholeOf } from './numerals.ts';
import { type Attributes, readXml } from './xml.ts';

/** How one level of a list is numbered. */
export interface OdtLevel {
  /** `1`, `a`, `A`, `i`, `I`; empty for none, `-` for a sign. */
  readonly format: string;
  /** `%1%.%2%)`: what stands around the numbers, by level. */
  readonly pattern: string;
  readonly start: number;
}

/** By depth, from 0. */
export type OdtLevels = ReadonlyMap<number, OdtLevel>;

/** What the styles of a document say of its words. */
export interface OdtStyles {
  readonly isHidden: (family: Family, name: string | undefined) => boolean;
  /** The level of the headings that a style, or one that it comes from, is for; the title has the first. 0 for none. */
  readonly headingOf: (name: string | undefined) => number;
  /** The list that paragraphs of a style belong to. */
  readonly listOf: (name: string | undefined) => string | undefined;
  readonly levelsOf: (list: string | undefined) => OdtLevels | undefined;
  /** How headings are numbered. */
  readonly headings: OdtLevels;
}

type Family = 'paragraph' | 'text';

interface Style {
  readonly parent: string | undefined;
  readonly list: string | undefined;
  isHidden: boolean;
}

/** Reads the styles in the files of a document, those that all texts share and those of this one. */
export function odtStylesIn(files: readonly Uint8Array[]): OdtStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, Map<number, OdtLevel>>();
  const headings = new Map<number, OdtLevel>();
  for (const file of files) readStyles(file, styles, lists, headings);

  /** A style and those that it comes from, the nearest first. */
  function* lineOf(family: Family, name: string | undefined): Generator<[string, Style]> {
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); ) {
      const style = styles.get(`${family} ${at}`);
      seen.add(at);
      if (!style) return;
      yield [at, style];
      at = style.parent;
    }
  }

  return {
    isHidden: (family, name) => [...lineOf(family, name)].some(([, style]) => style.isHidden),
    headingOf: (name) => {
      for (const [own] of lineOf('paragraph', name)) {
        const [, level] = /^Heading_20_(\d\d?)$/.exec(own) ?? [];
        if (level || own === 'Title') return Number(level ?? 1);
      }
      return 0;
    },
    listOf: (name) => [...lineOf('paragraph', name)].find(([, { list }]) => list)?.[1].list,
    levelsOf: (list) => lists.get(list ?? ''),
    headings,
  };
}

function readStyles(
  file: Uint8Array,
  styles: Map<string, Style>,
  lists: Map<string, Map<number, OdtLevel>>,
  headings: Map<number, OdtLevel>,
): void {
  let style: Style | undefined;
  let levels: Map<number, OdtLevel> | undefined;
  readXml(file, {
    open(name, attributes) {
      if (name === 'style') {
        style = styleOf(attributes);
        styles.set(`${attributes.family} ${attributes.name}`, style);
      } else if (name === 'text-properties' && attributes.display === 'none') {
        if (style) style.isHidden = true;
      } else if (name === 'list-style') {
        levels = new Map();
        lists.set(attributes.name ?? '', levels);
      } else if (name === 'outline-style') levels = headings;
      else if (/^(?:list|outline)-level-style/.test(name)) {
        levels?.set(Number(attributes.level) - 1, levelOf(name, attributes));
      }
    },
    close(name) {
      if (name === 'style') style = undefined;
      if (name === 'list-style' || name === 'outline-style') levels = undefined;
    },
  });
}

const styleOf = (attributes: Attributes): Style => ({
  parent: attributes['parent-style-name'],
  list: attributes['list-style-name'],
  isHidden: false,
});

function levelOf(name: string, attributes: Attributes): OdtLevel {
  const isSign = /-(?:bullet|image)$/.test(name);
  const { level, 'num-format': format = '' } = attributes;
  return {
    format: isSign ? '-' : format,
    pattern: attributes['num-list-format'] ?? patternOf(Number(level), attributes),
    start: wholeOf(attributes['start-value']) ?? 1,
  };
}

/** As it was written before a level could say it as a whole: so many numbers with stops between them. */
function patternOf(level: number, attributes: Attributes): string {
  const { 'num-prefix': prefix = '', 'num-suffix': suffix = '' } = attributes;
  const shown = Math.max(1, Math.min(level, Number(attributes['display-levels'] ?? 1) || 1));
  const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + 1 + at}%`);
  return `${prefix}${numbers.join('.')}${suffix}`;
}
