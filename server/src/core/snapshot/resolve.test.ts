import assert from 'node:assert/strict';
import { fixture, root } from '../../../../test/support/fixture.ts';
import {
  definitionOf,
  entriesOf,
  nameOf,
  type Resolution,
  resolve,
  resolveName,
} from './resolve.ts';
import type { Entry } from './snapshot.ts';

const { snapshot } = fixture(`
  //- readout.yaml
  entities:
    orla: { kind: place, name: Orla }
    m: { kind: actor, name: Mira }
  //- a.readout.md
  [one]{#m .place} [two]{#n .event} [again]{#n .place} [more]{continues=n}
  //- b.readout.md
  [three]{#x .place}
  //- sub/b.readout.md
  [four]{#x .event} [five]{#y .event}
  //- no key.readout.md
  [six]{#z .place}
`);
const entry = (name: string) => snapshot.entries.get(root + encodeURI(name)) as Entry;
const a = entry('a.readout.md');

/** A resolution as words: what it leads to, and where. */
function said(resolution: Resolution): string {
  if (resolution.to === 'nothing') return `no ${resolution.missing}`;
  if (resolution.to === 'entity') return `entity ${resolution.entity.id}`;
  const places = resolution.found.map((one) =>
    'entry' in one
      ? `${one.entry.uri.slice(root.length)} ${one.definition.kind}`
      : one.uri.slice(root.length),
  );
  return `${resolution.to} ${places.join(', ')}`;
}

describe('a name', () => {
  it('leads to a mark, a document or an entity, or says what is missing', () => {
    for (const [name, wanted] of [
      ['a#m', 'mark a.readout.md place'],
      ['a#n', 'mark a.readout.md event'],
      ['a#', 'document a.readout.md'],
      ['#m', 'entity m'],
      ['#orla', 'entity orla'],
      ['a#x', 'no mark'],
      ['A#m', 'no document'],
      ['c#', 'no document'],
      ['#Orla', 'no name'],
      ['no key#z', 'no document'],
      [`${root}no%20key.readout.md#z`, 'mark no%20key.readout.md place'],
    ] as const) {
      assert.equal(said(resolveName(snapshot, name)), wanted, name);
    }
  });

  it('of a key that two documents have leads to both', () => {
    assert.equal(said(resolveName(snapshot, 'b#')), 'document b.readout.md, sub/b.readout.md');
    assert.equal(
      said(resolveName(snapshot, 'b#x')),
      'mark b.readout.md place, sub/b.readout.md event',
    );
    assert.equal(said(resolveName(snapshot, 'b#y')), 'mark sub/b.readout.md event');
    assert.deepEqual(entriesOf(snapshot, 'b'), [entry('b.readout.md'), entry('sub/b.readout.md')]);
  });
});

describe('a target', () => {
  it('without a key is a mark of its own document before it is an entity', () => {
    assert.equal(said(resolve(snapshot, a, { key: '', id: 'm' })), 'mark a.readout.md place');
    assert.equal(said(resolve(snapshot, entry('b.readout.md'), { key: '', id: 'm' })), 'entity m');
    assert.equal(said(resolve(snapshot, a, { key: '', id: 'x' })), 'no name');
    const alone = entry('no key.readout.md');
    assert.equal(
      said(resolve(snapshot, alone, { key: '', id: 'z' })),
      'mark no%20key.readout.md place',
    );
  });

  it('means the same as its name', () => {
    for (const from of snapshot.entries.values()) {
      for (const key of ['', 'a', 'b', 'c']) {
        for (const id of ['', 'm', 'n', 'x', 'z', 'orla']) {
          if (!key && !id) continue;
          const direct = resolve(snapshot, from, { key, id });
          const name = nameOf(from, { key, id });
          // Two documents of one key share their marks' names: each finds those of both.
          assert.deepEqual(said(resolveName(snapshot, name)), said(direct), name);
        }
      }
    }
  });

  it('has the definition of the first of equal ids', () => {
    assert.equal(definitionOf(a, 'n')?.kind, 'event');
    assert.equal(definitionOf(a, ''), undefined);
    assert.equal(definitionOf(a, 'none'), undefined);
  });
});
