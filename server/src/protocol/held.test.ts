import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { commonEnds } from '../core/text.ts';
import { linesOf } from '../workspace/lines.ts';
import { merged, movedTo } from './held.ts';
import { inOrder } from './unchanged.ts';

const named = (message: string, range: Diagnostic['range']): Diagnostic => ({ message, range });

/** A diagnostic about some words of a text. */
const about = (text: string, words: string): Diagnostic => {
  const from = text.indexOf(words);
  assert.ok(from >= 0);
  return named(words, linesOf(text).range({ from, to: from + words.length }));
};

/** The diagnostics of `before` about these words, moved to `after`, and the words they are about there. */
function move(before: string, after: string, ...words: string[]) {
  const lines = linesOf(after);
  const placed = { text: before, lines: linesOf(before) };
  const diagnostics = words.map((one) => about(before, one));
  const moved = movedTo({ text: after, lines }, { ...placed, diagnostics });
  const now = moved.map(({ range }) => {
    const { from, to } = lines.span(range);
    return after.slice(from, to);
  });
  return { diagnostics, moved, now };
}

describe('diagnostics that are held while somebody types', () => {
  it('stay where the change does not reach, as the same objects', () => {
    const before = 'The Port opens.\nThe Board met.\nThe Fund closed.\n';
    const { diagnostics, moved } = move(
      before,
      before.replace('met', 'meets'),
      ...['Port', 'Board', 'Fund'],
    );
    assert.deepEqual(moved, diagnostics);
    assert.ok(moved.every((one, i) => one === diagnostics[i]));
  });

  it('move along the line and with the lines', () => {
    const { now, moved } = move(
      'The Port and the Fund.\nThe Board.',
      'New:\n\nThe old Port and the Fund.\nThe Board.',
      ...['Port', 'Fund', 'Board'],
    );
    assert.deepEqual(now, ['Port', 'Fund', 'Board']);
    assert.deepEqual(
      moved.map(({ range }) => range.start.line),
      [2, 2, 3],
    );
  });

  it('reach as far as before when something changes within', () => {
    const { now } = move(
      'They agreed to open. Then.',
      'They agreed not to open. Then.',
      'They agreed to open.',
    );
    assert.deepEqual(now, ['They agreed not to open.']);
  });

  it('go when their edge is written over', () => {
    const { now } = move('the Port of Lee opens', 'the Portal opens', 'of Lee', 'opens');
    assert.deepEqual(now, ['opens']);
  });

  it('are those about the same words, whatever is changed elsewhere', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '😀') });
    fc.assert(
      fc.property(text, text, text, text, fc.nat(), fc.nat(), (head, old, fresh, tail, a, b) => {
        const before = head + old + tail;
        const after = head + fresh + tail;
        const ends = commonEnds(before, after);
        const lines = linesOf(before);
        const whole = (offset: number) =>
          lines.offset(lines.position(offset % (before.length + 1)));
        const [from, to] = [whole(a), whole(b)].sort((x, y) => x - y) as [number, number];
        const one = named('', lines.range({ from, to }));
        const now = linesOf(after);
        const [moved] = movedTo(
          { text: after, lines: now },
          { text: before, lines, diagnostics: [one] },
        );
        const end = before.length - ends.tail;
        const delta = after.length - before.length;
        // An editor, too, takes a line end in two for something else than the two halves of it.
        const halved = /\r$/.test(before.slice(0, end)) || /\r$/.test(after.slice(0, end + delta));
        if (halved || /\r$/.test(before.slice(0, ends.head))) return;
        if (to <= ends.head) assert.deepEqual(moved, one);
        else if (from >= end) {
          assert.deepEqual(moved?.range, now.range({ from: from + delta, to: to + delta }));
        }
      }),
    );
  });
});

describe('two lists of diagnostics', () => {
  it('become one in the order of their places', () => {
    const text = 'one two three four five';
    const some = ['one', 'three', 'five'].map((words) => about(text, words));
    const others = ['two', 'four'].map((words) => about(text, words));
    const all = merged(some, others);
    assert.deepEqual(
      all.map(({ message }) => message),
      ['one', 'two', 'three', 'four', 'five'],
    );
    assert.deepEqual(merged(some, []), some);
    assert.deepEqual(merged([], others), others);
    assert.ok(
      all.every(
        ({ range }, i) =>
          i === 0 || inOrder(all[i - 1]?.range.start ?? range.start, range.start) <= 0,
      ),
    );
  });
});
