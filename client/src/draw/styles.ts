import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import { cssColor } from './kind-color.ts';

const make = (options: DecorationRenderOptions): TextEditorDecorationType =>
  window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...options,
  });

/** The styles that do not depend on a kind. */
export const fixedStyles = () => ({
  signs: make({ color: new ThemeColor('readout.signs') }),
  reference: make({ color: new ThemeColor('readout.reference') }),
  unresolved: make({
    color: new ThemeColor('readout.unresolvedReference'),
    textDecoration: 'underline dashed 1px; text-underline-offset: 3px',
  }),
  note: make({ color: new ThemeColor('readout.note'), fontStyle: 'italic' }),
  // There is no way to fold a part of a line; a second declaration rides on the first.
  hidden: make({ textDecoration: 'none; display: none' }),
});

/** What an underline of this kind and depth looks like. */
export function underline(color: string, depth: number): TextEditorDecorationType {
  const css = cssColor(color);
  // Each depth uses a property of its own, so that an inner line does not replace the outer one.
  // Borders ride on the cursor, which stays what it is: a border of the editor's own is drawn
  // apart from the text, and is lost where the text beside it is hidden.
  const nested: DecorationRenderOptions[] = [
    { cursor: `text; border-bottom: 1px solid ${css}` },
    { textDecoration: `underline solid 1px ${css}; text-underline-offset: 1px` },
    { cursor: `text; background: ${faint(css, 16)}; border-radius: 2px` },
  ];
  return make(nested[Math.min(depth, nested.length - 1)] ?? {});
}

/** A badge behind a range, in the colour of its kind; its words come with each range. */
export const badge = (color: string): TextEditorDecorationType =>
  make({
    after: {
      color: new ThemeColor(color),
      margin: '0 0.2em 0 0.3em',
      textDecoration: `none; ${[
        'font-size: 0.72em',
        'font-style: normal',
        'vertical-align: 0.1em',
        'padding: 0 0.35em',
        'border-radius: 0.3em',
        `background: ${faint(cssColor(color), 14)}`,
      ].join('; ')}`,
    },
  });

const faint = (css: string, percent: number): string =>
  `color-mix(in srgb, ${css} ${percent}%, transparent)`;
