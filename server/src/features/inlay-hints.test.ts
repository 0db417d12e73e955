import assert from 'node:assert/strict';
import { checkHints } from '../../../test/support/check.ts';
import { fixture } from '../../../test/support/fixture.ts';
import { inlayHints } from './inlay-hints.ts';

const names = `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Kingdom of Belmark, aliases: [ベルマルク, KB] }
    corvia: { kind: actor, name: Corvia }
    doria: { kind: actor, name: Doria }
    erden: { kind: actor, name: Erden }
    veyl: { kind: actor, name: Ana Veyl }
    nameless: { kind: place }
`;

describe('inlay hints', () => {
  it('the name behind a reference whose words do not say it', () =>
    checkHints(
      `${names}  //- a.readout\n  [The Minister](#veyl), [Minister Veyl](#veyl), [CORVIA](#corvia), [it](#nameless), [that](#gone).`,
      ['names'],
      '[The Minister](#veyl)‹Ana Veyl›, [Minister Veyl](#veyl), [CORVIA](#corvia), [it](#nameless), [that](#gone).',
    ));
  it('none behind another name in full, but behind an abbreviation', () =>
    checkHints(
      `${names}  //- a.readout\n  [ベルマルク](#belmark), [KB](#belmark) and [the islanders](#belmark).`,
      ['names'],
      '[ベルマルク](#belmark), [KB](#belmark)‹Kingdom of Belmark› and [the islanders](#belmark)‹Kingdom of Belmark›.',
    ));
  it('none behind a reference to a mark or a document', () =>
    checkHints(
      '[will act]{#act .commitment} [so](#act)',
      ['names'],
      '[will act]{#act .commitment} [so](#act)',
    ));
  it('who is bound, where the mark does not say so', () =>
    checkHints(
      `${names}  //- a.readout\n  ---\n  parties: [corvia, doria, erden, veyl]\n  terms: { the Two: [corvia, doria] }\n  ---\n\n  The Two [will act]{.commitment}. They [will go]{.commitment}. It [will]{.commitment by=erden}. [Orla]{.place}`,
      ['actors'],
      'The Two [will act]{.commitment}‹Corvia, Doria›. They [will go]{.commitment}‹Corvia, Doria, 2 more›. It [will]{.commitment by=erden}. [Orla]{.place}',
    ));
  it('what became of a mark that does not stand', () =>
    checkHints(
      '[will act]{#act .commitment due=2031} [go]{#go .commitment} [goes]{.commitment supersedes="#go"} [does]{.commitment due=2032} [will]{.commitment}',
      ['status'],
      '[will act]{#act .commitment due=2031}‹overdue› [go]{#go .commitment}‹superseded› [goes]{.commitment supersedes="#go"} [does]{.commitment due=2032}‹overdue› [will]{.commitment}',
    ));
  it('who is bound and what became of it in one', () =>
    checkHints(
      `${names}  //- a.readout\n  ---\n  parties: [corvia, doria]\n  ---\n\n  [will act]{#act .commitment due=2031}`,
      ['actors', 'status'],
      '[will act]{#act .commitment due=2031}‹Corvia, Doria · overdue›',
    ));
  it('only those that are wanted, and only within the span', () => {
    const { snapshot } = fixture('[act]{#act .commitment due=2031} and [go]{.commitment due=2031}');
    const uri = 'file:///c/a.readout.md';
    const none = { names: false, actors: false, status: false };
    assert.deepEqual(inlayHints(snapshot, uri, { from: 0, to: 99 }, none), []);
    const all = { names: true, actors: true, status: true };
    const found = inlayHints(snapshot, uri, { from: 0, to: 9 }, all) ?? [];
    assert.deepEqual(
      found.map(({ at }) => at),
      [32],
    );
    assert.equal(
      inlayHints(snapshot, 'file:///c/none.readout', { from: 0, to: 9 }, all),
      undefined,
    );
  });
});
