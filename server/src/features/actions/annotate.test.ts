import {
  checkAnnotate,
  checkAnnotateChoices,
  checkAnnotateRefused,
} from '../../../../test/support/check.ts';

describe('annotate', () => {
  it('takes the selected words without blanks at their edges', () => {
    const source = `
      They will reopen the bridge soon.
          ^^^^^^^^^^^^^^^^^^^^^^^^
    `;
    checkAnnotateChoices(source, { words: 'will reopen the bridge', id: 'reopen-bridge' });
    checkAnnotate(
      source,
      { kind: 'commitment', id: 'reopen-bridge' },
      'They [will reopen the bridge]{#reopen-bridge .commitment} soon.\n',
    );
    checkAnnotate(source, { kind: 'position' }, 'They [will reopen the bridge]{.position} soon.\n');
  });

  it('takes the sentence under the cursor where nothing is selected', () => {
    checkAnnotate(
      `
        One. They met in Orla, U. S., and
        ag$0reed. Three.
      `,
      { kind: 'position' },
      `
        One. [They met in Orla, U. S., and
        agreed.]{.position} Three.
      `,
    );
  });

  it('takes in constructs that begin or end the sentence', () => {
    checkAnnotate(
      'One. [Belmark](#belmark) agreed on [the p$0lan.](#plan) Three.',
      { kind: 'position' },
      'One. [[Belmark](#belmark) agreed on [the plan.](#plan)]{.position} Three.',
    );
    checkAnnotate(
      '[One agreed. Two $0agreed.]{.position}',
      { kind: 'request' },
      '[One agreed. [Two agreed.]{.request}]{.position}',
    );
    checkAnnotate(
      '[[One](#one) $0agreed.]{.position}',
      { kind: 'request' },
      '[[[One](#one) agreed.]{.position}]{.request}',
    );
  });

  it('reads Japanese sentences', () => {
    checkAnnotate(
      '両大臣は会談した。日本は橋を$0再開する。以上。',
      { kind: 'commitment', id: 'm1' },
      '両大臣は会談した。[日本は橋を再開する。]{#m1 .commitment}以上。',
    );
    checkAnnotateChoices('両大臣は$0会談した。', { words: '両大臣は会談した。', id: 'm1' });
  });

  it('proposes an id that neither a mark nor an entity has', () => {
    checkAnnotateChoices(
      `
        //- readout.yaml
        entities: { bridge: { kind: place, name: The Bridge } }
        //- a.readout.md
        [the bridge]{#bridge-2 .place} and the bridge
                                           ^^^^^^^^^^
      `,
      { words: 'the bridge', id: 'bridge-3' },
    );
  });

  it('gives the kinds in order of use in the collection, then as in the codebook', () => {
    checkAnnotateChoices(
      `
        //- a.readout.md
        They $0met. [a]{.request} [b]{.request} [c]{.place}
        //- b.readout.md
        [d]{.place} [e]{.place} [f]{.unheard-of}
      `,
      {
        words: 'They met.',
        id: 'met',
        kinds: ['place 3', 'request 2', 'commitment 0', 'position 0'],
      },
    );
  });

  it('gives a mark in parts the id that its parts need, asked for or not', () => {
    const source = `alpha [beta gamma]{.place} delta\n${' '.repeat(12)}${'^'.repeat(20)}`;
    const marked = (id: string) =>
      `alpha [beta [gamma]{#${id} .position}]{.place} [delta]{continues=${id}}`;
    checkAnnotate(source, { kind: 'position' }, marked('gamma-delta'));
    checkAnnotate(source, { kind: 'position', id: 'mine' }, marked('mine'));
  });

  it('refuses what cannot be marked, and says why', () => {
    const blanks = 'One   two\n   ^^^';
    checkAnnotateRefused(blanks, { kind: 'position' }, 'Nothing but blanks');
    checkAnnotateRefused('---\ntitle: $0x\n---\n\nOne.', { kind: 'position' }, 'no sentence here');
    const front = '---\ntitle: x\n       ^\n---\n\nOne.';
    checkAnnotateRefused(front, { kind: 'position' }, 'stand in the front matter');
    const note = 'One ^[two] three\n      ^^^';
    checkAnnotateRefused(note, { kind: 'position' }, 'in a note');
    checkAnnotateRefused('O$0ne.', { kind: 'no-such' }, 'no kind “no-such”');
    checkAnnotateRefused('O$0ne.', { kind: 'position', id: '1st' }, 'cannot be an id');
    const twice = '[One]{#one .place} tw$0o.';
    checkAnnotateRefused(twice, { kind: 'position', id: 'one' }, 'Another mark');
    const entity = `
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      //- a.readout.md
      O$0ne.
    `;
    checkAnnotateRefused(entity, { kind: 'position', id: 'orla' }, 'an entity');
    checkAnnotateRefused(
      '//- readout.yaml\nname: $0x\n',
      { kind: 'position' },
      'not among the readouts',
    );
  });
});
