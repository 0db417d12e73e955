/** What one process does at a time. */
export type Part =
  | { readonly is: 'history'; readonly steps: number; readonly seed: number }
  | { readonly is: 'texts'; readonly texts: number; readonly seed: number }
  | { readonly is: 'messages'; readonly messages: number; readonly seed: number }
  | { readonly is: 'growth'; readonly length: number };

/** What a process says of its part: something on the way, or, at its end, what was wrong. */
export type Told = { readonly says: string } | { readonly failures: readonly string[] };
