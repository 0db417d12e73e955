import type { Mark, Target } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { lookup } from '../../core/lookup.ts';
import { excerptOf, sentenceAround } from '../../core/marks/excerpt.ts';
import { fragmentsIn } from '../../core/snapshot/mark-words.ts';
import { type FoundMark, nameOf, resolveName } from '../../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf, ownOf } from '../../core/snapshot/summary.ts';
import type { Span } from '../../core/text.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor-at.ts';
import { headOf, isActorText } from '../cursor/subject.ts';
import { dateInWords, dueInWords } from '../days.ts';
import { code, plain } from '../markdown.ts';
import { documentHover } from './document.ts';
import { entityHover, mentionHover } from './entity.ts';
import { frontHelp, helpFor } from './help.ts';
import { ladderHover } from './ladder.ts';
import { markHover } from './mark.ts';
import {
  actorNames,
  type Desk,
  documentLabel,
  type HoverOptions,
  lines,
  linked,
  paragraphs,
  quotedAround,
} from './parts.ts';
import { attributeHover, keyHover, kindHover, relationHover, ruleHover } from './terms.ts';

export interface Hover {
  /** What is spoken of. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to say about what stands at `offset`: a mark, what a reference points at, an entity or
 * its name in the text, a kind, an attribute, a relation, a key. All text of documents and codebooks in it is escaped.
 */
export function hover(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  options: HoverOptions = {},
): Hover | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  const entry = snapshot.entries.get(uri);
  const desk = { snapshot, codebook: snapshot.codebook, options };
  if (!cursor) return entry && mentionHover(desk, entry, offset);
  const markdown = hoverOf(desk, entry, cursor);
  return markdown ? { span: { from: cursor.from, to: cursor.to }, markdown } : undefined;
}

/**
 * The same of the mark that has these words, with its document and its sentence, for where neither is seen;
 * undefined where there is none.
 */
export function hoverOfMark(
  snapshot: Snapshot,
  uri: string,
  { from, to }: Span,
  options: HoverOptions = {},
): string | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const mark = document.marks.find(({ words }) => words.from === from && words.to === to);
  if (!mark) return undefined;
  const sentence = quotedAround(sentenceAround(document, mark.words));
  const desk = { snapshot, codebook: snapshot.codebook, options };
  return markHover(desk, { entry, document, mark }, plain(documentLabel(entry)), sentence);
}

function hoverOf(desk: Desk, entry: Entry | undefined, cursor: Cursor): string | undefined {
  switch (cursor.on) {
    case 'mark':
    case 'mark-id':
      return entry && ownMarkHover(desk, entry, cursor.mark);
    case 'reference':
      return entry && targetHover(desk, entry, cursor.reference.target);
    case 'target':
      return entry && targetHover(desk, entry, cursor.target);
    default:
      return termHover(desk, cursor, entry);
  }
}

/** The hover of a mark of the document at hand; a fragment speaks of its head. */
function ownMarkHover(desk: Desk, entry: Entry, mark: Mark): string {
  const document = documentOf(entry);
  return markHover(desk, { entry, document, mark: headOf(document, mark) });
}

/** What a reference or a relation points at. */
function targetHover(desk: Desk, entry: Entry, target: Target): string {
  return thingHover(desk, nameOf(entry, target), entry);
}

/** A mark with its sentence, a document, or an entity, by its name. */
function thingHover(desk: Desk, name: string, from?: Entry): string {
  const meant = resolveName(desk.snapshot, name);
  switch (meant.to) {
    case 'entity':
      return entityHover(desk, meant.entity, from);
    case 'document':
      return paragraphs(manyWords(meant.found), documentHover(desk, meant.found[0] as Entry));
    case 'mark':
      return paragraphs(
        manyWords(meant.found),
        foundMarkHover(desk, meant.found[0] as FoundMark, from),
      );
    default:
      return missingHover(name, meant.missing);
  }
}

const manyWords = ({ length }: { readonly length: number }): string =>
  length > 1 ? t`${length} documents have this key; this is one of them.` : '';

function foundMarkHover(desk: Desk, { entry, definition }: FoundMark, from?: Entry): string {
  // A mark in parts needs the whole document, any other its paragraph alone.
  const isInParts = fragmentsIn(entry).has(definition.id);
  const document = isInParts ? documentOf(entry) : excerptOf(entry, definition.from);
  const mark = document.marks.find(({ id }) => id?.text === definition.id);
  if (!mark) return '';
  const place = { uri: entry.uri, from: definition.from, to: definition.to };
  const where = entry === from ? '' : linked(desk, documentLabel(entry), place);
  const sentence = quotedAround(sentenceAround(document, mark.words));
  return markHover(desk, { entry, document, mark }, where, sentence);
}

function missingHover(name: string, missing: 'document' | 'mark' | 'name'): string {
  const id = code(`#${idOf(name)}`);
  if (missing === 'document')
    return t`No document of the collection has the key ${code(ownOf(name))}.`;
  if (missing === 'mark') return t`The document ${code(ownOf(name))} has no mark ${id}.`;
  return t`No mark of this document and no entity of the codebook is called ${id}.`;
}

/** What stands at a place that needs no document to be understood. */
function termHover(desk: Desk, cursor: Cursor, entry?: Entry): string | undefined {
  const { codebook } = desk;
  switch (cursor.on) {
    case 'kind':
      return kindHover(desk, cursor.text);
    case 'relation':
      return relationHover(desk, cursor.text);
    case 'attribute':
      return attributeHover(desk, cursor.text);
    case 'value':
      return valueHover(desk, cursor.attribute.key.text, cursor.text);
    case 'entity':
      return thingHover(desk, `#${cursor.text}`, entry);
    case 'name':
      return thingHover(desk, `#${cursor.entity}`, entry);
    case 'document':
      return thingHover(desk, `${cursor.text}#`);
    case 'term':
      return t`Here: ${actorNames(
        codebook,
        cursor.actors.map(({ text }) => text),
      )}`;
    case 'series':
      return seriesHover(desk, cursor.text);
    case 'rule':
      return ruleHover(cursor.text);
    case 'front-key':
      return keyHover(cursor.text, lookup(frontHelp, cursor.text), t`front matter`);
    case 'front-value':
      return frontValueHover(desk, cursor.key, cursor.text);
    case 'codebook-key':
      return keyHover(cursor.path.at(-1) ?? '', helpFor(cursor.path), t`codebook`);
    case 'codebook-value': {
      const [section] = cursor.path;
      const isVerb = section === 'ladders' || section === 'commitment-line';
      return isVerb ? ladderHover(codebook, cursor.text) : undefined;
    }
    default:
      return undefined;
  }
}

function valueHover(desk: Desk, key: string, value: string): string {
  const meaning = attributeHover(desk, key);
  if (key === 'verb') return ladderHover(desk.codebook, value) ?? meaning;
  if (key !== 'due') return meaning;
  const due = dueInWords(value);
  return due ? t`**Due** ${plain(due)}` : meaning;
}

function frontValueHover(desk: Desk, key: string, value: string): string | undefined {
  if (isActorText(key) && desk.codebook.entities.has(value)) return thingHover(desk, `#${value}`);
  const date = key === 'date' ? dateInWords(value) : undefined;
  return date && t`**Date** ${plain(date)}`;
}

function seriesHover(desk: Desk, id: string): string {
  const series = desk.codebook.series.get(id);
  if (!series) return t`The codebook has no series ${code(id)}.`;
  const { names, every, place } = series;
  return paragraphs(
    t`**${linked(desk, names[0] ?? id, place)}** · series ${code(id)}`,
    lines(
      names.length > 1 ? t`Also: ${names.slice(1).map(plain).join(t`, `)}` : '',
      every ? t`Every ${plain(t(every))}` : '',
    ),
  );
}
