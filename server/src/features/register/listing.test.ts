import assert from 'node:assert/strict';
import { fixture } from '../../../../test/support/fixture.ts';
import { listedMarks, listingOf, outlineOf } from './listing.ts';
import { registerOf } from './register.ts';

const text = `
  //- readout.yaml
  entities:
    ardenia: { kind: actor, name: Republic of Ardenia }
    belmark: { kind: actor, name: Belmark }
  kinds:
    vow: { means: x, registered: true }
  //- c.readout.md
  ---
  date: 2029-05-14
  parties: [ardenia]
  ---

  They [will wait]{#wait .commitment} and [vowed to stay]{.vow}. [The mint]{.place}.
  //- b.readout.md
  ---
  date: 2031-05-14
  ---

  They [welcomed that the bridge is open]{#open .evidence by=belmark fulfils="a#bridge" score=+1}.
  They [reiterated that they will pay]{.commitment supersedes="c#wait"}.
  //- a.readout.md
  ---
  date: 2030-05-01
  parties: [ardenia, belmark]
  ---

  They affirmed that they [will open it [by 2031]{.deadline due=2031}]{#bridge .commitment},
  [and its gates]{continues=bridge}, and [will report by March]{.commitment due=2031-03}. [x]{.commitment continues=bridge}
  //- nameless one.readout.md
  They [ask]{#ask .request to=belmark}.
  //- plain.readout.md
  Nothing.
`;

describe('the list of the register', () => {
  const { snapshot } = fixture(text);
  const day = '2032-01-01';

  it('says of each mark what its row says', () => {
    const rows = [...registerOf(snapshot, day)].flat();
    const listed = [...listingOf(snapshot, day)].flatMap((one) => one?.marks ?? []);
    assert.deepEqual(
      listed.map(({ index: _, ...mark }) => mark),
      rows.map(({ span, name, kind, words, actors, verb, force, due, dueBy, status }) => ({
        ...{ span, name, kind, words, due, dueBy },
        actors: actors.map((actor) => actor.name),
        verb: (force ?? verb)?.lemma,
        status: status?.is,
      })),
    );
    assert.equal(listed.length, 6);
  });

  it('is outlined the same, those documents first in which something is due', () => {
    const listed = [...listingOf(snapshot, day)].flatMap((one) =>
      (one?.marks ?? []).map(({ index, kind, dueBy, status }) =>
        [one?.entry.key, index, kind, dueBy, status].join(' '),
      ),
    );
    const outlined = [...outlineOf(snapshot, day)].flatMap((one) =>
      (one?.marks ?? []).map(({ index, kind, dueBy, status }) =>
        [one?.entry.key, index, kind, dueBy, status].join(' '),
      ),
    );
    assert.deepEqual(outlined, [
      'a 0 commitment 2031-12-31 fulfilled',
      'a 3 commitment 2031-03-31 overdue',
      ...[' 0 request  standing', 'c 0 commitment  superseded', 'c 1 vow  standing'],
      'b 1 commitment  standing',
    ]);
    assert.deepEqual([...outlined].sort(), [...listed].sort());
  });

  it('tells single marks, and leaves out what is not there', () => {
    const uri = 'file:///c/a.readout.md';
    const words = (indexes: number[], of = uri) =>
      listedMarks(snapshot, of, indexes, day)?.marks.map((mark) => mark.words);
    assert.deepEqual(words([3, 0, 99]), [
      ...['will report by March', 'will open it by 2031 and its gates'],
    ]);
    assert.equal(words([0], 'file:///c/gone.readout.md'), undefined);
  });

  it('goes document by document, a long one in pieces', () => {
    const many = fixture(`They [ask]{.request}.\n`.repeat(250));
    const pieces = [...listingOf(many.snapshot)].map((one) => one?.marks.length);
    assert.deepEqual(pieces, [100, 100, 50]);
    assert.deepEqual([...listingOf(fixture('Plain.\n').snapshot)], [undefined]);
    assert.deepEqual([...outlineOf(fixture('Plain.\n').snapshot)], [undefined]);
  });
});
