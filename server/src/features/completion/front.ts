import type { Document } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { contextOf } from '../../rules/findings.ts';
import { subjectsOf } from '../../rules/ignore.ts';
import { rules } from '../../rules/index.ts';
import { findingsOfCodes } from '../actions/fixes.ts';
import { frontHelp } from '../hover/help.ts';
import { ruleHover } from '../hover/terms.ts';
import { dayDrafts } from './days.ts';
import { type Completions, completions, type Draft, startingWith } from './item.ts';
import { documents, entities } from './targets.ts';
import { actorDrafts } from './values.ts';
import { choice, type Form, keyDrafts, valueDrafts } from './yaml.ts';
import type { YamlPlace } from './yaml-place.ts';
import { yamlPlace } from './yaml-place-in.ts';

/** The YAML of the front matter, also of one that is not closed yet: then as far as the first empty line. */
export function frontSpan({ text, front }: Document): Span | undefined {
  if (front) return front.inner;
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!opening) return undefined;
  const from = opening[0].length;
  const length = text
    .slice(from)
    .search(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)|^[ \t]*(?:\r\n|\n|\r)/);
  const to = length < 0 ? text.length : from + length;
  return { from, to: to + 1 };
}

const lists: ReadonlySet<string> = new Set(['parties', 'participants']);
const tables: ReadonlySet<string> = new Set(['terms', 'ignore']);

const formOf = (key: string): Form =>
  lists.has(key) ? 'list' : tables.has(key) ? 'table' : 'scalar';

/** What may be written in the front matter at `span` of a document. */
export function frontCompletions(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  span: Span,
  offset: number,
): Completions | undefined {
  const place = yamlPlace(document.text, span, offset);
  if (!place) return undefined;
  const [key = ''] = place.path;
  if (place.role === 'value') {
    const drafts = valuesOf(snapshot, entry, place);
    const isList = lists.has(key) || place.path.length > 1;
    return drafts && completions(place, valueDrafts(drafts, place, isList));
  }
  if (!place.path.length) {
    const keys = Object.entries(frontHelp).map(
      ([name, help]) => [name, help, formOf(name)] as const,
    );
    return completions(place, keyDrafts(keys, place, t`front matter`));
  }
  return key === 'ignore' ? completions(place, codeDrafts(place)) : undefined;
}

/** Codes of findings, as keys of `ignore` and of `rules`. */
export function* codeDrafts(place: YamlPlace, form: Form = 'list'): Generator<Draft> {
  const keys = rules.map(
    ({ code, level, docs }) =>
      [code, { means: docs.title, value: level, example: code }, form] as const,
  );
  for (const draft of keyDrafts(keys, place, t`finding`)) {
    yield { ...draft, is: 'rule', kind: t`finding`, documentation: () => ruleHover(draft.label) };
  }
}

function valuesOf(snapshot: Snapshot, entry: Entry, place: YamlPlace): Iterable<Draft> | undefined {
  const { typed } = place;
  const [key = ''] = place.path;
  const ids = (kind: string) =>
    entities(
      snapshot,
      entry,
      typed,
      (id) => id,
      '',
      (entity) => entity.kind === kind,
    );
  switch (key) {
    case 'parties':
    case 'participants':
      return actorDrafts(snapshot, entry, typed, place.others);
    case 'terms':
      return place.path.length > 1 ? actorDrafts(snapshot, entry, typed, place.others) : undefined;
    case 'ignore':
      return startingWith(typed, reported(snapshot, entry, place.path[1]));
    case 'issuer':
      return ids('actor');
    case 'place':
      return ids('place');
    case 'series':
      return startingWith(typed, seriesDrafts(snapshot));
    case 'version-of':
      return documents(snapshot, entry, typed, (name) => name);
    case 'coding':
      return codings().filter(({ label }) => label.startsWith(typed));
    case 'lang':
      return startingWith(typed, languages());
    case 'date':
    case 'retrieved':
      return daysOf(entry, typed);
    default:
      return undefined;
  }
}

function* seriesDrafts({ codebook }: Snapshot): Generator<Draft> {
  for (const { id, names, every } of codebook.series.values()) {
    yield choice(id, t`series`, [names.join(', '), every].filter(Boolean).join(' · '));
  }
}

/** What the findings of a code go by in this document. */
function* reported(snapshot: Snapshot, entry: Entry, code: string | undefined): Generator<Draft> {
  const rule = rules.find((one) => one.code === code);
  const found = rule ? findingsOfCodes(snapshot, entry, new Set([rule.code])) : [];
  const context = contextOf(snapshot, entry);
  const words = found.flatMap((finding) => subjectsOf(finding, context).slice(0, 1));
  for (const word of new Set(words)) yield choice(word, t`words`, t`reported in this document`);
}

/** The day that the document's key begins with, then days as they are typed. */
function* daysOf({ key, summary }: Entry, typed: string): Generator<Draft> {
  const day = /\d{4}-\d{2}-\d{2}/.exec(key ?? '')?.[0];
  if (day?.startsWith(typed)) yield choice(day, t`date`, t`from the name of the file`);
  yield* dayDrafts(typed, summary.date ?? day, false);
}

const codings = () => [
  choice('draft', t`coding`, t`still being annotated: left out of figures`),
  choice('done', t`coding`, t`annotated throughout`),
];

const languages = () =>
  [
    ['en', t`English`],
    ['ja', t`Japanese`],
    ['de', t`German`],
    ['es', t`Spanish`],
    ['fr', t`French`],
    ['ko', t`Korean`],
    ['zh', t`Chinese`],
  ].map(([tag = '', name = '']) => choice(tag, t`language`, name));
