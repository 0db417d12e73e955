import assert from 'node:assert/strict';
import { dayInWords, daysInWords, daysWithin } from '../../client/src/reading-view/days.ts';
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
    assert.equal(
      daysWithin('due 2031-05-14 instead of 2030-05', 'en'),
      'due 14 May 2031 instead of May 2030',
    );
    assert.equal(daysWithin('with Fund 2030-2031', 'en'), 'with Fund 2030-2031');
  });

  it('stay as they are where they are none', () => {
    for (const text of ['', 'soon', '2031-13-40', '14 May', '2031-5', '２０３１']) {
      assert.equal(dayInWords(text, 'en'), text);
    }
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
    const read = entries.map(({ member, steps, runs, changes }) => [
      member.words,
      steps.map(({ relation, to }) => `${relation} ${to}`),
      runs.map(({ text }) => text).join(),
      changes.join(),
    ]);
    assert.deepEqual(read, [
      ['one', [], 'one', ''],
      ['two', ['reaffirms 0'], 'reaffirms 0', 'since 0'],
      ['three', ['part-of 3', 'strengthens 1', 'supersedes 0'], 'strengthens 1', 'since 1'],
      ['four', ['fulfils 0'], 'four', ''],
    ]);
  });
});
