import assert from 'node:assert/strict';
import { load, loading } from '../../core/snapshot/loading.ts';
import { apply, emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { markIndex } from './mark-index.ts';
import { wordsOf } from './words.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;
const files = ['a', 'b', 'c', 'd'].map((name) => ({
  uri: uri(name),
  text: `[will open the port]{#port-${name} .commitment} [Orla]{.place}\n\n[again]{continues=port-${name}}\n`,
}));

/** The words of the marks that are found, in their order. */
function found(snapshot: Snapshot, sought: string): string[] {
  const { find, markAt } = markIndex(snapshot);
  const marks: number[] = [];
  find(wordsOf(sought), (mark) => marks.push(mark));
  return marks.flatMap((mark) => {
    const one = markAt(mark);
    return one ? [`${one.entry.summary.own}#${one.definition.id}`] : [];
  });
}

describe('the index of marks', () => {
  it('is the same grown piece by piece as made at once', () => {
    const { read, finish } = loading();
    let grown = emptySnapshot();
    for (const file of files) {
      grown = load(grown, [read(file.uri, file.text)]);
      markIndex(grown);
    }
    const whole = apply(emptySnapshot(), files).snapshot;
    for (const sought of ['port', 'open', 'again', 'port c', 'orla', 'none']) {
      assert.deepEqual(found(finish(grown), sought).sort(), found(whole, sought).sort(), sought);
    }
    assert.equal(found(grown, 'again').length, files.length);
  });
});
