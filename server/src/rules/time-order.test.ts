import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { timeOrder } from './time-order.ts';

const later = `//- later.readout.md
---
date: 2031-05-01/2031-05-03
---

[go]{#go .commitment}
`;

const readout = (date: string, body: string) =>
  `//- a.readout.md\n---\n${date && `date: ${date}`}\n---\n\n${body}\n${later}`;

describe('time-order', () => {
  it('marks relations that act on a later text', () => {
    checkRule(
      timeOrder,
      readout(
        '2031-05-02',
        `[x]{.commitment reaffirms="later#go #y" supersedes="later#" cites="later#go"}
                           ^^^^^^^^ later (2031-05-03) than the document it stands in (2031-05-02)
                                                    ^^^^^^ “supersedes”`,
      ),
    );
  });

  it('says nothing of the same day, of later texts, and without a date', () => {
    const body = '[x]{.commitment reaffirms="later#go"}';
    for (const date of ['2031-05-03', '2031-05-01/2031-05-04', '2032-01-01', ''])
      checkRule(timeOrder, readout(date, body));
    checkRule(
      timeOrder,
      `//- a.readout.md\n${body}\n//- later.readout.md\n[go]{#go .commitment}\n`,
    );
  });

  it('says nothing of what is not there', () => {
    checkRule(timeOrder, readout('2031-01-01', '[x]{.commitment reaffirms="later#no gone#go"}'));
  });
});
