import type { Codebook } from '../codebook/codebook.ts';
import type { Document } from '../document.ts';
import { fieldsOf } from '../front/fields.ts';
import { mentionsIn } from '../mentions/mentions.ts';
import { firstThat } from '../search.ts';
import type { Piece, Span } from '../text.ts';
import type { Verb } from '../verbs/verbs.ts';
import { farthest, type Promised } from './promises.ts';

/** Who speaks where the text has introduced its parties: only before the verb, and only where there are parties. */
const speakers =
  /\b(?:they|we|both (?:sides|countries|governments|leaders|ministers|parties)|(?:the|our) (?:two |three |four |five )?(?:sides|countries|nations|governments|leaders|ministers|officials|presidents|principals|parties|participants|members|delegations)|the (?:two|three|four)(?=\s*$))\b|我々|私たち|我が国/iu;

/** Those who speak as two: one party alone is never meant. */
const both = /双方|両/u;

/** Who speaks is the subject of a clause, and not somebody else who is named in it. */
const speakersAlone = new RegExp(`(?:^|\\b(?:and|but|so)\\s+)(?:${speakers.source})\\s*$`, 'iu');

const office =
  '(?:(?:Vice|Deputy|Prime|Foreign|Defen[cs]e|Finance|National Security)\\s+)*(?:President|Minister|Chancellor|Premier|Secretary|Secretary-General|Advis[eo]r|King|Chairman|Ambassador)\\b';

/** Two who hold an office, as in “the President and the Prime Minister”: where there are two parties, one of each. */
const twoOffices = new RegExp(`${office}[^,;:]{0,60}?\\sand\\s+(?:the\\s+)?${office}`, 'u');
const twoOfficesAlone = new RegExp(
  `(?:^|[Aa]nd\\s+)(?:[Tt]he\\s+)?${twoOffices.source}(?:\\s+\\p{Lu}[\\p{L}.’'-]*){0,4}$`,
  'u',
);

/** Before a verb that goes on with the name at the top of a resolution: `4. Decides to extend it`, `Also decides to`. */
const bare = /^\s*(?:[([]?(?:\d{1,3}|\p{L})[.)\]]?\s+)?(?:(?:also|further)\s+)?$/iu;

/** What a body decides to do; that it stays at a matter ends each of its resolutions. */
const toDo = /^\s+(?:further\s+)?to\s+(?!(?:remain|continue|keep)\b)/iu;

/** Before actors that are the subject of a clause. */
const beginsClause = /(?:^|\b(?:and|but|so)\s+)(?:(?:the|both)\s+)?\[?$/iu;

/** Japanese verbs with which only those who speak say what they themselves will do. */
const humble = /(?:まいり|参り|いたし|致し|申し上げ)ます|所存/u;

/** What stands behind an actor's name where a thing is named after it: `the Orla Fellowship will`. */
const namesake =
  /^(?:['’]s?)?\s+(?:(?!(?:the|an?|this|its|their|and|or|of|in|on|at|under|with|by|for|from|to|as)\s)[\w'’-]+\s+){0,4}(?:accord|act|agenda|agreement|conference|declaration|dialogue|fellowship|forum|framework|fund|initiative|meeting|network|partnership|plan|program(?:me)?|project|statement|strategy|summit|treaty|visit)s?\s+(?:also\s+|then\s+|\w+ly\s+)?$/iu;

/** Before an actor: it is no subject but where something happens, or whom it reaches. */
const aside = /\b(?:in|from|to|with|for|on|at|by|against|across|towards?|than)\s+(?:the\s+)?\[?$/iu;

/** Between actors that act together, signs of references left out. */
const together = /^\s*(?:,|and|, and|及び|と|、)\s*(?:the\s+)?$/iu;

const pronoun = /\b(?:they|it|we|he|she)\b/iu;

/** A place where actors are named: one, or several of whom it may mean each. */
export interface Actor extends Span {
  readonly ids: readonly string[];
}

/** Where a document names actors of the codebook, in order. */
export function actorsNamed(document: Document, codebook: Codebook): readonly Actor[] {
  const isActor = (id: string) => codebook.entities.get(id)?.kind === 'actor';
  return mentionsIn(document, codebook, true).mentions.flatMap(({ from, to, ids }) =>
    ids.every(isActor) ? [{ from, to, ids }] : [],
  );
}

/** A sentence of a document, without annotations. */
export interface Sentence {
  readonly document: Document;
  readonly text: string;
  /** The offset in the document of one in the sentence. */
  readonly place: (at: number) => number;
}

/** The ids of those who are the subject of what is promised; none where it is nobody who is known. */
export function boundBy(
  { verb, lead, isOwn }: Promised,
  sentence: Sentence,
  named: readonly Actor[],
): readonly string[] {
  if (isOwn) return ownSubject(lead, sentence, named);
  const { document, text, place } = sentence;
  const clause = governed(text, verb);
  const isSame = !clause || pronoun.test(text.slice(clause.from, clause.to));
  const span = isSame ? lead : clause;
  if (isThing(document, named, place(span.to))) return [];
  const words = text.slice(Math.max(span.from, span.to - farthest), span.to);
  const subjects = subjectsIn(document, named, { from: place(span.from), to: place(span.to) });
  const speaks =
    speakers.test(words) ||
    (both.test(words) && partiesOf(document).length > 1) ||
    humble.test(text.slice(verb.span.from)) ||
    isResolved(verb, text) ||
    (twoOffices.test(words) && partiesOf(document).length === 2);
  return boundIn(document, words, subjects, speaks);
}

/** Whether a verb begins a paragraph of a resolution, whose subject is named once above them all. */
const isResolved = ({ span }: Promised['verb'], text: string): boolean =>
  bare.test(text.slice(0, span.from)) &&
  /s$/u.test(text.slice(span.from, span.to)) &&
  toDo.test(text.slice(span.to, span.to + farthest));

/** Who is named by the words of a clause before its verb, and nothing else by them. */
function ownSubject(
  lead: Span,
  { document, text, place }: Sentence,
  named: readonly Actor[],
): readonly string[] {
  const words = text.slice(lead.from, lead.to);
  const term = termsOf(document).find(({ name }) => isNamed(words, name.text));
  if (term) return idsOf(term.actors);
  if (speakersAlone.test(words)) return partiesOf(document);
  if (twoOfficesAlone.test(words) && partiesOf(document).length === 2) return partiesOf(document);
  const from = place(lead.from);
  const inside = within(named, { from, to: place(lead.to - 1) + 1 });
  const group = groupAt(document.text, inside);
  const isLast = group.at(-1)?.to === place(lead.to - 1) + 1;
  return isLast && beginsClause.test(document.text.slice(from, group[0]?.from))
    ? group.flatMap(({ ids }) => ids)
    : [];
}

/** Those of some actors, in order of their place, that stand in a stretch of the text. */
function within(named: readonly Actor[], { from, to }: Span): readonly Actor[] {
  const first = firstThat(named, (one) => one.from >= from);
  const inside: Actor[] = [];
  for (let at = first; at < named.length && (named[at] as Actor).from < to; at++) {
    if ((named[at] as Actor).to <= to) inside.push(named[at] as Actor);
  }
  return inside;
}

/** Whether a clause has nothing but this name. */
const isNamed = (clause: string, name: string): boolean =>
  clause.toLowerCase().endsWith(name.toLowerCase()) &&
  beginsClause.test(clause.slice(0, -name.length));

/** What stands between a verb and what it says *will* be done: `both sides` in “affirmed that both sides will”. */
function governed(text: string, { span, force }: Verb): Span | undefined {
  if (!span || !force || force.span.from < span.to) return undefined;
  const that = text.slice(span.to, force.span.from).search(/\bthat\s/iu);
  return that < 0 ? undefined : { from: span.to + that, to: force.span.from };
}

/** Whether what stands before an offset, as the subject of a verb, is named after the actor before it. */
function isThing({ text }: Document, named: readonly Actor[], at: number): boolean {
  const last = named[firstThat(named, ({ to }) => to > at) - 1];
  return !!last && at - last.to < farthest && namesake.test(plainly(text.slice(last.to, at)));
}

/** The last actors named in a stretch of the text that may be what a verb speaks of, those beside them too. */
function subjectsIn({ text }: Document, named: readonly Actor[], { from, to }: Span): string[] {
  for (let rest = within(named, { from, to }); rest.length; ) {
    const group = groupAt(text, rest);
    if (!aside.test(text.slice(from, group[0]?.from))) return group.flatMap(({ ids }) => ids);
    rest = rest.slice(0, -group.length);
  }
  return [];
}

/** The last of some actors, with those it acts together with. */
function groupAt(text: string, actors: readonly Actor[]): readonly Actor[] {
  let first = actors.length - 1;
  while (first > 0 && together.test(textBetween(text, actors[first - 1], actors[first]))) first--;
  return actors.slice(Math.max(0, first));
}

const textBetween = (text: string, one: Actor | undefined, next: Actor | undefined): string =>
  plainly(text.slice(one?.to, next?.from));

const plainly = (text: string): string => text.replace(/\]\([^)]*\)|\[/g, '');

/** Who is bound by what follows these words: a term of the document, actors that are named, its parties. */
function boundIn(
  document: Document,
  lead: string,
  subjects: readonly string[],
  speaks: boolean,
): readonly string[] {
  const small = lead.toLowerCase();
  const term = termsOf(document).find(({ name }) => small.includes(name.text.toLowerCase()));
  if (term) return idsOf(term.actors);
  if (subjects.length) return subjects;
  return speaks ? partiesOf(document) : [];
}

const termsOf = ({ front }: Document) => fieldsOf(front).terms ?? [];
const partiesOf = ({ front }: Document) => idsOf(fieldsOf(front).parties?.items);
const idsOf = (items: readonly Piece[] = []): readonly string[] => items.map(({ text }) => text);
