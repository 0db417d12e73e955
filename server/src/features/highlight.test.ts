import { checkHighlights } from '../../../test/support/check.ts';

describe('highlights', () => {
  it('a mark with what refers to it', () =>
    checkHighlights(`
      They [will a$0ct]{#act .commitment} as [said](#act), [again]{.commitment reaffirms="#act"}.
            ^^^^^^^^^^ definition
                         ^^^ definition
                                             ^^^^^^^^^^^^
                                                                                          ^^^^
    `));
  it('all fragments of a mark, from one of them', () =>
    checkHighlights(`
      They [will]{#act .commitment} (they said) [a$0ct]{continues=act}.
            ^^^^ definition
                   ^^^ definition
                                                 ^^^^^ definition
                                                                  ^^^
    `));
  it('a mark without an id', () =>
    checkHighlights(`
      They [will a$0ct]{.commitment} and [act]{.commitment}.
            ^^^^^^^^^^ definition
    `));
  it('an entity in links, attributes and front matter', () =>
    checkHighlights(`
      //- readout.yaml
      entities:
        belmark: { kind: actor }
      //- b.readout.md
      [Belmark](#belmark)
      //- a.readout.md
      ---
      issuer: belmark
              ^^^^^^^
      parties: [belmark, corvia]
                ^^^^^^^
      ---

      [Bel$0mark](#belmark) [will act]{.commitment by=belmark}.
      ^^^^^^^^^^^^^^^^^^^^^
                                                      ^^^^^^^
    `));
  it('another document and what of it is meant', () =>
    checkHighlights(`
      //- b.readout.md
      They [will]{#w .commitment}.
      //- a.readout.md
      See [all](b$0#), [this](b#w), [that](#w).
          ^^^^^^^^^^^
                       ^^^^^^^^^^^
    `));
  it('a mark of another document', () =>
    checkHighlights(`
      //- b.readout.md
      They [will]{#w .commitment}.
      //- a.readout.md
      See [all](b#), [this](b#w$0), [that](b#w).
                     ^^^^^^^^^^^^^
                                    ^^^^^^^^^^^
    `));
  it('a kind', () =>
    checkHighlights(`
      [a]{.place$0} [b]{.actor} [c]{.place}
           ^^^^^^^
                                     ^^^^^
    `));
  it('an attribute', () =>
    checkHighlights(`
      [a]{.commitment du$0e=2031} [b]{.commitment due=2032}
                      ^^^^^
                                                  ^^^
    `));
  it('nothing for a value', () => checkHighlights('[a]{.commitment due=20$031}'));
  it('nothing for a series', () =>
    checkHighlights(`
      ---
      series: ann$0ual
      ---
    `));
  it('nothing in a codebook', () =>
    checkHighlights(`
      //- readout.yaml
      entities: { bel$0mark: { kind: actor } }
    `));
});
