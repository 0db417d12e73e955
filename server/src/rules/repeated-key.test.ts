import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles, relatedOf } from '../../../test/support/check.ts';
import { repeatedKey } from './repeated-key.ts';

describe('repeated-key', () => {
  it('marks the key of each attribute that stands again', () => {
    checkRule(
      repeatedKey,
      `
      [go]{due=2031 .event due=2032 by=x due="2033"} [x]{due=2031}
                           ^^^ “due” stands here a second time
                                         ^^^
      `,
    );
    assert.deepEqual(relatedOf(repeatedKey, '[go]{due=2031 due=2032}'), [
      { uri: 'file:///c/a.readout.md', from: 5, to: 8, message: 'It stands here first.' },
    ]);
  });

  it('writes both values where an attribute takes several', () => {
    const text = '[go]{.event by="japan x" by=japan by=y}';
    checkFix(repeatedKey, text, '[go]{.event by="japan x" by=y}');
    checkFix(repeatedKey, '[go]{cites="#a" .event cites="x#b"}', '[go]{cites="#a x#b" .event}');
  });

  it('keeps the first or the second', () => {
    const text = '[go]{due=2031 if="a\r\nb" if=c}';
    assert.deepEqual(fixTitles(repeatedKey, text), ['Keep if="a b"', 'Keep if=c']);
    checkFix(repeatedKey, text, '[go]{due=2031 if="a\r\nb"}');
    checkFix(repeatedKey, text, '[go]{due=2031 if=c}', { title: 'Keep if=c' });
  });

  it('takes out without a question only what says the same', () => {
    const [same] = fixesOf(repeatedKey, '[go]{due=2031 due="2031"}');
    const [other] = fixesOf(repeatedKey, '[go]{due=2031 due=2032}');
    assert.deepEqual([same?.preferred, other?.preferred], [true, undefined]);
  });
});
