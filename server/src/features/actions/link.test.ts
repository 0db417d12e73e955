import assert from 'node:assert/strict';
import {
  checkLink,
  checkLinkChoice,
  checkLinkChoices,
  checkLinkRefused,
} from '../../../../test/support/check.ts';
import { fixture } from '../../../../test/support/fixture.ts';
import { linkChoices } from './link.ts';

const codebook = `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Belmark, aliases: [the Kingdom] }
    belmark-navy: { kind: actor, name: Belmark Navy }
    orla: { kind: place, name: Orla, aliases: [オルラ] }
`;

const others = `
  //- 2030-plan.readout.md
  ---
  title: The Orla Plan
  date: 2030-05-01
  ---

  They [will lay the cable]{#cable .commitment} and [agree]{.position}.
  //- 2031-talks.readout.md
  ---
  title: Second talks
  date: 2031-06-01
  ---

  They [will lay a second cable by 2035]{#second .commitment}.
`;

const at = (text: string, date = '2031-05-01') => `${codebook}${others}
  //- a.readout.md
  ---
  date: ${date}
  ---

  ${text}
`;

describe('link', () => {
  it('offers first what is called like the selected words, then what they name', () => {
    const source = at('the Belmark Navy sailed\n      ^^^^^^^^^^^^');
    checkLinkChoices(source, '', {
      words: 'Belmark Navy',
      first: ['#belmark-navy', '#belmark', '#orla'],
    });
    checkLinkChoices(at('in the Kingdom of Orla\n     ^^^^^^^^^^^^^^^^^^^'), '', {
      words: 'the Kingdom of Orla',
      first: ['#belmark', '#orla'],
    });
  });

  it('takes the name under the cursor where nothing is selected, else the word', () => {
    checkLinkChoices(at('the Belmark Na$0vy sailed'), '', { words: 'Belmark Navy' });
    checkLinkChoices(at('大臣はオル$0ラで会談'), '', { words: 'オルラ', first: ['#orla'] });
    checkLinkChoices(at('the Belmark Navy sai$0led.'), '', { words: 'sailed' });
  });

  it('then offers what the document speaks of, marks and documents near in time', () => {
    checkLinkChoices(at('[X](#orla) sail$0ed.'), '', {
      words: 'sailed',
      all: [
        ...['#orla', '#belmark', '#belmark-navy'],
        ...['2031-talks#second', '2030-plan#cable'],
        ...['2031-talks#', '2030-plan#'],
      ],
      more: false,
    });
    checkLinkChoices(at('It sail$0ed.', '2030-06-01'), '', {
      all: [
        ...['#belmark', '#belmark-navy', '#orla'],
        ...['2030-plan#cable', '2031-talks#second'],
        ...['2030-plan#', '2031-talks#'],
      ],
    });
  });

  it('offers marks that hold the selected words', () => {
    checkLinkChoices(at('the second cable\n      ^^^^^^^^^^^^'), '', {
      first: ['#belmark', '#belmark-navy', '#orla', '2031-talks#second', '2031-talks#'],
    });
  });

  it('searches by words, of entities, marks and documents', () => {
    checkLinkChoices(at('It sail$0ed.'), 'king', { all: ['#belmark'] });
    checkLinkChoices(at('It sail$0ed.'), 'lay cab', {
      all: ['2031-talks#second', '2030-plan#cable'],
    });
    checkLinkChoices(at('It sail$0ed.'), 'talks', { all: ['2031-talks#'] });
    checkLinkChoices(at('It sail$0ed.'), 'zzz', { all: [], more: false });
  });

  it('searches by dates, alone or with words', () => {
    const source = at('It sail$0ed.');
    checkLinkChoices(source, '2031-06', { all: ['2031-talks#second', '2031-talks#'] });
    checkLinkChoices(source, 'cable 2030', { all: ['2030-plan#cable'] });
    checkLinkChoices(source, '2035', { all: ['2031-talks#second'] });
    checkLinkChoices(source, 'plan 2030', { all: ['2030-plan#'] });
  });

  it('shows names, words and dates', () => {
    const source = at('It sail$0ed.');
    checkLinkChoice(source, '#belmark', 'Belmark | actor | the Kingdom');
    checkLinkChoice(
      source,
      '2030-plan#cable',
      'will lay the cable | commitment | 2030-05-01 · The Orla Plan · cable',
    );
    checkLinkChoice(source, '2030-plan#', 'The Orla Plan | 2030-05-01 | 2030-plan');
  });

  it('names marks of the document itself without a key', () => {
    checkLinkChoices(at('[The fleet]{#fleet .actor} sail$0ed.'), 'fleet', { all: ['#fleet'] });
  });

  it('says that there are more than are shown', () => {
    const marks = Array.from({ length: 40 }, (_, i) => `[ship ${i}]{#s${i} .actor}`).join(' ');
    const { snapshot, files } = fixture(`//- a.readout.md\nIt sails.\n//- b.readout.md\n${marks}`);
    const choices = linkChoices(snapshot, files[0]?.uri ?? '', { from: 0, to: 2 }, 'ship');
    assert.ok(!('refused' in choices));
    assert.equal(choices.items.length, 30);
    assert.equal(choices.more, true);
  });

  it('makes the words a reference', () => {
    checkLink(
      '[It](#x) met in Orla, [a port]{#x .place}.\n                ^^^^',
      '#x',
      '[It](#x) met in [Orla](#x), [a port]{#x .place}.',
    );
    checkLink('The [po$0rt]{#x .place} ails.', '#x', 'The [[port](#x)]{#x .place} ails.');
  });

  it('refuses what cannot be linked, and says why', () => {
    checkLinkRefused('It sail$0ed.', '#nothing', 'nothing called “#nothing”');
    checkLinkRefused('It sail$0ed.', 'no target', 'nothing called');
    checkLinkRefused('It.$0', '#x', 'no words here');
    checkLinkRefused('[It](#a) [sails]{#b .place}\n ^^', '#b', 'linked already');
    checkLinkRefused('//- readout.yaml\nname: $0x\n', '#x', 'not among the readouts');
  });
});
