import { readFields } from '../front/fields.ts';
import { readFrontMatter } from '../front/matter.ts';
import { bracketReader, type PassageSink } from '../reading/brackets.ts';
import { type ItemSink, itemReader, unquote } from '../reading/items.ts';
import { paragraphEnd, paragraphStart, parse } from '../reading/parse.ts';
import type { Piece } from '../text.ts';
import { noPrefix, prefixOf } from './name-table.ts';
import { pack, packing, roles, type Tables } from './packed-summary.ts';
import { frontMentions, type Summary, saidInFront, summarise } from './summary.ts';
import { actorAttributes, builtinAttributes, readTarget, wordsIn } from './targets.ts';

/** Reads the summary off the text of a document called `own`. */
export type SummaryReader = (text: string, own: string) => Summary;

const link = roles.indexOf('link');
const relation = roles.indexOf('relation');
const actor = roles.indexOf('actor');
const front = roles.indexOf('front');

const hash = prefixOf('#');

/**
 * The same as `summarise(parse(text), own)`, in columns, without the objects of a document in between. A
 * collection has thousands of closed documents, and all that is kept of them is this.
 */
export function summaryReader(tables: Tables): SummaryReader {
  const { names, words } = tables;
  const columns = packing(tables);
  const { mentions, links, definitions } = columns;
  const noWord = words.enter(noPrefix, '', 0, 0);
  let text = '';
  /** The name of the document with its `#`. */
  let prefix = noPrefix;
  /** By name, the document (counted from 1) that defines it. */
  let definedBy = new Int32Array(1 << 12);
  let documents = 0;
  /** The rows of names that depend on which ids the document turns out to have, with the id. */
  let locals: { readonly rows: typeof links; readonly row: number; readonly id: string }[] = [];
  /** The start of the last mark; marks in marks or in notes are not told in their order. */
  let lastMark = -1;
  let isNested = false;
  // The mark whose braces are being read.
  let id = -1;
  let idEnd = -1;
  let kind = noWord;
  let isFragment = false;

  const items: ItemSink = {
    id: (from, to) => {
      id = from;
      idEnd = to;
    },
    kind: (from, to) => {
      kind = words.enter(noPrefix, text, from + 1, to);
    },
    attribute: (from, equals, value, end, quoted) => {
      const via = text.slice(from, equals);
      if (via === 'continues') isFragment = true;
      const isActor = actorAttributes.has(via);
      if (!isActor && builtinAttributes.has(via)) return;
      const key = words.enter(noPrefix, text, from, equals);
      const tell = isActor ? tellActor : tellRelation;
      const said = text.slice(value, end);
      for (const word of wordsIn(quoted ? unquote(said) : said, value)) tell(word, key);
    },
    issue: () => {},
  };

  const passages: PassageSink = {
    mark: (from, bracket, to) => {
      if (from < lastMark) isNested = true;
      lastMark = from;
      id = -1;
      kind = noWord;
      isFragment = false;
      readItems(bracket + 2, to - 1);
      addDefinition(from + 1, bracket);
    },
    reference: (_from, bracket, sign, paren) => {
      const start = bracket + 2;
      const row = links.count();
      links.add(-1, noWord, start, paren, -1, link);
      if (sign > start) links.amend(row, names.enter(noPrefix, text, start, paren));
      else locals.push({ rows: links, row, id: text.slice(sign + 1, paren) });
    },
    note: (from) => {
      if (from < lastMark) isNested = true;
    },
    escape: () => {},
    issue: () => {},
    open: () => {},
    closing: () => {},
  };
  let readItems: ReturnType<typeof itemReader>;

  function tellActor(word: Piece, via: number): void {
    const mark = definitions.count();
    const name = names.enter(hash, word.text, 0, word.text.length);
    mentions.add(name, via, word.from, word.to, mark, actor);
  }

  function tellRelation(word: Piece, via: number): void {
    const target = readTarget(word);
    if (!target) return;
    const row = mentions.count();
    mentions.add(-1, via, word.from, word.to, definitions.count(), relation);
    if (target.key) mentions.amend(row, names.enter(noPrefix, word.text, 0, word.text.length));
    else locals.push({ rows: mentions, row, id: target.id });
  }

  function addDefinition(from: number, to: number): void {
    if (id < 0 || isFragment) definitions.add(-1, kind, from, to, from, to);
    else {
      const name = names.enter(prefix, text, id + 1, idEnd);
      if (isDefined(name)) definitions.add(-1, kind, from, to, from, to);
      else {
        define(name);
        definitions.add(name, kind, from, to, id, idEnd);
      }
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

  return (said, own) => {
    text = said;
    prefix = prefixOf(`${own}#`);
    documents++;
    if (locals.length) locals = [];
    lastMark = -1;
    isNested = false;
    const matter = readFrontMatter(text);
    const fields = readFields(matter.front);
    frontMentions(fields, ({ from, to }, name, via) => {
      const key = words.enter(noPrefix, via, 0, via.length);
      mentions.add(names.enter(noPrefix, name, 0, name.length), key, from, to, -1, front);
    });
    readBody(matter.body);
    for (const { rows, row, id: name } of locals) {
      const here = names.find(prefix, name, 0, name.length);
      const isHere = here >= 0 && isDefined(here);
      rows.amend(row, isHere ? here : names.enter(hash, name, 0, name.length));
    }
    if (!isNested) return columns.finish({ own, ...saidInFront(fields) });
    columns.drop();
    return pack(summarise(parse(text), own), tables, columns);
  };
}
