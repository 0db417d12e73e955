import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareDays, readDate, readDay, readDue } from './dates.ts';

describe('days', () => {
  for (const day of ['2031-06-30', '2032-02-29', '2000-02-29', '0001-01-01', '2031-12-31'])
    it(`${day} is a day`, () => assert.equal(readDay(day), day));

  for (const text of [
    ...['2031-02-29', '1900-02-29', '2031-02-30', '2031-13-01', '2031-00-10', '2031-04-31'],
    ...['2031-04-00', '2031-4-1', '2031-04', '2031', '', 'today', ' 2031-04-01', '2031/04/01'],
    ...['2031-04-01T00', '２０３１-04-01', '31-04-2031'],
  ])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(readDay(text), undefined));

  it('agrees with the calendar on every day of four centuries', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2200 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          assert.equal(readDay(text) !== undefined, exists, text);
        },
      ),
    );
  });

  it('are in order', () => {
    const days = ['2031-06-30', '2030-12-31', '2031-01-01'];
    assert.deepEqual(days.sort(compareDays), ['2030-12-31', '2031-01-01', '2031-06-30']);
    assert.equal(compareDays('2031-01-01', '2031-01-01'), 0);
  });
});

describe('date of a document', () => {
  for (const [text, expected] of [
    ['2024-06-13', ['2024-06-13', '2024-06-13']],
    ['2024-06-13/2024-06-15', ['2024-06-13', '2024-06-15']],
    ['2024-06-15/2024-06-13', undefined],
    ['2024-06-13/', undefined],
    ['/2024-06-13', undefined],
    ['2024-06-13/2024-06-14/2024-06-15', undefined],
    ['2024-06', undefined],
    ['open', undefined],
  ] as const)
    it(text, () => {
      const date = readDate(text);
      assert.deepEqual(date && [date.first, date.last], expected);
    });
});

describe('due', () => {
  for (const [text, first, last, about] of [
    ['2025-06-30', '2025-06-30', '2025-06-30', false],
    ['2025-06', '2025-06-01', '2025-06-30', false],
    ['2024-02', '2024-02-01', '2024-02-29', false],
    ['2025', '2025-01-01', '2025-12-31', false],
    ['2025/2030', '2025-01-01', '2030-12-31', false],
    ['2025-03/2025-04', '2025-03-01', '2025-04-30', false],
    ['2025-03-05/2026', '2025-03-05', '2026-12-31', false],
    ['2025~', '2025-01-01', '2025-12-31', true],
    ['2025/2030~', '2025-01-01', '2030-12-31', true],
  ] as const)
    it(text, () => assert.deepEqual(readDue(text), { first, last, about, open: false }));

  it('may be open', () =>
    assert.deepEqual(readDue('open'), {
      first: undefined,
      last: undefined,
      about: false,
      open: true,
    }));

  for (const text of [
    ...['soon', '', '~', '2031-13', '2031-02-30', '2030/2025', '2025/', '/2025', '2025/2026/2027'],
    ...['2025-6', '20250630', 'Open', '2025~~', 'open~', '25', '2025 / 2030'],
  ])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(readDue(text), undefined));
});
