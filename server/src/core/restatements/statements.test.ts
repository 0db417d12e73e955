import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import { apply, type Change } from '../snapshot/apply.ts';
import { documentOf, emptySnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { restatementsIn } from './restatements.ts';
import { statementsOf } from './statements.ts';

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: 'entities: { orla: { kind: actor, name: Orla }, ulmen: { kind: actor, name: Ulmen } }\n',
  },
]);

const oneOf = fc.constantFrom;
const words = oneOf(
  ...[
    'will reopen the northern bridge to heavy lorries',
    'will dredge the harbour of the old town',
  ],
  ...['will reopen the northern bridge to lorries', '北部の橋梁を大型車に開放していく'],
  ...['will dredge\nthe  harbour of the old town', 'urged all to lower duties on grain and timber'],
);
const mark = fc
  .tuple(
    words,
    oneOf('#m ', '#n ', ''),
    oneOf('.commitment', '.position', '.evidence', '.place'),
    oneOf('', ' by=orla', ' by="ulmen orla"', ' reaffirms="b#m"', ' due=2032'),
  )
  .map(([text, id, kind, more]) => `They [${text}]{${id}${kind}${more}}.`);
const piece = fc.oneof(
  mark,
  words.map((text) => `They ${text}.`),
  oneOf('[and timber]{continues=m}', 'They met.', '\n\n', '[Orla]{.place}'),
);
const text = fc
  .tuple(
    oneOf('date: 2031-01-01', 'date: 2031-01-02', 'date: 2031-01-03', 'title: x'),
    oneOf('', 'series: s', 'parties: [orla]', 'parties: [orla, ulmen]\nseries: s', 'series: t'),
    fc.array(piece, { maxLength: 8 }),
  )
  .map(([date, more, pieces]) => `---\n${date}\n${more}\n---\n\n${pieces.join(' ')}\n`);
const change = fc.record({
  uri: oneOf(...['a', 'b', 'c', 'd'].map((key) => `file:///c/${key}.readout.md`)),
  text: fc.option(text, { nil: undefined, freq: 5 }),
  version: oneOf(undefined, 1),
});

/** What every document says again, as others see it. */
const said = (snapshot: Snapshot, remember: boolean) =>
  [...snapshot.entries.values()]
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .flatMap((entry) => restatementsIn(snapshot, entry, documentOf(entry), remember));

const afresh = ({ entries, codebook }: Snapshot): Snapshot => {
  const changes = [...entries.values()].map(
    ({ uri, text, version }): Change => ({ uri, text, version }),
  );
  return apply(emptySnapshot(codebook), changes).snapshot;
};

describe('what is kept of registered marks', () => {
  it('is after any changes what it would be from the beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 }), (batches) => {
        let { snapshot } = apply(emptySnapshot(codebook), []);
        const before = snapshot;
        for (const batch of batches) {
          snapshot = apply(snapshot, batch).snapshot;
          const now = said(afresh(snapshot), false);
          assert.deepEqual(said(snapshot, false), now);
          assert.deepEqual(said(snapshot, true), now);
        }
        // An old snapshot is as true as ever.
        assert.deepEqual(said(before, false), []);
        assert.deepEqual(said(snapshot, false), said(afresh(snapshot), false));
      }),
      { numRuns: 300 },
    );
  });

  it('says of each document what it would say if no other had been asked about', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const { snapshot } = apply(emptySnapshot(codebook), changes);
        const alone = [...snapshot.entries.keys()].sort().flatMap((uri) => {
          const one = afresh(snapshot);
          const entry = one.entries.get(uri);
          return entry ? restatementsIn(one, entry, documentOf(entry)) : [];
        });
        assert.deepEqual(said(snapshot, false), alone);
        // And again, of what is remembered by now.
        assert.deepEqual(said(snapshot, false), alone);
      }),
      { numRuns: 300 },
    );
  });

  it('tells the wordings that bind one actor apart, however many there are', () => {
    const subject = (i: number) =>
      `will reopen ${i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[+d] ?? '')}th`;
    const text = (day: string, mark: (i: number) => string, many: readonly number[]) =>
      `---\ndate: ${day}\n---\n\n${many.map((i) => `They ${mark(i)}.`).join('\n\n')}\n`;
    const words = (i: number) => `${subject(i)} northern bridge to lorries`;
    const even = Array.from({ length: 1200 }, (_, i) => 2 * i);
    const marks = (by: string, many: readonly number[]) =>
      text('2031-01-01', (i) => `[${words(i)}]{.commitment by=${by}}`, many);
    const { snapshot } = apply(emptySnapshot(codebook), [
      { uri: 'file:///c/a.readout.md', text: marks('orla', even) },
      {
        uri: 'file:///c/b.readout.md',
        text: marks(
          'ulmen',
          even.map((i) => i + 1),
        ),
      },
      {
        uri: 'file:///c/z.readout.md',
        text: text(
          '2032-01-01',
          (i) => `[${words(i)}]{.commitment by=orla}`,
          [7, 1030, 2100, 2101],
        ),
      },
    ]);
    const entry = snapshot.entries.get('file:///c/z.readout.md');
    assert(entry);
    const found = restatementsIn(snapshot, entry, documentOf(entry));
    assert.deepEqual(
      [...new Set(found.map(({ statement }) => statement.uri))],
      ['file:///c/a.readout.md'],
    );
    assert(found.length >= 2);
  });

  it('has nothing left when all documents are gone', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let { snapshot } = apply(emptySnapshot(codebook), []);
        for (const one of changes) {
          snapshot = apply(snapshot, [one]).snapshot;
          statementsOf(snapshot);
        }
        const gone = [...snapshot.entries.keys()].map((uri): Change => ({ uri, text: undefined }));
        assert.equal(statementsOf(apply(snapshot, gone).snapshot).size(), 0);
      }),
    );
  });

  it('tells different words apart that have one hash', () => {
    // 31 times the first letter and the second come to the same.
    const twins = ['Aa', 'BB'].map((end) => `will reopen the northern bridge to lorries of ${end}`);
    const marks = twins.map((one, i) => ({
      uri: `file:///c/${i}.readout.md`,
      text: `---\ndate: 2031-01-0${i + 1}\n---\n\nThey [${one}]{#m .commitment}.\n`,
    }));
    let { snapshot } = apply(emptySnapshot(codebook), marks);
    assert.equal(statementsOf(snapshot).size(), 2);
    snapshot = apply(snapshot, [{ uri: 'file:///c/0.readout.md', text: undefined }]).snapshot;
    assert.equal(statementsOf(snapshot).size(), 1);
    snapshot = apply(snapshot, marks.slice(0, 1)).snapshot;
    assert.equal(statementsOf(snapshot).size(), 2);
  });
});
