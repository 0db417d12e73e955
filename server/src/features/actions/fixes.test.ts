import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture } from '../../../../test/support/fixture.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import { contextOf, findingsOf } from '../../rules/findings.ts';
import { unresolved } from '../../rules/unresolved.ts';
import { findingsIn, fixesOf, isSuggestion, joinsOthers, titleOf } from './fixes.ts';

const { snapshot } = fixture(`
  //- a.readout.md
  Ardenia [will go]{.comitment} to [it](#nowhere).
  //- readout.yaml
  entities: { ardenia: { kind: actor, name: Ardenia } }
`);
const entry = [...snapshot.entries.values()][0] as Entry;

describe('fixes of findings', () => {
  const found = findingsIn(snapshot, entry);
  const of = (code: string) => {
    const finding = found.find((one) => one.code === code);
    assert.ok(finding, code);
    return finding;
  };

  it('are asked of all findings of a document, which are made once for a snapshot', () => {
    assert.deepEqual(found, findingsOf(snapshot, entry, 'all'));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['unlinked-mention', 'unknown-kind', 'unresolved'],
    );
    assert.equal(findingsIn(snapshot, entry), found);
  });

  it('come from the rule, the best first', () => {
    const [first] = fixesOf(of('unknown-kind'), contextOf(snapshot, entry));
    assert.deepEqual(
      first?.edits.map(({ text }) => text),
      ['.commitment'],
    );
    assert.equal(titleOf(of('unresolved')), unresolved.docs.title);
    assert.equal(titleOf({ ...of('unresolved'), code: 'nothing' }), 'nothing');
  });

  it('are told apart: what is wrong, and what could be done', () => {
    assert.deepEqual(
      found.map((finding) => isSuggestion(finding)),
      [true, false, false],
    );
  });

  it('join others only where they are preferred and stay in their document', () => {
    const edits = [{ span: { from: 0, to: 0 }, text: 'x' }];
    const fix = { title: 'x', edits, preferred: true };
    assert.equal(joinsOthers(fix), true);
    assert.equal(joinsOthers({ ...fix, preferred: false }), false);
    assert.equal(joinsOthers({ ...fix, edits: [] }), false);
    assert.equal(joinsOthers({ ...fix, rename: { from: 'a', to: 'b' } }), false);
    assert.equal(joinsOthers(undefined), false);
  });
});
