import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksTeller, type LinedBlock } from '../../client/src/reading-view/blocks-page.ts';
import { dayInWords, daysInWords } from '../../client/src/reading-view/days.ts';
import type { BlocksPage } from '../../client/src/reading-view/messages.ts';
import { moved } from '../../client/src/reading-view/moved.ts';
import { entriesOf } from '../../client/src/reading-view/thread-entries.ts';
import type { MemberShown, StepShown } from '../../server/src/protocol/requests.ts';

describe('days of the reading view', () => {
  it('are said in the language of the reader', () => {
    assert.deepEqual(
      ['2031-05-14', '2031-05', '2031'].map((day) => dayInWords(day, 'en')),
      ['14 May 2031', 'May 2031', '2031'],
    );
    assert.deepEqual(
      ['2031-05-14', '2031-05', '2031'].map((day) => dayInWords(day, 'ja')),
      ['2031年5月14日', '2031年5月', '2031年'],
    );
    assert.equal(daysInWords('2031-05-14/2031-05-15', 'en'), '14 May 2031 – 15 May 2031');
  });

  it('stay as they are where they are none', () => {
    for (const text of ['', 'soon', '2031-13-40', '14 May', '2031-5', '２０３１']) {
      assert.equal(dayInWords(text, 'en'), text);
    }
  });
});

describe('the blocks of the reading view', () => {
  const block = (words: string, line: number): LinedBlock => ({
    line,
    block: {
      look: {
        ...{ is: 'paragraph', level: 0, pieces: [{ text: words }] },
        ...{ marks: [], references: [], notes: [] },
      },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: words.length } },
      ...{ marks: [], notes: [] },
    },
  });
  const blocks = (words: string, first = 0) =>
    [...words].map((word, at) => block(word, first + 2 * at));
  const told = ({ head, tail, fresh, lines }: BlocksPage) => ({
    ...{ head, tail, lines },
    fresh: fresh.flatMap(({ look }) => look.pieces.map((piece) => 'text' in piece && piece.text)),
  });

  it('are sent where they differ from those before, with the lines of all', () => {
    const tell = blocksTeller();
    const sentFor = (words: string, first?: number) => told(tell(blocks(words, first), 'en'));
    assert.deepEqual(sentFor('abc'), {
      head: 0,
      tail: 0,
      lines: [0, 2, 4],
      fresh: ['a', 'b', 'c'],
    });
    assert.deepEqual(sentFor('axc'), { head: 1, tail: 1, lines: [0, 2, 4], fresh: ['x'] });
    assert.deepEqual(sentFor('axc', 3), { head: 3, tail: 0, lines: [3, 5, 7], fresh: [] });
    assert.deepEqual(sentFor('aaxc'), { head: 1, tail: 2, lines: [0, 2, 4, 6], fresh: ['a'] });
    assert.deepEqual(sentFor(''), { head: 0, tail: 0, lines: [], fresh: [] });
  });

  it('are all sent in another language, and to a page that knows none', () => {
    const tell = blocksTeller();
    tell(blocks('ab'), 'en');
    assert.equal(tell(blocks('ab'), 'ja').fresh.length, 2);
    assert.equal(blocksTeller()(blocks('ab'), 'ja').fresh.length, 2);
  });

  it('are the same on the page, whatever was sent before', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words), (texts) => {
        const tell = blocksTeller();
        let page: readonly unknown[] = [];
        for (const text of texts) {
          const all = blocks(text);
          const { head, tail, fresh } = tell(all, '');
          page = [...page.slice(0, head), ...fresh, ...page.slice(page.length - tail)];
          assert.deepEqual(
            page,
            all.map(({ block }) => block),
          );
        }
      }),
    );
  });

  it('have places that go with their first line', () => {
    const range = { start: { line: 1, character: 4 }, end: { line: 3, character: 0 } };
    assert.deepEqual(moved(range, 5), {
      start: { line: 6, character: 4 },
      end: { line: 8, character: 0 },
    });
    assert.deepEqual(moved(moved(range, 5), -5), range);
  });
});

describe('the entries of a thread', () => {
  const member = (words: string): MemberShown => ({
    uri: 'a',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    ...{ kind: 'commitment', words, title: 'A' },
  });
  const step = (relation: string, from: number, to: number): StepShown => ({
    ...{ relation, from, to },
    words: [{ is: 'gained', text: `${relation} ${to}` }],
    changes: [`since ${to}`],
  });

  it('are set beside the latest that they say again', () => {
    const entries = entriesOf({
      members: [member('one'), member('two'), member('three'), member('four')],
      steps: [
        step('reaffirms', 1, 0),
        ...[step('supersedes', 2, 0), step('strengthens', 2, 1), step('part-of', 2, 3)],
        step('fulfils', 3, 0),
      ],
    });
    const read = entries.map(({ member, steps, runs, before, changes }) => [
      member.words,
      before?.words,
      steps.map(({ relation, to }) => `${relation} ${to}`),
      runs.map(({ text }) => text).join(),
      changes.join(),
    ]);
    assert.deepEqual(read, [
      ['one', undefined, [], 'one', ''],
      ['two', 'one', ['reaffirms 0'], 'reaffirms 0', 'since 0'],
      ['three', 'two', ['part-of 3', 'strengthens 1', 'supersedes 0'], 'strengthens 1', 'since 1'],
      ['four', undefined, ['fulfils 0'], 'four', ''],
    ]);
  });
});
