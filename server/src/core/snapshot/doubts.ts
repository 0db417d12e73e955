import { readDue } from '../dates.ts';
import type { FrontFields } from '../front/fields.ts';
import type { FrontReading } from '../front/matter.ts';
import { frontProblems } from '../front/problems.ts';
import type { Summary } from './summary.ts';

/**
 * Gathers, while a closed document is read, the codes of the findings that its text leaves possible. In doubt
 * it names one too many: then the document is judged as a whole.
 */
export interface Doubting {
  readonly add: (code: string) => void;
  /** The value of a built-in attribute that names no actor. */
  readonly value: (key: string, said: string) => void;
  /** A mark, once all its values were told. */
  readonly mark: (kind: string, isFragment: boolean) => void;
  /** Something that is judged together with the paragraphs before and after. */
  readonly acrossParagraphs: () => void;
  readonly front: (reading: FrontReading, fields: FrontFields) => void;
  /** All of the document, which is over. */
  readonly take: () => Pick<Summary, 'doubts' | 'verbs'>;
}

const none: ReadonlySet<string> = new Set();
const scores: ReadonlySet<string> = new Set(['-1', '0', '+1']);

export function doubting(): Doubting {
  let doubts: Set<string> | undefined;
  let verbs: string[] | undefined;
  let isScored = false;
  // A collection has few days compared with its marks.
  const sound = new Set<string>();

  function add(code: string): void {
    doubts ??= new Set();
    doubts.add(code);
  }

  return {
    add,
    value: (key, said) => {
      if (key === 'verb') {
        verbs ??= [];
        verbs.push(said);
      } else if (key === 'score') {
        isScored = true;
        if (!scores.has(said)) add('bad-value');
      } else if (key === 'due' && !sound.has(said)) {
        if (readDue(said)) sound.add(said);
        else add('bad-value');
      }
    },
    mark: (kind, isFragment) => {
      if (isFragment) add('bad-continuation');
      if (!kind) add('no-kind');
      if (isScored && kind !== 'evidence') add('bad-value');
      isScored = false;
    },
    acrossParagraphs: () => {
      for (const code of ['unclosed-note', 'no-opening-bracket']) add(code);
      for (const what of ['note', 'mark', 'reference']) add(`paragraph-in-${what}`);
    },
    front: ({ front, unclosed, late }, { sha256 }) => {
      if (unclosed) add('unclosed-front-matter');
      if (late) add('late-front-matter');
      if (sha256) add('source-changed');
      if (front?.issues.length || (front && hasAny(frontProblems(front)))) add('front-matter');
    },
    take: () => {
      const all = { doubts: doubts ?? none, ...(verbs && { verbs }) };
      doubts = undefined;
      verbs = undefined;
      return all;
    },
  };
}

function hasAny(items: Iterable<unknown>): boolean {
  for (const _ of items) return true;
  return false;
}
