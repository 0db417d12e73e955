import assert from 'node:assert/strict';
import { dateInWords, dayInWords, dueInWords } from './days.ts';

describe('days in words', () => {
  it('a day', () => assert.equal(dayInWords('2033-04-02'), '2 April 2033'));
  it('a month', () => assert.equal(dayInWords('2033-12'), 'December 2033'));
  it('a year', () => assert.equal(dayInWords('2033'), '2033'));
  it('a meeting of several days', () =>
    assert.equal(dateInWords('2033-04-02/2033-04-03'), '2 April 2033 – 3 April 2033'));
  it('what is no date', () => {
    assert.equal(dateInWords('2033-02-30'), undefined);
    assert.equal(dateInWords('2033-04'), undefined);
    assert.equal(dateInWords('2033-04-02/2033-04-03/2033-04-04'), undefined);
  });
  it('a due date', () => {
    assert.equal(dueInWords('2033-04'), 'April 2033');
    assert.equal(dueInWords('2033/2035-06'), '2033 – June 2035');
    assert.equal(dueInWords('2033~'), 'about 2033');
    assert.equal(dueInWords('open'), 'left open by the text');
    assert.equal(dueInWords('soon'), undefined);
  });
});
