import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unclosedNote } from './unclosed-note.ts';

describe('unclosed-note', () => {
  it('marks the signs that begin it', () => {
    checkRule(
      unclosedNote,
      `
      They met.^[Only after [two]{.target} rounds.
               ^^ not closed

      両国は^[注
         ^^
      `,
    );
  });

  const text = 'They met.^[After [two. Three]{.target} rounds. They signed. \r\nAll of them.';

  it('ends with its sentence, its line or the paragraph', () => {
    assert.deepEqual(fixTitles(unclosedNote, text), [
      'End the note after “After two. Three”',
      'End the note after “Three rounds. They signed.”',
      'End the note after “signed. All of them.”',
      'Keep “^[” as signs of the source',
    ]);
    checkFix(
      unclosedNote,
      text,
      'They met.^[After [two. Three]{.target}] rounds. They signed. \r\nAll of them.',
      { changesSource: true },
    );
  });

  it('escapes brackets in it that would take the new one', () => {
    checkFix(unclosedNote, 'They met.^[See [1 and ^[2', 'They met.^[See \\[1 and \\^\\[2]', {
      changesSource: true,
    });
  });

  it('keeps the signs', () => {
    checkFix(unclosedNote, 'an area of 3 km^[2', 'an area of 3 km\\^\\[2', {
      title: 'Keep “^[” as signs of the source',
    });
  });
});
