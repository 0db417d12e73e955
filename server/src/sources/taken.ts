/** The text of a file as it was published, which becomes the source of a readout. */
export interface Taken {
  readonly text: string;
  /** Where the file says that it is to be found. */
  readonly address?: string;
}
