import { checkImplementations } from '../../../test/support/check.ts';

describe('implementations', () => {
  it('of a commitment: what says that it fulfils or breaches it', () =>
    checkImplementations(`
      //- 2031-orla.readout.md
      They [will op$0en a consulate]{#consulate .commitment}.
      //- 2032-linden.readout.md
      [It was opened]{.evidence fulfils="2031-orla#consulate" score=+1} and they
       ^^^^^^^^^^^^^
      [reaffirmed it]{.commitment reaffirms="2031-orla#consulate"}, see [there](2031-orla#consulate).
      //- 2033-tarn.readout.md
      [It was closed again]{#closed .commitment breaches="2031-orla#consulate"}.
       ^^^^^^^^^^^^^^^^^^^
    `));
  it('of a reference: those of the mark that it means', () =>
    checkImplementations(`
      They [will act]{#act .commitment} and [did]{.evidence fulfils="#act"}, as [pro$0mised](#act).
                                             ^^^
    `));
  it('of anything else: none', () => {
    checkImplementations('They [will a$0ct]{#act .commitment}.');
    checkImplementations('They [will a$0ct]{.commitment}.');
    checkImplementations('They m$0et.');
  });
});
