import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomFrom } from '../../../../test/soak/random.ts';
import { readout } from '../../../../test/soak/texts.ts';
import { fixture } from '../../../../test/support/fixture.ts';
import { apply } from '../snapshot/apply.ts';
import { type Entry, emptySnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { type Run, wordDifference } from './difference.ts';
import { type Drift, driftOf } from './series.ts';
import { type Thread, threadOf } from './thread.ts';
import { compareVersions, versionsOf } from './versions.ts';

const spring = `
  //- a.readout.md
  ---
  date: 2030-05-01
  series: talks
  parties: [ardenia, belmark]
  ---

  They [will open the northern bridge by the end of 2031]{#bridge .commitment due=2031}.
  They [share the view that fees should fall]{#fees .position}. They [will report]{#report .commitment}.
  [The mint]{#mint .place}.
  //- b.readout.md
  ---
  date: 2031-05-01
  series: talks
  parties: [ardenia]
  ---

  They [intend to open the northern bridge in 2032]{#bridge .commitment due=2032 reaffirms="a#bridge"}.
  They [share the view that fees should fall]{.position reaffirms="a#fees"}. They [urge patience]{.request}.
  //- c.readout.md
  ---
  date: 2032-05-01
  ---

  [The bridge is open]{.evidence fulfils="b#bridge" cites="a#mint"} as [before](a#bridge).
`;

const entryOf = (snapshot: Snapshot, key: string): Entry =>
  [...snapshot.entries.values()].find((entry) => entry.key === key) as Entry;

function threadIn(source: string, key: string, index: number, until?: string): Thread {
  const { snapshot } = fixture(source);
  const thread = threadOf(snapshot, entryOf(snapshot, key), index, until);
  assert.ok(thread);
  return thread;
}

const named = ({ members }: Thread): string[] =>
  members.map(({ entry, index }) => `${entry.key} ${index}`);
const drawn = (words: readonly Run[]): string =>
  words
    .map(({ is, text }) => (is === 'same' ? text : is === 'lost' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('the thread of a mark', () => {
  it('is all that relations reach, in order of dates, with what changed', () => {
    const thread = threadIn(spring, 'a', 0);
    assert.deepEqual(named(thread), ['a 0', 'b 0', 'c 0']);
    assert.deepEqual(
      thread.steps.map(({ via, from, to }) => `${from} ${via} ${to}`),
      ['1 reaffirms 0', '2 fulfils 1'],
    );
    const [first] = thread.steps;
    assert.ok(first);
    const { words, ...difference } = first.difference;
    assert.deepEqual(difference, {
      ...{ verbatim: false, force: 'weaker', gained: [], lost: ['belmark'] },
      ...{ due: 'later', condition: 'same' },
    });
    assert.equal(
      drawn(words),
      '[-will -]{+intend to +}open the northern bridge [-by the end of 2031-]{+in 2032+}',
    );
    assert.deepEqual(
      thread.members.map(({ name, due, verb }) => [name, due, (verb?.force ?? verb)?.lemma]),
      [
        ['a#bridge', '2031', 'will'],
        ['b#bridge', '2032', 'intend'],
        [undefined, undefined, undefined],
      ],
    );
  });

  it('does not go where something is only cited, or linked', () => {
    assert.deepEqual(named(threadIn(spring, 'a', 3)), ['a 3']);
  });

  it('may leave out what was not written yet on a day', () => {
    assert.deepEqual(named(threadIn(spring, 'a', 0, '2031-12-31')), ['a 0', 'b 0']);
  });

  it('takes a mark in parts as one, and a ring as it is', () => {
    const thread = threadIn(
      `
      //- a.readout.md
      They [will open]{#m .commitment supersedes="b#n"} and, later, [close it]{continues=m}.
      //- b.readout.md
      They [will go]{#n .commitment supersedes="a#m"}.
      `,
      'b',
      0,
    );
    assert.deepEqual(named(thread), ['a 0', 'b 0']);
    assert.equal(thread.members[0]?.words, 'will open close it');
    assert.equal(thread.steps.length, 2);
  });

  it('leaves out what a mark says of itself', () => {
    const thread = threadIn('[will go]{#m .commitment reaffirms="#m"}\n', 'a', 0);
    assert.deepEqual([named(thread), thread.steps], [['a 0'], []]);
  });

  it('is the same from each of its members', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed);
        const changes = ['d0', 'd1', 'd2', 'd3'].map((key) => ({
          uri: `file:///c/${key}.readout.md`,
          text: readout(random),
        }));
        const { snapshot } = apply(emptySnapshot(), changes);
        for (const entry of snapshot.entries.values()) {
          for (const index of entry.summary.definitions.keys()) {
            const thread = threadOf(snapshot, entry, index);
            if (!thread || thread.members.length < 2) continue;
            for (const member of thread.members) {
              const other = threadOf(snapshot, member.entry, member.index);
              assert.deepEqual(other && named(other), named(thread));
              assert.deepEqual(other?.steps, thread.steps);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the difference of two wordings', () => {
  it('goes by words, and by characters where there are no spaces', () => {
    assert.equal(drawn(wordDifference('will open it', 'will not open it')), 'will {+not +}open it');
    assert.equal(drawn(wordDifference('協力を確認', '協力を再確認')), '協力を{+再+}確認');
    assert.equal(drawn(wordDifference('', 'new')), '{+new+}');
    assert.equal(
      drawn(wordDifference('at 42,000 tonnes, in 2030, 2031', 'at 40,000 tonnes, in 2030,5')),
      'at [-42,000 -]{+40,000 +}tonnes, in [-2030, 2031-]{+2030,5+}',
    );
    assert.equal(drawn(wordDifference('same  words', 'same words')), 'same words');
  });

  it('gives both texts back', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '.', '協', '😀'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const words = wordDifference(earlier, later);
        const of = (out: Run['is']) =>
          words.flatMap(({ is, text: run }) => (is === out ? [] : [run])).join('');
        const plain = (one: string) => one.replace(/\s+/g, '');
        assert.equal(plain(of('gained')), plain(earlier));
        assert.equal(plain(of('lost')), plain(later));
      }),
    );
  });
});

describe('a series', () => {
  const shown = ({ entry, previous, carried, reworded, fresh, dropped }: Drift) => ({
    of: entry.key,
    after: previous?.key,
    carried: carried.map(({ member, from }) => `${member.words} < ${from.name}`),
    reworded: reworded.map(({ member, from }) => `${member.name} < ${from.name}`),
    fresh: fresh.map(({ words }) => words),
    dropped: dropped.map(({ name }) => name),
  });

  it('tells carried, reworded, new and dropped', () => {
    const { snapshot } = fixture(spring);
    const [first, second, ...more] = driftOf(snapshot, 'talks').map(shown);
    assert.deepEqual(more, []);
    assert.deepEqual(first?.fresh.length, 3);
    assert.deepEqual(second, {
      ...{ of: 'b', after: 'a' },
      carried: ['share the view that fees should fall < a#fees'],
      reworded: ['b#bridge < a#bridge'],
      fresh: ['urge patience'],
      dropped: ['a#report'],
    });
  });

  it('counts two versions of one text once', () => {
    const { snapshot } = fixture(`
      //- a.readout.md
      ---
      { date: 2030-01-01, series: s }
      ---
      [will go]{#go .commitment}
      //- a-ja.readout.md
      ---
      { date: 2030-01-01, series: s, version-of: a }
      ---
      [行く]{.commitment parallels="a#go"}
    `);
    assert.deepEqual(
      driftOf(snapshot, 's').map(({ entry }) => entry.key),
      ['a'],
    );
  });

  it('goes through other versions, texts in between and what both say again', () => {
    const { snapshot } = fixture(`
      //- a.readout.md
      ---
      { date: 2030-01-01, series: s }
      ---
      [will go]{#go .commitment} [will come]{#come .commitment} [will stay]{#stay .commitment}
      [will sing]{#sing .commitment}
      //- a-ja.readout.md
      ---
      { date: 2030-01-01, series: s, version-of: a }
      ---
      [行く]{#iku .commitment parallels="a#go"}
      //- call.readout.md
      ---
      date: 2030-06-01
      ---
      [will come soon]{#soon .commitment reaffirms="a#come"}
      //- b.readout.md
      ---
      { date: 2031-01-01, series: s }
      ---
      [will go]{#go .commitment reaffirms="a-ja#iku"} [will come]{#come .commitment reaffirms="call#soon"}
      [will stay]{#stay .commitment reaffirms="a#stay"} [must sing]{.request depends-on="a#sing"}
      //- c.readout.md
      ---
      { date: 2032-01-01, series: s }
      ---
      [will stay]{#stay .commitment reaffirms="a#stay"} [We came]{.evidence fulfils="call#soon"}
    `);
    const [, second, third] = driftOf(snapshot, 's').map(shown);
    assert.deepEqual(second, {
      ...{ of: 'b', after: 'a', reworded: [], fresh: ['must sing'], dropped: [] },
      carried: ['will go < a#go', 'will come < a#come', 'will stay < a#stay'],
    });
    assert.deepEqual(third, {
      ...{ of: 'c', after: 'b', reworded: [], fresh: [] },
      carried: ['will stay < a#stay'],
      dropped: ['b#go', undefined],
    });
  });

  it('tells apart two promises that go back to one', () => {
    const { snapshot } = fixture(`
      //- a.readout.md
      ---
      { date: 2030-01-01, series: s }
      ---
      [will go]{#go .commitment}
      //- b.readout.md
      ---
      { date: 2031-01-01, series: s }
      ---
      [will go by sea]{#sea .commitment reaffirms="a#go"} [will go by air]{#air .commitment reaffirms="a#go"}
      //- c.readout.md
      ---
      { date: 2032-01-01, series: s }
      ---
      [will go by sea]{.commitment reaffirms="b#sea"}
    `);
    assert.deepEqual(
      driftOf(snapshot, 's').map((one) => shown(one).dropped),
      [[], [], ['b#air']],
    );
  });

  it('does not call dropped what has no name and goes back to what is said again', () => {
    const { snapshot } = fixture(`
      //- a.readout.md
      ---
      { date: 2030-01-01, series: s }
      ---
      [will go]{#go .commitment} [will come]{#come .commitment}
      //- b.readout.md
      ---
      { date: 2031-01-01, series: s }
      ---
      [will go on]{.commitment reaffirms="a#go"} [will come]{.commitment reaffirms="a#come"}
      //- c.readout.md
      ---
      { date: 2032-01-01, series: s }
      ---
      [will go further]{.commitment strengthens="a#go"}
    `);
    const drifts = driftOf(snapshot, 's');
    assert.deepEqual(
      drifts.map(({ dropped }) => dropped.map(({ words }) => words)),
      [[], [], ['will come']],
    );
  });

  it('drops nothing in a draft, against a draft, or what had come to an end', () => {
    const documents = (coding: string, middle: string) => `
      //- a.readout.md
      ---
      { date: 2030-01-01, series: s }
      ---
      [will go]{#go .commitment} [will come]{#come .commitment}
      //- b.readout.md
      ---
      { date: 2031-01-01, series: s, coding: ${middle} }
      ---
      [They came]{.evidence fulfils="a#come"} [will stay]{#stay .commitment}
      //- c.readout.md
      ---
      { date: 2032-01-01, series: s, coding: ${coding} }
      ---
      Nothing.
    `;
    const dropped = (source: string) => driftOf(fixture(source).snapshot, 's').map(shown);
    assert.deepEqual(
      dropped(documents('done', 'done')).map((one) => one.dropped),
      [[], ['a#go'], ['b#stay']],
    );
    assert.deepEqual(
      dropped(documents('draft', 'done')).map((one) => one.dropped),
      [[], ['a#go'], []],
    );
    assert.deepEqual(
      dropped(documents('done', 'draft')).map((one) => [one.after, one.dropped]),
      [
        [undefined, []],
        [undefined, []],
        ['a', ['a#go']],
      ],
    );
  });

  it('puts every registered mark into exactly one class', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed);
        const changes = ['d0', 'd1', 'd2', 'd3'].map((key, i) => ({
          uri: `file:///c/${key}.readout.md`,
          text: `---\ndate: 203${i}-01-01\nseries: s\n---\n\n${readout(random).replace(/^---[\s\S]*?---/, '')}`,
        }));
        const { snapshot } = apply(emptySnapshot(), changes);
        for (const { entry, previous, carried, reworded, fresh, dropped } of driftOf(
          snapshot,
          's',
        )) {
          const kinds = ['commitment', 'position', 'request'];
          const marks = entry.summary.definitions.flatMap(({ kind }, index) =>
            kinds.includes(kind) ? [index] : [],
          );
          const told = [...carried, ...reworded].map(({ member }) => member.index);
          const all = [...told, ...fresh.map(({ index }) => index)].sort((a, b) => a - b);
          assert.deepEqual(all, marks);
          const gone = dropped.map(({ index }) => index);
          assert.deepEqual(new Set(gone).size, gone.length);
          for (const { entry: of, index } of dropped) {
            assert.equal(of, previous);
            const isTaken = [...carried, ...reworded].some(
              ({ from }) => from.entry === of && from.index === index,
            );
            assert.ok(!isTaken);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('two versions of a text', () => {
  it('are compared by what is parallel, then by equal ids', () => {
    const { snapshot } = fixture(`
      //- en.readout.md
      [will go]{#go .commitment} [will stay]{#stay .commitment} [supports]{#view .position}
      //- ja.readout.md
      ---
      version-of: en
      ---
      [行く]{#iku .commitment parallels="en#go"} [支持]{#view .position} [要請]{.request}
    `);
    const here = entryOf(snapshot, 'en');
    const [there, ...more] = versionsOf(snapshot, here);
    assert.ok(there && !more.length);
    assert.deepEqual(versionsOf(snapshot, there), [here]);
    const { both, onlyHere, onlyThere } = compareVersions(snapshot, here, there);
    assert.deepEqual(
      both.map((pair) => `${pair.here.name} ${pair.there.name}`),
      ['en#go ja#iku', 'en#view ja#view'],
    );
    assert.deepEqual(
      onlyHere.map(({ name }) => name),
      ['en#stay'],
    );
    assert.deepEqual(
      onlyThere.map(({ words }) => words),
      ['要請'],
    );
  });
});
