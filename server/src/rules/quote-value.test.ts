import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { quoteValue } from './quote-value.ts';

describe('quote-value', () => {
  it('marks bare values that other readers cannot read', () => {
    checkRule(
      quoteValue,
      `
      [go]{reaffirms=#a due=2031/2032~ score=+1 by=日本 if="#b" verb=C:\\x to=a-b_c:1}
                     ^^ “#a”
                                                   ^^
                                                                   ^^^^
      `,
    );
  });

  it('puts it in quotes', () => {
    checkFix(quoteValue, '[go]{cites=old-text#b .event}', '[go]{cites="old-text#b" .event}');
    checkFix(quoteValue, '[go]{if=C:\\x}', '[go]{if="C:\\\\x"}');
  });
});
