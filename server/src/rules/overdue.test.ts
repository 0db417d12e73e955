import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { fixture } from '../../../test/support/fixture.ts';
import { type Entry, onDay } from '../core/snapshot/snapshot.ts';
import { findingsOf } from './findings.ts';
import { overdue } from './overdue.ts';

// Fixtures are judged on 1 January 2033.
describe('overdue', () => {
  it('takes the last day of a month, a year or a stretch', () => {
    checkRule(
      overdue,
      `
      [a]{.commitment due=2032-12-31} [b]{.position due=2032} [c]{.request due="2031/2033"}
                          ^^^^^^^^^^
                                                        ^^^^
      [d]{.commitment due=2033-01} [e]{.commitment due="2032~"} [f]{.commitment due=soon}
                                                        ^^^^^
      `,
    );
  });

  it('leaves what is no promise, and what a later text has brought to an end', () => {
    checkRule(
      overdue,
      `
      //- a.readout.md
      [a]{#a .commitment due=2030} [b]{#b .commitment due=2030} [c]{#c .commitment due=2030}
      [d]{#d .commitment due=2030} [seen]{.evidence due=2030} [port]{.place due=2030}
                             ^^^^
      //- b.readout.md
      [a]{.commitment supersedes="a#a"} [b]{.evidence breaches="a#b"} [c]{.evidence fulfils="a#c"}
      [d]{.commitment reaffirms="a#d"} [not kept]{.evidence fulfils="a#d" score=-1}
      `,
    );
  });

  it('takes the day of a deadline among the words, but that of a stage for the stage alone', () => {
    checkRule(
      overdue,
      `
      [open the port [by 2031]{.deadline due=2031}]{.commitment}
                                             ^^^^
      [open the port, [survey it [by 2031]{.deadline due=2031}]{.commitment}, in time]{.commitment}
                                                         ^^^^
      [open it, [survey it [by 2031]{.deadline due=2031}]{.commitment}, [by 2035]{.deadline due=2035}]{.commitment}
                                                   ^^^^
      `,
    );
  });

  it('goes by the day it is asked for, and is silent without one', () => {
    const { snapshot } = fixture('[a]{.commitment due=2032-06}\n');
    const entry = [...snapshot.entries.values()][0] as Entry;
    const found = (asOf: string) =>
      findingsOf(onDay(snapshot, asOf), entry, 'all').filter(({ code }) => code === 'overdue')
        .length;
    assert.deepEqual([found('2032-06-30'), found('2032-07-01')], [0, 1]);
    const { asOf: _, ...timeless } = snapshot;
    const codes = findingsOf(timeless, entry, 'all').map(({ code }) => code);
    assert.ok(!codes.includes('overdue'));
  });
});
