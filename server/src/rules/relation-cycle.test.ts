import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { contextOf, runRule } from './findings.ts';
import { relationCycle } from './relation-cycle.ts';

const dated = (name: string, date: string, to: string, carets = '') => `//- ${name}.readout.md
---
date: ${date}
---

[words]{#m .commitment supersedes="${to}#m"}
${carets}`;

const here = '                                   ^^^ ring\n';

describe('relation-cycle', () => {
  it('marks the last relation of a ring', () => {
    checkRule(
      relationCycle,
      `
      [a]{#a .commitment part-of="#b"} [b]{#b .commitment part-of="#c"} [c]{#c .commitment part-of="#a"}
                                                                                                    ^^ closes a ring
      `,
    );
  });

  it('marks one relation for each ring', () => {
    checkRule(
      relationCycle,
      `
      [a]{#a .commitment part-of="#b #c"} [b]{#b .commitment part-of="#a"} [c]{#c .commitment part-of="#a"}
                                                                      ^^
                                                                                                       ^^
      `,
    );
  });

  it('takes the latest document for the last', () => {
    checkRule(
      relationCycle,
      dated('a', '2031-01-01', 'c') +
        dated('b', '2033-01-01', 'a', here) +
        dated('c', '2032-01-01', 'b'),
    );
    checkRule(
      relationCycle,
      dated('a', '2031-01-01', 'c') +
        dated('b', '2031-01-01', 'a') +
        dated('c', '2031-01-01', 'b', here),
    );
  });

  it('sees no ring in a chain, in relations that may go round, and in several relations together', () => {
    checkRule(
      relationCycle,
      '[a]{#a .commitment part-of="#b"} [b]{#b .commitment part-of="#c"} [c]{#c .commitment}',
    );
    checkRule(relationCycle, '[a]{#a .place cites="#b"} [b]{#b .place cites="#a"}');
    checkRule(
      relationCycle,
      '[a]{#a .commitment part-of="#b"} [b]{#b .commitment depends-on="#a"} [c]{#c .commitment part-of="#c"}',
    );
  });

  it('stays quick on long chains and large rings', () => {
    const marks = (count: number, to: (n: number) => number) =>
      Array.from({ length: count }, (_, n) => `[w]{#m${n} .commitment part-of="#m${to(n)}"}`).join(
        ' ',
      );
    const count = 4000;
    assert.equal(findings(marks(count, (n) => n + 1)), 0);
    assert.equal(findings(marks(count, (n) => Math.max(0, n - 1))), 0);
    assert.equal(findings(marks(count, (n) => (n + 1) % count)), 1);
    assert.equal(findings(marks(count, (n) => (n + count - 1) % count)), 1);
  }).timeout(5000);
});

function findings(text: string): number {
  const uri = 'file:///c/a.readout.md';
  const { snapshot } = apply(emptySnapshot(), [{ uri, text, version: 1 }]);
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  return runRule(relationCycle, contextOf(snapshot, entry)).length;
}
