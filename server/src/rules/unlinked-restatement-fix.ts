import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { type Again, againOf, type Said, takes } from '../core/restatements/difference.ts';
import type { Restatement } from '../core/restatements/restatements.ts';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { valueWords } from '../core/snapshot/targets.ts';
import type { Span } from '../core/text.ts';
import { sentences, verbOfMark } from '../core/verbs/mark-verb.ts';
import { verbOf } from '../core/verbs/verbs.ts';
import type { Edit } from '../core/writing/edit.ts';
import { idFrom } from '../core/writing/ids.ts';
import { needsFragments, wrapMark } from '../core/writing/insert.ts';
import { earlierMark, markOfKind, related } from './earlier-mark.ts';
import { namesIn } from './misnamed.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { sound } from './sound.ts';

const ways: readonly Again[] = ['reaffirms', 'strengthens', 'weakens'];

/** The ways to say how a sentence goes back to an earlier mark, the likeliest first. */
export function* restatementFixes(one: Restatement, context: Context): Generator<Fix> {
  const { document, snapshot } = context;
  const { statement, part } = one;
  const entry = snapshot.entries.get(statement.uri);
  const earlier = entry && earlierMark(entry, statement.index, context);
  if (!earlier) return;
  const { target, elsewhere, shown } = earlier;
  const own = markOfKind(document, statement.kind, part);
  const likeliest = againOf(
    saidBy(earlier.mark, earlier.document, context),
    own ? saidBy(own, document, context) : saidIn(part, context),
  );
  for (const way of [likeliest, ...ways.filter((other) => other !== likeliest)]) {
    if (!takes(snapshot.codebook, way, statement.kind)) continue;
    const edits = own ? related(own, way, target) : marked(one, way, target, context);
    if (!edits) continue;
    const title = own
      ? t`Write that it ${way} ${shown}`
      : t`Mark the sentence and write that it ${way} ${shown}`;
    const fix: Fix = {
      ...{ title, edits },
      ...(elsewhere.length && { elsewhere, because: withoutId(entry) }),
      preferred: way === likeliest,
    };
    // What is wrapped has been read again already.
    if (own) yield* sound([fix], context);
    else yield fix;
  }
}

const withoutId = ({ key = '' }: Entry): string =>
  t`The earlier mark has no id, and giving it one would change the document ${said(key)} too.`;

/** What a mark says, as far as it can be weighed against another. */
export const saidBy = (mark: Mark, document: Document, { snapshot }: Context): Said => ({
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
