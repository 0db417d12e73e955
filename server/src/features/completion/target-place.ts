import type { Document, Passage } from '../../core/document.ts';
import type { Place } from './place.ts';

const begun = /\]\(([A-Za-z0-9][A-Za-z0-9_.-]*)?(?:(#)([^\s()#]*))?$/;
const rest = /^([A-Za-z0-9_.-]*)(#?)([A-Za-z0-9_-]*)(\)?)/;

/** So many characters of a target are looked at. */
const longest = 300;

/**
 * A target that is begun directly behind the `]` of a pair of brackets. What stands right of the cursor
 * belongs to it only where a `)` closes it: else it is source.
 * @param left the paragraph from `start` as far as the cursor
 */
export function targetPlace(
  { text }: Document,
  left: Passage,
  start: number,
  offset: number,
): Place | undefined {
  const from = Math.max(start, offset - longest);
  const match = begun.exec(text.slice(from, offset));
  if (!match || !closesWords(left, from + match.index)) return undefined;
  const [, key = '', hash, id = ''] = match;
  const behind = rest.exec(text.slice(offset, offset + longest));
  const [, word = '', nextHash = '', , paren = ''] = behind ?? [];
  const closed = paren !== '' && !(hash && nextHash);
  const to = closed ? offset + word.length : offset;
  return hash
    ? { in: 'target', key, typed: id, from: offset - id.length, to, end: { hash: true, closed } }
    : {
        in: 'target',
        key: undefined,
        typed: key,
        from: offset - key.length,
        to,
        end: { hash: closed && nextHash !== '', closed },
      };
}

/** Whether the `]` at an offset is no escaped one, closes a `[`, and ends no note. */
const closesWords = ({ cuts, constructs, closings }: Passage, at: number): boolean =>
  !cuts.some(({ from, to }) => from === at - 1 && to === at) &&
  !closings.some((closing) => closing.at === at) &&
  !constructs.some(({ type, span }) => type === 'note' && span.to === at + 1);
