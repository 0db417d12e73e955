import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { unclosedQuote } from './unclosed-quote.ts';

describe('unclosed-quote', () => {
  it('marks the quote', () => {
    checkRule(
      unclosedQuote,
      `
      They [meet]{#m .commitment by="x" if="as able}. Belmark “will” not}
                                           ^ not closed

      両国は[協力]{if="
                 ^
      `,
    );
  });

  it('closes the value before the braces end', () => {
    checkFix(unclosedQuote, '[a]{.place if="as able} so', '[a]{.place if="as able"} so', {
      changesSource: true,
    });
    checkFix(unclosedQuote, '[a]{if="C:\\} so', '[a]{if="C:\\\\"} so', { changesSource: true });
    checkFix(unclosedQuote, '[a]{by="japan”}', '[a]{by="japan"}', { changesSource: true });
  });

  it('closes value and braces after a word where the braces do not end', () => {
    checkFix(unclosedQuote, '[a]{.place by="japan, so', '[a]{.place by="japan"}, so', {
      changesSource: true,
    });
  });

  it('swallows no mark behind it', () => {
    checkFix(
      unclosedQuote,
      '[go]{.event by="japan and [stay]{.event}',
      '[go]{.event by="japan"} and [stay]{.event}',
      { changesSource: true },
    );
  });

  it('keeps the signs, and only keeps them where no bracket was opened', () => {
    checkFix(unclosedQuote, '[a]{if="', '\\[a\\]{if="');
    checkFix(unclosedQuote, 'a]{.place if="as able}', 'a\\]{.place if="as able}');
  });
});
