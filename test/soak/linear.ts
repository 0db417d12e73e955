import { readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import {
  type Entry,
  emptySnapshot,
  type Snapshot,
} from '../../server/src/core/snapshot/snapshot.ts';
import { findingsOf } from '../../server/src/rules/findings.ts';
import { everyFeature } from '../support/every-feature.ts';
import { nasty } from './nasty.ts';

const uri = 'file:///c/d0.readout.md';
const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: [
      'entities:',
      '  orla: { kind: place, name: Orla }',
      '  authority: { kind: actor, name: Northern Authority, aliases: [NA] }',
      'series: { council: { names: [Council, October meeting], every: year } }',
      'mentions: all',
      'backreferences: all',
      '',
    ].join('\n'),
  },
]);

type Ask = (snapshot: Snapshot, uri: string, offset: number) => unknown;

/** What is done to a text. */
const works: Readonly<Record<string, Ask>> = {
  reading: () => undefined,
  ...everyFeature,
};

const read = (text: string): Snapshot =>
  apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]).snapshot;

/**
 * A place in the middle of each text, at a finding where there is one: there more can be done than
 * elsewhere. In all of them at a finding of one code, for some are mended with more work than others.
 */
function placesIn(texts: readonly string[]): number[] {
  let code: string | undefined;
  return texts.map((text) => {
    const snapshot = read(text);
    const middle = text.length >> 1;
    const found = findingsOf(snapshot, snapshot.entries.get(uri) as Entry, 'all').filter(
      ({ from }) => from >= middle,
    );
    const one = found.find((finding) => finding.code === code) ?? found[0];
    code ??= one?.code;
    return one?.from ?? middle;
  });
}

export interface Slow {
  readonly text: string;
  readonly work: string;
  /** Milliseconds of processor time at n, 2n and 4n characters. */
  readonly times: readonly number[];
}

/** Work below this is too short to tell how it grows. */
const least = 4;

/**
 * Whose answer itself is a square: brat writes the words of every mark, those of a thousand nested ones a
 * thousand times.
 */
const isSquare = (work: string, text: string): boolean =>
  work === 'annotations apart' && text.startsWith('deep nesting');

/** The nasty texts, and what is done to them, whose time grows faster than they do. */
export function growing(length: number): Slow[] {
  const slow: Slow[] = [];
  for (const [text, make] of Object.entries(nasty)) {
    const sizes = [1, 2, 4].map((factor) => make(factor * length));
    const places = placesIn(sizes);
    for (const [work, ask] of Object.entries(works)) {
      if (isSquare(work, text)) continue;
      const measure = () =>
        sizes.map((one, i) => fastest(() => ask(read(one), uri, places[i] as number)));
      // What is slow by chance is not slow again.
      let times = measure();
      for (let again = 0; again < 2 && isSteep(times); again++) times = measure();
      if (isSteep(times)) slow.push({ text, work, times });
    }
  }
  return slow;
}

/** Four times the text may take four times as long; a square would take sixteen. */
const isSteep = ([one = 0, , four = 0]: readonly number[]): boolean =>
  four > 9 * Math.max(one, least);

/** Of three runs the fastest: what else the machine does only makes it slower. */
function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 3; times++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
    if (best < least) break;
  }
  return best;
}
