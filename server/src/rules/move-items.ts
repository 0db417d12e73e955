import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { insertion } from '../core/writing/edit.ts';
import { replacement } from './mend.ts';
import type { Fix } from './rule.ts';
import { said } from './say.ts';

/** Leaves nothing but `continues=` in the braces of a fragment; what the head lacks can move there. */
export function* moved(mark: Mark, head: Mark, document: Document): Generator<Fix> {
  const continuation = continuationOf(mark);
  if (!continuation) return;
  const alone = replacement(mark.braces, `{continues=${continuation.value.text}}`);
  const has = new Set(head.attributes.map(({ key }) => key.text));
  const items = mark.attributes.filter((attribute) => attribute !== continuation);
  const clash = mark.id || (mark.kind && head.kind) || items.some(({ key }) => has.has(key.text));
  const pieces = [mark.kind, ...items].flatMap((item) => item ?? []);
  const movable = pieces.length && pieces.length === mark.items - 1;
  if (movable && !clash) {
    pieces.sort((a, b) => a.from - b.from);
    const words = pieces.map(({ from, to }) => document.text.slice(from, to)).join(' ');
    yield {
      title: t`Move ${said(words)} to the first part`,
      edits: [insertion(head.braces.to - 1, ` ${words}`), alone],
      preferred: true,
    };
  }
  yield { title: t`Take out what stands beside “continues=”`, edits: [alone] };
}
