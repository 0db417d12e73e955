import { readFields } from '../front/fields.ts';
import { readFrontMatter } from '../front/matter.ts';
import { bracketReader, type PassageSink } from '../reading/brackets.ts';
import { type ItemSink, isId, itemReader, unquote } from '../reading/items.ts';
import { paragraphEnd, paragraphStart, parse } from '../reading/parse.ts';
import type { Piece } from '../text.ts';
import { doubting } from './doubts.ts';
import { noPrefix, prefixOf } from './name-table.ts';
import { type PackedSummary, pack, packing, roles, type Tables } from './packed-summary.ts';
import { frontMentions, saidInFront, summarise } from './summary.ts';
import { actorAttributes, builtinAttributes, readTarget, wordsIn } from './targets.ts';

/** Reads the summary off the text of a document called `own`. */
export type SummaryReader = (text: string, own: string) => PackedSummary;

const link = roles.indexOf('link');
const relation = roles.indexOf('relation');
const actor = roles.indexOf('actor');
const front = roles.indexOf('front');

const hash = prefixOf('#');

/**
 * The same as `summarise(parse(text), own)` and what may be wrong with the text, in numbers, without the
 * objects of a document in between. A collection has thousands of closed documents, and all that is kept of
 * them is this.
 */
export function summaryReader(tables: Tables): SummaryReader {
  const { names, words } = tables;
  const columns = packing(tables);
  const { mentions, links, definitions } = columns;
  const doubts = doubting();
  const noWord = words.enter(noPrefix, '', 0, 0);
  let text = '';
  /** The name of the document with its `#`. */
  let prefix = noPrefix;
  /** By name, the document (counted from 1) that defines it. */
  let definedBy = new Int32Array(1 << 12);
  let documents = 0;
  /** The rows of names that depend on which ids the document turns out to have, with the id. */
  let locals: { readonly rows: typeof links; readonly row: number; readonly id: string }[] = [];
  /** The start of the last mark; marks in marks or in notes are not told in their order, nor references in references. */
  let lastMark = -1;
  let lastReference = -1;
  let lastNote = -1;
  let isNested = false;
  // The mark whose braces are being read.
  let id = -1;
  let idEnd = -1;
  let kind = noWord;
  let isFragment = false;

  const wordNumber = (word: string): number => words.enter(noPrefix, word, 0, word.length);

  const items: ItemSink = {
    id: (from, to) => {
      id = from;
      idEnd = to;
    },
    kind: (from, to) => {
      kind = words.enter(noPrefix, text, from + 1, to);
    },
    attribute: (key, _from, _equals, value, end, quoted) => {
      if (key === 'continues') isFragment = true;
      const said = text.slice(value, end);
      const meant = quoted ? unquote(said) : said;
      if (actorAttributes.has(key)) {
        tellActors(wordsIn(meant, value), wordNumber(key));
      } else if (builtinAttributes.has(key)) doubts.value(key, meant);
      else tellRelations(wordsIn(meant, value), wordNumber(key));
    },
    issue: doubts.add,
  };

  const passages: PassageSink = {
    mark: (from, bracket, to) => {
      if (from < lastMark) isNested = true;
      lastMark = from;
      id = -1;
      kind = noWord;
      isFragment = false;
      readItems(bracket + 2, to - 1);
      doubts.mark(kind === noWord ? '' : words.nameOf(kind), isFragment);
      addDefinition(from + 1, bracket);
    },
    reference: (from, bracket, sign, paren) => {
      if (from < lastReference) isNested = true;
      lastReference = from;
      const start = bracket + 2;
      const row = links.count();
      links.add(-1, noWord, start, paren, -1, link);
      if (sign > start) links.amend(row, names.enter(noPrefix, text, start, paren));
      else locals.push({ rows: links, row, id: text.slice(sign + 1, paren) });
    },
    note: (from) => {
      if (from < lastMark) isNested = true;
      if (from < Math.max(lastMark, lastNote)) doubts.add('mark-in-note');
      lastNote = from;
    },
    escape: () => {},
    issue: doubts.add,
    open: (_at, note) => {
      if (note) doubts.acrossParagraphs();
    },
    closing: (_at, form) => {
      if (form !== 'bracket') doubts.acrossParagraphs();
    },
  };
  let readItems: ReturnType<typeof itemReader>;

  function tellActors(said: readonly Piece[], via: number): void {
    if (!said.length) doubts.add('bad-value');
    for (const { from, to, text: word } of said) {
      const name = names.enter(hash, word, 0, word.length);
      mentions.add(name, via, from, to, definitions.count(), actor);
    }
  }

  function tellRelations(said: readonly Piece[], via: number): void {
    if (!said.length) doubts.add('bad-value');
    for (const word of said) {
      const target = readTarget(word);
      const isSound = target && (target.id ? isId(target.id) : target.key);
      if (!isSound) doubts.add('bad-value');
      if (!target) continue;
      const row = mentions.count();
      mentions.add(-1, via, word.from, word.to, definitions.count(), relation);
      if (target.key) mentions.amend(row, names.enter(noPrefix, word.text, 0, word.text.length));
      else locals.push({ rows: mentions, row, id: target.id });
    }
  }

  function addDefinition(from: number, to: number): void {
    const name = id < 0 || isFragment ? -1 : names.enter(prefix, text, id + 1, idEnd);
    const isLater = name >= 0 && isDefined(name);
    if (isLater) doubts.add('duplicate-id');
    if (name < 0 || isLater) definitions.add(-1, kind, from, to, from, to);
    else {
      define(name);
      definitions.add(name, kind, from, to, id, idEnd);
    }
  }

  const isDefined = (name: number): boolean => definedBy[name] === documents;

  function define(name: number): void {
    if (name >= definedBy.length) {
      const longer = new Int32Array(Math.max(2 * definedBy.length, 2 * name));
      longer.set(definedBy);
      definedBy = longer;
    }
    definedBy[name] = documents;
  }

  function readBody(body: number): void {
    const read = bracketReader(text, passages);
    readItems = itemReader(text, items);
    const hasCr = text.indexOf('\r', body) >= 0;
    for (let to = body; ; ) {
      const from = paragraphStart(text, to, hasCr);
      if (from >= text.length) return;
      to = paragraphEnd(text, from, hasCr);
      read(from, to);
    }
  }

  function nameLocals(): void {
    for (const { rows, row, id: name } of locals) {
      const here = names.find(prefix, name, 0, name.length);
      const isHere = here >= 0 && isDefined(here);
      rows.amend(row, isHere ? here : names.enter(hash, name, 0, name.length));
    }
    if (locals.length) locals = [];
  }

  return (said, own) => {
    text = said;
    prefix = prefixOf(`${own}#`);
    documents++;
    lastMark = -1;
    lastReference = -1;
    lastNote = -1;
    isNested = false;
    const reading = readFrontMatter(text);
    const fields = readFields(reading.front);
    doubts.front(reading, fields);
    frontMentions(fields, ({ from, to }, name, via) => {
      const key = wordNumber(via);
      mentions.add(names.enter(noPrefix, name, 0, name.length), key, from, to, -1, front);
    });
    readBody(reading.body);
    nameLocals();
    const whole = { own, ...saidInFront(fields), ...doubts.take() };
    if (!isNested) return columns.finish(whole);
    columns.drop();
    const summary = summarise(parse(text), own);
    return pack({ ...summary, ...whole }, tables, columns);
  };
}
