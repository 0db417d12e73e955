import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexes } from '../../../../test/support/indexes.ts';
import { apply, type Change } from './apply.ts';
import { load, loading } from './loading.ts';
import { emptySnapshot, mentionsOf, type Snapshot } from './snapshot.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;
const text = fc.constantFrom(
  '[x]{#m .place}\n',
  '[y](a#m) [z](b#) [y](a#m)\n',
  '[x]{#n .event cites="#m a#n" by=orla}\n',
  '---\nparties: [orla]\nversion-of: b\n---\n\n[q](#orla)\n',
  '[an [inner]{#i .place} mark]{#m .event} ^[see [x]{#k .place}]\n',
  '',
);
const file = fc.record({ uri: fc.constantFrom('a', 'b', 'c', 'd').map(uri), text });
const change = fc.record({
  uri: fc.constantFrom('a', 'b', 'e').map(uri),
  text: fc.option(text, { nil: undefined }),
  version: fc.constantFrom(undefined, 1),
});

const changed = (snapshot: Snapshot, changes: readonly Change[]) =>
  apply(snapshot, changes).snapshot;

describe('a collection that is loaded', () => {
  it('is the same as one that was made file by file, whatever happened meanwhile', () => {
    const files = fc.uniqueArray(file, { selector: (one) => one.uri });
    const history = fc.array(change, { maxLength: 3 });
    fc.assert(
      fc.property(files, history, history, history, (given, before, between, later) => {
        const { read, finish } = loading();
        const half = Math.floor(given.length / 2);
        let snapshot = changed(emptySnapshot(), before);
        snapshot = load(
          snapshot,
          given.slice(0, half).map((one) => read(one.uri, one.text)),
        );
        snapshot = changed(snapshot, between);
        snapshot = load(
          snapshot,
          given.slice(half).map((one) => read(one.uri, one.text)),
        );
        snapshot = changed(finish(snapshot), later);
        const left: Change[] = [...snapshot.entries.values()];
        assert.deepEqual(indexes(snapshot), indexes(changed(emptySnapshot(), left)));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds documents while it is loaded, and who mentions them once it is', () => {
    const { read, finish } = loading();
    const given = [read(uri('a'), '[x]{#m .place}\n'), read(uri('b'), '[y](a#m)\n')];
    const loaded = load(emptySnapshot(), given);
    assert.deepEqual(loaded.keys.get('a'), [uri('a')]);
    assert.deepEqual(mentionsOf(loaded, 'a#m'), []);
    const [found] = mentionsOf(finish(loaded), 'a#m');
    assert.equal(found?.entry.uri, uri('b'));
  });
});
