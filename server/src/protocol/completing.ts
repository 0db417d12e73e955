import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver';
import type { Span } from '../core/text.ts';
import {
  completion,
  type ItemKind,
  type CompletionItem as Offered,
} from '../features/completion/completion.ts';
import type { Lines } from '../workspace/lines.ts';
import { type Desk, offsetAt } from './desk.ts';

/** Where completions were asked for last, so that the documentation of one that is looked at can be found. */
interface Asked {
  readonly uri: string;
  readonly offset: number;
}

/** Completions; their documentation is sent for the one that is looked at. */
export function registerCompletion(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  let asked: Asked | undefined;
  const snippets = () => client().textDocument?.completion?.completionItem?.snippetSupport === true;

  connection.onCompletion(
    desk.answer('completion', ({ textDocument, position }): CompletionList | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const offset = offsetAt(sheet, position);
      const found = completion(sheet.snapshot, sheet.uri, offset);
      if (!found) return null;
      asked = { uri: sheet.uri, offset };
      const rangeOf = rangesOf(sheet.lines);
      const takesSnippets = snippets();
      const items = found.items.map((item) => completionItem(item, rangeOf, takesSnippets));
      return { isIncomplete: found.incomplete, items };
    }),
  );

  connection.onCompletionResolve(
    desk.answer('completion details', (item: CompletionItem): CompletionItem => {
      if (!asked) return item;
      const { uri, offset } = asked;
      const sheet = desk.sheet(uri);
      const found = sheet && completion(sheet.snapshot, uri, offset);
      const same = found?.items.find(({ label }) => label === item.label);
      if (!same?.documentation) return item;
      const documentation = { kind: MarkupKind.Markdown, value: same.documentation };
      return { ...item, documentation };
    }),
  );
}

function completionItem(
  item: Offered,
  rangeOf: (span: Span) => Range,
  snippets: boolean,
): CompletionItem {
  const { label, is, kind, detail, edit, filterText, sortText, snippet, again } = item;
  const newText = snippet && !snippets ? withoutStops(edit.text) : edit.text;
  const textEdit = { range: rangeOf(edit.span), newText };
  const shown: CompletionItem = { label, kind: kinds[is], sortText, textEdit };
  if (filterText !== label) shown.filterText = filterText;
  if (kind) shown.labelDetails = { description: kind };
  if (detail) shown.detail = detail;
  if (snippet && snippets) shown.insertTextFormat = InsertTextFormat.Snippet;
  if (again) shown.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
  return shown;
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
