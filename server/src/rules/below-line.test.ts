import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { belowLine } from './below-line.ts';
import { contextOf, runRule } from './findings.ts';

describe('below-line', () => {
  it('marks commitments whose force lies below the line', () => {
    checkRule(
      belowLine,
      `
      They [will consider a fund]{.commitment}. They [will open it]{.commitment}. They [plan to go]{.commitment}.
            ^^^^^^^^^^^^^^^^^^^^ that of “consider” (rung 1 of 10), below the line, which is drawn at “plan”
      `,
    );
  });

  it('goes by the force of what is affirmed, and by the verb that is given', () => {
    checkRule(
      belowLine,
      `
      They affirmed that they [will explore a fund]{.commitment}. They [will study it]{.commitment verb=agree}.
                               ^^^^^^^^^^^^^^^^^^^ explore
      They [will open it]{.commitment verb=consider}.
            ^^^^^^^^^^^^ consider
      `,
    );
  });

  it('says nothing of other kinds, nor where no such verb is found', () => {
    checkRule(
      belowLine,
      'They [will consider a fund]{.position}. They [welcomed it]{.commitment}.',
    );
    checkRule(
      belowLine,
      'They [will consider]{#c .commitment} a fund [and more]{continues=c}.'.replace(
        'consider',
        'go',
      ),
    );
  });

  it('goes by the line of the codebook', () => {
    checkRule(
      belowLine,
      `
      //- a.readout.md
      They [plan to go]{.commitment}. They [will go]{.commitment}.
            ^^^^^^^^^^ “will”
      //- readout.yaml
      commitment-line: will
      `,
    );
  });

  it('keeps what it knows of a paragraph that moves', () => {
    const uri = 'file:///c/a.readout.md';
    const tail = 'They [will consider a fund]{.commitment}.\n';
    let { snapshot } = apply(emptySnapshot(), [{ uri, text: `One.\n\n${tail}`, version: 1 }]);
    for (const text of [`One.\n\n${tail}`, `One and more.\n\n${tail}`, `Two.\n\n${tail}`]) {
      snapshot = apply(snapshot, [{ uri, text, version: 2 }]).snapshot;
      const entry = snapshot.entries.get(uri);
      assert.ok(entry);
      const [found] = runRule(belowLine, contextOf(snapshot, entry));
      assert.equal(text.slice(found?.from, found?.to), 'will consider a fund');
    }
  });
});
