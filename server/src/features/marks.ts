import type { Codebook } from '../core/codebook/codebook.ts';
import { colorOf } from '../core/codebook/color.ts';
import type { Document, Mark } from '../core/document.ts';
import { actorsIn } from '../core/marks/bound.ts';
import { attributeText } from '../core/marks/parts.ts';
import { verbOfMark } from '../core/marks/verb.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { resolve } from '../core/snapshot/resolve.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { headOf } from './cursor/subject.ts';

/** What a client draws over a readout; see `Drawn` in protocol/requests.ts. */
export interface Drawing {
  readonly marks: readonly DrawnMark[];
  readonly references: readonly DrawnReference[];
  readonly notes: readonly Span[];
}

export interface DrawnMark {
  readonly span: Span;
  readonly words: Span;
  readonly braces: Span;
  /** A fragment has its head's; empty where there is none. */
  readonly kind: string;
  readonly color: string | undefined;
  readonly badge: string;
  /** How many marks this one stands in. */
  readonly depth: number;
}

export interface DrawnReference {
  readonly span: Span;
  readonly words: Span;
  /** The parentheses with what is in them. */
  readonly target: Span;
  readonly resolved: boolean;
}

/**
 * Marks, references and notes of a readout in order of their start, with what their drawing needs;
 * `within` leaves out what lies wholly outside it.
 */
export function marks(snapshot: Snapshot, uri: string, within?: Span): Drawing | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const isWanted = ({ span }: { readonly span: Span }) =>
    !within || (span.from <= within.to && within.from <= span.to);
  return {
    marks: [...withDepths(document.marks)]
      .filter(({ mark }) => isWanted(mark))
      .map(({ mark, depth }) => drawnMark(snapshot, document, mark, depth)),
    references: document.references.filter(isWanted).map(({ span, words, target }) => ({
      span,
      words,
      target: { from: words.to + 1, to: span.to },
      resolved: resolve(snapshot, entry, target).to !== 'nothing',
    })),
    notes: document.notes.filter(isWanted).map(({ span }) => span),
  };
}

function* withDepths(
  all: readonly Mark[],
): Generator<{ readonly mark: Mark; readonly depth: number }> {
  const around: Mark[] = [];
  for (const mark of all) {
    while (around.length && (around.at(-1) as Mark).span.to <= mark.span.from) around.pop();
    yield { mark, depth: around.length };
    around.push(mark);
  }
}

function drawnMark(
  { codebook }: Snapshot,
  document: Document,
  mark: Mark,
  depth: number,
): DrawnMark {
  const { span, words, braces } = mark;
  const kind = headOf(document, mark).kind?.text ?? '';
  return {
    span,
    words,
    braces,
    kind,
    color: colorOf(codebook, kind),
    badge: badgeOf(codebook, document, mark, kind),
    depth,
  };
}

/** `commitment · will · 2033-06`: what the braces say, in a few words. */
function badgeOf(codebook: Codebook, document: Document, mark: Mark, kind: string): string {
  if (continuationOf(mark)) return `… ${kind}`.trim();
  const verb = codebook.kinds.get(kind)?.registered && verbOfMark(codebook, document, mark);
  const lemma = verb ? (verb.force ?? verb).lemma : '';
  const by = actorsIn(mark, 'by').join(' ');
  return [kind || '?', lemma, by, attributeText(mark, 'due')].filter(Boolean).join(' · ');
}
