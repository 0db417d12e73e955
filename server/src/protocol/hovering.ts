import type { ClientCapabilities, Connection, Hover } from 'vscode-languageserver';
import type { Place } from '../core/codebook/codebook.ts';
import { hover, hoverOfMark } from '../features/hover/hover.ts';
import { goToAddress, type HoverOptions } from '../features/hover/parts.ts';
import { markup } from './convert.ts';
import { type Desk, offsetAt, type Sheet } from './desk.ts';
import type { RangeParams } from './requests.ts';

/** Hovers. */
export function registerHover(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  connection.onHover(
    desk.answer('hover', ({ textDocument, position }): Hover | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const { lines, snapshot, uri } = sheet;
      const found = hover(snapshot, uri, offsetAt(sheet, position), optionsFor(sheet));
      if (!found) return null;
      const contents = markup(found.markdown, client().textDocument?.hover?.contentFormat);
      return { contents, range: lines.range(found.span) };
    }),
  );

  connection.onRequest(
    'readout/markHover',
    desk.answer('readout/markHover', ({ uri, range }: RangeParams): string | null => {
      const sheet = desk.sheet(uri);
      if (!sheet) return null;
      const words = sheet.lines.span(range);
      return hoverOfMark(sheet.snapshot, sheet.uri, words, optionsFor(sheet)) ?? null;
    }),
  );

  function optionsFor({ snapshot, uri }: Sheet): HoverOptions {
    const link = ({ uri: file, ...span }: Place) =>
      goToAddress(desk.theirs(file), desk.linesOf(snapshot, file)?.range(span));
    return { asOf: desk.asOf(uri), link: desk.runsCommands() ? link : undefined };
  }
}
