import { readFields } from '../front/fields.ts';
import { readFrontMatter } from '../front/matter.ts';
import { bracketReader, type PassageSink } from '../reading/brackets.ts';
import { type ItemSink, itemReader, unquote } from '../reading/items.ts';
import { paragraphEnd, paragraphStart, parse } from '../reading/parse.ts';
import type { Piece } from '../text.ts';
import { packing, roles } from './packed-summary.ts';
import {
  frontMentions,
  type Share,
  type Summary,
  saidInFront,
  sharedWord,
  summarise,
} from './summary.ts';
import { actorAttributes, builtinAttributes, readTarget, wordsIn } from './targets.ts';

/** Reads the summary off the text of a document called `own`. */
export type SummaryReader = (text: string, own: string) => Summary;

const link = roles.indexOf('link');
const relation = roles.indexOf('relation');
const actor = roles.indexOf('actor');
const front = roles.indexOf('front');

/**
 * The same as `summarise(parse(text), own)`, in columns, without the objects of a document in between. A
 * collection has thousands of closed documents, and all that is kept of them is this.
 */
export function summaryReader(share: Share): SummaryReader {
  const columns = packing();
  const { mentions, links, definitions } = columns;
  let text = '';
  let heads = new Set<string>();
  /** The rows of names that depend on which ids the document turns out to have, with the id. */
  let locals: { readonly rows: typeof links; readonly row: number; readonly id: string }[] = [];
  /** The start of the last mark; marks in marks or in notes are not told in their order. */
  let lastMark = -1;
  let isNested = false;
  // The mark whose braces are being read.
  let id = -1;
  let idEnd = -1;
  let kind = '';
  let isFragment = false;

  const items: ItemSink = {
    id: (from, to) => {
      id = from;
      idEnd = to;
    },
    kind: (from, to) => {
      kind = sharedWord(text.slice(from + 1, to));
    },
    attribute: (from, equals, value, end, quoted) => {
      const via = sharedWord(text.slice(from, equals));
      if (via === 'continues') isFragment = true;
      const isActor = actorAttributes.has(via);
      if (!isActor && builtinAttributes.has(via)) return;
      const said = text.slice(value, end);
      const words = wordsIn(quoted ? unquote(said) : said, value);
      if (isActor) {
        for (const word of words) tellActor(word, via);
      } else if (said.includes('#')) {
        for (const word of words) tellRelation(word, via);
      }
    },
    issue: () => {},
  };

  const passages: PassageSink = {
    mark: (from, bracket, to) => {
      if (from < lastMark) isNested = true;
      lastMark = from;
      id = -1;
      kind = '';
      isFragment = false;
      readItems(bracket + 2, to - 1);
      addDefinition(from + 1, bracket);
    },
    reference: (_from, bracket, hash, paren) => {
      const start = bracket + 2;
      const row = links.count();
      links.add('', '', start, paren, -1, link);
      if (hash > start) links.name(row, share(text.slice(start, paren)));
      else locals.push({ rows: links, row, id: text.slice(hash + 1, paren) });
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

  function tellActor(word: Piece, via: string): void {
    const mark = definitions.count();
    mentions.add(share(`#${word.text}`), via, word.from, word.to, mark, actor);
  }

  function tellRelation(word: Piece, via: string): void {
    const target = readTarget(word);
    if (!target) return;
    const row = mentions.count();
    mentions.add('', via, word.from, word.to, definitions.count(), relation);
    if (target.key) mentions.name(row, share(word.text));
    else locals.push({ rows: mentions, row, id: target.id });
  }

  function addDefinition(from: number, to: number): void {
    const name = id < 0 || isFragment ? '' : text.slice(id + 1, idEnd);
    if (!name || heads.has(name)) definitions.add('', kind, from, to, from, to);
    else {
      heads.add(name);
      definitions.add(name, kind, from, to, id, idEnd);
    }
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
    if (heads.size) heads = new Set();
    if (locals.length) locals = [];
    lastMark = -1;
    isNested = false;
    const matter = readFrontMatter(text);
    const fields = readFields(matter.front);
    frontMentions(fields, ({ from, to }, name, via) => {
      mentions.add(share(name), via, from, to, -1, front);
    });
    readBody(matter.body);
    for (const { rows, row, id: name } of locals) {
      rows.name(row, share(heads.has(name) ? `${own}#${name}` : `#${name}`));
    }
    const summary = columns.finish({ own, ...saidInFront(fields) });
    return isNested ? summarise(parse(text), own, share) : summary;
  };
}
