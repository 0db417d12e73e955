/** Asks about one document, or the collection of a file or folder. */
export interface UriParams {
  readonly uri: string;
}
