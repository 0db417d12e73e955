/** Why no text can be taken from a file: sentences for the reader, without the file's name. */
export interface Reason {
  /** In English. */
  readonly refused: string;
  /** The same as the bundle of a language has it: `{0}`, `{1}` … stand for the values. */
  readonly words: string;
  readonly values: readonly (string | number)[];
}

export class Unusable extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.refused);
    this.reason = reason;
  }
}

/** A reason, written in English. Who reads a file has no language: whoever shows the reason gives it one. */
export function t(text: TemplateStringsArray, ...values: (string | number)[]): Reason {
  const joined = (between: (at: number) => string | number) =>
    text.reduce((said, piece, at) => `${said}${between(at - 1)}${piece}`);
  return { refused: joined((at) => values[at] ?? ''), words: joined((at) => `{${at}}`), values };
}
