import type { Codebook } from '../codebook/codebook.ts';
import type { Span } from '../text.ts';
import { isPast } from '../verbs/context.ts';
import { isJapanese } from '../verbs/japanese.ts';
import { lineReached, type Verb, verbOf, verbsIn } from '../verbs/verbs.ts';

/** A verb that binds whoever is its subject. Spans are UTF-16 offsets of the sentence. */
export interface Promised {
  readonly verb: Verb & { readonly span: Span };
  /** The words that name who would be bound. */
  readonly lead: Span;
  /** Whether these words are a subject of its own and nothing else, or whatever comes before the verb. */
  readonly isOwn: boolean;
}

/** A subject stands no further before its verb than this, in characters: a sentence may be as long as a text. */
export const farthest = 240;

/** Nor does a verb go on with one that stands further before it. */
const goesOnWithin = 600;

const adverbs =
  '(?:(?:also|all|both|each|further|now|then|thus|hereby|jointly|together|therefore|accordingly|to (?:this|that) end|in this regard|\\w+ly)\\s+)*';
const aid = '(?:are|is|were|was|have|has|had|remain|remains|will|shall)\\s+';

/** Before a verb that goes on with what its sentence began: `thanked the crews and`. */
const goingOn = new RegExp(`\\b(?:and|but)\\s+${adverbs}(${aid})?${adverbs}$`, 'iu');

/** Between a subject and its verb. */
const behindSubject = new RegExp(`\\s+${adverbs}(?:${aid})?${adverbs}$`, 'iu');

/** What follows is said of a thing or of somebody else: `a fund that grew and will help`. */
const relative =
  /\b(?:that|which|who|whose|whom|where|when|once|until|unless|if|while|because|as)\b/iu;

/** Who is asked to do one thing is asked to do the next: `called on all to stop the fighting and agree`. */
const infinitive = /\bto\s+\w+[^,;]*$/iu;

/** A stretch of a sentence that may have a subject of its own begins behind these signs. */
const clauseEnd = /[,;:—–]\s*(?:(?:and|but|so)\s+)?/gu;

/** How a Japanese sentence ends that says what was done. */
const pastEnding = /(?:ました|てきた|たところ(?:です|であります|でございます))[。\s]{0,4}$/u;

/** Whether a Japanese sentence goes on behind its verb and says what was done: 〜と決意し、実践してきました. */
const isDone = (rest: string): boolean => rest.includes('、') && pastEnding.test(rest.slice(-16));

/**
 * The verbs of a sentence that reach the commitment line, in order: the first verb of the sentence; of the later
 * ones those that go on with it (*welcomed the offer and will accept it*), and those behind a subject of their own
 * (*having met, they will …*), which whoever asks has to find. Of a Japanese sentence its last verb, which ends it.
 */
export function* promisesIn(text: string, codebook: Codebook): Generator<Promised> {
  const reaches = (verb: Verb) => lineReached(verb, codebook) === true;
  if (isJapanese(text)) {
    const last = verbsIn(text, codebook).at(-1);
    if (hasSpan(last) && reaches(last) && !isDone(text.slice(last.span.to))) {
      yield { verb: last, lead: leadOf(last), isOwn: false };
    }
    return;
  }
  const first = verbOf(text, { from: 0, to: text.length }, codebook);
  if (!hasSpan(first)) return;
  if (reaches(first)) yield { verb: first, lead: leadOf(first), isOwn: false };
  for (const verb of verbsIn(text, codebook)) {
    if (!hasSpan(verb) || verb.span.from <= first.span.from || !reaches(verb)) continue;
    if (goesOn(text, first, verb)) {
      yield { verb, lead: leadOf(first), isOwn: false };
    }
    const lead = ownLead(text, verb.span.from);
    if (lead) yield { verb, lead, isOwn: true };
  }
}

const leadOf = ({ span }: Promised['verb']): Span => ({ from: 0, to: span.from });

const hasSpan = (verb: Verb | undefined): verb is Promised['verb'] => !!verb?.span;

/** Whether the subject of the first verb of a sentence is that of a later one too. */
function goesOn(text: string, first: Promised['verb'], later: Promised['verb']): boolean {
  if (later.span.from - first.span.to > goesOnWithin) return false;
  const between = text.slice(first.span.to, later.span.from);
  const joint = goingOn.exec(between);
  if (!joint) return false;
  const since = between.slice(0, joint.index);
  const form = formOf(text, first.span);
  const own = formOf(text, later.span);
  if (form === 'ing' || (own === 'base' && infinitive.test(since))) return false;
  // A comma ends what was said of something else, where the two verbs have one form.
  if (relative.test(since)) return own === form && since.trimEnd().endsWith(',');
  return own === 'will' || own === form || joint[1] !== undefined;
}

type Form = 'will' | 'past' | 's' | 'ing' | 'base';

function formOf(text: string, { from, to }: Span): Form {
  const [word = ''] = text.slice(from, to).toLowerCase().split(/\s/);
  if (/^(?:will|shall|would)$/.test(word)) return 'will';
  if (isPast(word)) return 'past';
  if (word.endsWith('ing')) return 'ing';
  return word.endsWith('s') ? 's' : 'base';
}

/** The words of a clause before its verb at `to`, without what stands between the two. */
function ownLead(text: string, to: number): Span | undefined {
  const start = Math.max(0, to - farthest);
  const before = text.slice(start, to);
  const tail = behindSubject.exec(before);
  if (!tail) return undefined;
  let from = 0;
  for (const sign of before.matchAll(clauseEnd)) from = sign.index + sign[0].length;
  const words = before.slice(from, tail.index);
  return words && !relative.test(words)
    ? { from: start + from, to: start + tail.index }
    : undefined;
}
