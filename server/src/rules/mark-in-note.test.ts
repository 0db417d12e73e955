import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { markInNote } from './mark-in-note.ts';

describe('mark-in-note', () => {
  it('marks the outermost of what is part of the note', () => {
    checkRule(
      markInNote,
      `
      They met.^[In [the [Port]{.place} yard]{.place}^[so], see [x](#a)] and [a^[b]]{.place}.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mark stands in a note
                                                     ^^^^^ note stands in a note
      `,
    );
  });
});
