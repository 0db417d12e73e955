import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Paragraph } from '../document.ts';
import { headingsIn } from '../mentions/places.ts';
import { titleIn } from '../mentions/title.ts';
import { continuationOf } from '../reading/parse.ts';
import { stripped } from '../reading/strip.ts';
import { firstThat } from '../search.ts';
import { overlaps, type Span } from '../text.ts';
import { sentencesOf } from '../verbs/sentences.ts';
import type { Verb } from '../verbs/verbs.ts';
import { farthest, type Promised, promisesIn } from './promises.ts';
import { type Actor, actorsNamed, boundBy } from './subjects.ts';

/**
 * Words that read as a commitment and are not marked: from the verb to the end of the sentence, in Japanese from
 * behind whom it is about.
 */
export interface Unmarked extends Span {
  readonly verb: Verb;
  /** Where the word stands that gives the force: what is promised follows it. */
  readonly force: number;
  /** Ids of who would be bound. */
  readonly actors: readonly string[];
}

/** A question, or what holds only if something comes about. */
const notTheirs = /\?$|^(?:if|should|unless|were|had)\b/iu;

/** What is somebody else’s word; quotation marks that have no other in the sentence go to its end, or begin with it. */
const quotation = /"[^"]*(?:"|$)|“[^”]*(?:”|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|^[^“]*”/gu;

/** What stands before a verb and belongs to what is promised: `will` in “will continue to”. */
const helping = /\b(?:will|shall|would)\s+(?:(?:also|further|jointly|together|\w+ly)\s+)?$/iu;

/** A verb whose subject is the thing just named: `a plan that will help`, `a plan that we hope will help`. */
const ofThing =
  /\b(?:that|which|who)\s+(?:(?:we|they|he|she)\s+(?:anticipate|believe|expect|hope|think|trust)\w*\s+)?(?:also\s+|\w+ly\s+)?$/iu;

/** What is agreed on here is what somebody thinks, and nothing that is to be done. */
const opinion =
  /^\s+(?:on|about|upon|as\s+to)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}(?:importance|necessity|need|significance|urgency|value)\b/iu;

/** The same in Japanese, before the verb. */
const opinionBefore =
  /(?:重要性|必要性|意義|認識|見解|見方)(?:について|に関して|において|で|に)も?(?:意見[のが])?$/u;

/** What is agreed so is how things are: `agreed that talks are the best way`; what they *will* do has a force. */
const agreedThat = /^\s+that\b/iu;
const agreeing: ReadonlySet<string> = new Set(['agree', 'concur']);

/** A Japanese word, whose verb ends its sentence. */
const japanese = /[\p{Script=Hiragana}\p{Script=Han}]/u;

/** Up to whom a Japanese sentence is about. */
const topic = /^.*?は(?!じめ)、?/su;

/** Before *signed* and *continued*: that is done already. */
const already = /\b(?:has|have|had)\s+(?:\w+\s+)?$/iu;
const doneAlready: ReadonlySet<string> = new Set(['sign', 'continue']);

/** What was signed: `welcomed the signing of the accord`. */
const ofWhat = /^\s+of\b/iu;

/** Who goes on to think something promises nothing. */
const thinking = /^\s+to\s+(?:anticipate|assume|believe|estimate|expect|judge|see|think|view)\b/iu;

/** What somebody expects of others: `judges that the case will grow`. */
const expected =
  /\b(?:anticipat|assum|believ|confiden|estimat|expect|indicat|judg|predict|show|suggest|think)\w*\s+(?:\w+\s+){0,2}that\b,?\s+(?!(?:they|we)\s|it\s+(?:will|would)\s+(?!be\b))/iu;

/**
 * The sentences of a text that name an actor before a verb at or above the commitment line and hold no
 * registered mark. Precise before complete: title, headings and quotations are left out. Spans are UTF-16
 * offsets, in order.
 */
export function unmarkedIn(document: Document, codebook: Codebook): readonly Unmarked[] {
  const marked = document.marks
    .filter(({ kind }) => codebook.kinds.get(kind?.text ?? '')?.registered)
    .concat(document.marks.filter(continuationOf))
    .map(({ words }) => words);
  const title = titleIn(document);
  const apart = title ? [...marked, title] : marked;
  const named = actorsNamed(document, codebook);
  return document.paragraphs.flatMap((paragraph) => [
    ...inParagraph(document, paragraph, codebook, apart, named),
  ]);
}

function* inParagraph(
  document: Document,
  paragraph: Paragraph,
  codebook: Codebook,
  apart: readonly Span[],
  named: readonly Actor[],
): Generator<Unmarked> {
  const headings = headingsIn(document.text, paragraph);
  const source = stripped(document, paragraph);
  for (const { from, to } of numberedIn(source.text)) {
    const whole = { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 };
    if ([...apart, ...headings].some((span) => overlaps(span, whole))) continue;
    const text = source.text.slice(from, to);
    if (notTheirs.test(text)) continue;
    const place = (at: number) => source.offsetOf(from + at);
    const quoted = [...text.matchAll(quotation)];
    const isQuoted = ({ verb: { span } }: Promised) => {
      const next = firstThat(quoted, ({ 0: words, index }) => span.from < index + words.length);
      return (quoted[next]?.index ?? span.to) <= span.from;
    };
    for (const promised of promisesIn(text, codebook)) {
      const { verb } = promised;
      if (isQuoted(promised) || isNoPromise(text, verb)) continue;
      const actors = boundBy(promised, { document, text, place }, named);
      if (!actors.length) continue;
      const begins = place(beginningOf(text, verb.span));
      const ends = closedAt(document, begins, place(lengthOf(text) - 1) + 1);
      const force = place((verb.force?.span ?? verb.span).from);
      yield { from: begins, to: ends, verb, force, actors };
      break;
    }
  }
}

/** Sentences; of one that is a list of numbered passages, as a resolution is, each of these. */
function* numberedIn(text: string): Generator<Span> {
  for (const { from, to } of sentencesOf(text, { from: 0, to: text.length })) {
    let start = from;
    for (const { index } of text.slice(from, to).matchAll(numberedLine)) {
      if (index) yield { from: start, to: from + index };
      start = from + index;
    }
    yield { from: start, to };
  }
}

const numberedLine = /(?<=\n)[ \t]*\d{1,3}\.\s+(?=\p{Lu})/gu;

/** How long a sentence is without its stop. */
function lengthOf(text: string): number {
  let end = text.length;
  while (end > 0 && stop.test(text.charAt(end - 1))) end--;
  return end;
}

const stop = /[.;。!！\s]/u;

/** Behind the references and marks that begin in a stretch and whose words end with it. */
function closedAt(document: Document, from: number, to: number): number {
  const outer = [...document.references, ...document.marks].find(
    ({ span, words }) => span.from >= from && words.to === to,
  );
  return outer ? closedAt(document, from, outer.span.to) : to;
}

/** Whether a verb, strong as it is, is that of a thing, or tells what is thought, or what was done. */
function isNoPromise(text: string, { span, force, lemma }: Promised['verb']): boolean {
  const before = (at: number) => text.slice(Math.max(0, at - farthest), at);
  const lead = before(span.from);
  if (ofThing.test(lead) || expected.test(lead)) return true;
  const said = force?.span ?? span;
  const lately = before(said.from);
  const after = text.slice(said.to, said.to + farthest);
  const what = force?.lemma ?? lemma;
  if (doneAlready.has(what) && already.test(lately)) return true;
  if (what === 'continue' && thinking.test(after)) return true;
  if (what === 'sign' && ofWhat.test(after)) return true;
  if (!force && agreeing.has(lemma) && agreedThat.test(after)) return true;
  return opinion.test(after) || opinionBefore.test(lately);
}

/** Where what is promised begins: with the verb, or where that ends the sentence, behind whom it is about. */
function beginningOf(text: string, { from, to }: Span): number {
  if (!japanese.test(text.slice(from, to)))
    return from - (helping.exec(text.slice(Math.max(0, from - farthest), from))?.[0].length ?? 0);
  const [lead = ''] = topic.exec(text.slice(0, from)) ?? [];
  return lead.length || text.search(/\S/u);
}
