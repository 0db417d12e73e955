import type { DecorationOptions, TextEditor, TextEditorDecorationType } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Drawn, DrawnMark } from '../../../server/src/protocol/requests.ts';
import { kindColor } from './kind-color.ts';
import { layout } from './layout.ts';
import { badge, fixedStyles, underline } from './styles.ts';

type Range = DrawnMark['range'];
type Converter = BaseLanguageClient['protocol2CodeConverter'];

/** Puts a drawing over an editor's text; each `paint` replaces the one before. */
export function painter(convert: Converter) {
  const fixed = fixedStyles();
  const underlines = new Map<string, TextEditorDecorationType>();
  const badges = new Map<string, TextEditorDecorationType>();

  const styleOf = (
    styles: Map<string, TextEditorDecorationType>,
    key: string,
    make: () => TextEditorDecorationType,
  ): TextEditorDecorationType => {
    const style = styles.get(key) ?? make();
    styles.set(key, style);
    return style;
  };

  // Setting a style costs a message to the window, so only those in use are set or taken back.
  const inUse = new WeakMap<TextEditor, ReadonlySet<TextEditorDecorationType>>();

  const set = (
    editor: TextEditor,
    painted: ReadonlyMap<TextEditorDecorationType, DecorationOptions[]>,
  ) => {
    for (const style of inUse.get(editor) ?? []) {
      if (!painted.has(style)) editor.setDecorations(style, []);
    }
    for (const [style, decorations] of painted) editor.setDecorations(style, decorations);
    inUse.set(editor, new Set(painted.keys()));
  };

  const paint = (editor: TextEditor, drawn: Drawn, compact: boolean): void => {
    const laid = layout(drawn, linesShown(editor, compact));
    const painted = new Map<TextEditorDecorationType, DecorationOptions[]>();
    const put = (style: TextEditorDecorationType, decoration: DecorationOptions) => {
      const before = painted.get(style);
      if (before) before.push(decoration);
      else painted.set(style, [decoration]);
    };
    const add = (style: TextEditorDecorationType, range: Range) =>
      put(style, { range: convert.asRange(range) });
    for (const range of laid.signs) add(fixed.signs, range);
    for (const range of laid.hidden) add(fixed.hidden, range);
    for (const note of drawn.notes) add(fixed.note, note);
    for (const { words, resolved } of drawn.references) {
      add(resolved ? fixed.reference : fixed.unresolved, words);
    }
    for (const mark of drawn.marks) {
      const color = kindColor(mark);
      const depth = Math.min(mark.depth, 2);
      const style = styleOf(underlines, `${color} ${depth}`, () => underline(color, depth));
      add(style, mark.words);
    }
    for (const { at, text, mark } of laid.badges) {
      const color = mark ? kindColor(mark) : 'readout.note';
      const range = convert.asRange({ start: at, end: at });
      const renderOptions = { after: { contentText: text } };
      put(
        styleOf(badges, color, () => badge(color)),
        { range, renderOptions },
      );
    }
    set(editor, painted);
  };

  return {
    paint,
    clear: (editor: TextEditor): void => set(editor, new Map()),
    dispose: (): void => {
      const all = [...Object.values(fixed), ...underlines.values(), ...badges.values()];
      for (const style of all) style.dispose();
    },
  };
}

/** Whether a run of lines shows its signs: always, or in compact view where a cursor stands. */
function linesShown(editor: TextEditor, compact: boolean): (from: number, to: number) => boolean {
  if (!compact) return () => true;
  const { selections } = editor;
  return (from, to) => selections.some(({ start, end }) => start.line <= to && from <= end.line);
}
