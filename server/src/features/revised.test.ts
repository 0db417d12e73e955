import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { sourceHash } from '../core/writing/source.ts';
import { revised } from './revised.ts';

const uri = 'file:///c/a.readout.md';

function taken(text: string, source: string) {
  const { snapshot } = apply(emptySnapshot(), [{ uri, text }]);
  const answer = revised(snapshot, uri, source, '2031-06-02');
  if ('refused' in answer) return answer;
  const after = applyEdits(text, [answer.edit]);
  assert.equal(after, answer.revision.text);
  return { edit: answer.edit, after };
}

describe('taking over a revised source', () => {
  it('is one edit of the lines that differ', () => {
    assert.deepEqual(taken('One.\nThey [met]{.event}.\nTwo.\n', 'One.\nThen they met.\nTwo.\n'), {
      edit: { span: { from: 5, to: 25 }, text: 'Then they [met]{.event}.\n' },
      after: 'One.\nThen they [met]{.event}.\nTwo.\n',
    });
    assert.deepEqual(taken('\nA', 'B'), {
      edit: { span: { from: 0, to: 2 }, text: 'B' },
      after: 'B',
    });
  });

  it('keeps to the line ends and the byte order mark of the text that is open', () => {
    const made = (text: string, source: string) => {
      const answer = taken(text, source);
      return 'after' in answer ? answer.after : answer.refused;
    };
    assert.equal(made('A [b](#c)\r\nD\r\n', '\ufeffA b\nE\n'), 'A [b](#c)\r\nE\r\n');
    assert.equal(made('A [b](#c)\nD\n', 'A b\r\nE\rF'), 'A [b](#c)\nE\nF');
    assert.equal(made('\ufeffA [b](#c)\nD\n', 'A b'), '\ufeffA [b](#c)');
    assert.equal(made('A\rB\n', 'A\rC\r\n'), 'A\rC\r\n');
  });

  it('refuses where nothing would change, and where there is no readout', () => {
    const refused = { refused: 'This is the source as it stands here, so there is nothing to do.' };
    assert.deepEqual(taken('They [met]{.event}.\n', 'They met.\r\n'), refused);
    const { snapshot } = apply(emptySnapshot(), []);
    assert.ok('refused' in revised(snapshot, uri, 'A'));
  });

  it('is what the edit makes of the text, whatever both are', () => {
    fc.assert(
      fc.property(awkward, awkward, (text, source) => {
        const made = taken(text, source);
        // Of two marks of the byte order the second is a character.
        if (!('after' in made) || source.startsWith('\ufeff\ufeff')) return;
        assert.equal(sourceHash(strip(parse(made.after))), sourceHash(source));
      }),
      { numRuns: 1000 },
    );
  });
});
