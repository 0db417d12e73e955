import assert from 'node:assert/strict';
import { checkLenses } from '../../../test/support/check.ts';
import { fixture } from '../../../test/support/fixture.ts';
import { lenses, lensText } from './lenses.ts';

const names = `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Belmark }
    corvia: { kind: actor, name: Corvia }
`;

describe('the lines above marks', () => {
  it('how often it was said again, and who refers to it', () =>
    checkLenses(
      `
      //- b.readout
      [x]{.commitment reaffirms="a#act"} [y]{.commitment reaffirms="a#act"} [z]{.commitment weakens="a#act"}
      [there](a#act) [there](a#act)
      //- a.readout
      They [will act]{#act .commitment}, see [here](#act).
      `,
      'will act: reaffirmed 2 times · weakened once · 3 references',
    ));
  it('what came of it, with the score where there is one', () => {
    const fulfilled = (evidence: string) => `${names}
  //- b.readout
  ${evidence}
  //- a.readout
  They [will act]{#act .commitment}.
`;
    checkLenses(fulfilled('[x]{.evidence fulfils="a#act"}'), 'will act: fulfilled');
    checkLenses(fulfilled('[x]{.evidence fulfils="a#act" score=+1}'), 'will act: fulfilled +1');
    checkLenses(
      fulfilled(
        '[x]{.evidence fulfils="a#act" score=-1 by=belmark} [y]{.evidence fulfils="a#act" score=+1 by=corvia}',
      ),
      'will act: fulfilled (Corvia +1, Belmark -1)',
    );
    checkLenses(
      fulfilled('[x]{.evidence fulfils="a#act"} [y]{.evidence fulfils="a#act"}'),
      'will act: fulfilled 2 times',
    );
    checkLenses(fulfilled('[x]{.evidence breaches="a#act"}'), 'will act: breached');
    checkLenses(fulfilled('[x]{.commitment supersedes="a#act"}'), 'will act: superseded');
  });
  it('that its day has passed, but not of evidence', () =>
    checkLenses(
      `
      They [will act]{#act .commitment due=2032-06}, [will go]{#go .commitment due=2034},
      [did]{#did .evidence due=2031}, see [there](#did).
      `,
      'will act: overdue',
      'did: 1 reference',
    ));
  it('other relations by what the other side is called; what only belongs to it as references', () =>
    checkLenses(
      `
      [will act]{#act .commitment} [one]{.commitment part-of="#act"} [two]{.commitment part-of="#act"}
      [three]{.commitment depends-on="#act"} [four]{.commitment odd="#act"} [so](#act)
      [five]{.position contradicts="#act"} [six]{.position contradicts="#act"} [seven]{cites="#act"}
      `,
      'will act: contradicts (2) · required once · odd once · 4 references',
    ));
  it('which mark is meant, where several have one in a paragraph', () => {
    const { snapshot } = fixture(
      '[a]{#a .commitment} [b]{#b .commitment} [c]{#c .commitment} [a](#a) [c](#c)\n\n[d]{#d .request} [d](#d)',
    );
    const found = lenses(snapshot, 'file:///c/a.readout.md') ?? [];
    assert.deepEqual(
      found.map(({ id, shares }) => [id, shares]),
      [
        ['a', true],
        ['c', true],
        ['d', false],
      ],
    );
  });
  it('nothing above marks of which there is nothing to say, that have no name or are not registered', () =>
    checkLenses(
      '[will act]{#act .commitment} [will go]{.commitment} [Orla]{#orla .place} [there](#orla)',
    ));
  it('of a mark that nobody speaks of any more: empty; of one that has gone: none', () => {
    const { snapshot } = fixture('[will act]{#act .commitment}');
    assert.equal(lensText(snapshot, 'file:///c/a.readout.md', 'act'), '');
    assert.equal(lensText(snapshot, 'file:///c/a.readout.md', 'gone'), undefined);
    assert.equal(lensText(snapshot, 'file:///c/none.readout.md', 'act'), undefined);
    assert.equal(lenses(snapshot, 'file:///c/none.readout.md'), undefined);
  });
});
