import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion } from '../../../../test/support/check.ts';

const at = (text: string) => `
  //- readout.yaml
  entities:
    futen: { kind: place, name: Northern Air Station, aliases: [the Air Station, 北飛行場] }
    north: { kind: actor, name: Northern Council, aliases: [{ text: Northern Circle, to: 2030-12-31 }] }
    kopru: { kind: place, name: "Köprü [East]" }
  //- a.readout.md
  ---
  date: 2031-05-01
  ---

  ${text}
`;
const result = (text: string) => `---\ndate: 2031-05-01\n---\n\n${text}\n`;

describe('completion of names', () => {
  it('offers names from three letters on, as references', () => {
    checkCompletion(at('They saw no$0'));
    checkCompletion(at('They saw nor$0'), 'Northern Air Station', 'Northern Council');
    const item = checkCompleted(
      at('They saw nor$0'),
      'Northern Council',
      result('They saw [Northern Council](#north)'),
    );
    assert.deepEqual(
      [item.is, item.kind, item.filterText],
      ['entity', 'actor', 'Northern Council'],
    );
  });

  it('takes in all words of a name that are typed', () => {
    checkCompletion(at('They saw the Northern  Cou$0'), 'Northern Council');
    checkCompleted(
      at('They saw Northern Air St$0.'),
      'Northern Air Station',
      result('They saw [Northern Air Station](#futen).'),
    );
    checkCompletion(at('They saw the air$0'), 'the Air Station');
    checkCompletion(at('They saw xnor$0'));
    checkCompletion(at('They saw nor $0'));
  });

  it('puts those first that the document speaks of', () =>
    checkCompletion(at('[It](#north) nor$0'), 'Northern Council', 'Northern Air Station'));

  it('knows names without accents and in Japanese', () => {
    checkCompleted(at('in kop$0'), 'Köprü [East]', result('in [Köprü \\[East\\]](#kopru)'));
    checkCompletion(at('両大臣は北飛$0'), '北飛行場');
    checkCompletion(at('両大臣は北$0'));
  });

  it('leaves out names that do not hold at the document’s date', () =>
    checkCompletion(at('The Northern C$0'), 'Northern Council'));

  it('works in marks and notes', () => {
    checkCompletion(at('[They saw nor$0]{.position}'), 'Northern Air Station', 'Northern Council');
    checkCompletion(at('They ^[saw nor$0]'), 'Northern Air Station', 'Northern Council');
    checkCompletion(at('[They saw nor$0'), 'Northern Air Station', 'Northern Council');
  });

  it('offers none where a reference cannot stand', () => {
    checkCompletion(at('[They saw nor$0](#x)'));
    checkCompletion(at('[They]{.position if="nor$0"}'));
    checkCompletion(at('They saw nor$0{.x}'));
    checkCompletion(at('They saw !nor$0'));
    checkCompletion(at('They saw \\nor$0'));
  });

  it('does not look across lines', () => checkCompletion(at('They saw Northern\n  Cou$0')));
});
