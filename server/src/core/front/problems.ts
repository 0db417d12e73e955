import { readDate } from '../dates.ts';
import { t } from '../language.ts';
import type { Span } from '../text.ts';
import { overlaps } from '../text.ts';
import { type Cut, cutsIn, sayCut } from '../yaml/cut.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import { entriesOf, entryOf } from '../yaml/yaml.ts';
import { isCoding, isHash, isLanguage, isMoment } from './fields.ts';
import { frontKeys } from './keys.ts';
import type { FrontMatter } from './matter.ts';

/** A value of the wrong form. */
export interface FrontProblem {
  readonly span: Span;
  readonly what: string;
  readonly advice: string;
  /** The value that a comma has cut, where that is what is wrong. */
  readonly cut?: Cut;
}

/** What in the front matter has the wrong form. What the YAML reader reported is not told again. */
export function* frontProblems(front: FrontMatter): Iterable<FrontProblem> {
  const { value, issues, inner } = front;
  if (value === undefined) return;
  if (value.type !== 'table') {
    if (issues.length === 0) yield noTable(inner);
    return;
  }
  for (const entry of value.entries) {
    if (!issues.some((issue) => overlaps(issue, entry))) yield* entryProblems(entry);
  }
  for (const cut of cutsInFront(value)) {
    if (!issues.some((issue) => overlaps(issue, cut)))
      yield { span: cut.words, ...sayCut(cut), cut };
  }
}

const keys: ReadonlySet<string> = new Set(frontKeys);

/** In a table that is nobody's but the person's own, no key is unknown. */
const cutsInFront = (front: Value): readonly Cut[] => [
  ...cutsIn(entriesOf(front), (key) => keys.has(key), isOfNames),
  ...cutsIn(
    entriesOf(entryOf(front, 'terms')?.value),
    () => false,
    () => true,
  ),
  // What is not to be reported may be a code alone.
  ...cutsIn(entriesOf(entryOf(front, 'ignore')?.value), isCode, () => true),
];

const isOfNames = (key: string): boolean => key === 'parties' || key === 'participants';
const isCode = (key: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(key);

const noTable = (span: Span): FrontProblem => ({
  span,
  what: t`These lines are no front matter: they do not say "name: value", so nothing in them counts.`,
  advice: t`Write lines such as "title: …" or "date: 2031-04-02", or take the lines out.`,
});

function* entryProblems({ key, value }: Entry): Iterable<FrontProblem> {
  const expected = forms.get(key.text);
  if (expected === undefined || value === undefined) return;
  for (const span of expected.wrong(value)) {
    yield { span, what: `${key.text} ${expected.what()}`, advice: expected.advice() };
  }
}

interface Form {
  readonly what: () => string;
  readonly advice: () => string;
  /** The places that do not have the form. */
  wrong(value: Value): Iterable<Span>;
}

const scalars = (test: (text: string) => boolean) =>
  function* (value: Value): Iterable<Span> {
    if (value.type !== 'scalar' || !test(value.text)) yield value;
  };

function* names(value: Value): Iterable<Span> {
  if (value.type === 'scalar') return;
  if (value.type === 'table') yield value;
  else for (const item of value.items) if (item.type !== 'scalar' || item.text === '') yield item;
}

function* tables(value: Value): Iterable<Span> {
  if (value.type !== 'table') yield value;
  else for (const entry of value.entries) if (entry.value !== undefined) yield* names(entry.value);
}

const plainWords: Form = {
  what: () =>
    t`takes one value of plain words, not a list or a table; as it stands it counts for nothing.`,
  advice: () =>
    t`Write the words after the colon; put them in double quotes if they hold : # [ or {.`,
  wrong: scalars(() => true),
};

const listOfIds: Form = {
  what: () => t`takes ids of the codebook; this is none, so nobody is bound by it.`,
  advice: () => t`Write them as a list: [japan, united-states].`,
  wrong: names,
};

const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['title', plainWords],
  ['place', plainWords],
  ['issuer', plainWords],
  ['series', plainWords],
  ['version-of', plainWords],
  ['source', plainWords],
  ['parties', listOfIds],
  ['participants', listOfIds],
  [
    'date',
    {
      what: () =>
        t`takes a day of the calendar; without it nothing that depends on time can be told of this document.`,
      advice: () => t`Write 2031-04-02, or the first and last day: 2031-04-02/2031-04-04.`,
      wrong: scalars((text) => readDate(text) !== undefined),
    },
  ],
  [
    'retrieved',
    {
      what: () => t`takes the day on which the text was fetched.`,
      advice: () => t`Write it as 2031-04-02.`,
      wrong: scalars(isMoment),
    },
  ],
  [
    'lang',
    {
      what: () =>
        t`takes the code of a language; with another word the text is read as if no language were known.`,
      advice: () => t`Write en, ja, fr or the like.`,
      wrong: scalars(isLanguage),
    },
  ],
  [
    'sha256',
    {
      what: () =>
        t`takes the 64 signs (0-9, a-f) that Record Source writes; with others the source cannot be guarded.`,
      advice: () => t`Run Record Source again, or take the line out.`,
      wrong: scalars(isHash),
    },
  ],
  [
    'coding',
    {
      what: () => t`takes draft or done; with another word the document counts as neither.`,
      advice: () => t`Write draft while you work on it, done when all of it is marked.`,
      wrong: scalars(isCoding),
    },
  ],
  [
    'terms',
    {
      what: () =>
        t`takes names with the ids they stand for; this is none, so it counts for nothing.`,
      advice: () => t`Write { the Ministers: [nakatani, austin] }.`,
      wrong: tables,
    },
  ],
  [
    'ignore',
    {
      what: () =>
        t`takes finding codes with the words or ids not to be reported; this is none, so everything is reported.`,
      advice: () => t`Write { unlinked-mention: [Alliance] }.`,
      wrong: tables,
    },
  ],
]);
