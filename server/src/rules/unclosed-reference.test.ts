import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unclosedReference } from './unclosed-reference.ts';

const collection = (text: string): string => `
//- readout.yaml
entities:
  orla-harbour: { kind: place, name: the harbour of Orla }
//- a.readout.md
${text}
`;

describe('unclosed-reference', () => {
  it('marks the parenthesis, with a blank in it all of it', () => {
    checkRule(
      unclosedReference,
      `
      See [the base](#orla and [the docks](#the docks) here.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blank
                                          ^^^^^^^^^^^^
      See [the base](#orla
                    ^ not closed
      ).
      `,
    );
  });

  it('closes behind the id', () => {
    checkFix(unclosedReference, '[the base](#orla, says', '[the base](#orla), says', {
      changesSource: true,
    });
    checkFix(unclosedReference, '[the base](#orla{.place}', '[the base](#orla)\\{.place}', {
      changesSource: true,
    });
  });

  it('joins an id with blanks in it', () => {
    const [readout, yaml] = ['See [it](#orla harbor).', 'orla-harbour'];
    assert.deepEqual(fixTitles(unclosedReference, collection(readout)), [
      `Point at “#${yaml}”`,
      'Close the link after “#orla”',
      'Point at “#orla-harbor”',
      'Keep these signs as words of the source',
    ]);
    checkFix(unclosedReference, readout, 'See [it](#orla) harbor).', { changesSource: true });
    checkFix(unclosedReference, readout, 'See [it](#orla-harbor).', {
      title: 'Point at “#orla-harbor”',
      changesSource: true,
    });
  });

  it('never takes words of the source for an id', () => {
    assert.deepEqual(fixTitles(unclosedReference, '[it](#a as said (twice)'), [
      'Close the link after “#a”',
      'Keep these signs as words of the source',
    ]);
  });

  it('only keeps the signs where no link can come of them', () => {
    checkFix(unclosedReference, '[the [x](#a)](#b', '\\[the [x](#a)\\](#b');
    checkFix(unclosedReference, 'x](#b\n\n[y](#', 'x\\](#b\n\n[y](#');
    checkFix(unclosedReference, '[y](# [z](#a)', '\\[y\\](# [z](#a)');
  });
});
