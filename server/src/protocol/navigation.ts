import {
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Range,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Place } from '../core/codebook/codebook.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { type Definitions, definition } from '../features/definition.ts';
import { highlights } from '../features/highlight.ts';
import { implementations } from '../features/implementation.ts';
import type { OutlineNode } from '../features/outline/node.ts';
import { outline } from '../features/outline/outline.ts';
import { references } from '../features/references.ts';
import { typeDefinition } from '../features/type-definition.ts';
import type { Lines } from '../workspace/lines.ts';
import { type Desk, offsetAt, type Sheet } from './desk.ts';
import { once } from './once.ts';
import { symbolKindOf } from './symbol-kinds.ts';
import { whenRead } from './when-read.ts';

type Outlined = DocumentSymbol[] | null;

/** Where what stands at a place leads; undefined for nowhere. */
type Leads = (snapshot: Snapshot, uri: string, offset: number) => Definitions | undefined;

/** Definition, implementations, type definition, references, highlights and outline. */
export function registerNavigation(connection: Connection, desk: Desk, links: () => boolean): void {
  const ranged = once<readonly Place[], (Range | undefined)[]>();
  const outlined = once<readonly OutlineNode[], DocumentSymbol[]>();

  connection.onDefinition(leadingTo('definition', definition));
  connection.onImplementation(leadingTo('implementations', implementations));
  connection.onTypeDefinition(leadingTo('type definition', typeDefinition));

  connection.onReferences(
    desk.answer('references', ({ textDocument, position, context }) => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const offset = offsetAt(sheet, position);
      const found = references(sheet.snapshot, sheet.uri, offset, context.includeDeclaration);
      if (!found) return null;
      const ranges = ranged(found, () => rangesOf(desk, sheet, found));
      return found.flatMap(({ uri }, i): Location[] => {
        const range = ranges[i];
        return range ? [{ uri: desk.theirs(uri), range }] : [];
      });
    }),
  );

  connection.onDocumentHighlight(
    desk.answer('highlights', ({ textDocument, position }): DocumentHighlight[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      const found = sheet && highlights(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      if (!sheet || !found) return null;
      return found.map(({ as, ...span }) => ({
        range: sheet.lines.range(span),
        kind: as === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );

  connection.onDocumentSymbol(
    desk.answer('outline', ({ textDocument }, token): Outlined | Promise<Outlined> => {
      const known = outlineOf(textDocument.uri);
      if (known || desk.workspace.isSettled()) return known;
      // Whether a file is part of a codebook shows when all is read, and an editor that was told that
      // there is nothing does not ask again.
      return whenRead(desk, token).then(() => outlineOf(textDocument.uri));
    }),
  );

  function outlineOf(uri: string): Outlined {
    const sheet = desk.sheet(uri);
    const nodes = sheet && outline(sheet.snapshot, sheet.uri);
    if (!nodes) return null;
    return outlined(nodes, () => nodes.map((node) => documentSymbol(node, sheet.lines)));
  }

  /** A handler that answers with the places `feature` leads to, as links where the client takes them. */
  function leadingTo(name: string, feature: Leads) {
    return desk.answer(name, ({ textDocument, position }: TextDocumentPositionParams) => {
      const sheet = desk.sheet(textDocument.uri);
      const found = sheet && feature(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
      if (!sheet || !found) return null;
      if (!links()) return locations(desk, sheet, found.landings);
      return found.landings.flatMap(({ uri, whole, ...span }): LocationLink[] => {
        const lines = desk.linesOf(sheet.snapshot, uri);
        if (!lines) return [];
        const ranges = {
          targetRange: lines.range(whole),
          targetSelectionRange: lines.range(span),
        };
        const originSelectionRange = sheet.lines.range(found.span);
        return [{ targetUri: desk.theirs(uri), originSelectionRange, ...ranges }];
      }) as never;
    });
  }
}

const rangesOf = (desk: Desk, { snapshot }: Sheet, places: readonly Place[]) =>
  places.map((place) => desk.linesOf(snapshot, place.uri)?.range(place));

/** Places of a collection as the client spells them; a file that has gone meanwhile is left out. */
export function locations(desk: Desk, sheet: Sheet, places: readonly Place[]): Location[] {
  const found: Location[] = [];
  for (const place of places) {
    const lines = desk.linesOf(sheet.snapshot, place.uri);
    if (lines) found.push({ uri: desk.theirs(place.uri), range: lines.range(place) });
  }
  return found;
}

const documentSymbol = (node: OutlineNode, lines: Lines): DocumentSymbol => ({
  name: node.name,
  detail: node.detail,
  kind: node.kind ? symbolKindOf(node.kind) : kinds[node.what],
  range: lines.range(node.span),
  selectionRange: lines.range(node.selection),
  children: node.children.map((child) => documentSymbol(child, lines)),
});

const kinds: Readonly<Record<OutlineNode['what'], SymbolKind>> = {
  title: SymbolKind.File,
  heading: SymbolKind.String,
  paragraph: SymbolKind.String,
  mark: SymbolKind.Key,
  section: SymbolKind.Namespace,
  entity: SymbolKind.Object,
  entry: SymbolKind.Property,
};
