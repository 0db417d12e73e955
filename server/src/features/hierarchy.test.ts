import { checkThread } from '../../../test/support/check.ts';

const collection = `
  //- 2031-orla.readout.md
  ---
  title: Orla Statement
  date: 2031-04-02
  ---

  They [will open a consulate]{#consulate .commitment}.
  //- 2032-linden.readout.md
  ---
  title: Linden Statement
  date: 2032-05-01
  ---

  They [reaffirmed that they will open a consulate]{#again .commitment reaffirms="2031-orla#consulate" cites="2031-orla#consulate"}.
  //- 2033-tarn.readout.md
  ---
  date: 2033-06-01
  ---

  [It was opened.]{.evidence fulfils="2032-linden#again 2031-orla#consulate"} See [it](2031-orla#consulate).
`;
const at = (words: string): string =>
  collection.replace(words, `${words.slice(0, 1)}$0${words.slice(1)}`);

describe('the thread as a call hierarchy', () => {
  it('from a mark: what acts on it later, nothing before it', () =>
    checkThread(at('will open a consulate]{#consulate'), {
      start: ['will open a consulate — 2 April 2031 · Orla Statement · will'],
      later: [
        'reaffirmed that they will open a consulate — reaffirms · 1 May 2032 · Linden Statement · will @ 2031-orla#consulate',
        'It was opened. — fulfils · 1 June 2033 @ 2031-orla#consulate',
      ],
      earlier: [],
    }));
  it('from the middle: both ways, without what only cites', () =>
    checkThread(at('reaffirmed that'), {
      start: ['reaffirmed that they will open a consulate — 1 May 2032 · Linden Statement · will'],
      later: ['It was opened. — fulfils · 1 June 2033 @ 2032-linden#again'],
      earlier: [
        'will open a consulate — reaffirms · 2 April 2031 · Orla Statement · will @ 2031-orla#consulate',
      ],
    }));
  it('from a mark without an id: what it goes back to, in order of the dates', () =>
    checkThread(at('It was opened'), {
      start: ['It was opened. — 1 June 2033'],
      later: [],
      earlier: [
        'will open a consulate — fulfils · 2 April 2031 · Orla Statement · will @ 2031-orla#consulate',
        'reaffirmed that they will open a consulate — fulfils · 1 May 2032 · Linden Statement · will @ 2032-linden#again',
      ],
    }));
  it('from a reference: the mark that it means', () =>
    checkThread(at('it](2031'), {
      start: ['will open a consulate — 2 April 2031 · Orla Statement · will'],
    }));
  it('two relations to one mark are one step', () =>
    checkThread(
      `
      [a]{#a .commitment} [b$0]{#b .commitment strengthens="#a" part-of="#a"}
      `,
      { start: ['b'], earlier: ['a — strengthens, part of @ #a #a'] },
    ));
  it('from plain text, a name or a document: nothing', () => {
    checkThread('Th$0ey met.', { start: [] });
    checkThread(
      '//- readout.yaml\nentities:\n  orla: { kind: place }\n//- a.readout\n[Or$0la](#orla)',
      {
        start: [],
      },
    );
    checkThread('//- b.readout\nx\n//- a.readout\n[th$0at](b#)', { start: [] });
  });
});
