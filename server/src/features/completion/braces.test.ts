import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion, completedAt } from '../../../../test/support/check.ts';

const labels = (source: string) => completedAt(source).found?.items.map(({ label }) => label) ?? [];

const kinds = [
  ...['commitment', 'position', 'request', 'evidence', 'actor', 'place', 'instrument', 'event'],
  ...['concept', 'deadline', 'condition', 'target'],
];
const attributes = ['by', 'says', 'to', 'verb', 'due', 'if'];
const fromAny = ['supersedes', 'cites', 'parallels', 'contradicts'];

describe('completion in braces', () => {
  it('offers kinds behind a dot, the most used first', () => {
    const dotted = kinds.map((kind) => `.${kind}`);
    checkCompletion('[one]{.$0}', ...dotted);
    checkCompletion('[one]{#a .$0', ...dotted);
    const used = '[a]{.place} [b]{.place} [c]{.request}';
    assert.deepEqual(labels(`[one]{.$0} ${used}`).slice(0, 3), [
      '.place',
      '.request',
      '.commitment',
    ]);
  });

  it('keeps kinds that begin with what is typed', () => {
    checkCompletion('[one]{.com$0}', '.commitment');
    checkCompletion('[one]{.con$0', '.concept', '.condition');
    checkCompletion('[one]{.zzz$0}');
  });

  it('writes a kind in place of what is typed', () => {
    checkCompleted('[one]{#a .com$0}', '.commitment', '[one]{#a .commitment}');
    checkCompleted('[one]{.c$0om by=x}', '.commitment', '[one]{.commitment by=x}');
    checkCompleted('[one]{.com$0 and more', '.commitment', '[one]{.commitment and more');
    checkCompleted('[one]{.com$0more', '.commitment', '[one]{.commitmentmore');
  });

  it('knows the kinds of the codebook', () => {
    checkCompletion(
      `
        //- readout.yaml
        kinds: { pledge: { means: a promised sum }, place: off }
        //- a.readout.md
        [one]{.p$0}
      `,
      '.position',
      '.pledge',
    );
  });

  it('says what a kind means', () => {
    const item = checkCompleted('[one]{.pos$0}', '.position', '[one]{.position}');
    assert.equal(item.is, 'kind');
    assert.match(item.detail, /^A stance without an action/);
    assert.match(item.documentation(), /✓ .*✗/s);
  });

  it('proposes an id made from the words', () => {
    checkCompletion('They [will reopen the bridge]{#$0}', '#reopen-bridge');
    checkCompletion('They [will reopen the bridge]{#$0', '#reopen-bridge');
    checkCompletion('They [will reopen the bridge]{#re$0}', '#reopen-bridge');
    checkCompletion('They [will reopen the bridge]{#x$0}');
    checkCompletion('[a]{#bridge .place} [the bridge]{#$0}', '#bridge-2');
  });

  it('offers attributes, then relations, those that the kind takes first', () => {
    checkCompletion(
      '[one]{#a .commitment $0}',
      ...attributes,
      ...['reaffirms', 'strengthens', 'weakens', 'supersedes', 'fulfils', 'part-of', 'depends-on'],
      ...['cites', 'parallels', 'contradicts', 'breaches'],
    );
    checkCompletion(
      '[one]{#a .evidence $0}',
      ...attributes,
      'score',
      ...['supersedes', 'fulfils', 'breaches', 'cites', 'parallels', 'contradicts'],
      ...['reaffirms', 'strengthens', 'weakens', 'part-of', 'depends-on'],
    );
    assert.deepEqual(labels('[one]{#a .place $0}').slice(0, 10), [...attributes, ...fromAny]);
  });

  it('leaves out what stands there', () => {
    assert.ok(!labels('[one]{.position by=x $0}').includes('by'));
    assert.ok(!labels('[one]{.position $0 by=x}').includes('by'));
    assert.ok(labels('[one]{.position b$0y=x}').includes('by'));
  });

  it('offers all that may stand in empty braces', () => {
    const all = labels('They [will reopen it]{$0}');
    assert.deepEqual(
      all.slice(0, kinds.length),
      kinds.map((kind) => `.${kind}`),
    );
    assert.deepEqual(all.slice(kinds.length, kinds.length + 3), ['#reopen', 'by', 'says']);
    assert.equal(all[all.length - 1], 'continues');
    assert.ok(!labels('[one]{#a $0}').includes('continues'));
  });

  it('writes keys with what their values need', () => {
    const by = checkCompleted('[one]{.position b$0}', 'by', '[one]{.position by=}');
    assert.equal(by.snippet, false);
    assert.equal(by.again, true);
    const cites = checkCompleted('[one]{.position ci$0}', 'cites', '[one]{.position cites="$0"}');
    assert.equal(cites.snippet, true);
    checkCompleted('[one]{.position i$0}', 'if', '[one]{.position if="$0"}');
    checkCompleted('[one]{.position t$0o=x}', 'to', '[one]{.position to=x}');
    checkCompleted('[one]{.position t$0=x}', 'to', '[one]{.position to=x}');
  });

  it('keeps keys by what is typed, the beginning of the name before others', () => {
    checkCompletion('[one]{.position d$0}', 'due', 'depends-on');
    checkCompletion('[one]{.commitment on$0}', 'depends-on');
  });

  it('knows braces from text', () => {
    checkCompletion('one {.$0}');
    checkCompletion('[one] {.$0}');
    checkCompletion('[one]{.place}.$0');
    checkCompletion('[one]{.place} {.$0');
    checkCompletion('[one]{a {.$0');
    checkCompletion('[one\\]{.$0');
    checkCompletion('[one]{if="a .$0"}');
  });

  it('works behind half a construct before it', () => {
    checkCompletion('[one]{.pla [two]{.pos$0}', '.position');
    checkCompletion('[one](#x [two]{.pos$0} three', '.position');
  });
});
