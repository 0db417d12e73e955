import { checkTokens } from '../../../test/support/check.ts';

describe('tokens', () => {
  it('words, signs and attributes of nested marks', () =>
    checkTokens(
      'They [will lay [a cable]{.target} soon]{#c .commitment}.',
      `
      [: attributes
      will lay : commitment registered
      [: attributes
      a cable: target
      ]{.target}: attributes
       soon: commitment registered
      ]{#c .commitment}: attributes
      `,
    ));
  it('an event by no type that editors colour as they do in programs', () =>
    checkTokens(
      '[the Talks]{.event} [a]{.namedEvent}',
      `
      [: attributes
      the Talks: namedEvent
      ]{.event}: attributes
      [: attributes
      a: mark
      ]{.namedEvent}: attributes
      `,
    ));
  it('references, found and missing', () =>
    checkTokens(
      '[Will]{#w .position} [a](#w) [b](#x)',
      `
      [: attributes
      Will: position registered
      ]{#w .position}: attributes
      [: attributes
      a: reference
      ](#w): attributes
      [: attributes
      b: reference unresolved
      ](#x): attributes
      `,
    ));
  it('a mark in a reference keeps its words', () =>
    checkTokens(
      '[the [Orla]{.place} text](#w)',
      `
      [: attributes
      the : reference unresolved
      [: attributes
      Orla: place
      ]{.place}: attributes
       text: reference unresolved
      ](#w): attributes
      `,
    ));
  it('a note with a reference in it', () =>
    checkTokens(
      'They met.^[See [it](#x) there.]',
      `
      ^[See : note
      [: attributes
      it: reference unresolved
      ](#x): attributes
       there.]: note
      `,
    ));
  it('a kind of the collection’s own, and none', () =>
    checkTokens(
      `
      //- readout.yaml
      kinds: { pledge: { means: money, registered: true } }
      //- a.readout.md
      [a]{.pledge}[b]{#b}
      `,
      `
      [: attributes
      a: mark registered
      ]{.pledge}: attributes
      [: attributes
      b: mark
      ]{#b}: attributes
      `,
    ));
  it('a fragment looks like its head', () =>
    checkTokens(
      '[a]{#a .request} [b]{continues=a}',
      `
      [: attributes
      a: request registered
      ]{#a .request}: attributes
      [: attributes
      b: request registered
      ]{continues=a}: attributes
      `,
    ));
  it('none goes over a line end', () =>
    checkTokens(
      '[a\r\nb\rc]{#x\n.place}',
      `
      [: attributes
      a: place
      b: place
      c: place
      ]{#x: attributes
      .place}: attributes
      `,
    ));
  it('none for plain text', () => checkTokens('They met [1].', ''));
  it('none for a file that is no readout', () => checkTokens('//- readout.yaml\nname: Orla', ''));
});
