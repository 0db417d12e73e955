import {
  type ClientCapabilities,
  type CodeLens,
  type Connection,
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type SelectionRange,
} from 'vscode-languageserver';
import { t } from '../core/language.ts';
import { type Fold, folds } from '../features/folding.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { type Lens, lenses, lensText } from '../features/lenses.ts';
import { type Link, links } from '../features/links.ts';
import { selectionSteps } from '../features/selection.ts';
import { type Desk, offsetAt, type Sheet } from './desk.ts';

/** The command of our client that shows who speaks of a mark: a URI and a position. */
const showReferences = 'readout.showReferences';

/** Which mark a line above it is about. */
interface About extends Pick<Lens, 'id' | 'shares'> {
  readonly uri: string;
}

/** What an editor shows beside the text and does with it: lenses, hints, folds, selections, links. */
export function registerReadingAids(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  connection.onCodeLens(
    desk.answer('code lenses', ({ textDocument }): CodeLens[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      // A line that cannot be clicked would be a title without a command, which no editor expects.
      if (!sheet || !desk.runsCommands() || !desk.settings(sheet.uri).codeLens) return null;
      const found = lenses(sheet.snapshot, sheet.uri) ?? [];
      return found.map(({ id, shares, span }) => ({
        range: sheet.lines.range(span),
        data: { uri: sheet.uri, id, shares } satisfies About,
      }));
    }),
  );

  connection.onCodeLensResolve(
    desk.answer('code lens', (lens: CodeLens): CodeLens => {
      const { uri, id, shares } = lens.data as About;
      const sheet = desk.sheet(uri);
      const text = (sheet && lensText(sheet.snapshot, uri, id)) || t`no references`;
      // An editor puts all that stands in one line of the text into one line above it.
      const title = shares ? `${id}: ${text}` : text;
      const given = [desk.theirs(uri), lens.range.start];
      return {
        ...lens,
        command: { title, command: showReferences, arguments: given },
      };
    }),
  );

  connection.languages.inlayHint.on(
    desk.answer('inlay hints', ({ textDocument, range }): InlayHint[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      const { snapshot, uri, lines } = sheet;
      const set = desk.settings(uri);
      const wanted = {
        names: set['inlayHints.names'],
        actors: set['inlayHints.actors'],
        status: set['inlayHints.status'],
      };
      const found = inlayHints(snapshot, uri, lines.span(range), wanted);
      if (!found) return null;
      return found.map(({ at, text }) => ({
        position: lines.position(at),
        label: text,
        paddingLeft: true,
      }));
    }),
  );

  connection.onFoldingRanges(
    desk.answer('folds', ({ textDocument }): FoldingRange[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      const found = sheet && folds(sheet.snapshot, sheet.uri);
      // Without an answer an editor folds YAML by its indentation, as it always does.
      if (!sheet || !found) return null;
      const most = client().textDocument?.foldingRange?.rangeLimit;
      const ranges = found.flatMap((fold) => foldingRange(fold, sheet));
      return most === undefined ? ranges : ranges.slice(0, most);
    }),
  );

  connection.onSelectionRanges(
    desk.answer('selections', ({ textDocument, positions }): SelectionRange[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      if (!sheet) return null;
      return positions.map((position) => {
        const steps = selectionSteps(sheet.snapshot, sheet.uri, offsetAt(sheet, position));
        const here = { range: { start: position, end: position } };
        return (
          steps.reduceRight<SelectionRange | undefined>(
            (parent, span) => ({ range: sheet.lines.range(span), ...(parent && { parent }) }),
            undefined,
          ) ?? here
        );
      });
    }),
  );

  connection.onDocumentLinks(
    desk.answer('links', ({ textDocument }): DocumentLink[] | null => {
      const sheet = desk.sheet(textDocument.uri);
      const found = sheet && links(sheet.snapshot, sheet.uri);
      if (!sheet || !found) return null;
      return found.map((link) => ({
        range: sheet.lines.range(link),
        target: link.is === 'source' ? link.target : desk.theirs(link.target),
        tooltip: tooltips()[link.is],
      }));
    }),
  );
}

const tooltips = (): Readonly<Record<Link['is'], string>> => ({
  source: t`Open the address`,
  document: t`Open the document`,
  codebook: t`Open this part of the codebook`,
});

function foldingRange(fold: Fold, { lines }: Sheet): FoldingRange[] {
  const { start, end } = lines.range(fold);
  if (start.line >= end.line) return [];
  const kind = fold.is === 'note' ? FoldingRangeKind.Comment : FoldingRangeKind.Region;
  return [{ startLine: start.line, endLine: end.line, kind }];
}
