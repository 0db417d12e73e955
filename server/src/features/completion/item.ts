import { t } from '../../core/language.ts';
import type { Span } from '../../core/text.ts';
import type { Edit } from '../../core/writing/edit.ts';

/** Something that can be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly is: ItemKind;
  /** A word beside the label: `commitment`, `actor`, `relation` … */
  readonly kind: string;
  /** One line: words as issued, date, document, status. */
  readonly detail: string;
  /** Markdown, made when it is asked for; empty where there is none. */
  readonly documentation: () => string;
  readonly edit: Edit;
  /** What the letters typed so far are compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** Whether the text of the edit is a snippet: `$0` is where the cursor goes. */
  readonly snippet: boolean;
  /** Whether something is to be chosen at once behind it: an id behind `key#`. */
  readonly again: boolean;
}

export type ItemKind =
  | 'mark'
  | 'entity'
  | 'document'
  | 'kind'
  | 'attribute'
  | 'relation'
  | 'value'
  | 'key'
  | 'rule';

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** Whether there are more, or others once more letters are typed. */
  readonly incomplete: boolean;
}

/** An item as a source of completions gives it; what is absent is empty, the label, or no. */
export interface Draft {
  readonly label: string;
  readonly is: ItemKind;
  readonly text: string;
  readonly kind?: string | undefined;
  readonly detail?: string | undefined;
  readonly documentation?: (() => string) | undefined;
  readonly filterText?: string | undefined;
  readonly snippet?: boolean;
  readonly again?: boolean;
}

/** The most items at once. */
export const mostItems = 50;

/** The first drafts, best first, as items that replace `span`; of equal labels the first. */
export function completions(
  span: Span,
  drafts: Iterable<Draft>,
  incomplete = false,
): Completions | undefined {
  const items: CompletionItem[] = [];
  const labels = new Set<string>();
  for (const draft of drafts) {
    if (labels.has(draft.label)) continue;
    if (items.length === mostItems) return { items, incomplete: true };
    labels.add(draft.label);
    items.push(itemOf(draft, span, items.length));
  }
  return items.length ? { items, incomplete } : undefined;
}

const none = (): string => '';

const itemOf = (draft: Draft, { from, to }: Span, index: number): CompletionItem => ({
  label: draft.label,
  is: draft.is,
  kind: t(draft.kind ?? ''),
  detail: draft.detail ?? '',
  documentation: draft.documentation ?? none,
  edit: { span: { from, to }, text: draft.text },
  filterText: draft.filterText ?? draft.label,
  sortText: String(index).padStart(3, '0'),
  snippet: draft.snippet ?? false,
  again: draft.again ?? false,
});

/** Text as it stands in a snippet. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Drafts of names that begin with what is typed, then those in which a part does; the others are left out. */
export function* startingWith<T extends { readonly label: string }>(
  typed: string,
  drafts: Iterable<T>,
): Generator<T> {
  const lower = typed.toLowerCase();
  const later: T[] = [];
  for (const draft of drafts) {
    const label = draft.label.toLowerCase();
    if (label.startsWith(lower)) yield draft;
    else if (label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(lower)))
      later.push(draft);
  }
  yield* later;
}
