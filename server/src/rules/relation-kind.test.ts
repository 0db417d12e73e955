import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { relationKind } from './relation-kind.ts';

describe('relation-kind', () => {
  it('marks a target of a kind that the relation does not take', () => {
    checkRule(
      relationKind,
      `
      [Port]{#p .place} [go]{#g .commitment} [x]{.commitment reaffirms="#g #p"} [y]{.evidence fulfils="#p"}
                                                                           ^^ points at a commitment, and this is a place
                                                                                                       ^^
      `,
    );
  });

  it('marks the whole value where the relation stands on the wrong kind, once', () => {
    checkRule(
      relationKind,
      `
      [go]{#g .commitment} [x]{.position fulfils="#g #g"} [y]{.place reaffirms="#g"}
                                                  ^^^^^ stands on evidence or a commitment, and this mark is a position
                                                                                ^^ a commitment, a position or a request
      `,
    );
  });

  it('lets what a collection registers be said again, and no report', () => {
    const kinds = '//- readout.yaml\nkinds: { vow: { registered: true }, town: { means: M } }\n';
    checkRule(
      relationKind,
      `
//- a.readout.md
[go]{#g .vow} [x]{.vow reaffirms="#g"} [y]{.town reaffirms="#t"} [t]{#t .town}
                                                            ^^ a commitment, a position, a request or a vow, and this mark is a town
[x]{.commitment weakens="#g"} [e]{#e .evidence} [y]{.evidence strengthens="#e"}
                         ^^ points at a commitment, and this is a vow
                                                                           ^^ and this mark is evidence
${kinds}`,
    );
  });

  it('looks into other documents, and at documents and entities', () => {
    checkRule(
      relationKind,
      `
      //- a.readout.md
      [x]{.commitment reaffirms="b#go b#see b# #orla" cites="b#see b# #orla"}
                                      ^^^^^ this is a position
                                            ^^ this is a whole document
                                               ^^^^^ the entity “Orla”
      //- b.readout.md
      [go]{#go .commitment} [see]{#see .position}
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      `,
    );
  });

  it('takes an entity of a kind that the relation points at', () => {
    checkRule(
      relationKind,
      `
      //- a.readout.md
      [x]{.commitment implements="#plan #orla"}
                                        ^^^^^ points at an instrument
      //- readout.yaml
      relations: { implements: { inverse: implemented by, from: [commitment], to: [instrument] } }
      entities: { orla: { kind: place, name: Orla }, plan: { kind: instrument, name: The Plan } }
      `,
    );
  });

  it('leaves unknown kinds, missing targets and relations to itself to their own findings', () => {
    checkRule(
      relationKind,
      '[x]{#x .plaice reaffirms="#y"} [y]{#y .plaice} [z]{#z .commitment reaffirms="#y #no #z"} [w]{reaffirms="#z"}',
    );
  });
});
