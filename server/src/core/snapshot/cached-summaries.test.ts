import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexes } from '../../../../test/support/indexes.ts';
import { type CachedSummaries, recall } from './cached-summaries.ts';
import { load, loading } from './loading.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;
const text = fc.constantFrom(
  '[x]{#m .place}\n',
  '[y](a#m) [z](b#) [y](a#m)\n',
  '[x]{#n .event cites="#m a#n" by=orla verb=affirms}\n',
  '---\ntitle: Talks\ndate: 2031-05-18\nseries: talks\nlang: ja\ncoding: done\n---\n\n[q](#orla)\n',
  '[an [inner]{#i .place} mark]{#m .event} ^[see [x]{#k .place}]\n',
  '[x]{#m .place} [unclosed\n',
  '',
);
const files = fc.uniqueArray(
  fc.record({ uri: fc.constantFrom('a', 'b', 'c', 'd', 'not a key').map(uri), text }),
  { selector: (one) => one.uri },
);

/** A host's print may be anything that tells two texts apart. */
const printOf = (said: string) => `print of ${said}`;

function read(given: readonly { uri: string; text: string }[], cached?: CachedSummaries) {
  const own = loading(cached);
  const entries = given.map((one) => own.read(one.uri, one.text, printOf(one.text)));
  return { snapshot: own.finish(load(emptySnapshot(), entries)), own };
}

function cachedOf({ cached }: ReturnType<typeof loading>): CachedSummaries {
  const pieces = cached();
  for (let next = pieces.next(); ; next = pieces.next()) if (next.done) return next.value;
}

/** All that a summary says. */
const whole = (snapshot: Snapshot) =>
  [...snapshot.entries.values()].map(({ uri, summary }) => {
    const { own, title, date, series, lang, coding, doubts, verbs } = summary;
    const { mentions, definitions } = summary;
    const said = { own, title, date, series, lang, coding, doubts, verbs };
    return { uri, ...said, mentions, definitions };
  });

describe('summaries that were kept', () => {
  it('make the same collection as reading all texts again, whichever have changed', () => {
    fc.assert(
      fc.property(files, files, files, (first, second, third) => {
        let kept: CachedSummaries | undefined;
        for (const now of [first, second, third]) {
          const again = read(now, kept);
          const afresh = read(now);
          assert.deepEqual(whole(again.snapshot), whole(afresh.snapshot));
          assert.deepEqual(indexes(again.snapshot), indexes(afresh.snapshot));
          kept = cachedOf(again.own);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keep their lists of who mentions what where little has changed', () => {
    const some = (from: number, to: number, change: (i: number) => string = () => '') =>
      Array.from({ length: to - from }, (_, at) => at + from).map((i) => ({
        uri: uri(`d${i}`),
        text: `[x]{#m .place} [y](d${i % 7}#m) [z](#orla)${change(i)}\n`,
      }));
    const kept = cachedOf(read(some(0, 40)).own);
    // One text stands there twice under its name, one has changed, one has gone, one has come.
    const twin = { uri: 'file:///c/below/d3.readout.md', text: some(3, 4)[0]?.text ?? '' };
    const later = [...some(1, 41, (i) => (i === 20 ? ' [new](gone#x)' : '')), twin];
    const again = read(later, kept);
    assert.deepEqual(again.own.counts(), { read: 41, anew: 2 });
    assert.deepEqual(indexes(again.snapshot), indexes(read(later).snapshot));
    assert.deepEqual(
      indexes(read(some(39, 40), kept).snapshot),
      indexes(read(some(39, 40)).snapshot),
    );
    assert.equal(read([], kept).snapshot.mentions.has('#orla'), false);
  });

  it('spare reading what reads as it did, under the name it had', () => {
    const kept = cachedOf(
      read([
        { uri: uri('a'), text: '[x]{#m .place}\n' },
        { uri: uri('b'), text: '[y](a#m)\n' },
      ]).own,
    );
    const { own } = read(
      [
        { uri: uri('a'), text: '[x]{#m .place}\n' },
        { uri: uri('b'), text: '[y](a#m), he said.\n' },
        { uri: uri('c'), text: '[y](a#m)\n' },
      ],
      kept,
    );
    assert.deepEqual(own.counts(), { read: 3, anew: 2 });
  });

  it('hold no name that nobody says any more', () => {
    const before = cachedOf(read([{ uri: uri('a'), text: '[x](#orla)\n' }]).own);
    const after = cachedOf(read([{ uri: uri('a'), text: '[x](#corvia)\n' }], before).own);
    const { names } = recall(after).tables;
    assert.deepEqual(
      Array.from({ length: names.size() }, (_, number) => names.nameOf(number)),
      ['#corvia'],
    );
  });

  it('are not asked for by a host that has no prints', () => {
    const own = loading();
    own.read(uri('a'), '[x]{#m .place}\n');
    assert.deepEqual(cachedOf(own).documents, []);
  });
});
