import type { Document, Mark, Paragraph, Reference } from '../document.ts';
import { findNames, type NameIndex } from '../names/automaton.ts';
import { targetsOf } from '../snapshot/targets.ts';
import type { Span } from '../text.ts';
import {
  abbreviationsIn,
  behindParentheses,
  introducedIn,
  type OwnAbbreviation,
} from './abbreviations.ts';
import { interruptedNames } from './interrupted.ts';
import type { EntityNames } from './names.ts';
import { headingsIn, reach, type Source, sourceBetween } from './places.ts';
import { type Named, settled } from './settled.ts';

/** A name of an entity in the source text of a document. */
export interface EntityMention extends Span {
  /** The entities it may mean, in the order of the codebook. */
  readonly ids: readonly string[];
  /**
   * `open`: nothing is said of it. `linked`: it, or a part of it, is a reference. `carried`: it is the
   * words of a mark that names a thing. `within`: it is a part of such words. `repeated`: it stands in
   * parentheses right behind its linked name.
   */
  readonly state: 'open' | 'linked' | 'carried' | 'within' | 'repeated';
  /** It stands where a name is seldom worth a link of its own. */
  readonly aside: 'heading' | 'compound' | undefined;
  /** The same for as long as the paragraph is, wherever it moves: a key for what is said of the mention. */
  readonly identity: object;
}

/** What one paragraph says of entities. */
export interface ParagraphMentions {
  readonly mentions: readonly EntityMention[];
  /** The ids that references here point at and those that marks carry. */
  readonly linked: readonly string[];
  /** Whether a fragment of a mark stands here. */
  readonly fragments: boolean;
  /** The abbreviations that are introduced here. */
  readonly introduced: readonly OwnAbbreviation[];
}

/** What decides which names count in a document. */
export interface Reading {
  readonly names: EntityNames;
  /** The day of the document. */
  readonly day: string | undefined;
  /** The names that hold in this document only. */
  readonly terms: NameIndex<true> | undefined;
  /** The abbreviations that the document has introduced before the paragraph. */
  readonly own: readonly OwnAbbreviation[];
}

const nothing: ParagraphMentions = { mentions: [], linked: [], fragments: false, introduced: [] };

type Draft = { -readonly [Key in keyof EntityMention]: EntityMention[Key] };

/** Reads the mentions of one paragraph, in order. */
export function readMentions(
  { text }: Document,
  paragraph: Paragraph,
  reading: Reading,
): ParagraphMentions {
  const { constructs, cuts } = paragraph.passage;
  const { names } = reading;
  const known = findNames(names.index, text, paragraph, cuts);
  const hits = joined(known, abbreviationsIn(reading.own, text, paragraph));
  const interrupted = interruptedNames(names, text, paragraph);
  if (!hits.length && !interrupted.length)
    return constructs.length ? annotated(paragraph, names.kinds) : nothing;
  const terms = reading.terms ? findNames(reading.terms, text, paragraph, cuts) : [];
  const source: Source = { text, to: paragraph.to, cuts };
  let named = settled(hits, terms, names, reading.day);
  const introduced = introducedIn(named, source);
  const later = behindParentheses(abbreviationsIn(introduced, text, paragraph), introduced);
  const more = joined(later, interrupted);
  if (more.length) named = settled(joined(hits, more), terms, names, reading.day);
  const mentions = named.map(draft);
  const { references, marks } = annotations(paragraph, names.kinds);
  judgeLinks(mentions, references);
  judgeMarks(mentions, marks, source);
  judgeRepeats(mentions, references, source);
  judgeHeadings(mentions, headingsIn(text, paragraph));
  judgeCompounds(mentions, source);
  const { linked, fragments } = annotated(paragraph, names.kinds);
  const carried = mentions.flatMap(({ ids, state }) =>
    state === 'carried' && ids.length === 1 ? ids : none,
  );
  return {
    mentions,
    linked: carried.length ? [...linked, ...carried] : linked,
    fragments,
    introduced: introduced.length
      ? introduced.map(({ text: short, id }) => ({ text: short, id }))
      : none,
  };
}

const joined = <T extends Span>(some: readonly T[], others: readonly T[]): readonly T[] =>
  others.length ? [...some, ...others].sort((a, b) => a.from - b.from || a.to - b.to) : some;

const draft = ({ from, to, ids }: Named): Draft => ({
  from,
  to,
  ids,
  state: 'open',
  aside: undefined,
  identity: {},
});

/** What the annotations of a paragraph say, whether names stand in it or not. */
function annotated({ passage }: Paragraph, kinds: ReadonlySet<string>): ParagraphMentions {
  let linked: string[] | undefined;
  let fragments = false;
  let noteEnd = -1;
  for (const construct of passage.constructs) {
    if (construct.type === 'reference') {
      const { target, span } = construct;
      if (target.key || span.from < noteEnd) continue;
      linked ??= [];
      linked.push(target.id);
    } else if (construct.type === 'note') noteEnd = construct.span.to;
    else {
      fragments ||= isFragment(construct);
      if (!isNaming(construct, kinds)) continue;
      linked ??= [];
      linked.push(...cited(construct));
    }
  }
  return linked?.length || fragments
    ? { mentions: none, linked: linked ?? none, fragments, introduced: none }
    : nothing;
}

/** The same mentions `delta` characters further on. */
export function shiftedMentions(found: ParagraphMentions, delta: number): ParagraphMentions {
  const { mentions, linked, fragments, introduced } = found;
  if (!mentions.length) return found;
  const shifted = mentions.map(({ from, to, ids, state, aside, identity }): EntityMention => {
    return { from: from + delta, to: to + delta, ids, state, aside, identity };
  });
  return { mentions: shifted, linked, fragments, introduced };
}

interface Annotations {
  /** Those outside notes, in order. */
  readonly references: readonly Reference[];
  /** The marks that name a thing, in order of their start. */
  readonly marks: readonly Mark[];
}

function annotations({ passage }: Paragraph, kinds: ReadonlySet<string>): Annotations {
  const references: Reference[] = [];
  const marks: Mark[] = [];
  let noteEnd = -1;
  for (const construct of passage.constructs) {
    if (construct.type === 'note') noteEnd = construct.span.to;
    else if (construct.type === 'reference') {
      if (construct.span.from >= noteEnd) references.push(construct);
    } else if (isNaming(construct, kinds)) marks.push(construct);
  }
  return { references, marks };
}

const isNaming = ({ kind }: Mark, kinds: ReadonlySet<string>): boolean =>
  !!kind && kinds.has(kind.text);

const isFragment = ({ items, attributes }: Mark): boolean =>
  items === 1 && attributes[0]?.key.text === 'continues';

const none: readonly never[] = Object.freeze([]);

/** The ids that a mark cites: what it names is said by them. */
function cited({ attributes }: Mark): readonly string[] {
  const cites = attributes.find(({ key }) => key.text === 'cites');
  if (!cites) return none;
  return targetsOf(cites).flatMap(({ key, id }) => (key ? [] : [id]));
}

function judgeLinks(mentions: readonly Draft[], references: readonly Reference[]): void {
  const reached = reach(references.map(({ span }) => span));
  for (const mention of mentions) {
    if (reached(mention.to - 1) > mention.from) mention.state = 'linked';
  }
}

/** Whether nothing that counts stands between the edge of a mark and the name in it. */
const isEdge = {
  before: /^[\s"“'‘「]*(?:(?:the|an?)\s)?[\s"“'‘「]*$/i,
  after: /^[\s"”'’」]*(?:['’]s)?[\s"”'’」.,;:]*$/i,
};

function judgeMarks(mentions: readonly Draft[], marks: readonly Mark[], source: Source): void {
  const reached = reach(marks.map(({ words }) => words));
  for (const mention of mentions) {
    if (mention.state === 'open' && reached(mention.from) >= mention.to) mention.state = 'within';
  }
  let next = 0;
  for (const { words } of marks) {
    while (next < mentions.length && (mentions[next] as Draft).from < words.from) next++;
    const mention = mentions[next];
    if (mention?.state !== 'within' || mention.to > words.to) continue;
    const before = sourceBetween(source, words.from, mention.from);
    const after = sourceBetween(source, mention.to, words.to);
    if (before === undefined || after === undefined) continue;
    if (isEdge.before.test(before) && isEdge.after.test(after)) mention.state = 'carried';
  }
}

const opensParenthesis = /^\s*[(（]\s*["“'‘「]?$/;
const closesParenthesis = /^["”'’」]?\s*[)）,;、]/;

function judgeRepeats(
  mentions: readonly Draft[],
  references: readonly Reference[],
  source: Source,
): void {
  let next = 0;
  let behind: Reference | undefined;
  let before: Draft | undefined;
  for (const mention of mentions) {
    while (next < references.length && (references[next] as Reference).span.to <= mention.from) {
      behind = references[next++];
    }
    if (mention.state === 'open' && closesParenthesis.test(sourceAfter(source, mention.to))) {
      const isLinked =
        behind &&
        !behind.target.key &&
        mention.ids.includes(behind.target.id) &&
        follows(source, behind.words.to, mention.from);
      const isCarried =
        before?.state === 'carried' &&
        before.ids.some((id) => mention.ids.includes(id)) &&
        follows(source, before.to, mention.from);
      if (isLinked || isCarried) mention.state = 'repeated';
    }
    before = mention;
  }
}

const follows = (source: Source, from: number, to: number): boolean =>
  opensParenthesis.test(sourceBetween(source, from, to) ?? '');

const sourceAfter = (source: Source, from: number): string =>
  sourceBetween(source, from, Math.min(from + 100, source.to)) ?? '';

function judgeHeadings(mentions: readonly Draft[], headings: readonly Span[]): void {
  const reached = reach(headings);
  for (const mention of mentions) {
    if (reached(mention.from) >= mention.to) mention.aside = 'heading';
  }
}

/** Names that a hyphen joins, such as the two of an alliance. */
function judgeCompounds(mentions: readonly Draft[], source: Source): void {
  let before: Draft | undefined;
  for (const mention of mentions) {
    const between = before && sourceBetween(source, before.to, mention.from);
    if (before && between && /^[-\u2010-\u2013\u2212\ufe63\uff0d]$/.test(between)) {
      before.aside ??= 'compound';
      mention.aside ??= 'compound';
    }
    before = mention;
  }
}
