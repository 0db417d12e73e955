import type { Document, Mark, Reference } from '../core/document.ts';
import { t } from '../core/language.ts';
import { actorName, heldBy } from '../core/marks/bound.ts';
import { statusOf } from '../core/marks/status.ts';
import { fold } from '../core/names/fold.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { resolve } from '../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot/snapshot.ts';
import { overlaps, type Span } from '../core/text.ts';
import { headsIn } from './cursor/subject.ts';
import { mentionedBy } from './index/mentioned.ts';
import { wordsOf } from './index/words.ts';

/** A few words that are shown in the text and do not stand in it. */
export interface InlayHint {
  /** Behind which offset they are shown. */
  readonly at: number;
  readonly text: string;
}

export type HintKind = 'names' | 'actors' | 'status';

/** Which of them are wanted. */
export type HintKinds = Readonly<Record<HintKind, boolean>>;

/**
 * What is shown in the text of a readout within a span, in order of its place: behind a reference the name of
 * its entity where the words do not say it; behind a registered mark who is bound where `by` does not say it,
 * and what became of it where it does not stand.
 */
export function inlayHints(
  snapshot: Snapshot,
  uri: string,
  within: Span,
  wanted: HintKinds,
): InlayHint[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const isSeen = ({ span }: { readonly span: Span }) => overlaps(span, within);
  const found: InlayHint[] = [];
  const add = (at: number, text: string | undefined) => {
    if (text) found.push({ at, text });
  };
  if (wanted.names) {
    for (const reference of document.references.filter(isSeen)) {
      add(reference.span.to, nameBehind(snapshot, entry, document, reference));
    }
  }
  if (wanted.actors || wanted.status) {
    for (const mark of document.marks.filter(isSeen)) {
      if (!snapshot.codebook.kinds.get(mark.kind?.text ?? '')?.registered) continue;
      if (continuationOf(mark)) continue;
      const actors = wanted.actors && actorsBehind(snapshot, document, mark);
      const status = wanted.status && statusBehind(snapshot, entry, document, mark);
      // Side by side they would read as one name.
      add(mark.span.to, [actors, status].filter(Boolean).join(' · '));
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Capital letters that stand for a name. */
const abbreviation = /^[\p{Lu}\p{N}&./-]+$/u;

/** The name of the entity, unless the words have a word of it in them, or are another name of it in full. */
function nameBehind(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  { target, words }: Reference,
): string | undefined {
  const meant = resolve(snapshot, entry, target);
  if (meant.to !== 'entity' || meant.entity.name === meant.entity.id) return undefined;
  const { name, aliases } = meant.entity;
  const said = stripSpan(document, words);
  const isOther = aliases.some(({ text }) => fold(text) === fold(said));
  if (isOther && !abbreviation.test(said)) return undefined;
  const own = wordsOf(said).map(({ text }) => text);
  const isSaid =
    fold(said).includes(fold(name)) || wordsOf(name).some(({ text }) => own.includes(text));
  return isSaid ? undefined : name;
}

/** The names of those who are bound, the first few of many. */
function actorsBehind({ codebook }: Snapshot, document: Document, mark: Mark): string | undefined {
  const { actors, from } = heldBy(document, mark);
  if (from === 'by' || from === 'says' || !actors.length) return undefined;
  const names = actors.map((id) => actorName(codebook, id));
  return names.length > 3
    ? [...names.slice(0, 2), t`${names.length - 2} more`].join(t`, `)
    : names.join(t`, `);
}

function statusBehind(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  mark: Mark,
): string | undefined {
  const id = mark.id?.text;
  const isNamed = id !== undefined && headsIn(document).get(id) === mark;
  const mentions = isNamed ? mentionedBy(snapshot, `${entry.summary.own}#${id}`) : [];
  const { is } = statusOf(snapshot.codebook, document, mark, mentions, snapshot.asOf);
  return is === 'standing' || mark.kind?.text === 'evidence' ? undefined : t(is);
}
