import type { Span } from '../../core/text.ts';

/** What is being written at a place of YAML, told from the lines left of it: it may be half a line. */
export interface YamlPlace extends Span {
  readonly role: 'key' | 'value';
  /** The keys that lead to it; of a value its own key is the last. */
  readonly path: readonly string[];
  readonly typed: string;
  /** The whole word that the cursor is in. */
  readonly word: string;
  /** The quote that stands before what is typed. */
  readonly quote: string;
  /** Whether it is an item of a list. */
  readonly item: boolean;
  /** Whether it stands in brackets or braces. */
  readonly flow: boolean;
  /** The keys or items that stand beside it. */
  readonly others: readonly string[];
  /** Whether a key has its colon. */
  readonly colon: boolean;
}

export const unquoted = (text: string): string =>
  /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text.replace(/^["']/, '');
