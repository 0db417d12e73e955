import type { Document, Mark } from '../core/document.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { type Again, againOf, type Said, takes } from '../core/restatements/difference.ts';
import type { Restatement } from '../core/restatements/restatements.ts';
import { documentOf } from '../core/snapshot/snapshot.ts';
import { valueWords } from '../core/snapshot/targets.ts';
import { overlaps, type Span } from '../core/text.ts';
import { sentences, verbOfMark } from '../core/verbs/mark-verb.ts';
import { verbOf } from '../core/verbs/verbs.ts';
import { type Edit, insertion } from '../core/writing/edit.ts';
import { idFrom } from '../core/writing/ids.ts';
import { needsFragments, wrapMark } from '../core/writing/insert.ts';
import { replacement } from './mend.ts';
import { namesIn } from './misnamed.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { sound } from './sound.ts';

const ways: readonly Again[] = ['reaffirms', 'strengthens', 'weakens'];

/** The ways to say how a sentence goes back to an earlier mark, the likeliest first. */
export function* restatementFixes(one: Restatement, context: Context): Generator<Fix> {
  const { document, snapshot } = context;
  const { statement } = one;
  const entry = snapshot.entries.get(statement.uri);
  const earlier = entry && documentOf(entry);
  const mark = earlier?.marks[statement.index];
  if (!entry?.key || !earlier || !mark) return;
  const named = nameFor(mark, earlier, context);
  const target = `${entry.key}#${named.id}`;
  const own = ownMark(one, document);
  const likeliest = againOf(
    saidBy(mark, earlier, context),
    own ? saidBy(own, document, context) : saidIn(one.part, context),
  );
  for (const way of [likeliest, ...ways.filter((other) => other !== likeliest)]) {
    if (!takes(snapshot.codebook, way, statement.kind)) continue;
    const edits = own ? related(own, way, target) : marked(one, way, target, context);
    if (!edits) continue;
    const elsewhere = named.edits.length ? [{ uri: entry.uri, edits: named.edits }] : undefined;
    const title = `${own ? 'Write' : 'Mark the sentence and write'} that it ${way} ${said(stripSpan(earlier, mark.words))}`;
    const fix: Fix = {
      title,
      edits,
      ...(elsewhere && { elsewhere }),
      preferred: way === likeliest,
    };
    // What is wrapped has been read again already.
    if (own) yield* sound([fix], context);
    else yield fix;
  }
}

/** The id of the earlier mark, or a new one with the edit that gives it to the mark. */
function nameFor(mark: Mark, document: Document, { snapshot }: Context) {
  const none: readonly Edit[] = [];
  if (mark.id) return { id: mark.id.text, edits: none };
  const taken = new Set(snapshot.codebook.entities.keys());
  for (const { id } of document.marks) if (id) taken.add(id.text);
  const id = idFrom(stripSpan(document, mark.words), taken);
  return { id, edits: mark.kind ? [insertion(mark.kind.from, `#${id} `)] : none };
}

/** The mark of the same kind that has most of the words that are said again. */
function ownMark({ part, statement }: Restatement, { marks }: Document): Mark | undefined {
  const shared = ({ words }: Mark) => Math.min(words.to, part.to) - Math.max(words.from, part.from);
  return marks
    .filter(({ kind, words }) => kind?.text === statement.kind && overlaps(words, part))
    .sort((a, b) => shared(b) - shared(a))[0];
}

const saidBy = (mark: Mark, document: Document, { snapshot }: Context): Said => ({
  words: stripSpan(document, mark.words),
  verb: verbOfMark(snapshot.codebook, sentences(document), mark),
  by: mark.attributes
    .filter(({ key }) => key.text === 'by')
    .flatMap((attribute) => valueWords(attribute).map(({ text }) => text)),
});

function saidIn(part: Span, { document, snapshot }: Context): Said {
  const { text, from, to } = sentences(document)(part);
  const verb = verbOf(text, { from, to }, snapshot.codebook);
  return { words: stripSpan(document, part), verb, by: [] };
}

/** Puts the relation on a mark, beside what it says already. */
function related(mark: Mark, way: Again, target: string): Edit[] {
  const known = mark.attributes.find(({ key }) => key.text === way);
  if (!known) return [insertion(mark.braces.to - 1, ` ${way}="${target}"`)];
  const whole = { from: known.key.to + 1, to: known.to };
  return [replacement(whole, `"${known.value.text} ${target}"`)];
}

/** A sentence that is mostly like the mark is marked whole, else the part that is. */
const mostly = 0.6;

function marked(
  { from, to, part, statement }: Restatement,
  way: Again,
  target: string,
  context: Context,
): readonly Edit[] | undefined {
  const { document } = context;
  const whole = part.to - part.from >= mostly * (to - from);
  const span = whole ? withoutStop(document.text, { from, to }) : part;
  const id = needsFragments(document, span)
    ? idFrom(stripSpan(document, span), namesIn(context))
    : undefined;
  const made = wrapMark(document, span, { id, kind: statement.kind, rest: `${way}="${target}"` });
  return 'refused' in made ? undefined : made.edits;
}

const withoutStop = (text: string, { from, to }: Span): Span => ({
  from,
  to: to - (/[.;,。．]$/.test(text.slice(from, to)) ? 1 : 0),
});
