import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { t } from '../language.ts';
import { resolve } from '../snapshot/resolve.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { lineReached, type Verb } from '../verbs/verbs.ts';
import { boundBy } from './bound.ts';
import { nestedMarks, nestedReferences } from './parts.ts';
import { dueOf } from './status.ts';
import { ladderMeans } from './verb.ts';

/** Whether one of the four things that make a commitment is there. */
export interface Light {
  readonly name: 'actor' | 'deliverable' | 'timeframe' | 'force';
  readonly is: 'on' | 'off' | 'unknown';
  /** What is missing, in words; empty where the light is on. */
  readonly missing: string;
}

const deliverables: ReadonlySet<string> = new Set(['target', 'instrument']);
const things: ReadonlySet<string> = new Set(['instrument', 'place']);

/** The four lights of a commitment: who, what, by when, how firmly (language.md, section 3). */
export function lightsOf(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  mark: Mark,
  verb: Verb | undefined,
): readonly Light[] {
  const nested = nestedMarks(document, mark);
  const isNested = (kinds: ReadonlySet<string>) =>
    nested.some(({ kind }) => kind && kinds.has(kind.text));
  const hasThing = () =>
    nestedReferences(document, mark).some(({ target }) =>
      things.has(kindOfTarget(snapshot, entry, target)),
    );
  const actors = boundBy(document, mark).actors.length > 0;
  const due = dueOf(snapshot.codebook, document, mark);
  const time = due === undefined ? isNested(new Set(['deadline'])) : due !== 'open';
  return [
    light('actor', actors, t`an actor (by= here, or parties in the front matter)`),
    {
      name: 'deliverable',
      is: isNested(deliverables) || hasThing() ? 'on' : 'unknown',
      missing: '',
    },
    light(
      'timeframe',
      time,
      due === 'open'
        ? t`a time (the text leaves it open)`
        : t`a time (due=, or words marked as .deadline)`,
    ),
    forceLight(snapshot.codebook, verb),
  ];
}

const light = (name: Light['name'], on: boolean, missing: string): Light =>
  on ? { name, is: 'on', missing: '' } : { name, is: 'off', missing };

function forceLight(codebook: Codebook, verb: Verb | undefined): Light {
  if (!verb) return light('force', false, t`a verb that promises (or verb= here)`);
  const { lemma, ladder } = verb.force ?? verb;
  const reached = lineReached(verb, codebook);
  if (reached === undefined) {
    const missing = t`a verb that promises (${lemma} is a verb of ${t(ladderMeans[ladder])})`;
    return { name: 'force', is: 'unknown', missing };
  }
  const line = codebook.commitmentLine;
  return light('force', reached, t`more force: ${lemma} lies below the commitment line (${line})`);
}

function kindOfTarget(
  snapshot: Snapshot,
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): string {
  const meant = resolve(snapshot, entry, target);
  if (meant.to === 'entity') return meant.entity.kind;
  return meant.to === 'mark' ? (meant.found[0]?.definition.kind ?? '') : '';
}
