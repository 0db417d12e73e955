import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../core/snapshot/apply.ts';
import type { CachedSummaries } from '../../core/snapshot/cached-summaries.ts';
import { load, loading } from '../../core/snapshot/loading.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { cacheMarks, markIndex, recallMarks } from './mark-index.ts';
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

describe('the words of marks that were kept', () => {
  const text = fc.constantFrom(
    '[opens the port]{#port .commitment}\n',
    '---\ndate: 2031-05-18\n---\n\n[a [port](#x) in Orla]{#a-port .event} [opens]{.place}\n',
    '[港を開く]{#港 .commitment} [ports]{#p .none}\n',
    '[will open]{#in-two .commitment} and [the port]{continues=in-two}\n',
    '[close^it]{#q .commitment} [x]{.none}\n',
    'No mark.\n',
    '',
  );
  const place = fc.constantFrom('c/a', 'c/b', 'c/d/a', 'c/e', 'c/f');
  const list = fc.uniqueArray(fc.record({ place, text }), { selector: (one) => one.place });
  const sought = ['port', 'open', 'a port', 'p', 'in two', 'close', '港', '開', 'x', 'orla opens'];
  type Files = readonly { readonly place: string; readonly text: string }[];
  const uriOf = (place: string) => `file:///${place}.readout`;

  function finished<T>(pieces: Generator<void, T>): T {
    for (let next = pieces.next(); ; next = pieces.next()) if (next.done) return next.value;
  }

  /** Reads files piece by piece, changes some afterwards, and keeps what was read. */
  function read(files: Files, changed: Files, kept?: CachedSummaries) {
    const own = loading(kept);
    let snapshot = emptySnapshot();
    if (kept?.index) recallMarks(snapshot, { ...kept.index, placeOf: own.placeOf });
    for (const one of files) {
      const entry = own.read(uriOf(one.place), one.text, `print of ${one.text}`);
      snapshot = load(snapshot, [entry]);
      markIndex(snapshot);
    }
    snapshot = own.finish(snapshot);
    for (const _ of markIndex(snapshot).settle());
    const changes = changed.map((one) => ({ uri: uriOf(one.place), text: one.text }));
    snapshot = apply(snapshot, changes).snapshot;
    const summaries = finished(own.cached());
    return {
      snapshot,
      cached: { ...summaries, index: finished(cacheMarks(snapshot, own.printed)) },
    };
  }

  /** What is found of each word, how well it fits, and the words of what is found. */
  function all(snapshot: Snapshot) {
    const { find, markAt } = markIndex(snapshot);
    return sought.map((query) => {
      const hits: string[] = [];
      const count = find(wordsOf(query), (mark, fit, date, named) => {
        const one = markAt(mark);
        const { from, id } = one?.definition ?? {};
        hits.push([one?.entry.uri, from, id, one?.fragments.length, fit, date, named].join());
      });
      assert.equal(count, hits.length);
      return hits.sort();
    });
  }

  it('find what those find that are made afresh, whatever has changed in a session or between two', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(list, list), { minLength: 2, maxLength: 4 }), (sessions) => {
        let kept: CachedSummaries | undefined;
        for (const [files, changed] of sessions) {
          const again = read(files, changed, kept);
          const afresh = new Map([...files, ...changed].map((one) => [uriOf(one.place), one.text]));
          const changes = [...afresh].map(([uri, text]) => ({ uri, text }));
          assert.deepEqual(all(again.snapshot), all(apply(emptySnapshot(), changes).snapshot));
          kept = again.cached;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are taken up where nothing has changed, none of them made again', () => {
    const files: Files = [
      { place: 'c/a', text: '[opens the port]{#port .commitment}\n' },
      { place: 'c/b', text: '[closes it]{#it .commitment}\n' },
    ];
    const { cached } = read(files, []);
    const own = loading(cached);
    const snapshot = emptySnapshot();
    recallMarks(snapshot, { ...cached.index, placeOf: own.placeOf });
    // Texts that say something else under the old print: whoever looks into them is found out.
    const entries = files.map((one) => own.read(uriOf(one.place), '', `print of ${one.text}`));
    const { find } = markIndex(load(snapshot, entries));
    const count = (query: string) => find(wordsOf(query), () => {});
    assert.deepEqual([count('port'), count('closes'), count('it')], [1, 1, 1]);
  });

  it('hold no word that no mark has any more', () => {
    const { cached } = read(
      [{ place: 'c/a', text: '[opens the port]{#x .commitment}\n' }],
      [{ place: 'c/a', text: '[closes it]{#x .commitment}\n' }],
    );
    assert.deepEqual([cached.index.words.ends.length, cached.index.marks], [0, 0]);
    assert.deepEqual([...cached.index.firsts], [-1]);
  });

  it('are left alone where other kinds are registered', () => {
    const files: Files = [{ place: 'c/a', text: '[opens]{.commitment} [Orla]{.place}\n' }];
    const { cached } = read(files, []);
    const own = loading(cached);
    const snapshot = emptySnapshot();
    const words = { ...cached.index, basis: 'place', placeOf: own.placeOf };
    assert.equal(recallMarks(snapshot, words), false);
    const [one] = files as [Files[number]];
    const entry = own.read(uriOf(one.place), one.text, `print of ${one.text}`);
    const { find } = markIndex(load(snapshot, [entry]));
    assert.equal(
      find(wordsOf('opens'), () => {}),
      1,
    );
  });
});
