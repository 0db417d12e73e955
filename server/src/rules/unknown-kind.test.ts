import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkFixElsewhere, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unknownKind } from './unknown-kind.ts';

describe('unknown-kind', () => {
  it('marks the kind that is none, fragments included', () => {
    checkRule(
      unknownKind,
      `
      [Port]{#a .plaice} [Bay]{.place} [Bay]{.Place} [go]{#a by=x .港} [x]{continues=a .y}
                ^^^^^^^ There is no kind “plaice”
                                             ^^^^^^ Did you mean “.place”?
                                                                  ^^ Choose a kind
                                                                                      ^^
      `,
    );
  });

  it('knows the kinds of the codebook, and which are switched off', () => {
    checkRule(
      unknownKind,
      `
      //- a.readout.md
      [Port]{.harbour} [Bay]{.place}
                             ^^^^^^ The kind “place” is switched off here
      //- readout.yaml
      kinds: { harbour: { means: a port }, place: off }
      `,
    );
  });

  it('offers the nearest kinds', () => {
    checkFix(unknownKind, '[Port]{#a .plaice due=2031}', '[Port]{#a .place due=2031}');
    checkFix(unknownKind, '[go]{.Commitment}', '[go]{.commitment}');
    assert.deepEqual(fixTitles(unknownKind, '[go]{.xyz}'), []);
  });

  it('offers to add the kind to the codebook', () => {
    const text = '//- a.readout.md\n[Port]{.harbour}\n//- readout.yaml\nname: Test\n';
    checkFixElsewhere(unknownKind, text, {
      title: 'Add the kind “harbour” to the codebook',
      name: 'readout.yaml',
      after: 'name: Test\nkinds:\n  harbour:\n    means: "…"\n    registered: false\n',
    });
    assert.deepEqual(
      fixTitles(unknownKind, '//- a.readout.md\n[Port]{.港}\n//- readout.yaml\nname: Test\n'),
      [],
    );
  });
});
