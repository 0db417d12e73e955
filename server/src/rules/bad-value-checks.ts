import type { Codebook } from '../core/codebook/codebook.ts';
import { readDue } from '../core/dates.ts';
import type { Attribute, Mark, Paragraph } from '../core/document.ts';
import { fieldsOf } from '../core/front/fields.ts';
import { t } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { remembering } from '../core/reading/remembered.ts';
import { actorAttributes, readTarget, valueWords } from '../core/snapshot/targets.ts';
import type { Piece, Span } from '../core/text.ts';
import { lemmasOf, rankOf, verbOf } from '../core/verbs/verbs.ts';
import { isSound } from './pointers.ts';
import type { Context, Finding, Message } from './rule.ts';
import { said } from './say.ts';

/** What is wrong with a value, for the fix. */
export type BadValue =
  | { readonly about: 'item'; readonly item: Span }
  | { readonly about: 'actor'; readonly word: Piece }
  | { readonly about: 'target'; readonly word: Piece }
  | { readonly about: 'due' | 'verb' | 'score' | 'stray-score'; readonly attribute: Attribute };

type Bad = Finding & { readonly data: BadValue };

/** Words among `parties` and `participants` that are no actors. */
export function* actorProblems({ document, snapshot }: Context): Generator<Bad> {
  const { parties, participants } = fieldsOf(document.front);
  for (const word of [...(parties?.items ?? []), ...(participants?.items ?? [])])
    yield* actor(word, snapshot.codebook);
}

// At a keystroke in a long document hundreds of values are what they were.
const remembered = remembering<boolean>((isSound) => isSound);

/** Values in braces that cannot stand where they stand. */
export function* valueProblems({ document, entry, snapshot }: Context): Generator<Bad> {
  const { codebook } = snapshot;
  const basis = [codebook];
  const areSound = (paragraph: Paragraph) => !!problemsIn(paragraph, codebook).next().done;
  for (const paragraph of document.paragraphs) {
    if (entry.document && remembered(paragraph, basis, areSound)) continue;
    yield* problemsIn(paragraph, codebook);
  }
}

function* problemsIn({ passage }: Paragraph, codebook: Codebook): Generator<Bad> {
  for (const mark of passage.constructs) {
    if (mark.type !== 'mark' || continuationOf(mark)) continue;
    for (const attribute of mark.attributes) yield* problems(attribute, mark, codebook);
  }
}

function* problems(attribute: Attribute, mark: Mark, codebook: Codebook): Generator<Bad> {
  const key = attribute.key.text;
  if (actorAttributes.has(key)) yield* actors(attribute, codebook);
  else if (key === 'due') yield* due(attribute);
  else if (key === 'verb') yield* verb(attribute, codebook);
  else if (key === 'score') yield* score(attribute, mark, codebook);
  else if (codebook.relations.has(key)) yield* targets(attribute);
}

function* actors(attribute: Attribute, codebook: Codebook): Generator<Bad> {
  const words = valueWords(attribute);
  if (!words.length) yield nothing(attribute, { about: 'item', item: attribute });
  for (const word of words) yield* actor(word, codebook);
}

function* actor(word: Piece, { entities, kinds }: Codebook): Generator<Bad> {
  const entity = entities.get(word.text);
  // What an entity without a sound kind is, the codebook's own finding asks.
  if (entity && (entity.kind === 'actor' || !kinds.has(entity.kind))) return;
  const near = nearestActors(word.text, entities)[0];
  const message = {
    what: entity
      ? t`${said(word.text)} (${entity.name}) is no actor: in the codebook its kind is ${t(entity.kind)}.`
      : t`The codebook has no entity ${said(word.text)}.`,
    why: t`Only actors can be bound, speak and be addressed; with this word nobody is.`,
    advice: near
      ? t`Did you mean ${said(near)}?`
      : t`Write the id of an entity of kind actor, or add one to the codebook.`,
  };
  const target = entity && { target: word.text };
  const { from, to } = word;
  yield { from, to, message, ...target, subject: word.text, data: { about: 'actor', word } };
}

/** The actors whose ids look most like a word. */
export function nearestActors(word: string, entities: Codebook['entities'], count = 1): string[] {
  const actors = [...entities.values()].filter(({ kind }) => kind === 'actor');
  const ids = actors.map(({ id }) => id).filter((id) => id !== word);
  return nearest(word.replace(/^#/, ''), ids, count);
}

function* due(attribute: Attribute): Generator<Bad> {
  if (readDue(attribute.value.text)) return;
  yield bad(attribute, 'due', {
    what: t`${said(attribute.value.text)} is no time that “due” can take.`,
    why: t`So nobody can tell when this is overdue.`,
    advice: t`Write a day, month or year of the calendar (2031-06-30, 2031-06, 2031), two of them with “/” between, with “~” behind it for about, or open.`,
  });
}

function* verb(attribute: Attribute, codebook: Codebook): Generator<Bad> {
  const word = attribute.value.text;
  if (rankOf(word, codebook)) return;
  const near = nearestVerbs(word, codebook)[0];
  yield bad(attribute, 'verb', {
    what: t`${said(word)} is no verb of a ladder.`,
    why: t`So the force of these words cannot be compared with that of any others.`,
    advice: near
      ? t`Did you mean ${said(near)}? Verbs are written as the ladder has them.`
      : t`Write a verb as a ladder of the codebook has it, for example affirm or will.`,
  });
}

/** The verb that a word is a form of, and those that look most like it. */
export function nearestVerbs(word: string, codebook: Codebook, count = 1): string[] {
  const form = verbOf(word, { from: 0, to: word.length }, codebook)?.lemma;
  const near = nearest(word, lemmasOf(codebook), count);
  return [...new Set([...(form ? [form] : []), ...near])].slice(0, count);
}

function* score(attribute: Attribute, mark: Mark, { kinds }: Codebook): Generator<Bad> {
  const kind = mark.kind?.text ?? '';
  const { value } = attribute;
  if (kinds.has(kind) && kind !== 'evidence') {
    const message = {
      what: t`A score stands on evidence only, and this mark is of the kind ${t(kind)}.`,
      why: t`A score says how far a commitment was kept, which only the words that report it can show.`,
      advice: t`Put it on the mark of the evidence, or take it out.`,
    };
    const { from, to } = attribute;
    const data: BadValue = { about: 'stray-score', attribute };
    yield { from, to, message, subject: `score=${value.text}`, data };
  } else if (!['-1', '0', '+1'].includes(value.text)) {
    yield bad(attribute, 'score', {
      what: t`${said(value.text)} is no score.`,
      why: t`So it is not counted when the commitment’s status is worked out.`,
      advice: t`Write +1 for kept, 0 for in part or unclear, -1 for not kept.`,
    });
  }
}

function* targets(attribute: Attribute): Generator<Bad> {
  const words = valueWords(attribute);
  if (!words.length) yield nothing(attribute, { about: 'item', item: attribute });
  for (const word of words) {
    const target = readTarget(word);
    if (target && isSound(target)) continue;
    const { from, to, text } = word;
    const message = {
      what: text.includes('#')
        ? t`${said(text)} points at nothing that can have such a name.`
        : t`${said(text)} lacks the “#” of a reference.`,
      why: t`So this relation joins nothing, and the thread breaks here.`,
      advice: t`Write #id for a mark of this document or an entity, key#id for a mark of another.`,
    };
    yield { from, to, message, subject: text, data: { about: 'target', word } };
  }
}

/** A finding at a value; at the whole attribute where the value is empty. */
function bad(attribute: Attribute, about: 'due' | 'verb' | 'score', message: Message): Bad {
  const data: BadValue = { about, attribute };
  const { value } = attribute;
  if (!value.text) return nothing(attribute, data);
  return { from: value.from, to: value.to, message, subject: value.text, data };
}

const nothing = (attribute: Attribute, data: BadValue): Bad => ({
  from: attribute.from,
  to: attribute.to,
  message: {
    what: t`Nothing stands between the quotes of ${said(attribute.key.text)}.`,
    why: t`So the attribute has no value, and what was meant by it is lost.`,
    advice: t`Write the value, or take the attribute out.`,
  },
  subject: `${attribute.key.text}=`,
  data,
});
