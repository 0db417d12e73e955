import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { paragraphInMark } from './paragraph-in-mark.ts';

const title = 'Divide the mark and join its parts with “continues=”';

describe('paragraph-in-mark', () => {
  it('marks the bracket that closes, for each line end', () => {
    checkRule(
      paragraphInMark,
      `
      They [will [not
       \t
      meet]{.event} again]{#m .commitment}.
          ^ blank line
                         ^
      `,
    );
    checkRule(paragraphInMark, 'They [will\r\n　\r\nmeet]{#m .commitment}.');
  });

  it('divides the mark into a head and a fragment', () => {
    checkFix(
      paragraphInMark,
      'They [will  \r\n\r\n meet]{#m .commitment}{.x}.',
      'They [will]{#m .commitment}  \r\n\r\n [meet]{continues=m}\\{.x}.',
      { title, changesSource: true },
    );
  });

  it('gives the head an id from its words', () => {
    checkFix(
      paragraphInMark,
      'They [will reopen\n\nthe bridge]{.commitment due=2031} [x]{#reopen-bridge .place}.',
      'They [will reopen]{#reopen-bridge-2 .commitment due=2031}\n\n[the bridge]{continues=reopen-bridge-2} [x]{#reopen-bridge .place}.',
      { title, changesSource: true },
    );
    checkFix(
      paragraphInMark,
      '両国は[協力を\n\n強化する]{.commitment}。',
      '両国は[協力を]{#m1 .commitment}\n\n[強化する]{continues=m1}。',
      { title, changesSource: true },
    );
  });

  it('makes two fragments of a fragment', () => {
    checkFix(
      paragraphInMark,
      '[a]{#h .place} [b\\\n\nc]{continues=h}',
      '[a]{#h .place} [b\\\\]{continues=h}\n\n[c]{continues=h}',
      { title, changesSource: true },
    );
  });

  it('moves the mark to the one side that has words', () => {
    checkFix(paragraphInMark, 'so [\n\nthey go]{.event}', 'so \n\n[they go]{.event}', {
      title: 'Begin the mark after the blank line',
      changesSource: true,
    });
    checkFix(paragraphInMark, 'so [they go\n\n]{.event} now', 'so [they go]{.event}\n\n now', {
      title: 'End the mark before the blank line',
      changesSource: true,
    });
  });

  it('mends the innermost first', () => {
    const outer = 'They [will [not\n\nmeet]{.event} again]{#m .commitment}.';
    assert.deepEqual(fixTitles(paragraphInMark, outer), [title]);
    checkFix(
      paragraphInMark,
      outer,
      'They [will [not]{#not-meet .event}\n\n[meet]{continues=not-meet} again]{#m .commitment}.',
      { changesSource: true },
    );
  });
});
