import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isAlike } from './alike.ts';
import { parse, reparse } from './parse.ts';

const text = `---
date: 2031-04-02
---

The Ministers [will open the port]{#port .commitment}, see [there](#port).^[So they say.]

It rained. {It} snowed.
`;

/** Whether the text is alike when the first `words` become `others`, however it is read again. */
function remains(words: string, others: string): boolean {
  assert.ok(text.includes(words));
  const changed = text.replace(words, others);
  const before = parse(text);
  const alike = isAlike(before, reparse(before, changed));
  assert.equal(isAlike(before, parse(changed)), alike);
  return alike;
}

describe('a document after a change', () => {
  it('is alike when prose was typed, taken out or written over', () => {
    assert.ok(remains('rained', 'rained all day'));
    assert.ok(remains('It rained. ', ''));
    assert.ok(remains('The Ministers ', 'Both '));
    assert.ok(remains(', see', '. See'));
    assert.ok(remains('It rained', 'It\n\nrained'));
    assert.ok(remains('It rained', 'It rained'));
  });

  it('is not when a mark, its words or its attributes, a reference, a note or the front matter is another', () => {
    for (const [words, others] of [
      ['open', 'shut'],
      ['#port .', '#harbour .'],
      ['.commitment', '.position'],
      ['(#port)', '(#ports)'],
      ['say', 'said'],
      ['2031', '2032'],
      ['rained', '[rained]{.event}'],
      ['see [there](#port)', 'see'],
      ['---\n\n', '---\n'],
    ] as const) {
      assert.ok(!remains(words, others), `${words} → ${others}`);
    }
  });

  it('is not when something else is wrong', () => {
    assert.ok(!remains('rained', 'rained]{#a}'));
  });

  it('is not when a mark has moved past the change', () => {
    const before = parse('One [two]{.event} three.\n');
    assert.ok(!isAlike(before, reparse(before, 'One three [two]{.event}.\n')));
  });
});
