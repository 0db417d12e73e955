import { checkDrawn } from '../../../test/support/check.ts';

describe('what is drawn', () => {
  it('marks with depth and badge', () =>
    checkDrawn(
      '[They [will act]{.commitment due=2031 by="belmark corvia"} [in Orla]{.place}]{.position} [x]{.place}',
      `
      They [will act]{.commitment due=2031 by="belmark corvia"} [in Orla]{.place}{.position} position: position · will
        will act{.commitment due=2031 by="belmark corvia"} commitment: commitment · will · belmark corvia · 2031
        in Orla{.place} place: place
      x{.place} place: place
      `,
    ));
  it('the force of a mark, not the verb that reports it', () =>
    checkDrawn(
      'They affirmed that they [will act]{.commitment}.',
      'will act{.commitment} commitment: commitment · will',
    ));
  it('a fragment with the kind of its head, and none', () =>
    checkDrawn(
      '[a]{#a .request} [b]{continues=a} [c]{}',
      `
      a{#a .request} request: request
      b{continues=a} request: … request
      c{} : ?
      `,
    ));
  it('the colour of a kind that the collection sets', () =>
    checkDrawn(
      `
      //- readout.yaml
      kinds: { pledge: { means: money, color: charts.green } }
      //- a.readout.md
      [a]{.pledge} [b]{.place}
      `,
      `
      a{.pledge} pledge: pledge in charts.green
      b{.place} place: place
      `,
    ));
  it('references and notes', () =>
    checkDrawn(
      '[a]{#a .place} [b](#a) [c](#c)^[See [d](#a).]',
      `
      a{#a .place} place: place
      b(#a) resolved
      c(#c) unresolved
      d(#a) resolved
      ^[See [d](#a).]
      `,
    ));
  it('only what reaches into a part, as deep as in the whole', () => {
    const text = '[a [b]{.place} [c](#b)\nd [e]{.target}\nf^[g]]{.position} [h](#b)^[i]';
    const outer = 'a [b]{.place} [c](#b)\nd [e]{.target}\nf^[g]{.position} position: position';
    checkDrawn(text, `${outer}\n  e{.target} target: target`, 'd [e');
    checkDrawn(text, `${outer}\nh(#b) unresolved\n^[i]`, ' [h](#b)^');
  });
  it('nothing over a codebook', () => checkDrawn('//- readout.yaml\nname: Orla', ''));
});
