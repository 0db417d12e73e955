import { strict as assert } from 'node:assert';
import { grouped } from './grouped.ts';
import type { Reported } from './rule.ts';

const finding = (from: number, name?: string, code = 'unlinked-restatement'): Reported => ({
  ...{ from, to: from + 5, code, severity: 'information' },
  message: { what: `Repeats ${name}.`, why: 'Why.', advice: 'Do.' },
  ...(name && { also: name, related: [{ uri: name, from: 0, to: 0, message: `Said in ${name}` }] }),
});

const whats = (findings: readonly Reported[]) =>
  grouped(findings).map(({ from, message }) => `${from}: ${message.what}`);

describe('grouped findings', () => {
  it('tell several things of the same words at once', () => {
    assert.deepEqual(whats([finding(1, 'a'), finding(1, 'b'), finding(1, 'c')]), [
      '1: Repeats a. Likewise: b and c.',
    ]);
  });

  it('name three others and count the rest', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => finding(1, name));
    assert.deepEqual(whats(all), ['1: Repeats a. Likewise: b, c, d and 2 more.']);
    const [shown] = grouped(all);
    assert.deepEqual(
      shown?.related?.map(({ uri }) => uri),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('stay apart in other places, of other rules, and where there is nothing to name', () => {
    const apart = [
      finding(1, 'a'),
      finding(1, 'b', 'other'),
      finding(7),
      finding(7),
      finding(9, 'c'),
    ];
    assert.deepEqual(grouped(apart), apart);
  });

  it('are joined anew when one of them is another', () => {
    const a = finding(1, 'a');
    assert.deepEqual(whats([a, finding(1, 'b')]), ['1: Repeats a. Likewise: b.']);
    assert.deepEqual(whats([a, finding(1, 'c')]), ['1: Repeats a. Likewise: c.']);
    assert.deepEqual(whats([a]), ['1: Repeats a.']);
  });

  it('leave the first as it is where it stands alone', () => {
    const alone = [finding(1, 'a'), finding(2, 'b')];
    assert.deepEqual(grouped(alone), alone);
  });
});
