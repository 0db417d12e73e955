import type { Construct, Document, Mark } from '../core/document.ts';
import { resolve } from '../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { headOf } from './cursor/subject.ts';

/**
 * The types a token may have, in the order a host announces them: the built-in kinds, and what else there is. An
 * `event` is a type of program text in every editor, with a colour that no other kind has.
 */
export const tokenTypes = [
  ...(['commitment', 'position', 'request', 'evidence'] as const),
  ...(['actor', 'place', 'instrument', 'namedEvent', 'concept'] as const),
  ...(['deadline', 'condition', 'target'] as const),
  ...(['mark', 'reference', 'note', 'attributes'] as const),
] as const;
export type TokenType = (typeof tokenTypes)[number];

export const tokenModifiers = ['unresolved', 'registered'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** Characters of one line that look alike. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

type Look = Pick<Token, 'type' | 'modifiers'>;

/**
 * How the annotated words of a readout look, in order, none over another and none over a line's end. Of
 * nested marks and references the inner one counts; brackets, braces and targets are `attributes`.
 */
export function tokens(snapshot: Snapshot, uri: string): readonly Token[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const found: Token[] = [];
  const around: Layer[] = [];
  let at = 0;
  const paint = (to: number, look: Look | undefined) => {
    if (look && at < to) addLines(found, document.text, { from: at, to }, look);
    at = Math.max(at, to);
  };
  const leave = () => {
    const { construct, look } = around.pop() as Layer;
    if (construct.type !== 'note') paint(construct.words.to, look);
    paint(construct.span.to, construct.type === 'note' ? look : signs);
  };
  for (const construct of document.constructs) {
    while (around.length && (around.at(-1) as Layer).construct.span.to <= construct.span.from)
      leave();
    const outer = around.at(-1)?.look;
    paint(construct.span.from, outer);
    const look = lookOf(snapshot, entry, document, construct);
    if (construct.type !== 'note') paint(construct.words.from, signs);
    around.push({ construct, look });
  }
  while (around.length) leave();
  return found;
}

interface Layer {
  readonly construct: Construct;
  readonly look: Look;
}

const signs: Look = { type: 'attributes', modifiers: [] };

function lookOf(snapshot: Snapshot, entry: Entry, document: Document, construct: Construct): Look {
  if (construct.type === 'note') return { type: 'note', modifiers: [] };
  if (construct.type === 'mark') return markLook(snapshot, document, construct);
  const isMissing = resolve(snapshot, entry, construct.target).to === 'nothing';
  return { type: 'reference', modifiers: isMissing ? ['unresolved'] : [] };
}

const typeOfKind: ReadonlyMap<string, TokenType> = new Map(
  tokenTypes
    .slice(0, tokenTypes.indexOf('mark'))
    .map((type) => [type === 'namedEvent' ? 'event' : type, type]),
);

function markLook({ codebook }: Snapshot, document: Document, mark: Mark): Look {
  const kind = headOf(document, mark).kind?.text ?? '';
  return {
    type: typeOfKind.get(kind) ?? 'mark',
    modifiers: codebook.kinds.get(kind)?.registered ? ['registered'] : [],
  };
}

/** A token for each line of the span; editors take none that goes over a line's end. */
function addLines(found: Token[], text: string, { from, to }: Span, look: Look): void {
  let start = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (start < at) found.push({ from: start, to: at, ...look });
    start = at + 1;
  }
  if (start < to) found.push({ from: start, to, ...look });
}
