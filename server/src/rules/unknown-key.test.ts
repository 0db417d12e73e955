import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unknownKey } from './unknown-key.ts';

describe('unknown-key', () => {
  it('marks names that are no attribute and no relation', () => {
    checkRule(
      unknownKey,
      `
      [go]{.commitment until=2031 By=x due=2031 if=y} [x]{.position fullfils="#q" cites="#q"}
                       ^^^^^ no attribute and no relation “until”
                                  ^^ Did you mean “by”?
                                                                    ^^^^^^^^ Did you mean “fulfils”?
      `,
    );
  });

  it('knows the relations of the codebook', () => {
    checkRule(
      unknownKey,
      `
      //- a.readout.md
      [go]{.commitment implements="#q" reaffirms="#q"}
                                       ^^^^^^^^^
      //- readout.yaml
      relations: { implements: { inverse: implemented by }, reaffirms: off }
      `,
    );
  });

  it('writes the nearest name that the mark has not', () => {
    checkFix(unknownKey, '[x]{.evidence fullfils="#q"}', '[x]{.evidence fulfils="#q"}');
    assert.deepEqual(fixTitles(unknownKey, '[x]{.position by=a By=b}'), [
      'Take “By=” out with its value',
    ]);
  });

  it('makes a kind of “kind=place”', () => {
    checkFix(unknownKey, '[x]{#a kind=place}', '[x]{#a .place}', { title: 'Write “.place”' });
  });

  it('takes the attribute out', () => {
    checkFix(unknownKey, '[x]{.place zzz="a b" due=2031}', '[x]{.place due=2031}');
  });
});
