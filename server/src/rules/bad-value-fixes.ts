import { putCodebook } from '../core/codebook/edit.ts';
import { monthNames, readDue } from '../core/dates.ts';
import type { Attribute } from '../core/document.ts';
import { t } from '../core/language.ts';
import { fold } from '../core/names/fold.ts';
import { nearest } from '../core/nearest.ts';
import { isId, quote } from '../core/reading/items.ts';
import { resolve } from '../core/snapshot/resolve.ts';
import type { Piece, Span } from '../core/text.ts';
import { type BadValue, nearestActors, nearestVerbs } from './bad-value-checks.ts';
import { replacement, withoutItem } from './mend.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { written } from './values.ts';

/** `due=` and `if=a=b`. */
export function* bareFixes(finding: Span, item: Span, { document }: Context): Generator<Fix> {
  const value = document.text.slice(finding.from, finding.to);
  if (finding.from > item.from) {
    const title = t`Write ${said(quote(value))}`;
    yield { title, edits: [replacement(finding, quote(value))], preferred: true };
  }
  yield takeOut(item, { document });
}

const takeOut = (item: Span, { document }: Pick<Context, 'document'>): Fix => ({
  title: t`Take the attribute out`,
  edits: [withoutItem(document, item)],
});

/** The ways to mend a value, the surest first. */
export function* valueFixes(
  bad: Exclude<BadValue, { about: 'item' }>,
  context: Context,
): Generator<Fix> {
  if (bad.about === 'actor') yield* actorFixes(bad.word, context);
  else if (bad.about === 'target') yield* targetFixes(bad.word, context);
  else {
    if (bad.about === 'due') yield* asValue(bad.attribute, duesFrom(bad.attribute.value.text));
    if (bad.about === 'verb')
      yield* asValue(
        bad.attribute,
        nearestVerbs(bad.attribute.value.text, context.snapshot.codebook, 2),
      );
    if (bad.about === 'score') yield* asValue(bad.attribute, scoresFrom(bad.attribute.value.text));
    yield takeOut(bad.attribute, context);
  }
}

/** The same attribute with each of these values; the first is what was meant most likely. */
function* asValue(attribute: Attribute, values: readonly string[]): Generator<Fix> {
  for (const [index, value] of values.entries()) {
    const item = `${attribute.key.text}=${written(attribute.key.text, value)}`;
    const edits = [replacement(attribute, item)];
    yield { title: t`Write ${said(item)}`, edits, ...(index === 0 && { preferred: true }) };
  }
}

const months = monthNames.map((name) => name.toLowerCase());

/** A time in another spelling that can mean one thing only: `2031.6.30`, `June 2031`, `2031年6月`. */
function duesFrom(text: string): string[] {
  const two = (part = '') => part.padStart(2, '0');
  const numbers = /^(\d{4})\s*[-./年]\s*(\d\d?)(?:\s*[-./月]\s*(\d\d?))?\s*[月日]?$/.exec(
    text.trim(),
  );
  const [, year, month, day] = numbers ?? [];
  const words = /^(?:(\d\d?)(?:st|nd|rd|th)?\s+)?([a-z]+)\.?,?\s+(\d{4})$/i.exec(text.trim());
  const named = months.indexOf(words?.[2]?.toLowerCase() ?? '') + 1;
  const meant = numbers
    ? [year, two(month), day && two(day)]
    : named
      ? [words?.[3], two(String(named)), words?.[1] && two(words[1])]
      : [];
  const due = meant.filter((part) => part).join('-');
  return readDue(due) ? [due] : [];
}

function scoresFrom(text: string): string[] {
  const near = { '1': '+1', '＋1': '+1', '−1': '-1', '–1': '-1', '+0': '0', '-0': '0' }[text];
  return near ? [near] : ['+1', '0', '-1'];
}

function* actorFixes(word: Piece, { snapshot }: Context): Generator<Fix> {
  const { codebook } = snapshot;
  const called = namedLike(word.text, codebook);
  for (const id of new Set([...called, ...nearestActors(word.text, codebook.entities, 2)])) {
    const edits = [replacement(word, id)];
    // One letter may make another country of it: only a name of the actor is mended unasked.
    const sure = called.length === 1 && called[0] === id;
    yield { title: t`Change it to ${said(id)}`, edits, ...(sure && { preferred: true }) };
  }
  if (!isId(word.text) || codebook.entities.has(word.text)) return;
  const added = putCodebook(codebook, ['entities', word.text], { kind: 'actor', name: word.text });
  if (!added) return;
  yield {
    title: t`Add the actor ${said(word.text)} to the codebook`,
    edits: [],
    elsewhere: [added],
  };
}

/** The actors that are called by this very word. */
function namedLike(word: string, { entities }: Context['snapshot']['codebook']): string[] {
  const folded = fold(word.replace(/^#/, ''));
  const called = [...entities.values()].filter(
    ({ id, kind, name, aliases }) =>
      kind === 'actor' &&
      [id, name, ...aliases.map(({ text }) => text)].some((one) => fold(one) === folded),
  );
  return called.map(({ id }) => id);
}

/** A word without `#`: a mark, an entity or a document of this name, else the nearest. */
function* targetFixes(word: Piece, context: Context): Generator<Fix> {
  const { snapshot, entry } = context;
  const bare = word.text.replace(/^#+|#+$/g, '');
  const meant = [`#${bare}`, `${bare}#`].filter((text) => {
    const [key = '', id = ''] = text.split('#');
    return resolve(snapshot, entry, { key, id }).to !== 'nothing';
  });
  const ids = entry.summary.definitions.map(({ id }) => id).filter((id) => id);
  const names = [...ids, ...snapshot.codebook.entities.keys()];
  const near = [
    ...nearest(bare, names, 2).map((id) => `#${id}`),
    ...nearest(bare, snapshot.keys.keys(), 1).map((key) => `${key}#`),
  ];
  for (const text of new Set([...meant, ...near])) {
    const edits = [replacement(word, text)];
    const sure = meant.length === 1 && meant[0] === text;
    yield { title: t`Change it to ${said(text)}`, edits, ...(sure && { preferred: true }) };
  }
}
