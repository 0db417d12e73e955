import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion, completedAt } from '../../../../test/support/check.ts';

const at = (text: string, date = 'date: 2031-05-01') => `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Belmark, aliases: [the Kingdom] }
    orla: { kind: place, name: Orla }
  //- 2030-plan.readout.md
  ---
  title: The Orla Plan
  date: 2030-05-01
  ---

  They [will lay the cable]{#cable .commitment} and [agree]{.position} in [Linden]{#linden .place}.
  //- 2031-talks.readout.md
  ---
  title: Second talks
  date: 2031-06-01
  ---

  They [laid the cable]{#laid .evidence fulfils="2030-plan#cable"}.
  //- undated.readout.md
  Nothing.
  //- a.readout.md
  ---
  ${date}
  ---

  ${text}
`;

describe('completion of targets', () => {
  it('offers ids behind (#: of this document, then entities', () => {
    checkCompletion(at('[One](#$0) [two]{#two .place}'), 'two', 'belmark', 'orla');
    checkCompletion(at('[One](#orla) [two](#$0'), 'orla', 'belmark');
  });

  it('keeps those that have what is typed at the beginning of a word of id or words', () => {
    const marks = '[the old ferry]{#ferry-one .place} [a port]{#two .place}';
    checkCompletion(at(`[One](#fe$0) ${marks}`), 'ferry-one');
    checkCompletion(at(`[One](#port$0) ${marks}`), 'two');
    checkCompletion(at(`[One](#king$0) ${marks}`), 'belmark');
    checkCompletion(at(`[One](#zzz$0) ${marks}`));
  });

  it('offers the ids of a document behind its key', () => {
    checkCompletion(at('[One](2030-plan#$0)'), 'cable', 'linden');
    checkCompletion(at('[One](2030-plan#ca$0)'), 'cable');
    checkCompletion(at('[One](2030-none#$0)'));
  });

  it('offers keys behind ](, the nearest in time first, without a date the newest', () => {
    checkCompletion(at('[One]($0)'), '2031-talks', '2030-plan', 'undated');
    checkCompletion(at('[One]($0)', 'date: 2030-06-01'), '2030-plan', '2031-talks', 'undated');
    checkCompletion(at('[One]($0)', 'lang: en'), '2031-talks', '2030-plan', 'undated');
  });

  it('keeps the keys that have what is typed in key or title', () => {
    checkCompletion(at('[One](2030$0)'), '2030-plan');
    checkCompletion(at('[One](se$0)'), '2031-talks');
  });

  it('finds marks of other documents by their words', () => {
    checkCompletion(at('[One](lay$0)'), '2030-plan#cable');
    checkCompletion(at('[One](cab$0)'), '2031-talks#laid', '2030-plan#cable');
    checkCompleted(at('[One](cab$0'), '2030-plan#cable', result('[One](2030-plan#cable)'));
  });

  it('writes what is missing, and nothing twice', () => {
    checkCompleted(at('[One](#$0'), 'orla', result('[One](#orla)'));
    checkCompleted(at('[One](#or$0)'), 'orla', result('[One](#orla)'));
    checkCompleted(at('[One](#o$0rl)'), 'orla', result('[One](#orla)'));
    checkCompleted(at('[One](#or$0 and so on'), 'orla', result('[One](#orla) and so on'));
    const key = checkCompleted(at('[One](20$0'), '2030-plan', result('[One](2030-plan#'));
    assert.equal(key.again, true);
    checkCompleted(at('[One](20$030)'), '2030-plan', result('[One](2030-plan#)'));
    checkCompleted(at('[One](20$031-talks#x)'), '2030-plan', result('[One](2030-plan#x)'));
  });

  it('works in notes and across lines', () => {
    checkCompletion(at('One ^[see [two](2030-plan#$0)]'), 'cable', 'linden');
    checkCompletion(at('[one\n  two](2030-plan#$0'), 'cable', 'linden');
  });

  it('offers nothing where no reference can stand', () => {
    checkCompletion(at('One (#$0'));
    checkCompletion(at('One](#$0'));
    checkCompletion(at('[One\\](#$0'));
    checkCompletion(at('One ^[two](#$0'));
    checkCompletion(at('[One] (#$0'));
    checkCompletion(at('[One](# $0'));
    checkCompletion(at('[One](https://$0'));
    checkCompletion(at('[One](two$0 three)'));
  });

  it('shows words, date, document and status', () => {
    const item = (source: string, label: string) => {
      const found = completedAt(source).found?.items.find((one) => one.label === label);
      return [found?.is, found?.kind, found?.detail, found?.documentation(), found?.filterText];
    };
    assert.deepEqual(item(at('[One](2030-plan#$0)'), 'cable'), [
      'mark',
      'commitment',
      'will lay the cable · 2030-05-01 · The Orla Plan · fulfilled',
      '“will lay the cable”\n\n1 May 2030 · The Orla Plan · fulfilled',
      'cable will lay the cable',
    ]);
    assert.deepEqual(item(at('[One](#$0)'), 'belmark'), [
      'entity',
      'actor',
      'Belmark · the Kingdom',
      '**Belmark**\n\nthe Kingdom',
      'belmark Belmark the Kingdom',
    ]);
    assert.deepEqual(item(at('[One]($0)'), '2030-plan'), [
      'document',
      'document',
      '2030-05-01 · The Orla Plan',
      '1 May 2030 · The Orla Plan',
      '2030-plan The Orla Plan',
    ]);
  });

  it('gives at most 50, and says that there are more', () => {
    const marks = Array.from({ length: 120 }, (_, i) => `[ship ${i}]{#s${i} .actor}`).join(' ');
    const { found } = completedAt(`[one](#$0 ${marks}`);
    assert.equal(found?.items.length, 50);
    assert.equal(found?.incomplete, true);
    assert.equal(completedAt(`[one](#s11$0 ${marks}`).found?.incomplete, false);
    const files = Array.from({ length: 120 }, (_, i) => `//- d${i}.readout.md\nOne.\n`).join('');
    const keys = completedAt(`${files}//- a.readout.md\n[one]($0`).found;
    assert.equal(keys?.items.length, 50);
    assert.equal(keys?.incomplete, true);
  });
});

function result(text: string): string {
  return `---\ndate: 2031-05-01\n---\n\n${text}\n`;
}
