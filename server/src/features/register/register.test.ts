import assert from 'node:assert/strict';
import { fixture } from '../../../../test/support/fixture.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { registerOf } from './register.ts';
import type { RegisterRow } from './row.ts';

const codebook = `
  //- readout.yaml
  entities:
    ardenia: { kind: actor, name: Republic of Ardenia }
    belmark: { kind: actor, name: Belmark }
    corvia: { kind: actor }
  kinds:
    reservation: { means: Stands aside., registered: true }
`;

const spring = `${codebook}
  //- b.readout.md
  ---
  title: Second Meeting
  date: 2031-05-14
  series: talks
  parties: [ardenia, belmark]
  ---

  They [welcomed that the bridge is open]{#open .evidence by=belmark fulfils="a#bridge" score=+1}.
  They [reiterated that they share the view]{.position reaffirms="a#fees" cites="a#"}.
  [Corvia reserved its position]{.reservation says=corvia}.
  //- a.readout.md
  ---
  title: First Meeting
  date: 2030-05-01
  parties: [ardenia, belmark]
  terms: { the Ministers: [ardenia, corvia] }
  ---

  The Ministers affirmed that they [will open the *northern* bridge [as early as practicable]{.condition}
  [by the end of 2031]{.deadline}]{#bridge .commitment due=2031 if="once both consent" confidence=high},
  [and its gates]{continues=bridge}. [They share the view that fees should fall]{#fees .position}.
  Ardenia [urged Belmark to wait]{#wait .request says=ardenia to=belmark}; see [the bridge](#bridge).
  They [will report by March]{.commitment due=2031-03 by="belmark"}. [The mint]{#mint .place}.
`;

const rows = (snapshot: Snapshot, asOf?: string): RegisterRow[] =>
  [...registerOf(snapshot, asOf)].flat();

const shown = ({ document, status, ...row }: RegisterRow) =>
  `${document.date} ${row.name} ${row.kind} ${status?.words}`;

describe('the register', () => {
  it('has all that is said of a mark', () => {
    const { snapshot, files } = fixture(spring);
    const text = files.find(({ name }) => name === 'a.readout.md')?.text ?? '';
    const [first] = rows(snapshot);
    assert.ok(first);
    const { span, ...row } = first;
    assert.equal(
      text.slice(span.from, span.to).replace(/\s+/g, ' ').slice(0, 31),
      'will open the *northern* bridge',
    );
    assert.deepEqual(row, {
      uri: 'file:///c/a.readout.md',
      document: {
        key: 'a',
        title: 'First Meeting',
        date: '2030-05-01',
        series: undefined,
      },
      name: 'a#bridge',
      own: 'a#bridge',
      kind: 'commitment',
      words:
        'will open the *northern* bridge as early as practicable by the end of 2031 and its gates',
      actors: [
        { id: 'ardenia', name: 'Republic of Ardenia' },
        { id: 'corvia', name: 'corvia' },
      ],
      told: 'term',
      says: [],
      to: [],
      verb: { lemma: 'affirm', ladder: 'stance', rung: 7, words: 'stance, rung 7 of 8' },
      force: { lemma: 'will', ladder: 'commissive', rung: 6, words: 'commissive, rung 6 of 10' },
      due: '2031',
      dueBy: '2031-12-31',
      deadlines: ['by the end of 2031'],
      conditions: ['once both consent', 'as early as practicable'],
      lights: [
        { name: 'actor', is: 'on', missing: '' },
        { name: 'deliverable', is: 'unknown', missing: '' },
        { name: 'timeframe', is: 'on', missing: '' },
        { name: 'force', is: 'on', missing: '' },
      ],
      status: {
        is: 'fulfilled',
        words: 'fulfilled by 14 May 2031 · Second Meeting (Belmark +1)',
        scores: [{ actor: 'belmark', score: '+1' }],
      },
      relations: [],
      later: [{ via: 'fulfils', words: 'fulfilled by', names: ['b#open'] }],
      links: 1,
      attributes: [{ key: 'confidence', value: 'high' }],
    });
  });

  it('goes by dates, takes what is registered, and judges it on a day', () => {
    const { snapshot } = fixture(spring);
    assert.deepEqual(rows(snapshot, '2032-01-01').map(shown), [
      '2030-05-01 a#bridge commitment fulfilled by 14 May 2031 · Second Meeting (Belmark +1)',
      '2030-05-01 a#fees position standing',
      '2030-05-01 a#wait request standing',
      '2030-05-01 undefined commitment overdue: it was due by 31 March 2031',
      '2031-05-14 undefined position standing',
      '2031-05-14 undefined reservation standing',
    ]);
    const early = rows(snapshot, '2031-03-31').map(({ status }) => status?.is);
    assert.deepEqual(early.slice(0, 4), ['fulfilled', 'standing', 'standing', 'standing']);
  });

  it('says what a mark says of others, and they of it', () => {
    const { snapshot } = fixture(spring);
    const [, fees, wait, , position, reservation] = rows(snapshot);
    assert.deepEqual(fees?.later, [{ via: 'reaffirms', words: 'reaffirmed by', names: ['b#'] }]);
    assert.deepEqual(position?.relations, [
      { via: 'reaffirms', name: 'a#fees' },
      { via: 'cites', name: 'a#' },
    ]);
    assert.deepEqual(
      [wait?.actors, wait?.told, wait?.says, wait?.to],
      [
        [{ id: 'ardenia', name: 'Republic of Ardenia' }],
        'says',
        [],
        [{ id: 'belmark', name: 'Belmark' }],
      ],
    );
    assert.deepEqual(reservation?.actors, [{ id: 'corvia', name: 'corvia' }]);
  });

  it('takes other kinds where they are asked for', () => {
    const { snapshot } = fixture(spring);
    const taken = [...registerOf(snapshot, undefined, { takes: (kind) => kind === 'evidence' })];
    assert.deepEqual(
      taken
        .flat()
        .map(({ name, status, attributes, relations }) => [name, status, attributes, relations]),
      [
        [
          'b#open',
          undefined,
          [{ key: 'score', value: '+1' }],
          [{ via: 'fulfils', name: 'a#bridge' }],
        ],
      ],
    );
  });

  it('says the same of closed documents, piece by piece', () => {
    const { snapshot, files, codebook: read } = fixture(spring);
    const closed = apply(
      emptySnapshot(read),
      files.filter(({ name }) => name !== 'readout.yaml').map(({ uri, text }) => ({ uri, text })),
    ).snapshot;
    assert.deepEqual(rows(closed, '2032-01-01'), rows(snapshot, '2032-01-01'));
    assert.deepEqual(
      [...registerOf(closed)].map((piece) => piece.length),
      [4, 2],
    );
  });

  it('comes in pieces where one document holds many marks', () => {
    const { snapshot } = fixture(`${'They [will go]{.commitment}.\n'.repeat(250)}Plain.\n`);
    assert.deepEqual(
      [...registerOf(snapshot)].map((piece) => piece.length),
      [100, 100, 50],
    );
    assert.deepEqual([...registerOf(fixture('Plain.\n').snapshot)], [[]]);
  });

  it('names no mark that nothing can point at', () => {
    const { snapshot } = fixture(`
      //- no key.readout.md
      They [will go]{#go .commitment}.
      //- a.readout.md
      They [will go]{#go .commitment} and [will stay]{#go .commitment}.
      They [stop]{#end .commitment}, [or do they]{continues=go .commitment}.
    `);
    assert.deepEqual(
      rows(snapshot).map(({ name, words }) => `${name}: ${words}`),
      ['a#go: will go', 'undefined: will stay', 'a#end: stop', 'undefined: will go'],
    );
  });

  it('reads Japanese', () => {
    const { snapshot } = fixture(`
      //- readout.yaml
      entities:
        shiomi: { kind: actor, name: 潮見国 }
        ardenia: { kind: actor, name: アルデニア }
      //- a.readout.md
      ---
      title: 防衛相会談（概要）
      date: 2031-05-14
      terms: { 両大臣: [ardenia, shiomi] }
      ---

      　両大臣は、共同計画を[２０３２年６月までに[可能な限り早期に]{.condition}策定すること]{#cables .commitment due=2032-06}で一致した。
      　北森大臣は、立入りを認めるよう、[アルデニア側に求めた]{#cemetery .request says=shiomi to=ardenia}。
      //- b.readout.md
      ---
      date: 2032-05-14
      ---

      　双方は、[計画を策定することを再確認した]{#again .commitment reaffirms="a#cables"}。
    `);
    assert.deepEqual(
      rows(snapshot, '2032-07-01').map(
        ({ words, actors, verb, due, dueBy, conditions, status, later }) => ({
          words,
          actors: actors.map(({ name }) => name),
          verb: verb?.lemma,
          ...{ due, dueBy, conditions },
          status: status?.words,
          later: later.map(({ words, names }) => `${words} ${names}`),
        }),
      ),
      [
        {
          words: '２０３２年６月までに可能な限り早期に策定すること',
          actors: ['アルデニア', '潮見国'],
          verb: '一致する',
          due: '2032-06',
          dueBy: '2032-06-30',
          conditions: ['可能な限り早期に'],
          status: 'overdue: it was due by 30 June 2032',
          later: ['reaffirmed by b#again'],
        },
        {
          words: 'アルデニア側に求めた',
          actors: ['潮見国'],
          verb: '求める',
          due: undefined,
          dueBy: undefined,
          conditions: [],
          status: 'standing',
          later: [],
        },
        {
          words: '計画を策定することを再確認した',
          actors: [],
          verb: '再確認する',
          due: undefined,
          dueBy: undefined,
          conditions: [],
          status: 'standing',
          later: [],
        },
      ],
    );
  });
});
