import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Paragraph } from '../document.ts';
import { fieldsOf } from '../front/fields.ts';
import { mentionsIn } from '../mentions/mentions.ts';
import { headingsIn } from '../mentions/places.ts';
import { titleIn } from '../mentions/title.ts';
import { continuationOf } from '../reading/parse.ts';
import { stripped } from '../reading/strip.ts';
import { overlaps, type Span } from '../text.ts';
import { sentencesOf } from '../verbs/sentences.ts';
import { lineReached, type Verb, verbOf } from '../verbs/verbs.ts';

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

/** Who speaks where the text has introduced its parties: only before the verb, and only where there are parties. */
const speakers =
  /\b(?:they|we|both (?:sides|countries|governments|leaders|ministers|parties)|the (?:two |three |four )?(?:sides|countries|governments|leaders|ministers|presidents|principals|parties|members|delegations))\b|双方|両|我々|私たち|我が国/iu;

/** What is somebody else’s word, a question, or holds only if something comes about. */
const notTheirs = /["“”「『]|\?$|^(?:if|should|unless|were|had)\b/iu;

/** A verb whose subject is the thing just named: `a plan that will help`. */
const ofThing = /\b(?:that|which|who)\s+(?:also\s+|\w+ly\s+)?$/iu;

/** What stands behind an actor's name where a thing is named after it: `the Orla Fellowship will`. */
const namesake =
  /^(?:['’]s?)?\s+(?:(?!(?:the|an?|this|its|their|and|or|of|in|on|at|under|with|by|for|from|to|as)\s)[\w'’-]+\s+){0,4}(?:accord|act|agenda|agreement|conference|declaration|dialogue|fellowship|forum|framework|fund|initiative|meeting|network|partnership|plan|program(?:me)?|project|statement|strategy|summit|treaty|visit)s?\s+(?:also\s+|then\s+|\w+ly\s+)?$/iu;

/** What is agreed on here is what somebody thinks, and nothing that is to be done. */
const opinion =
  /^\s+(?:on|about|upon|as\s+to)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}(?:importance|necessity|need|significance|urgency|value)\b/iu;

/** The same in Japanese, before the verb. */
const opinionBefore =
  /(?:重要性|必要性|意義|認識|見解|見方)(?:について|に関して|において|で|に)も?(?:意見[のが])?$/u;

/** A Japanese word, whose verb ends its sentence. */
const japanese = /[\p{Script=Hiragana}\p{Script=Han}]/u;

/** Up to whom a Japanese sentence is about. */
const topic = /^.*?は(?!じめ)、?/su;

/** Before *signed*: that is done already. */
const already = /\b(?:has|have|had)\s+(?:\w+\s+)?$/iu;

/** Before an actor: it is no subject but where something happens, or whom it reaches. */
const aside = /\b(?:in|from|to|with|for|on|at|by|against|across|towards?|than)\s+(?:the\s+)?\[?$/iu;

/** Between actors that act together, signs of references left out. */
const together = /^\s*(?:,|and|, and|及び|と|、)\s*(?:the\s+)?$/iu;

const pronoun = /\b(?:they|it|we|he|she)\b/iu;

/** A subject stands no further before its verb than this, in characters. */
const farthest = 240;

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

interface Actor extends Span {
  readonly ids: readonly string[];
}

/** Where actors of the codebook are named. */
function actorsNamed(document: Document, codebook: Codebook): readonly Actor[] {
  const isActor = (id: string) => codebook.entities.get(id)?.kind === 'actor';
  return mentionsIn(document, codebook, true).mentions.flatMap(({ from, to, ids }) =>
    ids.every(isActor) ? [{ from, to, ids }] : [],
  );
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
  for (const { from, to } of sentencesOf(source.text, { from: 0, to: source.text.length })) {
    const whole = { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 };
    if ([...apart, ...headings].some((span) => overlaps(span, whole))) continue;
    const text = source.text.slice(from, to);
    if (notTheirs.test(text)) continue;
    const verb = verbOf(text, { from: 0, to: text.length }, codebook);
    if (!verb?.span || lineReached(verb, codebook) !== true) continue;
    if (ofThing.test(text.slice(0, verb.span.from))) continue;
    if (isNoPromise(text, verb)) continue;
    const begins = source.offsetOf(from + beginningOf(text, verb.span));
    const clause = governed(text, verb);
    const within = (span: Span) => {
      const [start, end] = [source.offsetOf(from + span.from), source.offsetOf(from + span.to)];
      const words = text.slice(Math.max(span.from, span.to - farthest), span.to);
      return boundIn(document, words, subjectsIn(document, named, { from: start, to: end }));
    };
    const isSame = !clause || pronoun.test(text.slice(clause.from, clause.to));
    const lead = isSame ? { from: 0, to: verb.span.from } : clause;
    if (isThing(document, named, source.offsetOf(from + lead.to))) continue;
    const actors = within(lead);
    if (!actors.length) continue;
    const words = text.replace(/[.。!！\s]+$/u, '');
    const ends = closedAt(document, begins, source.offsetOf(from + words.length - 1) + 1);
    const force = source.offsetOf(from + (verb.force?.span ?? verb.span).from);
    yield { from: begins, to: ends, verb, force, actors };
  }
}

/** Behind the references and marks that begin in a stretch and whose words end with it. */
function closedAt(document: Document, from: number, to: number): number {
  const outer = [...document.references, ...document.marks].find(
    ({ span, words }) => span.from >= from && words.to === to,
  );
  return outer ? closedAt(document, from, outer.span.to) : to;
}

/** What stands between a verb and what it says *will* be done: `both sides` in “affirmed that both sides will”. */
function governed(text: string, { span, force }: Verb): Span | undefined {
  if (!span || !force || force.span.from < span.to) return undefined;
  const that = text.slice(span.to, force.span.from).search(/\bthat\s/iu);
  return that < 0 ? undefined : { from: span.to + that, to: force.span.from };
}

/** Whether a verb, strong as it is, tells what is thought, or what was done. */
function isNoPromise(text: string, { span, force, lemma }: Verb): boolean {
  const said = force?.span ?? span;
  if (!said) return false;
  if ((force?.lemma ?? lemma) === 'sign') return already.test(text.slice(0, said.from));
  return opinion.test(text.slice(said.to)) || opinionBefore.test(text.slice(0, said.from));
}

/** Where what is promised begins: with the verb, or where that ends the sentence, behind whom it is about. */
function beginningOf(text: string, { from, to }: Span): number {
  if (!japanese.test(text.slice(from, to))) return from;
  const [lead = ''] = topic.exec(text.slice(0, from)) ?? [];
  return lead.length || text.search(/\S/u);
}

/** Whether what stands before an offset, as the subject of a verb, is named after the actor before it. */
function isThing({ text }: Document, named: readonly Actor[], at: number): boolean {
  const last = named.findLast(({ to }) => to <= at);
  return !!last && at - last.to < farthest && namesake.test(plainly(text.slice(last.to, at)));
}

/** The last actors named in a stretch of the text that may be what a verb speaks of, those beside them too. */
function subjectsIn({ text }: Document, named: readonly Actor[], { from, to }: Span): string[] {
  const inside = named.filter((one) => one.from >= from && one.to <= to);
  for (let last = inside.length - 1; last >= 0; last--) {
    let first = last;
    while (first > 0 && together.test(between(text, inside[first - 1], inside[first]))) first--;
    const group = inside.slice(first, last + 1);
    if (!aside.test(text.slice(from, group[0]?.from))) return group.flatMap(({ ids }) => ids);
    last = first;
  }
  return [];
}

const between = (text: string, one: Actor | undefined, next: Actor | undefined): string =>
  plainly(text.slice(one?.to, next?.from));

const plainly = (text: string): string => text.replace(/\]\([^)]*\)|\[/g, '');

/** Who is bound by what follows these words: a term of the document, actors that are named, its parties. */
function boundIn(document: Document, lead: string, subjects: readonly string[]): readonly string[] {
  const { terms, parties } = fieldsOf(document.front);
  const small = lead.toLowerCase();
  const term = terms?.find(({ name }) => small.includes(name.text.toLowerCase()));
  if (term) return term.actors.map(({ text }) => text);
  if (subjects.length) return subjects;
  return speakers.test(lead) ? (parties?.items.map(({ text }) => text) ?? []) : [];
}
