const own = new Set([
  ...['commitment', 'position', 'request', 'evidence'],
  ...['actor', 'place', 'instrument', 'event', 'concept'],
  ...['deadline', 'condition', 'target'],
]);

/** Something of a kind, with a theme colour id where its codebook gives one. */
export interface Kinded {
  readonly kind: string;
  readonly color?: string | undefined;
}

/** The theme colour id of a mark: its codebook's, else our own for its kind. */
export function kindColor({ kind, color }: Kinded): string {
  // A codebook comes with a folder from anywhere, and the id ends up in a style rule.
  if (color !== undefined && /^[a-z][\w.-]*$/i.test(color)) return color;
  return own.has(kind) ? `readout.${kind}` : 'readout.otherMark';
}

/** How a style rule names a theme colour. */
export const cssColor = (themeColor: string): string =>
  `var(--vscode-${themeColor.replaceAll('.', '-')})`;
