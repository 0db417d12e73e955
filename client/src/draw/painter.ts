import {
  DiagnosticSeverity,
  languages,
  type TextEditor,
  type TextEditorDecorationType,
  type Range as VscodeRange,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Drawn, DrawnMark } from '../../../server/src/protocol/requests.ts';
import { kindColor } from './kind-color.ts';
import { layout } from './layout.ts';
import { badge, fixedStyles, underline } from './styles.ts';

type Range = DrawnMark['range'];

/** The places of a style; of a badge each with its words. */
interface Places {
  readonly ranges: VscodeRange[];
  readonly texts: string[];
}

type Painted = ReadonlyMap<TextEditorDecorationType, Places>;
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

  const set = (editor: TextEditor, painted: Painted) => {
    for (const style of inUse.get(editor) ?? []) {
      if (!painted.has(style)) editor.setDecorations(style, []);
    }
    for (const [style, places] of painted) setPlaces(editor, style, places);
    inUse.set(editor, new Set(painted.keys()));
  };

  const paint = (editor: TextEditor, drawn: Drawn, compact: boolean): void => {
    const laid = layout(drawn, linesShown(editor, compact), compact ? faultsIn(editor) : []);
    const painted = new Map<TextEditorDecorationType, Places>();
    const add = (style: TextEditorDecorationType, range: Range, text?: string) => {
      const places = painted.get(style) ?? { ranges: [], texts: [] };
      painted.set(style, places);
      places.ranges.push(convert.asRange(range));
      if (text !== undefined) places.texts.push(text);
    };
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
      const style = styleOf(badges, color, () => badge(color));
      add(style, { start: at, end: at }, text);
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

// Ranges alone reach the window as plain numbers, which costs a fraction of the same with options.
function setPlaces(
  editor: TextEditor,
  style: TextEditorDecorationType,
  { ranges, texts }: Places,
): void {
  if (!texts.length) editor.setDecorations(style, ranges);
  else {
    const decorations = ranges.map((range, at) => ({
      range,
      renderOptions: { after: { contentText: texts[at] ?? '' } },
    }));
    editor.setDecorations(style, decorations);
  }
}

/** Where something is wrong: hidden signs would hide it too. */
const faultsIn = ({ document }: TextEditor): Range[] =>
  languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity <= DiagnosticSeverity.Warning)
    .map(({ range }) => range);

/** Whether a run of lines shows its signs: always, or in compact view where a cursor stands. */
function linesShown(editor: TextEditor, compact: boolean): (from: number, to: number) => boolean {
  if (!compact) return () => true;
  const { selections } = editor;
  return (from, to) => selections.some(({ start, end }) => start.line <= to && from <= end.line);
}
