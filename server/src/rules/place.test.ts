import assert from 'node:assert/strict';
import { parse } from '../core/reading/parse.ts';
import { documentStart, pathFrom } from './place.ts';

describe('places', () => {
  it('lead from the folder of one file to another', () => {
    const from = 'file:///c/in/a.readout.md';
    assert.equal(pathFrom(from, 'file:///c/in/b.readout.md'), 'b.readout.md');
    assert.equal(pathFrom(from, 'file:///c/b.readout.md'), '../b.readout.md');
    assert.equal(pathFrom(from, 'file:///c/in/deep/b%20c.readout.md'), 'deep/b c.readout.md');
    assert.equal(pathFrom(from, 'file:///c/100%.readout.md'), '../100%.readout.md');
  });

  it('of a whole document are its first line', () => {
    assert.deepEqual(documentStart(parse('One\r\ntwo')), { from: 0, to: 3 });
    assert.deepEqual(documentStart(parse('\ufeffOne')), { from: 1, to: 4 });
    assert.deepEqual(documentStart(parse('\ufeff\n')), { from: 1, to: 1 });
    assert.deepEqual(documentStart(parse('')), { from: 0, to: 0 });
  });
});
