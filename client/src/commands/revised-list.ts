import {
  type Disposable,
  DocumentLink,
  l10n,
  languages,
  type Range,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { FateShown } from '../../../server/src/protocol/revised-text.ts';

/** Lines that belong together; those of a place in the text stand below the number of its line. */
export type Block =
  | readonly string[]
  | { readonly range: FateShown['range']; readonly lines: readonly string[] };

/** A list as a text, and which of its lines lead where. */
export interface List {
  readonly content: string;
  readonly places: readonly Place[];
}

interface Place {
  readonly line: number;
  readonly range: FateShown['range'];
}

/** Puts blocks below each other, with an empty line between them. */
export function written(blocks: readonly Block[]): List {
  const places: Place[] = [];
  let content = '';
  let line = 0;
  const write = (text: string) => {
    content += `${text}\n`;
    // What was annotated may go over several lines.
    line += text.split(/\r\n|\r|\n/).length;
  };
  for (const block of blocks) {
    if (content) write('');
    if (!('range' in block)) {
      for (const text of block) write(text);
      continue;
    }
    places.push({ line, range: block.range });
    for (const text of [lineOf(block.range), ...block.lines]) write(text);
  }
  return { content, places };
}

const lineOf = ({ start }: FateShown['range']): string => l10n.t('Line {0}', start.line + 1);

interface Shown {
  readonly of: Uri;
  readonly places: readonly Place[];
}

/** Where the lines of lists that are open lead, by the address of the list. */
const lists = new Map<string, Shown>();

/** Shows a list beside the text that it is of. */
export async function showList(of: Uri, { content, places }: List): Promise<void> {
  // Its lines are broken at the edge of the window, whatever the reader has set for others.
  const list = await workspace.openTextDocument({ language: 'readout-issued', content });
  lists.set(list.uri.toString(), { of, places });
  await window.showTextDocument(list, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

/** Makes each line number of such a list a link that opens the place. */
export const provideListLinks = (): Disposable[] => [
  languages.registerDocumentLinkProvider(
    { scheme: 'untitled', language: 'readout-issued' },
    {
      provideDocumentLinks: (document) => {
        const shown = lists.get(document.uri.toString());
        return shown?.places.map((place) =>
          linkTo(shown.of, place, document.lineAt(place.line).range),
        );
      },
    },
  ),
  workspace.onDidCloseTextDocument(({ uri }) => lists.delete(uri.toString())),
];

function linkTo(of: Uri, { range: { start, end } }: Place, words: Range): DocumentLink {
  const fragment = `L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
  const link = new DocumentLink(words, of.with({ fragment }));
  link.tooltip = l10n.t('Open the place');
  return link;
}
