import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { badContinuation } from './bad-continuation.ts';

describe('bad-continuation', () => {
  it('says what is wrong with each', () => {
    checkRule(
      badContinuation,
      `
      [one]{#a .place} [two]{continues=b} [three]{continues=c} [four]{continues=a due=2031}
                             ^^^^^^^^^^^ comes later
                                                  ^^^^^^^^^^^ No earlier mark
                                                                      ^^^^^^^^^^^ something else

      [five [six]{continues=b}]{#b .place} [seven]{#d continues=a}\r
                  ^^^^^^^^^^^ inside the mark “b”
                                                      ^^^^^^^^^^^ something else
      `,
    );
  });

  it('names the nearest head, else the last', () => {
    const text = '[a]{#bridge .place} [b]{#dock .place} [c]{continues="brigde"} [d]{#x .place}';
    assert.deepEqual(fixTitles(badContinuation, text), ['Continue “#bridge”', 'Continue “#dock”']);
    checkFix(badContinuation, text, text.replace('"brigde"', 'bridge'));
    checkFix(
      badContinuation,
      '[a]{#dock .place} [c]{continues=x}',
      '[a]{#dock .place} [c]{continues=dock}',
    );
  });

  it('moves to the head what it lacks', () => {
    checkFix(
      badContinuation,
      '[一]{#a} [二]{ due=2031 continues=a .place }',
      '[一]{#a due=2031 .place} [二]{continues=a}',
    );
  });

  it('takes out what the head has already, or makes it a mark of its own', () => {
    const text = '[a]{#a .place} [b]{continues=a .event}';
    assert.deepEqual(fixTitles(badContinuation, text), [
      'Take out what stands beside “continues=”',
      'Make it a mark of its own',
    ]);
    checkFix(badContinuation, text, '[a]{#a .place} [b]{continues=a}');
    checkFix(badContinuation, text, '[a]{#a .place} [b]{.event}', {
      title: 'Make it a mark of its own',
    });
    checkFix(badContinuation, '[b]{.event continues=x}', '[b]{.event}');
  });
});
