import assert from 'node:assert/strict';
import { fixture, root } from '../../../test/support/fixture.ts';
import { comparables, issued } from './compared.ts';

const talks = (date: string, more = '') => `---
  date: ${date}
  series: talks
  ${more ? `${more}\n  ` : ''}---
`;

const source = `
  //- a.readout.md
  ${talks('2030-05-01')}
  //- b.readout.md
  ${talks('2031-05-01')}
  //- c.readout.md
  ${talks('2032-05-01')}
  They [will open it]{.commitment}.^[When?]
  //- c-ja.readout.md
  ${talks('2032-05-01', 'version-of: c')}
  //- d.readout.md
  ${talks('2033-05-01')}
  //- alone.readout.md
  They will stay.
`;

describe('texts to compare with', () => {
  const { snapshot } = fixture(source);
  const found = (name: string) =>
    comparables(snapshot, `${root}${name}.readout.md`)?.map(({ entry, is }) => [entry.key, is]);

  it('are those before in the series, the nearest first, versions, and those after', () => {
    assert.deepEqual(found('c'), [
      ['b', 'earlier'],
      ['a', 'earlier'],
      ['c-ja', 'version'],
      ['d', 'later'],
    ]);
  });

  it('are for a version those of the meeting too', () => {
    assert.deepEqual(found('c-ja'), [
      ['b', 'earlier'],
      ['a', 'earlier'],
      ['c', 'version'],
      ['d', 'later'],
    ]);
  });

  it('are none without a series, and not told of what is no readout', () => {
    assert.deepEqual(found('alone'), []);
    assert.equal(found('readout'), undefined);
  });

  it('are shown as they were issued', () => {
    assert.equal(issued(snapshot, `${root}c.readout.md`)?.trim(), 'They will open it.');
    assert.equal(issued(snapshot, `${root}readout.yaml`), undefined);
  });
});
