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

  it('offers only those that may be among the best, and counts all', () => {
    const dated = ['2031-01-01', '2033-01-01', '2032-01-01'].map((date, at) => ({
      uri: uri(`d${at}`),
      text: `---\ndate: ${date}\n---\n\n[will open the port]{#port-${date} .commitment}\n`,
    }));
    const { find, markAt } = markIndex(apply(emptySnapshot(), dated).snapshot);
    const offered: (string | undefined)[] = [];
    const count = find(wordsOf('port'), (mark) => offered.push(markAt(mark)?.definition.id), 2);
    assert.deepEqual(offered.sort(), ['port-2032-01-01', 'port-2033-01-01']);
    assert.equal(count, 3);
  });
});
