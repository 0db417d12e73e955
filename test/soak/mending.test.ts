import assert from 'node:assert/strict';
import { readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { emptySnapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { fixAll } from '../../server/src/features/actions/fix-all.ts';
import { linkAll } from '../../server/src/features/actions/link-all.ts';
import { grown, stepsOf } from '../support/counting.ts';
import { nasty } from './nasty.ts';

const uri = 'file:///c/a.readout.md';
const yaml = 'entities:\n  orla: { kind: place, name: Orla }\nmentions: all\n';
const codebook = readCodebook([{ uri: 'file:///c/readout.yaml', text: yaml }]);

const snapshotOf = (text: string) =>
  apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]).snapshot;

const stepsFor = (name: string, length: number) => {
  const snapshot = snapshotOf(nasty[name]?.(length) ?? '');
  return stepsOf(() => {
    fixAll(snapshot, uri);
    linkAll(snapshot, uri, ['entity']);
  });
};

const texts = [
  ...['unknown kinds', 'marks without a kind', 'blanks around equals signs', 'bad ids'],
  ...['references to nothing', 'references that are misspelt', 'marks of an entity’s id'],
  ...['two kinds each', 'bad values', 'brackets cut in two', 'notes with attributes'],
  ...['unknown words in braces', 'marks never closed', 'names', 'headings'],
];

// `npm run soak` measures the time of all features, and of longer and other texts.
describe('hundreds of faults in one paragraph', () => {
  const length = 1500;

  for (const name of texts) {
    it(`are mended in steps that grow as they do: ${name}`, async () => {
      await stepsFor(name, length);
      const [one, two] = [await stepsFor(name, length), await stepsFor(name, 2 * length)];
      assert.deepEqual(grown(one, two, 2.5), []);
    });
  }

  it('are all mended', () => {
    const snapshot = snapshotOf(nasty['unknown kinds']?.(length) ?? '');
    assert.equal(fixAll(snapshot, uri)?.mended, Math.floor(length / 13));
    const linked = linkAll(snapshotOf('Orla met. '.repeat(300)), uri, ['entity']);
    assert.equal(linked?.done.length, 300);
  });
});
