import type { Entity } from '../core/codebook/codebook.ts';
import { putCodebook } from '../core/codebook/edit.ts';
import { t } from '../core/language.ts';
import { type EntityMention, mentionsIn, unlinkedMentions } from '../core/mentions/mentions.ts';
import { isSpelling } from '../core/names/fold-spellings.ts';
import { paragraphAt, stripped, stripSpan } from '../core/reading/strip.ts';
import type { Piece, Span } from '../core/text.ts';
import { idFrom } from '../core/writing/ids.ts';
import { lineEndOf } from '../core/writing/import.ts';
import { wrapReference, wrapReferences } from '../core/writing/insert.ts';
import { putYaml } from '../core/yaml/edit.ts';
import type { Context, FileEdit, Fix } from './rule.ts';
import { said } from './say.ts';
import { widened } from './widened.ts';

/** The ways to deal with a mention: link it, link all of its kind here, or keep these words from being found. */
export function* mentionFixes(mention: EntityMention, context: Context): Generator<Fix> {
  const { document, snapshot } = context;
  const words = said(stripSpan(document, mention));
  const meant = mention.ids.flatMap((id) => snapshot.codebook.entities.get(id) ?? []);
  for (const entity of meant) {
    const made = wrapReference(document, widened(document, mention), `#${entity.id}`);
    if ('refused' in made) continue;
    const preferred = meant.length === 1;
    yield { title: t`Link ${words} to ${nameOf(entity, meant)}`, edits: made.edits, preferred };
  }
  const same = sameMentions(mention, context);
  if (same.length > 1) for (const entity of meant) yield* allLinked(same, entity, meant, context);
  for (const entity of meant) yield* anotherName(mention, entity, context);
  yield* ofItsOwn(mention, meant, context);
  for (const entity of meant) yield* neverMeant(mention, entity, context);
}

/** An abbreviation that only this document has introduced can be a name for all of them. */
function* anotherName(mention: EntityMention, entity: Entity, context: Context): Generator<Fix> {
  const words = stripSpan(context.document, mention);
  const names = [entity.name, ...entity.aliases.map(({ text }) => text)];
  if (names.some((name) => isSpelling(words, name))) return;
  const { codebook } = context.snapshot;
  const added = putCodebook(codebook, ['entities', entity.id, 'aliases'], [words]);
  if (!added) return;
  const title = t`Make ${said(words)} another name of ${said(entity.name)} in all documents`;
  yield { title, edits: [], elsewhere: [added], reach: 'codebook' };
}

/** Longer words that the mention is a part of become an entity, and the words a link to it. */
function* ofItsOwn(
  mention: EntityMention,
  meant: readonly Entity[],
  context: Context,
): Generator<Fix> {
  const { document, snapshot } = context;
  const longer = longerName(mention, context);
  const kind = meant[0]?.kind;
  if (!longer || !kind) return;
  const marks = document.marks.flatMap((mark) => (mark.id ? [mark.id.text] : []));
  const id = idFrom(longer.text, new Set([...snapshot.codebook.entities.keys(), ...marks]));
  const added = putCodebook(snapshot.codebook, ['entities', id], { kind, name: longer.text });
  const made = wrapReference(document, widened(document, longer), `#${id}`);
  if (!added || 'refused' in made) return;
  const title = t`Make ${said(longer.text)} an entity of its own and link it`;
  yield { title, edits: made.edits, elsewhere: [added], reach: 'codebook' };
}

/** A name, with the id where two entities have the same. */
const nameOf = ({ id, name }: Entity, meant: readonly Entity[]): string =>
  meant.some((other) => other.id !== id && other.name === name)
    ? `${said(name)} (${id})`
    : said(name);

/** All mentions in the document that mean what this one means: those of the title aside, unless all are told. */
function sameMentions(mention: EntityMention, { document, snapshot }: Context): EntityMention[] {
  const { codebook } = snapshot;
  const all =
    codebook.mentions === 'all'
      ? unlinkedMentions(document, codebook).map(({ mention: one }) => one)
      : mentionsIn(document, codebook).mentions.filter(
          ({ state, aside }) => state === 'open' && !aside,
        );
  return all.filter(({ ids }) => ids.join(' ') === mention.ids.join(' '));
}

function* allLinked(
  same: readonly EntityMention[],
  entity: Entity,
  meant: readonly Entity[],
  { document }: Context,
): Generator<Fix> {
  const spans = same.map((mention) => widened(document, mention));
  const made = wrapReferences(document, spans, `#${entity.id}`);
  if ('refused' in made) return;
  const title = t`Link all ${same.length} mentions of ${nameOf(entity, meant)} in this document`;
  yield { title, edits: made.edits, reach: 'document' };
}

/** Puts the words, longer ones where they are part of a longer name, under `ignore-in` of the entity. */
function* neverMeant(mention: EntityMention, entity: Entity, context: Context): Generator<Fix> {
  const { document, snapshot } = context;
  const own = stripSpan(document, mention).replace(/\s+/g, ' ');
  const words = longerName(mention, context)?.text ?? own;
  // A name of its own that is never meant would be no name at all.
  if (isSpelling(words, entity.name)) return;
  const file = snapshot.codebook.files.find(({ uri }) => uri === entity.whole.uri);
  if (!file) return;
  const { uri, text, value } = file;
  const yaml = { text, inner: { from: 0, to: text.length }, value, lineEnd: lineEndOf(text) };
  const edit = putYaml(yaml, ['entities', entity.id, 'ignore-in'], [words]);
  if (!edit) return;
  const elsewhere: FileEdit[] = [{ uri, edits: [edit] }];
  yield {
    title: t`Never take ${said(words)} for ${said(entity.name)}`,
    edits: [],
    elsewhere,
    reach: 'never',
  };
}

const capitalWord = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}'’]*";
const joint = '(?:-|\\s(?:(?:of|for|the|and|on|in)\\s)*)';
const goesOn = new RegExp(`^(?:${joint}${capitalWord})+`, 'u');
const leadsIn = new RegExp(`(?:${capitalWord}${joint})+$`, 'u');

/** Words that have a capital only because a sentence begins with them. */
const beginners = [
  ...['The', 'A', 'An', 'This', 'That', 'These', 'Those', 'Our', 'Their', 'Its', 'His', 'Her'],
  ...['In', 'At', 'On', 'For', 'From', 'Of', 'To', 'By', 'With', 'As'],
  ...['Under', 'Between', 'During'],
  ...['And', 'But', 'If', 'When', 'While', 'Where', 'Since', 'After', 'Before', 'Because'],
  ...['Although', 'However', 'Meanwhile', 'Also', 'Both', 'Like'],
  ...['Then', 'Today', 'Now', 'Here', 'Yesterday'],
];
/** Those, and the words that join them to what is behind them. */
const beginning = new RegExp(`^(?:${beginners.join('|')})\\s(?:(?:of|for|the|and|on|in)\\s)*`, 'u');

/** The capitalised words that the mention is a part of, up to other names; undefined where it stands alone. */
function longerName(mention: Span, { document, snapshot }: Context): Piece | undefined {
  const paragraph = document.paragraphs[paragraphAt(document, mention.from)];
  if (!paragraph) return undefined;
  const { text, indexOf, offsetOf } = stripped(document, paragraph);
  const from = indexOf(mention.from);
  const to = indexOf(mention.to - 1) + 1;
  const { mentions } = mentionsIn(document, snapshot.codebook);
  const left = mentions.findLast((other) => other.to <= mention.from)?.to ?? paragraph.from;
  const right = mentions.find((other) => other.from >= mention.to)?.from ?? paragraph.to;
  const start = left > paragraph.from ? indexOf(left - 1) + 1 : 0;
  const end = right < paragraph.to ? indexOf(right) : text.length;
  const before = leadsIn.exec(text.slice(Math.max(start, from - 100), from))?.[0] ?? '';
  const after = goesOn.exec(text.slice(to, Math.min(end, to + 100)))?.[0] ?? '';
  const lead = before.replace(beginning, '');
  if (!lead && !after) return undefined;
  const longer = `${lead}${text.slice(from, to)}${after}`.replace(/\.$/, '');
  const first = from - lead.length;
  return {
    text: longer.replace(/\s+/g, ' '),
    from: offsetOf(first),
    to: offsetOf(first + longer.length - 1) + 1,
  };
}
