import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles } from '../../../test/support/check.ts';
import { strayWord } from './stray-word.ts';

describe('stray-word', () => {
  it('marks each word that is no item', () => {
    checkRule(
      strayWord,
      `
      [go]{commitment by=japan australia “corvia”} [x]{.place　due=2031}
           ^^^^^^^^^^ “commitment” is no id
                               ^^^^^^^^^
                                         ^^^^^^^^
      `,
    );
  });

  it('makes a kind of it where it is one and the mark has none', () => {
    assert.deepEqual(fixTitles(strayWord, '[go]{#a place}'), [
      'Write “.place”',
      'Take “place” out',
    ]);
    checkFix(strayWord, '[go]{#a place}', '[go]{#a .place}');
    assert.deepEqual(fixTitles(strayWord, '[go]{.event place}'), ['Take “place” out']);
    assert.deepEqual(fixTitles(strayWord, '[go]{plaice}'), ['Take “plaice” out']);
  });

  it('makes it part of the value before it, with the words between', () => {
    const text = '[go]{.event by=japan\r\naustralia corvia due=2031}';
    checkFix(strayWord, text, '[go]{.event by="japan australia" corvia due=2031}');
    checkFix(strayWord, '[go]{if="as" ‘able’}', '[go]{if="as able"}');
    assert.deepEqual(fixTitles(strayWord, '[go]{due=2031 end}'), ['Take “end” out']);
    assert.deepEqual(fixTitles(strayWord, '[go]{by=japan .event end}'), ['Take “end” out']);
  });

  it('writes “=” for “:”', () => {
    checkFix(strayWord, '[go]{.event due:2031-06}', '[go]{.event due=2031-06}');
    checkFix(strayWord, '[go]{.event cites:#a}', '[go]{.event cites="#a"}');
    assert.deepEqual(fixTitles(strayWord, '[go]{x:y}'), ['Take “x:y” out']);
    assert.deepEqual(fixTitles(strayWord, '[go]{due=2031 due:2032}'), ['Take “due:2032” out']);
  });

  it('takes it out, with the blanks that set it apart', () => {
    const taken = (text: string, word: string, after: string) =>
      checkFix(strayWord, text, after, { title: `Take “${word}” out` });
    taken('[go]{.event x \t#a}', 'x', '[go]{.event \t#a}');
    taken('[go]{ x .event}', 'x', '[go]{ .event}');
    taken('[go]{x .event}', 'x', '[go]{.event}');
  });

  it('offers nothing where an odd quote would fall apart', () => {
    assert.deepEqual(fixesOf(strayWord, '[go]{x"y if="a }'), []);
  });
});
