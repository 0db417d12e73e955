import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion, completedAt } from '../../../../test/support/check.ts';

const at = (text: string) => `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Belmark, aliases: [the Kingdom] }
    corvia: { kind: actor, name: Corvia }
    marrow: { kind: actor, name: Adele Marrow }
    orla: { kind: place, name: Orla }
  //- 2030-plan.readout.md
  ---
  title: The Orla Plan
  date: 2030-05-01
  ---

  They [will lay the cable]{#cable .commitment} and [shared the view]{#view .position}.
  //- a.readout.md
  ---
  date: 2031-05-01
  parties: [corvia]
  ---

  ${text}
`;
const result = (text: string) => `---\ndate: 2031-05-01\nparties: [corvia]\n---\n\n${text}\n`;
const labels = (text: string) => completedAt(at(text)).found?.items.map(({ label }) => label) ?? [];

describe('completion of values', () => {
  it('offers actors, the parties first', () => {
    checkCompletion(at('[one]{.position by=$0}'), 'corvia', 'marrow', 'belmark');
    checkCompletion(at('[one](#belmark) [two]{says=$0'), 'corvia', 'belmark', 'marrow');
    checkCompletion(at('[one]{to="$0"}'), 'corvia', 'marrow', 'belmark');
  });

  it('keeps actors by id and name, and leaves out those that stand there', () => {
    checkCompletion(at('[one]{by=king$0}'), 'belmark');
    checkCompletion(at('[one]{by="corvia $0"}'), 'marrow', 'belmark');
    checkCompletion(at('[one]{by="corvia $0 marrow"}'), 'belmark');
    checkCompletion(at('[one]{by="corvia $0'), 'marrow', 'belmark');
    checkCompletion(at('[one]{by=orla$0}'));
  });

  it('writes a value in place of the word that is typed', () => {
    checkCompleted(at('[one]{by=b$0}'), 'belmark', result('[one]{by=belmark}'));
    checkCompleted(at('[one]{by=b$0mark}'), 'belmark', result('[one]{by=belmark}'));
    checkCompleted(
      at('[one]{by="corvia b$0x marrow"}'),
      'belmark',
      result('[one]{by="corvia belmark marrow"}'),
    );
    checkCompleted(at('[one]{by="b$0 and more'), 'belmark', result('[one]{by="belmark and more'));
  });

  it('offers years, months and days for due, as they are typed', () => {
    const years = ['2031', '2032', '2033', '2034', '2035', '2036', '2037', '2038'];
    checkCompletion(at('[one]{due=$0}'), ...years, 'open');
    checkCompletion(
      at('[one]{due=2032-0$0}'),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `2032-0${n}`),
    );
    checkCompletion(
      at('[one]{due=2032-02-2$0}'),
      ...Array.from({ length: 10 }, (_, n) => `2032-02-2${n}`),
    );
    checkCompletion(
      at('[one]{due="2032/2033-1$0"}'),
      '2032/2033-10',
      '2032/2033-11',
      '2032/2033-12',
    );
    checkCompletion(at('[one]{due=o$0}'), 'open');
    checkCompleted(at('[one]{due=2032/203$0}'), '2032/2033', result('[one]{due="2032/2033"}'));
  });

  it('offers the lemmas of the ladders for verb', () => {
    checkCompletion(at('[one]{verb=reaf$0}'), 'reaffirm');
    checkCompleted(at('[one]{verb=take$0}'), 'take note', result('[one]{verb="take note"}'));
    checkCompleted(at('[one]{verb="take$0"}'), 'take note', result('[one]{verb="take note"}'));
    const item = checkCompleted(at('[one]{verb=pledge$0}'), 'pledge', result('[one]{verb=pledge}'));
    assert.equal(item.detail, 'commissive, rung 8 of 10');
  });

  it('offers the three scores, quoted where other readers need it', () => {
    checkCompletion(at('[one]{.evidence score=$0}'), '+1', '0', '-1');
    checkCompleted(at('[one]{.evidence score=$0}'), '+1', result('[one]{.evidence score="+1"}'));
    checkCompleted(at('[one]{.evidence score=$0}'), '-1', result('[one]{.evidence score=-1}'));
  });

  it('offers the marks that closed before for continues, the last first', () => {
    checkCompletion(
      at('[a]{#a .place} [b]{#b .place} [c [d]{continues=$0} e]{#c .place} [f]{#f .place}'),
      'b',
      'a',
    );
  });

  it('offers documents, marks of this one and entities for a relation, in quotes', () => {
    const text = '[one]{#one .place} [two]{#two .position cites="$0"}';
    checkCompletion(at(text), '2030-plan', '#one', '#corvia', '#marrow', '#belmark', '#orla');
    checkCompleted(
      at('[two]{.position cites=$0}'),
      '#orla',
      result('[two]{.position cites="#orla"}'),
    );
    const key = checkCompleted(
      at('[two]{.position cites=$0}'),
      '2030-plan',
      result('[two]{.position cites="2030-plan#$0"}'),
    );
    assert.deepEqual([key.snippet, key.again], [true, true]);
    checkCompleted(
      at('[two]{.position cites="$0"}'),
      '2030-plan',
      result('[two]{.position cites="2030-plan#"}'),
    );
  });

  it('offers the marks of a document behind its key, those the relation takes first', () => {
    const text = (kind: string) => `[two]{.${kind} reaffirms="2030-plan#$0"}`;
    checkCompletion(at(text('position')), '2030-plan#view', '2030-plan#cable');
    checkCompletion(at(text('commitment')), '2030-plan#cable', '2030-plan#view');
    checkCompleted(
      at('[two]{.position reaffirms="#x 2030-plan#v$0"}'),
      '2030-plan#view',
      result('[two]{.position reaffirms="#x 2030-plan#view"}'),
    );
    checkCompletion(
      at('[two]{.position reaffirms="2030-plan#view 2030-plan#$0"}'),
      '2030-plan#cable',
    );
  });

  it('offers own marks and entities behind a lone #, but not the mark itself', () => {
    checkCompletion(
      at('[one]{#one .place} [two]{#two .place cites="#$0"}'),
      '#one',
      '#corvia',
      '#marrow',
      '#belmark',
      '#orla',
    );
    checkCompletion(at('[one]{#one .place} [two]{.place part-of="#$0"}'), '#one');
  });

  it('finds marks of other documents by their words', () => {
    checkCompletion(at('[two]{.commitment reaffirms="lay$0"}'), '2030-plan#cable');
    assert.deepEqual(labels('[two]{.commitment reaffirms="will$0"}'), ['2030-plan#cable']);
  });

  it('knows nothing of other keys and of words', () => {
    checkCompletion(at('[one]{if=$0}'));
    checkCompletion(at('[one]{nothing=$0}'));
    checkCompletion(at('one by=$0'));
  });
});
