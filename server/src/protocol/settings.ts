import { readDay } from '../core/dates.ts';

/**
 * What a person can set for Readout in an editor, as section `readout`: one line a setting. The name is
 * that of the section, with dots where it has levels. package.json declares the same ones for VS Code.
 */
export const settings = {
  /** The day against which due dates are judged, `YYYY-MM-DD`; empty for today. */
  asOf: setting(
    '',
    'a day such as "2031-05-18", or empty for today',
    (value) => value === '' || (typeof value === 'string' && readDay(value) !== undefined),
  ),
  /** What is reported of documents that are not open: errors and warnings, or every finding. */
  closedFiles: oneOf('problems', 'all'),
  /** Lines above marks: who speaks of them, and what became of them. */
  codeLens: flag(true),
  /** Behind a reference the name it means, where its words do not say it. */
  'inlayHints.names': flag(true),
  /** Behind a mark who is bound, where it does not say so itself. */
  'inlayHints.actors': flag(false),
  /** Behind a mark what became of it, where it does not stand. */
  'inlayHints.status': flag(false),
  /** Whether what was read of a large collection is kept for the next session. */
  cache: flag(true),
};

/** The settings that hold for a file. */
export type Settings = {
  readonly [Name in keyof typeof settings]: (typeof settings)[Name]['fallback'];
};

/** One setting. */
export interface Setting<T> {
  /** What holds where nothing, or nothing sensible, is set. */
  readonly fallback: T;
  /** What a value has to be, to be read after “should be”. */
  readonly wanted: string;
  readonly accepts: (value: unknown) => value is T;
}

function setting<T>(
  fallback: T,
  wanted: string,
  accepts: (value: unknown) => boolean,
): Setting<T extends string ? string : T> {
  return { fallback, wanted, accepts } as Setting<T extends string ? string : T>;
}

/** On or off. */
export function flag(fallback: boolean): Setting<boolean> {
  return {
    fallback,
    wanted: 'true or false',
    accepts: (value): value is boolean => typeof value === 'boolean',
  };
}

/** One of some words, the first unless another is set. */
export function oneOf<W extends string>(first: W, ...others: W[]): Setting<W> {
  const words: readonly unknown[] = [first, ...others];
  return {
    fallback: first,
    wanted: words.map((word) => JSON.stringify(word)).join(' or '),
    accepts: (value): value is W => words.includes(value),
  };
}

/** What holds where nothing is set. */
export const defaults: Settings = readSettings(undefined, () => {});

/**
 * The settings as a client gives them: the section `readout`, or nothing. What has a wrong type is
 * complained of in a sentence, and its default holds.
 */
export function readSettings(section: unknown, complain: (sentence: string) => void): Settings {
  const read = Object.entries<Setting<unknown>>(settings).map(([name, one]) => {
    const value = valueAt(section, name);
    if (value === undefined || value === null) return [name, one.fallback];
    if (one.accepts(value)) return [name, value];
    const instead = one.fallback === '' ? 'nothing' : JSON.stringify(one.fallback);
    complain(
      `The setting readout.${name} is ${JSON.stringify(value)} and should be ${one.wanted}. Readout takes ${instead} instead.`,
    );
    return [name, one.fallback];
  });
  return Object.fromEntries(read) as Settings;
}

/** What stands under a name with dots, as levels or, as some editors pass it on, as one key. */
export function valueAt(section: unknown, name: string): unknown {
  if (typeof section !== 'object' || section === null) return undefined;
  if (Object.hasOwn(section, name)) return (section as Record<string, unknown>)[name];
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  return valueAt((section as Record<string, unknown>)[name.slice(0, dot)], name.slice(dot + 1));
}
