/** A registered mark of a dated document, as later ones may say it again. */
export interface Statement {
  readonly uri: string;
  /** Which of the document's definitions it is. */
  readonly index: number;
  /** `key#id`; undefined for a mark without an id. */
  readonly name: string | undefined;
  readonly kind: string;
  /** The last day of its document, `YYYY-MM-DD`. */
  readonly date: string;
}
