import assert from 'node:assert/strict';
import { fixture } from '../../../../test/support/fixture.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { actions, carryOut } from './actions.ts';
import { fixEverywhere } from './fix-everywhere.ts';

const { snapshot, files } = fixture(`
  //- a.readout
  They [pay]{.commitment due = 2031}, [go]{.commitment by = them} and [meet] {.event}.
  //- b.readout
  They [met] {.event} and [paid]{.evidence score = +1}.
  //- c.readout
  They [parted]{.event}.
`);
const here = { from: 24, to: 24 };
const uri = 'file:///c/a.readout';

describe('fix everywhere', () => {
  it('takes the fixes of one code in every document, and leaves those of others', () => {
    const found = [...fixEverywhere(snapshot, 'space-around-equals')];
    assert.equal(found.length, 3, 'one step a document');
    const texts = found.map(
      (one) => one && applyEdits(files.find((file) => file.uri === one.uri)?.text ?? '', one.edits),
    );
    assert.deepEqual(texts, [
      'They [pay]{.commitment due=2031}, [go]{.commitment by=them} and [meet] {.event}.\n',
      'They [met] {.event} and [paid]{.evidence score=+1}.\n',
      undefined,
    ]);
  });

  it('is offered beside the fix of a finding, and changes each document on its own', () => {
    const titles = actions(snapshot, uri, here).map(({ title }) => title);
    assert.ok(titles.includes('Mend all 2 in this document: A blank stands beside “=”'));
    const action = actions(snapshot, uri, here).find(({ deed }) => deed.does === 'fix-everywhere');
    assert.equal(action?.title, 'Mend all in the whole collection: A blank stands beside “=”');
    const done = action && carryOut(snapshot, uri, here, action.deed);
    assert.ok(done && !('refused' in done));
    assert.deepEqual(
      done.elsewhere?.map((one) => one.uri),
      [uri, 'file:///c/b.readout'],
    );
  });

  it('is not offered where the collection is one document', () => {
    const alone = fixture('They [pay]{.commitment due = 2031}.');
    const found = actions(alone.snapshot, 'file:///c/a.readout.md', here);
    assert.ok(!found.some(({ deed }) => deed.does === 'fix-everywhere'));
  });
});
