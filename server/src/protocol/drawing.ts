import type { Connection, SemanticTokens } from 'vscode-languageserver';
import { marks } from '../features/marks.ts';
import { type Token, tokenModifiers, tokens, tokenTypes } from '../features/tokens.ts';
import type { Lines } from '../workspace/lines.ts';
import type { Desk } from './desk.ts';
import type { Drawn, MarksParams } from './requests.ts';

/** What is drawn over a text: semantic tokens, and for our own client marks, references and notes. */
export function registerDrawing(connection: Connection, desk: Desk): void {
  connection.languages.semanticTokens.on(
    desk.answer('semantic tokens', ({ textDocument }): SemanticTokens => {
      const sheet = desk.sheet(textDocument.uri);
      const found = sheet && tokens(sheet.snapshot, sheet.uri);
      return { data: found ? encoded(found, sheet.lines) : [] };
    }),
  );

  connection.onRequest(
    'readout/marks',
    desk.answer('readout/marks', ({ uri, range: within }: MarksParams): Drawn | null => {
      const sheet = desk.sheet(uri);
      const span = within && sheet?.lines.span(within);
      const drawing = sheet && marks(sheet.snapshot, sheet.uri, span);
      if (!drawing || sheet.version === undefined) return null;
      const { range } = sheet.lines;
      return {
        version: sheet.version,
        marks: drawing.marks.map(({ span, words, braces, kind, color, badge, depth }) => ({
          ...{
            range: range(span),
            words: range(words),
            braces: range(braces),
          },
          ...{ kind, badge, depth, ...(color && { color }) },
        })),
        references: drawing.references.map(({ span, words, target, resolved }) => ({
          ...{
            range: range(span),
            words: range(words),
            target: range(target),
            resolved,
          },
        })),
        notes: drawing.notes.map(range),
      };
    }),
  );
}

/** Tokens as the protocol counts them: each from the one before, five numbers a token. */
function encoded(found: readonly Token[], lines: Lines): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of found) {
    const { start, end } = lines.range(token);
    const delta = start.line - line;
    data.push(delta, delta ? start.character : start.character - character);
    data.push(end.character - start.character, tokenTypes.indexOf(token.type), bits(token));
    ({ line, character } = start);
  }
  return data;
}

const bits = ({ modifiers }: Token): number =>
  modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
