import { checkTypeDefinition } from '../../../test/support/check.ts';

const codebook = `
  //- readout.yaml
  kinds:
    reservation: { means: A party stands aside., registered: true }
    ^^^^^^^^^^^
  entities:
    pact: { kind: reservation, name: The Pact }
    orla: { kind: place, name: Orla }
`;

describe('type definition', () => {
  it('of a mark: its kind in the codebook, with an id or without', () => {
    checkTypeDefinition(`${codebook}  //- a.readout.md\n  [will n$0ot]{#no .reservation}\n`);
    checkTypeDefinition(`${codebook}  //- a.readout.md\n  [will n$0ot]{.reservation}\n`);
  });
  it('of a reference: the kind of the mark or the entity that it means', () => {
    checkTypeDefinition(`${codebook}  //- a.readout.md\n  [no]{#no .reservation} [th$0at](#no)\n`);
    checkTypeDefinition(`${codebook}  //- a.readout.md\n  [th$0at](#pact)\n`);
  });
  it('of a kind: itself', () =>
    checkTypeDefinition(`${codebook}  //- a.readout.md\n  [will not]{#no .res$0ervation}\n`));
  it('of what is built in: nowhere, for it has no place', () => {
    checkTypeDefinition('[will a$0ct]{#act .commitment}');
    checkTypeDefinition(
      '//- readout.yaml\nentities:\n  orla: { kind: place }\n//- a.readout.md\n[Or$0la](#orla)\n',
    );
  });
  it('of plain text, a mark without a kind, a document: nowhere', () => {
    checkTypeDefinition('They m$0et.');
    checkTypeDefinition('[They m$0et]{#met}.');
    checkTypeDefinition('//- b.readout\nx\n//- a.readout\n[th$0at](b#)\n');
  });
});
