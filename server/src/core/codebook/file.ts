import { t } from '../language.ts';
import { nearest } from '../nearest.ts';
import { contains, type Piece, type Span } from '../text.ts';
import { cutsIn, sayCut } from '../yaml/cut.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import { entriesOf, entryOf, pieceOf, readYaml } from '../yaml/yaml.ts';
import type { CodebookFile, CodebookIssue, Place } from './codebook.ts';
import { isManageable } from './globs.ts';

/** What a codebook file may say, by its top-level keys. */
export const codebookKeys = [
  ...(['name', 'include', 'exclude', 'entities', 'kinds', 'relations', 'ladders'] as const),
  ...(['commitment-line', 'cues', 'series', 'rules', 'mentions', 'backreferences'] as const),
] as const;

export type Section = (typeof codebookKeys)[number];

const codebookFields: Fields = { keys: codebookKeys, lists: ['include', 'exclude'] };

/** One file's entry of a section, to be read. */
export interface Part {
  readonly entry: Entry;
  readonly value: Value;
  place(span: Span): Place;
}

/** Says what is wrong at a place of a file, and what to do. */
export type Report = (
  at: Place,
  what: string,
  advice: string,
  more?: Pick<CodebookIssue, 'related' | 'cut'>,
) => void;

export const reportTo =
  (issues: CodebookIssue[]): Report =>
  ({ uri, from, to }, what, advice, more) =>
    issues.push({ uri, from, to, what, advice, ...more });

/** Reads a file as data and checks its top level. Only the `main` one may include others. */
export function readFile(
  { uri, text }: { readonly uri: string; readonly text: string },
  main: boolean,
  issues: CodebookIssue[],
): CodebookFile {
  const { value, issues: found } = readYaml(text, 0);
  const report = reportTo(issues);
  const place = ({ from, to }: Span): Place => ({ uri, from, to });
  for (const issue of found)
    report(
      place(issue),
      issue.message,
      issue.advice,
      issue.related && { related: place(issue.related) },
    );
  if (value !== undefined && value.type !== 'table' && found.length === 0)
    report(
      place(value),
      t`This file is no codebook: it does not say "name: value".`,
      tableAdvice(),
    );
  checkKeys(entriesOf(value), codebookFields, t`A codebook`, place, report);
  for (const entry of entriesOf(value)) {
    if (entry.key.text === 'include' || entry.key.text === 'exclude')
      checkGlobs(entry, main, place, report);
  }
  return { uri, text, value };
}

const tableAdvice = (): string =>
  t`Begin with a line such as "entities:" and indent what belongs to it.`;

/** The parts of one section in the order of the files; empty ones left out. */
export function sections(files: readonly CodebookFile[], section: Section): readonly Part[] {
  return files.flatMap(({ uri, value }) => {
    const entry = entryOf(value, section);
    if (entry?.value === undefined) return [];
    return [{ entry, value: entry.value, place: ({ from, to }: Span) => ({ uri, from, to }) }];
  });
}

/** The keys of a table, and those of them that take lists. */
export interface Fields {
  readonly keys: readonly string[];
  readonly lists: readonly string[];
}

/** Reports keys that mean nothing where they stand, and words that a comma has cut off the value before them. */
export function checkKeys(
  entries: readonly Entry[],
  { keys, lists }: Fields,
  owner: string,
  place: (span: Span) => Place,
  report: Report,
): void {
  const cuts = cutsIn(
    entries,
    (key) => keys.includes(key),
    (key) => lists.includes(key),
  );
  for (const cut of cuts) {
    const { what, advice } = sayCut(cut);
    report(place(cut.words), what, advice, { cut });
  }
  for (const { key } of entries)
    if (!cuts.some((cut) => contains(cut, key))) checkKey(key, keys, owner, place, report);
}

/** Reports a key that means nothing where it stands, and names the nearest that does. */
export function checkKey(
  key: Piece,
  known: Iterable<string>,
  owner: string,
  place: (span: Span) => Place,
  report: Report,
): boolean {
  const names = [...known];
  if (names.includes(key.text)) return true;
  report(
    place(key),
    t`${owner} has no “${key.text}”, so what stands here counts for nothing.`,
    suggestion(key.text, names, t`It may have: ${names.join(t`, `)}.`),
  );
  return false;
}

/** "Did you mean …" with the nearest name, else the words given. */
export function suggestion(word: string, names: Iterable<string>, otherwise: string): string {
  const near = nearest(word, names)[0];
  return near === undefined ? otherwise : t`Did you mean “${near}”?`;
}

/** The entries of a part that has to be a table; anything else is reported. */
export function tableEntries(part: Part, advice: string, report: Report): readonly Entry[] {
  if (part.value.type === 'table') return part.value.entries;
  const { key } = part.entry;
  report(
    part.place(part.value),
    t`${key.text} takes names with what they mean, one below the other.`,
    advice,
  );
  return [];
}

/** The words of a scalar or list; what is neither is reported. */
export function wordsIn(value: Value | undefined, part: Part, report: Report): readonly Piece[] {
  if (value === undefined) return [];
  if (value.type === 'scalar') return [pieceOf(value)];
  const words: Piece[] = [];
  for (const item of value.type === 'list' ? value.items : [value]) {
    if (item.type === 'scalar' && item.text.trim() !== '') words.push(pieceOf(item));
    else report(part.place(item), t`Plain words are expected here.`, listAdvice());
  }
  return words;
}

const listAdvice = (): string =>
  t`Write a list of words: [one, two]; words that hold : # , or brackets in double quotes.`;

/** A single value of plain words; anything else is reported. */
export function wordIn(value: Value | undefined, part: Part, report: Report): Piece | undefined {
  if (value === undefined) return undefined;
  if (value.type === 'scalar' && value.text.trim() !== '') return pieceOf(value);
  const advice = t`Write the words after the colon, in double quotes if they hold : # or brackets.`;
  report(part.place(value), t`One value of plain words is expected here.`, advice);
  return undefined;
}

/** `include` and `exclude` take globs of files inside the collection, and only in `readout.yaml` itself. */
function checkGlobs(
  { key, value }: Entry,
  main: boolean,
  place: (span: Span) => Place,
  report: Report,
): void {
  if (!main) {
    const what =
      key.text === 'include'
        ? t`An included file cannot include others, so these are not read.`
        : t`An included file cannot leave files out, so this counts for nothing.`;
    report(place(key), what, t`Name them under ${key.text} in readout.yaml.`);
    return;
  }
  const allowed = new Set(allowedGlobs(value).map(({ from }) => from));
  for (const item of value?.type === 'list' ? value.items : value === undefined ? [] : [value]) {
    if (item.type !== 'scalar')
      report(place(item), t`${key.text} takes names of files.`, globAdvice[key.text]?.() ?? '');
    else if (!isManageable(item.text))
      report(
        place(item),
        t`This is so long, or has so many * or { in it, that comparing it with a name could take hours, so it counts for nothing.`,
        t`Write several shorter ones, with at most four * between two slashes.`,
      );
    else if (!allowed.has(pieceOf(item).from))
      report(
        place(item),
        t`This does not lie in the collection, so ${key.text} does not take it.`,
        outside(),
      );
  }
}

const globAdvice: Readonly<Record<string, () => string>> = {
  include: () => t`Write a list: [entities/*.yaml].`,
  exclude: () => t`Write a list: [drafts, "*.old.readout"].`,
};

const outside = (): string =>
  t`Name files in the folder of this readout.yaml or below, without / before them or ../ in them.`;

/** Reports includes that take no file: with a name misspelled, all that the file says would be missing in silence. */
export function reportIdle(uri: string, idle: readonly Piece[], issues: CodebookIssue[]): void {
  const report = reportTo(issues);
  for (const { text, from, to } of idle) {
    report(
      { uri, from, to },
      t`No YAML file of this collection goes by “${text}”, so nothing is included.`,
      t`See whether the file is there and its folder and name are spelled so, capitals too.`,
    );
  }
}

/** The globs of an `include` or `exclude` value that stay inside the collection. */
export function allowedGlobs(value: Value | undefined): readonly Piece[] {
  const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
  return items
    .filter((item) => item.type === 'scalar')
    .map(pieceOf)
    .filter(
      ({ text }) =>
        isManageable(text) &&
        text.trim() !== '' &&
        !/^([/\\]|[A-Za-z][\w+.-]*:)|(^|[/\\])\.\.([/\\]|$)/.test(text),
    );
}
