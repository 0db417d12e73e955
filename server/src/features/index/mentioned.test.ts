import assert from 'node:assert/strict';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot, type Mentioned, mentionsOf } from '../../core/snapshot/snapshot.ts';
import { mentionedBy } from './mentioned.ts';

describe('who mentions a name, kept from one question to the next', () => {
  const uri = (i: number) => `file:///c/d${i}.readout.md`;
  const many = Array.from({ length: 100 }, (_, i) => ({ uri: uri(i), text: `[a](a#act) in ${i}` }));
  const said = (all: readonly Mentioned[]) =>
    all.map(({ entry, mention }) => `${entry.uri} ${mention.from} ${entry.text}`).sort();

  it('is what a new look-up gives, whatever comes, goes and changes', () => {
    let { snapshot } = apply(emptySnapshot(), many);
    const changes = [
      { uri: uri(3), text: 'now [twice](a#act) and [again](a#act)' },
      { uri: uri(4), text: 'no more' },
      { uri: uri(5), text: undefined },
      { uri: uri(200), text: 'as [new](a#act)', version: 1 },
      { uri: uri(201), text: 'of something else' },
      { uri: uri(200), text: 'as [newer](a#act)', version: 2 },
    ];
    for (const change of changes) {
      assert.deepEqual(said(mentionedBy(snapshot, 'a#act')), said(mentionsOf(snapshot, 'a#act')));
      ({ snapshot } = apply(snapshot, [change]));
    }
    assert.deepEqual(said(mentionedBy(snapshot, 'a#act')), said(mentionsOf(snapshot, 'a#act')));
  });

  it('gives the same list again while nothing changes, and for an older snapshot the older', () => {
    const { snapshot } = apply(emptySnapshot(), many);
    const first = mentionedBy(snapshot, 'a#act');
    assert.equal(mentionedBy(snapshot, 'a#act'), first);
    const next = apply(snapshot, [{ uri: uri(0), text: 'gone' }]).snapshot;
    assert.equal(mentionedBy(next, 'a#act').length, 99);
    assert.equal(mentionedBy(snapshot, 'a#act').length, 100);
  });

  it('keeps no more than it should', () => {
    const names = Array.from({ length: 700 }, (_, i) => `[x](a#n${i})`).join(' ');
    const texts = many.map((one) => ({ ...one, text: names }));
    const { snapshot } = apply(emptySnapshot(), texts);
    const first = mentionedBy(snapshot, 'a#n0');
    for (let i = 1; i < 700; i++) mentionedBy(snapshot, `a#n${i}`);
    assert.notEqual(mentionedBy(snapshot, 'a#n0'), first);
    assert.equal(mentionedBy(snapshot, 'a#n0').length, 100);
  });
});
