import { checkDefinition } from '../../../test/support/check.ts';

describe('definition', () => {
  it('of a reference: the words of the mark in another document', () =>
    checkDefinition(`
      //- 2031-orla.readout.md
      They [will open a consulate]{#consulate .commitment}.
            ^^^^^^^^^^^^^^^^^^^^^
      //- 2032-linden.readout.md
      As [prom$0ised](2031-orla#consulate).
    `));
  it('of a reference from its target', () =>
    checkDefinition(`
      //- 2031-orla.readout.md
      They [will open a consulate]{#consulate .commitment}.
            ^^^^^^^^^^^^^^^^^^^^^
      //- 2032-linden.readout.md
      As [promised](2031-orla#con$0sulate).
    `));
  it('of a mark: its own place', () =>
    checkDefinition(`
      They [will ac$0t]{#act .commitment}.
            ^^^^^^^^^^
    `));
  it('of a mark without an id: nothing', () => checkDefinition('They [will ac$0t]{.commitment}.'));
  it('of a fragment: the head', () =>
    checkDefinition(`
      They [will]{#act .commitment} (they said) [a$0ct]{continues=act}.
            ^^^^
    `));
  it('of the value of continues: the head', () =>
    checkDefinition(`
      They [will]{#act .commitment} (they said) [act]{continues=a$0ct}.
            ^^^^
    `));
  it('of a document: its start', () =>
    checkDefinition(
      `
      //- 2031-orla.readout.md
      They met.
      //- 2032-linden.readout.md
      As in the [stat$0ement](2031-orla#).
    `,
      '2031-orla.readout.md',
    ));
  it('of an entity: its key in the codebook', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        belmark:
        ^^^^^^^
          kind: actor
      //- a.readout.md
      [Bel$0mark](#belmark) agreed.
    `));
  it('of an actor in braces', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        belmark:
        ^^^^^^^
          kind: actor
        corvia: { kind: actor }
      //- a.readout.md
      They [will act]{.commitment by="corvia bel$0mark"}.
    `));
  it('of a party, from the front matter into an included file', () =>
    checkDefinition(`
      //- readout.yaml
      include: [names.yaml]
      //- names.yaml
      entities:
        belmark: { kind: actor }
        ^^^^^^^
      //- a.readout.md
      ---
      parties: [bel$0mark]
      ---

      They met.
    `));
  it('of an issuer that is an entity', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        belmark: { kind: actor }
        ^^^^^^^
      //- a.readout.md
      ---
      issuer: bel$0mark
      ---
    `));
  it('of an issuer in words: nothing', () =>
    checkDefinition(`
      ---
      issuer: Ministry of Bel$0mark
      ---
    `));
  it('of an actor of a term', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        marrow: { kind: actor }
        ^^^^^^
      //- a.readout.md
      ---
      terms: { the Minister: marr$0ow }
      ---
    `));
  it('of the text this is a version of', () =>
    checkDefinition(
      `
      //- orla-corvia.readout.md
      They met.
      //- orla.readout.md
      ---
      version-of: orla-corv$0ia
      ---
    `,
      'orla-corvia.readout.md',
    ));
  it('of a target of a relation', () =>
    checkDefinition(`
      //- a.readout.md
      They [will act]{#act .commitment}.
            ^^^^^^^^
      //- b.readout.md
      They [still will]{.commitment reaffirms="a#a$0ct"}.
    `));
  it('of a kind the collection defines', () =>
    checkDefinition(`
      //- readout.yaml
      kinds:
        pledge: { means: a solemn word }
        ^^^^^^
      //- a.readout.md
      They [will act]{.ple$0dge}.
    `));
  it('of a kind that is built in: nothing', () =>
    checkDefinition('They [will act]{.commit$0ment}.'));
  it('of a relation the collection defines', () =>
    checkDefinition(`
      //- readout.yaml
      relations:
        implements: { inverse: implemented by }
        ^^^^^^^^^^
      //- a.readout.md
      They [will act]{.commitment imple$0ments="#a"}.
    `));
  it('of a series', () =>
    checkDefinition(`
      //- readout.yaml
      series:
        annual: { every: year }
        ^^^^^^
      //- a.readout.md
      ---
      series: ann$0ual
      ---
    `));
  it('of a name in the codebook: the key of its entity', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        belmark:
        ^^^^^^^
          kind: actor
          aliases: [BM$0]
    `));
  it('of a key that two documents have: both', () =>
    checkDefinition(`
      //- x/a.readout.md
      They [will act]{#act .commitment}.
            ^^^^^^^^
      //- y/a.readout.md
      They [may act]{#act .position}.
            ^^^^^^^
      //- b.readout.md
      As [said](a#act$0).
    `));
  it('of a name that a mark and an entity have: the mark', () =>
    checkDefinition(`
      //- readout.yaml
      entities:
        act: { kind: instrument }
      //- a.readout.md
      They [will act]{#act .commitment} as [said](#act$0).
            ^^^^^^^^
    `));
  it('of an id that is missing: nothing', () => checkDefinition('As [said](#nowhere$0).'));
  it('of a place without a name: nothing', () => checkDefinition('They [act]{due=20$031} today.'));
  it('in an unknown document: nothing', () =>
    checkDefinition(`
      //- notes.txt
      They a$0ct.
    `));
});
