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

/** Words that read as a commitment and are not marked: from the verb to the end of the sentence. */
export interface Unmarked extends Span {
  readonly verb: Verb;
  /** Ids of who would be bound. */
  readonly actors: readonly string[];
}

/** Who speaks where the text has introduced its parties: only before the verb, and only where there are parties. */
const speakers =
  /\b(?:they|we|both (?:sides|countries|governments|leaders|ministers|parties)|the (?:two |three |four )?(?:sides|countries|governments|leaders|ministers|presidents|principals|parties|members|delegations))\b|双方|両|我々|私たち|我が国/iu;

/** What is somebody else’s word, a question, or holds only if something comes about. */
const notTheirs = /["“”「『]|\?$|^(?:if|should|unless|were|had)\b/iu;

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
    const begins = source.offsetOf(from + verb.span.from);
    const lead = text.slice(Math.max(0, verb.span.from - farthest), verb.span.from);
    const before = named.filter((one) => one.from >= whole.from && one.to <= begins);
    const actors = boundIn(document, lead, before);
    if (!actors.length) continue;
    const words = text.replace(/[.。!！\s]+$/u, '');
    yield { from: begins, to: source.offsetOf(from + words.length - 1) + 1, verb, actors };
  }
}

/** Who is bound by what follows these words: a term of the document, actors that are named, its parties. */
function boundIn(document: Document, lead: string, named: readonly Actor[]): readonly string[] {
  const { terms, parties } = fieldsOf(document.front);
  const small = lead.toLowerCase();
  const term = terms?.find(({ name }) => small.includes(name.text.toLowerCase()));
  if (term) return term.actors.map(({ text }) => text);
  const last = named.at(-1);
  if (last) return last.ids;
  return speakers.test(lead) ? (parties?.items.map(({ text }) => text) ?? []) : [];
}
