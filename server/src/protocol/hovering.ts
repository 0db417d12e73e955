import { type Connection, type Hover, MarkupKind } from 'vscode-languageserver';
import type { Place } from '../core/codebook/codebook.ts';
import { hover } from '../features/hover/hover.ts';
import { goToAddress } from '../features/hover/parts.ts';
import { type Desk, offsetAt } from './desk.ts';

/** Hovers. */
export function registerHover(connection: Connection, desk: Desk): void {
  connection.onHover(
    desk.answer('hover', ({ textDocument, position }): Hover | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const { lines, snapshot, uri } = sheet;
      const link = ({ uri: file, ...span }: Place) =>
        goToAddress(desk.theirs(file), desk.linesOf(snapshot, file)?.range(span));
      const options = { asOf: desk.asOf(uri), link: desk.runsCommands() ? link : undefined };
      const found = hover(snapshot, uri, offsetAt(sheet, position), options);
      if (!found) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.markdown };
      return { contents, range: lines.range(found.span) };
    }),
  );
}
