import assert from 'node:assert/strict';
import { isMended } from './mended.ts';
import { sourceHash } from './source.ts';

describe('a mended text', () => {
  it('has the same source where all signs were sound', () => {
    assert.ok(isMended('[We]{.position by = x} go.', '[We]{.position by=x} go.'));
    assert.ok(!isMended('[We]{.position} go.', '[We]{.position} went.'));
    assert.ok(!isMended('[We]{.position} go.', '[We]{.position}go.'));
    assert.ok(!isMended('We go.\n', 'We go.'));
  });

  it('may take signs out of the source that made no mark, and give a note’s words back', () => {
    assert.ok(isMended('[We] {.position} go.', '[We]{.position} go.'));
    assert.ok(isMended('[We]{.position go.', '[We]{.position} go.'));
    assert.ok(isMended('They^[do]{.position}.', 'They\\^[do]{.position}.'));
    assert.ok(!isMended('[We] {.position} go.', '[We]{.position} went.'));
    assert.ok(!isMended('[We] {.place} go on.', '[We]{.place} on go.'));
  });

  it('still fits what was recorded', () => {
    const recorded = (source: string, text: string) =>
      `---\nsha256: ${sourceHash(source)}\n---\n\n${text}`;
    const [broken, sound] = ['[We] {.position} go.', '[We]{.position} go.'];
    assert.ok(isMended(recorded('We go.', broken), recorded('We go.', sound)));
    assert.ok(isMended(recorded('We went.', broken), recorded('We went.', sound)));
    assert.ok(!isMended(recorded(broken, broken), recorded(broken, sound)));
  });
});
