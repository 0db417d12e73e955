import { Parser } from 'htmlparser2';
import { markOf } from './encoding.ts';
import { t, Unusable } from './unusable.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a file of a document, in order. Names are without their prefix. */
export interface Listener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

// Tables in tables in text boxes; Word itself does not write deeper.
const deepest = 512;

/** Reads XML. Entities of its own are not known, so that none can grow. Throws `Unusable`. */
export function readXml(bytes: Uint8Array, { open, close, text }: Listener): void {
  let depth = 0;
  let isWhole = false;
  let isEmpty = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isEmpty = true;
        if (++depth > deepest) {
          throw new Unusable(
            t`The parts of this document lie in one another more than ${deepest} deep, as in none that is meant for readers. Copy its text and import that from the clipboard.`,
          );
        }
        open(local(name), namedLocally(attributes));
      },
      onclosetag(name, isImplied) {
        depth--;
        // One that has an end in its own tag is closed in this way, too.
        if (isImplied && !isEmpty) throw damagedXml();
        isEmpty = false;
        close(local(name));
        isWhole = depth === 0;
      },
      ontext(piece) {
        isEmpty = false;
        text?.(piece);
      },
    },
    { xmlMode: true },
  );
  parser.write(decoded(bytes));
  parser.end();
  if (!isWhole) throw damagedXml();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(markOf(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damagedXml();
  }
}

const damagedXml = () =>
  new Unusable(
    t`This document is damaged inside, so that its text cannot be told for certain. Open it in the program that made it and save it anew.`,
  );

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const namedLocally = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
