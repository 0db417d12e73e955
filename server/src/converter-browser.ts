import { type Conversion, converted } from './sources/converted.ts';

declare const self: {
  onmessage: (event: { readonly data: Conversion }) => void;
  postMessage(answer: unknown): void;
};

/** Takes the text from files in a worker of its own, so that a file made to do harm ends nothing else. */
self.onmessage = ({ data }) => self.postMessage(converted(data));
