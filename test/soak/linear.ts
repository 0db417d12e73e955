import { readCodebook } from '../../server/src/core/codebook/codebook.ts';
import { apply, emptySnapshot } from '../../server/src/core/snapshot/snapshot.ts';
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

/** Each fix reads its paragraph again before it is offered, so those of hundreds of faults in one are left out. */
const mending: ReadonlySet<string> = new Set(['actions', 'fix all']);

/** What is done to a text. */
const works: Readonly<Record<string, (text: string) => void>> = {
  findings: (text) => {
    const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
    const entry = snapshot.entries.get(uri);
    if (entry) findingsOf(snapshot, entry, 'all');
  },
  ...Object.fromEntries(
    Object.entries(everyFeature)
      .filter(([name]) => !mending.has(name))
      .map(([name, ask]) => [
        name,
        (text: string) => {
          const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
          ask(snapshot, uri, text.length >> 1);
        },
      ]),
  ),
};

export interface Slow {
  readonly text: string;
  readonly work: string;
  /** Milliseconds of processor time at n, 2n and 4n characters. */
  readonly times: readonly number[];
}

/** Work below this is too short to tell how it grows. */
const least = 4;

/** The nasty texts, and what is done to them, whose time grows faster than they do. */
export function growing(length: number): Slow[] {
  const slow: Slow[] = [];
  for (const [text, make] of Object.entries(nasty)) {
    for (const [work, run] of Object.entries(works)) {
      const times = [1, 2, 4].map((factor) => fastest(() => run(make(factor * length))));
      const [one = 0, , four = 0] = times;
      // Four times the text may take four times as long; a square would take sixteen.
      if (four > 9 * Math.max(one, least)) slow.push({ text, work, times });
    }
  }
  return slow;
}

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
