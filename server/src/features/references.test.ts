import { checkReferences } from '../../../test/support/check.ts';

const collection = (cursor: string) => `
  //- readout.yaml
  entities:
    belmark:
      kind: actor
      name: Belmark
  //- a.readout.md
  ${cursor}
`;

describe('references', () => {
  it('to a mark, from its words', () =>
    checkReferences(`
      //- a.readout.md
      They [will a$0ct]{#act .commitment} as [said](#act).
                                                    ^^^^
      //- b.readout.md
      They [still will]{.commitment reaffirms="a#act"}.^[See [there](a#act).]
                                               ^^^^^
                                                                     ^^^^^
    `));
  it('to a mark, from a link to it, with the place itself', () =>
    checkReferences(
      `
      //- a.readout.md
      They [will act]{#act .commitment}.
            ^^^^^^^^
      //- b.readout.md
      See [there](a#act$0).
                  ^^^^^^^
    `,
      { declaration: true },
    ));
  it('to a mark, from a fragment of it', () =>
    checkReferences(`
      They [will]{#act .commitment} (they said) [a$0ct]{continues=act}, as [said](#act).
                                                                                  ^^^^
    `));
  it('not to another document’s mark of that id', () =>
    checkReferences(`
      //- a.readout.md
      They [will act]{#act$0 .commitment}.
      //- b.readout.md
      They [may act]{#act .position} as [said](#act).
    `));
  it('to a mark without an id: none', () => checkReferences('They [will a$0ct]{.commitment}.'));
  it('to an entity: links, actors, front matter', () =>
    checkReferences(
      `
      //- readout.yaml
      entities:
        belmark:
        ^^^^^^^
          kind: actor
      //- a.readout.md
      ---
      parties: [belmark]
                ^^^^^^^
      terms: { the Minister: [belmark] }
                              ^^^^^^^
      ---

      They [will act]{.commitment by=bel$0mark} in [Belmark](#belmark).
                                     ^^^^^^^^^
                                                             ^^^^^^^^
    `,
      { declaration: true },
    ));
  it('to an entity that is an issuer or a place', () =>
    checkReferences(`
      //- readout.yaml
      entities:
        orla: { kind: place }
      //- a.readout.md
      ---
      issuer: orla
              ^^^^
      place: or$0la
             ^^^^^^
      ---
      //- b.readout.md
      ---
      place: Orla on the Linde
      ---
    `));
  it('to an entity, from the codebook', () =>
    checkReferences(`
      //- readout.yaml
      entities:
        bel$0mark: { kind: actor }
      //- a.readout.md
      in [Belmark](#belmark)
                   ^^^^^^^^
    `));
  it('to a document: whatever of it is meant, but not by itself', () =>
    checkReferences(`
      //- a.readout.md
      They [will act]{#act .commitment} as [said](#act).
      //- b.readout.md
      See [all](a$0#) and [this](a#act).
                ^^^^
                                 ^^^^^
      //- c.readout.md
      ---
      version-of: a
                  ^
      ---
    `));
  it('to a kind: its marks', () =>
    checkReferences(`
      They [will act]{.commit$0ment} and [must act]{.position} and [shall]{.commitment}.
            ^^^^^^^^
                                                                    ^^^^^
    `));
  it('to a relation: what it points at', () =>
    checkReferences(`
      [a]{#a .commitment} [b]{.commitment reaff$0irms="#a"} [c]{.commitment weakens="#a"}
                                                       ^^
    `));
  it('to a name that nobody defines: all who use it', () =>
    checkReferences(`
      //- a.readout.md
      See [this](#lo$0st).
                 ^^^^^^^
      //- b.readout.md
      See [that](#lost).
                 ^^^^^
    `));
  it('to plain words: none', () => checkReferences(collection('They m$0et.')));
});
