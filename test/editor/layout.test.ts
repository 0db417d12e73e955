import assert from 'node:assert/strict';
import { kindColor } from '../../client/src/draw/kind-color.ts';
import { layout } from '../../client/src/draw/layout.ts';
import { around, isDrawn } from '../../client/src/draw/lines.ts';
import type { Drawn } from '../../server/src/protocol/requests.ts';

const range = (line: number, from: number, to: number, lastLine = line) => ({
  start: { line, character: from },
  end: { line: lastLine, character: to },
});

const mark = (whole: [number, number], words: [number, number], line: number, kind: string) => ({
  range: range(line, ...whole),
  words: range(line, ...words),
  braces: range(line, words[1] + 1, whole[1]),
  kind,
  badge: kind,
  depth: 0,
});

// Line 0: `[ab [c]{.place}]{.event} [d](#e)`, line 1: `^[f [g](#h)] [i]{.target}`
const outer = mark([0, 24], [1, 15], 0, 'event');
const inner = mark([4, 15], [5, 6], 0, 'place');
const below = mark([13, 25], [14, 15], 1, 'target');
const drawn: Drawn = {
  version: 1,
  marks: [outer, inner, below],
  references: [
    { range: range(0, 25, 32), words: range(0, 26, 27), target: range(0, 28, 32), resolved: true },
    { range: range(1, 4, 11), words: range(1, 5, 6), target: range(1, 7, 11), resolved: true },
  ],
  notes: [range(1, 0, 12)],
};

describe('layout of a drawing', () => {
  it('shows every sign where all lines are shown', () => {
    const { signs, hidden, badges } = layout(drawn, () => true);
    assert.deepEqual(signs, [
      ...[range(0, 0, 1), range(0, 15, 24), range(0, 4, 5), range(0, 6, 15)],
      ...[range(1, 13, 14), range(1, 15, 25)],
      ...[range(0, 25, 26), range(0, 27, 32), range(1, 4, 5), range(1, 6, 11)],
    ]);
    assert.deepEqual([hidden, badges], [[], []]);
  });

  it('hides signs behind badges, and a note with all that is in it', () => {
    const { signs, hidden, badges } = layout(drawn, () => false);
    assert.deepEqual(signs, []);
    assert.deepEqual(hidden, [
      ...[range(0, 0, 1), range(0, 15, 24), range(0, 4, 5), range(0, 6, 15)],
      ...[range(1, 13, 14), range(1, 15, 25)],
      ...[range(0, 25, 26), range(0, 27, 32)],
      range(1, 0, 12),
    ]);
    assert.deepEqual(badges, [
      { at: { line: 0, character: 24 }, text: 'event', mark: outer },
      { at: { line: 0, character: 15 }, text: 'place', mark: inner },
      { at: { line: 1, character: 25 }, text: 'target', mark: below },
      { at: { line: 1, character: 0 }, text: '✎', mark: undefined },
    ]);
  });

  it('shows what stands on the lines of a cursor', () => {
    const { signs, hidden, badges } = layout(drawn, (from, to) => from <= 1 && 1 <= to);
    assert.deepEqual(
      signs.map(({ start }) => start.line),
      [1, 1, 1, 1],
    );
    assert.deepEqual(
      hidden.map(({ start }) => start.line),
      [0, 0, 0, 0, 0, 0],
    );
    assert.deepEqual(
      badges.map(({ text }) => text),
      ['event', 'place'],
    );
  });

  it('treats the two ends of a mark over several lines apart', () => {
    const long = { ...outer, range: range(0, 0, 9, 2), words: range(0, 1, 3, 2) };
    const { signs, hidden } = layout(
      { ...drawn, marks: [long], references: [], notes: [] },
      (from) => from === 0,
    );
    assert.deepEqual(signs, [range(0, 0, 1)]);
    assert.deepEqual(hidden, [range(2, 3, 9)]);
  });

  it('shows signs in which something is wrong, both of the same words, and notes', () => {
    const nobody = () => false;
    const shownFor = (...faults: (typeof outer.range)[]) => {
      const { signs, badges } = layout(drawn, nobody, faults);
      return { signs, badges: badges.map(({ text }) => text) };
    };
    const none = { signs: [], badges: ['event', 'place', 'target', '✎'] };
    assert.deepEqual(shownFor(range(0, 8, 10)), {
      signs: [range(0, 4, 5), range(0, 6, 15)],
      badges: ['event', 'target', '✎'],
    });
    // The target of the reference on the first line, without a character.
    assert.deepEqual(shownFor(range(0, 30, 30)), {
      signs: [range(0, 25, 26), range(0, 27, 32)],
      badges: none.badges,
    });
    // Words and what stands beside the signs do not count.
    assert.deepEqual(shownFor(range(0, 2, 4), range(0, 5, 6), range(0, 26, 27)), none);
    assert.deepEqual(shownFor(range(1, 7, 11)), {
      signs: [range(1, 4, 5), range(1, 6, 11)],
      badges: ['event', 'place', 'target'],
    });
  });
});

describe('lines that are drawn', () => {
  it('are those that are seen and a margin, from the first to the last editor', () => {
    assert.deepEqual(around([range(1000, 0, 0, 1040)]), { from: 850, to: 1191 });
    assert.deepEqual(around([range(20, 0, 0, 60), range(400, 0, 0, 440)]), { from: 0, to: 591 });
    assert.deepEqual(around([]), { from: 0, to: 151 });
  });

  it('suffice until their edge comes near, where the document goes on', () => {
    const drawn = { from: 850, to: 1191 };
    const suffice = (first: number, last: number, count = 5000) =>
      isDrawn(drawn, [range(first, 0, 0, last)], count);
    assert.deepEqual(
      [suffice(900, 1140), suffice(899, 1000), suffice(1000, 1141), suffice(3000, 3040)],
      [true, false, false, false],
    );
    assert.ok(suffice(1100, 1190, 1191));
    assert.ok(isDrawn({ from: 0, to: 151 }, [range(0, 0, 0, 40)], 5000));
    assert.ok(isDrawn(drawn, [], 5000));
  });
});

describe('colour of a mark', () => {
  it('is that of its kind', () => {
    assert.equal(kindColor({ kind: 'place' }), 'readout.place');
    assert.equal(kindColor({ kind: 'pledge' }), 'readout.otherMark');
  });

  it('is that of the codebook where it is the name of a colour, and nothing else', () => {
    assert.equal(kindColor({ kind: 'pledge', color: 'charts.green' }), 'charts.green');
    assert.equal(kindColor({ kind: 'place', color: 'charts.green' }), 'charts.green');
    assert.equal(
      kindColor({ kind: 'pledge', color: 'red; background: url(x)' }),
      'readout.otherMark',
    );
  });
});
