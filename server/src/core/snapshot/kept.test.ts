import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply, withCodebook } from './apply.ts';
import { keeping } from './kept.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;

/** The texts of a collection, kept; it throws when it is told of what it does not hold. */
const textsOf = keeping<Map<string, string>>({
  begin: () => new Map(),
  change: (texts, before, after) => {
    if (before) {
      assert.equal(texts.get(before.uri), before.text);
      texts.delete(before.uri);
    }
    if (!after) return;
    assert.ok(!texts.has(after.uri));
    texts.set(after.uri, after.text);
  },
  basis: ({ codebook }) => codebook,
});

const textsIn = (snapshot: Snapshot) =>
  new Map([...snapshot.entries.values()].map((entry) => [entry.uri, entry.text]));

describe('what is kept of a collection', () => {
  const change = fc.record({
    uri: fc.constantFrom('a', 'b', 'c', 'd', 'e').map(uri),
    text: fc.option(fc.constantFrom('one\n', 'two\n'), { nil: undefined }),
  });
  const step = fc.oneof(
    fc.record({ apply: fc.array(change, { minLength: 1, maxLength: 4 }) }),
    fc.record({ most: fc.integer({ min: 1, max: 3 }) }),
    fc.constantFrom({ ask: true }, { codebook: true }),
  );

  it('is true to each snapshot it is asked for, however far it had caught up before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let snapshot = emptySnapshot();
        for (const one of steps) {
          if ('apply' in one) ({ snapshot } = apply(snapshot, one.apply));
          else if ('codebook' in one) {
            ({ snapshot } = withCodebook(snapshot, { ...snapshot.codebook }));
          } else if ('ask' in one) assert.deepEqual(textsOf(snapshot), textsIn(snapshot));
          else textsOf.catchUp(snapshot, one.most);
        }
        assert.deepEqual(textsOf(snapshot), textsIn(snapshot));
      }),
      { numRuns: 2000 },
    );
  });

  it('catches up piece by piece, and says when it has', () => {
    const changes = ['a', 'b', 'c'].map((name) => ({ uri: uri(name), text: `${name}\n` }));
    const { snapshot } = apply(emptySnapshot(), changes);
    assert.equal(textsOf.catchUp(snapshot, 2), false);
    assert.equal(textsOf.catchUp(snapshot, 2), true);
    assert.equal(textsOf.catchUp(snapshot, 1), true);
    assert.deepEqual(textsOf(snapshot), textsIn(snapshot));
  });

  it('goes on where it was when a document changes in the meantime', () => {
    const names = Array.from({ length: 100 }, (_, i) => `d${i}`);
    const changes = names.map((name) => ({ uri: uri(name), text: `${name}\n` }));
    let { snapshot } = apply(emptySnapshot(), changes);
    let looked = 0;
    const counted = ({ entries, ...rest }: Snapshot): Snapshot => {
      const get = (key: string) => {
        looked++;
        return entries.get(key);
      };
      return { ...rest, entries: { ...entries, get } };
    };
    let steps = 0;
    while (!textsOf.catchUp(counted(snapshot), 1)) {
      ({ snapshot } = apply(snapshot, [{ uri: uri('d0'), text: `${steps++}\n` }]));
    }
    assert.deepEqual(textsOf(snapshot), textsIn(snapshot));
    assert.ok(looked < 4 * names.length, `it looked ${looked} times`);
  });
});
