import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRenamed } from '../../../../test/support/check-renaming.ts';
import { fixture } from '../../../../test/support/fixture.ts';
import { mergeEntities } from './merge.ts';
import { mergeCandidates } from './merge-candidates.ts';

function checkMerge(before: string, id: string, into: string, after: string): void {
  const set = fixture(before);
  const merged = mergeEntities(set.snapshot, id, into);
  assert.ok(!('refused' in merged), 'refused' in merged ? merged.refused : '');
  checkRenamed(set, merged, after);
}

describe('merging two entities', () => {
  it('takes everything that refers to one to the other, and its names along', () => {
    checkMerge(
      `
      //- a.readout.md
      ---
      parties: [ard, tarn]
      issuer: ard
      terms: { the hosts: [ard] }
      ---

      [x]{.commitment by=ard cites="#ard"} [Ardenia](#ard) [old](#ardenia)
      //- readout.yaml
      entities:
        # the republic
        ardenia: { kind: actor, name: Republic of Ardenia, aliases: [Ardenia] }
        # to be joined
        ard:
          kind: actor
          name: Ardenia
          aliases:
            - the Republic
            - { text: Kingdom of Ardenia, to: 1950-01-01 }
        tarn: { kind: actor, name: Tarn }
      `,
      'ard',
      'ardenia',
      `
      //- a.readout.md
      ---
      parties: [ardenia, tarn]
      issuer: ardenia
      terms: { the hosts: [ardenia] }
      ---

      [x]{.commitment by=ardenia cites="#ardenia"} [Ardenia](#ardenia) [old](#ardenia)
      //- readout.yaml
      entities:
        # the republic
        ardenia: { kind: actor, name: Republic of Ardenia, aliases: [Ardenia, the Republic, { text: Kingdom of Ardenia, to: 1950-01-01 }] }
        # to be joined
        tarn: { kind: actor, name: Tarn }
      `,
    );
  });

  it('leaves one where both stood in one list', () => {
    checkMerge(
      `
      //- a.readout.md
      ---
      parties: [a, tarn, b]
      terms: { they: [b, a] }
      ---

      [x]{.commitment by="a tarn  b" cites="#b #a"} [y]{.position says="b"}
      //- readout.yaml
      entities:
        a: { kind: actor, name: A }
        b: { kind: actor, name: A, aliases: [A] }
        tarn: { kind: actor, name: Tarn }
      `,
      'a',
      'b',
      `
      //- a.readout.md
      ---
      parties: [b, tarn]
      terms: { they: [b] }
      ---

      [x]{.commitment by="b tarn" cites="#b"} [y]{.position says="b"}
      //- readout.yaml
      entities:
        b: { kind: actor, name: A, aliases: [A] }
        tarn: { kind: actor, name: Tarn }
      `,
    );
  });

  it('works over the files of a codebook', () => {
    checkMerge(
      `
      //- names.yaml
      entities:
        a: { kind: place, name: Orla }
        c: { kind: place, name: Tarn }
      //- readout.yaml
      include: [names.yaml]
      entities:
        b: { kind: place, name: Port of Orla }
      `,
      'a',
      'b',
      `
      //- names.yaml
      entities:
        c: { kind: place, name: Tarn }
      //- readout.yaml
      include: [names.yaml]
      entities:
        b: { kind: place, name: Port of Orla, aliases: [Orla] }
      `,
    );
  });

  it('takes along what its names are not to be looked for in, and where to read of it', () => {
    checkMerge(
      `
      //- readout.yaml
      entities:
        ard: { kind: actor, name: Ardenia, ignore-in: [Ardenia Square, Ardenia Day], see: https://ard.example }
        ardenia: { kind: actor, name: Ardenia, ignore-in: [Ardenia Day] }
      `,
      'ard',
      'ardenia',
      `
      //- readout.yaml
      entities:
        ardenia: { kind: actor, name: Ardenia, ignore-in: [Ardenia Day, Ardenia Square], see: "https://ard.example" }
      `,
    );
  });

  it('is refused for what is not there, and for one with itself', () => {
    const { snapshot } = fixture('//- readout.yaml\nentities: { a: { kind: place, name: A } }\n');
    assert.deepEqual(mergeEntities(snapshot, 'a', 'b'), {
      refused: 'The codebook has no entity “b”.',
    });
    assert.deepEqual(mergeEntities(snapshot, 'b', 'a'), {
      refused: 'The codebook has no entity “b”.',
    });
    assert.deepEqual(mergeEntities(snapshot, 'a', 'a'), {
      refused: 'An entity cannot be merged into itself.',
    });
  });

  it('offers those of its kind that share words with it, the likeliest first', () => {
    const { snapshot } = fixture(`
      //- readout.yaml
      entities:
        port: { kind: place, name: Port of Orla, aliases: [Orla Harbour] }
        harbour: { kind: place, name: Orla Old Harbour }
        orla: { kind: place, name: Orla }
        tarn: { kind: place, name: Tarn }
        council: { kind: actor, name: Orla Harbour Council }
    `);
    assert.deepEqual(
      mergeCandidates(snapshot, 'port').map(({ id }) => id),
      ['harbour', 'orla'],
    );
    assert.deepEqual(mergeCandidates(snapshot, 'none'), []);
  });

  it('offers nobody who only has what many are called', () => {
    const { snapshot } = fixture(`
      //- readout.yaml
      entities:
        ardenia: { kind: actor, name: Republic of Ardenia, aliases: [Ardenia] }
        belmark: { kind: actor, name: Republic of Belmark }
        corvia: { kind: actor, name: Republic of Corvia }
        ministry: { kind: actor, name: Ministry of Defence of Ardenia }
        kitamori: { kind: actor, name: Kitamori Jun }
        minister: { kind: actor, name: Defence Minister Kitamori }
        veyl: { kind: actor, name: Defence Minister Veyl }
    `);
    const offered = (id: string) => mergeCandidates(snapshot, id).map((one) => one.id);
    assert.deepEqual(offered('ardenia'), ['ministry']);
    assert.deepEqual(offered('corvia'), []);
    assert.deepEqual(offered('kitamori'), ['minister']);
  });
});
