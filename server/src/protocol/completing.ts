import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { type Span, shortened } from '../core/text.ts';
import {
  type Completions,
  completion,
  type ItemKind,
  type CompletionItem as Offered,
} from '../features/completion/completion.ts';
import type { Lines } from '../workspace/lines.ts';
import { markup } from './convert.ts';
import { type Desk, offsetAt } from './desk.ts';

/** Which item of which answer; a client gives it back when the item is looked at. */
interface Offer {
  readonly answer: number;
  readonly item: number;
}

/** What the client can do with an item: take its stops, show words beside it in the list, and run a command that asks again. */
interface Abilities {
  readonly snippets: boolean;
  readonly labels: boolean;
  readonly again: boolean;
}

/** So many answers are kept: an editor asks again at each letter, and looks at items of the newest list. */
const mostKept = 8;

/** Completions; their documentation is sent for the one that is looked at. */
export function registerCompletion(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  // Each with the documentation its items had when they were offered, whatever is typed or asked meanwhile.
  const kept = new Map<number, Completions>();
  let answers = 0;
  const takes = () => client().textDocument?.completion?.completionItem;

  connection.onCompletion(
    desk.answer('completion', ({ textDocument, position }): CompletionList | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const found = completion(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      if (!found) return null;
      const answer = ++answers;
      kept.set(answer, found);
      kept.delete(answer - mostKept);
      const rangeOf = rangesOf(sheet.lines);
      const { snippetSupport: snippets = false, labelDetailsSupport: labels = false } =
        takes() ?? {};
      const abilities = { snippets, labels, again: desk.runsCommands() };
      const items = found.items.map((item, place) => {
        const data: Offer = { answer, item: place };
        return completionItem(item, data, rangeOf, abilities);
      });
      return { isIncomplete: found.incomplete, items };
    }),
  );

  connection.onCompletionResolve(
    desk.answer('completion details', (item: CompletionItem): CompletionItem => {
      const { answer = 0, item: index = 0 } = (item.data ?? {}) as Partial<Offer>;
      const offered = kept.get(answer)?.items[index];
      const value = offered?.documentation();
      return value ? { ...item, documentation: markup(value, takes()?.documentationFormat) } : item;
    }),
  );
}

function completionItem(
  item: Offered,
  data: Offer,
  rangeOf: (span: Span) => Range,
  can: Abilities,
): CompletionItem {
  const { label, is, kind, detail, edit, filterText, sortText, snippet, again } = item;
  const newText = snippet && !can.snippets ? withoutStops(edit.text) : edit.text;
  const textEdit = { range: rangeOf(edit.span), newText };
  const shown: CompletionItem = { label, kind: kinds[is], sortText, textEdit, data };
  if (filterText !== label) shown.filterText = filterText;
  const description = named.has(is) && detail && detail !== label ? shortly(label, detail) : kind;
  if (description) shown.labelDetails = { description };
  // Where the list says it beside the label, an editor shows both together: it would stand there twice.
  if (detail && !(can.labels && told.has(is))) shown.detail = detail;
  if (snippet && can.snippets) shown.insertTextFormat = InsertTextFormat.Snippet;
  if (again && can.again)
    shown.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
  return shown;
}

/** What is said in one line of these, their documentation says too. */
const told: ReadonlySet<ItemKind> = new Set([
  ...(['mark', 'entity', 'document'] as const),
  ...(['kind', 'attribute', 'relation', 'key', 'rule'] as const),
]);

/** Who chooses among these chooses by what they stand for, so that it shows in each line of the list. */
const named: ReadonlySet<ItemKind> = new Set(['mark', 'entity', 'document']);

/** So many characters a line of the list holds in most editors; more would cut off the label. */
const lineLength = 46;

/** As much of what a name stands for as there is room for beside it. */
function shortly(label: string, detail: string): string {
  const room = lineLength - label.length;
  return room < 10 ? '' : shortened(detail, room);
}

/** The ranges of spans, of which nearly all items of a list have the same. */
function rangesOf({ range }: Lines): (span: Span) => Range {
  let last: { readonly span: Span; readonly range: Range } | undefined;
  return (span) => {
    const isLast = last?.span.from === span.from && last.span.to === span.to;
    if (!isLast || !last) last = { span, range: range(span) };
    return last.range;
  };
}

/** A snippet as plain text, for an editor that knows none. */
const withoutStops = (snippet: string): string =>
  snippet.replace(/\$\{\d+:?([^}]*)\}|\$\d+/g, '$1').replace(/\\([\\$}])/g, '$1');

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  mark: CompletionItemKind.Reference,
  entity: CompletionItemKind.Class,
  document: CompletionItemKind.File,
  kind: CompletionItemKind.Enum,
  attribute: CompletionItemKind.Property,
  relation: CompletionItemKind.Operator,
  value: CompletionItemKind.Value,
  key: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Constant,
};
