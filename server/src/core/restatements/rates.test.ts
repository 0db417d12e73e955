import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { setOtherRates } from './rates.ts';

const kept = 'The Board decided to keep its target for the overnight rate at 2-1/4 percent';

describe('decisions on a rate', () => {
  it('are others at another level', () => {
    assert.equal(
      setOtherRates(kept, 'The Board decided to maintain the overnight rate at 3 per cent.'),
      true,
    );
    assert.equal(
      setOtherRates('政策金利を0.25%程度に維持する。', '政策金利を0.5%程度に維持する。'),
      true,
    );
  });

  it('are others in another direction', () => {
    for (const decided of ['raise', 'lower', 'increase', 'cut']) {
      assert.equal(setOtherRates(kept, `It decided to ${decided} the overnight rate.`), true);
    }
    assert.equal(
      setOtherRates('政策金利を引き上げることを決定した。', '政策金利を維持する。'),
      true,
    );
  });

  it('are others where one tells a level and one does not', () => {
    const raised = 'The Board decided to raise the overnight rate to 2-1/4 percent.';
    assert.equal(
      setOtherRates(raised, 'It expects further increases in the overnight rate.'),
      true,
    );
  });

  it('go by the verb next to the rate', () => {
    const both =
      'While reducing its holdings, the Board decided to keep the overnight rate at 2-1/4 percent.';
    assert.equal(setOtherRates(kept, both), false);
    assert.equal(setOtherRates(kept, 'Having kept its holdings, it lowered the bank rate.'), true);
  });

  it('are the same at one level, however it is written', () => {
    assert.equal(
      setOtherRates(kept, 'The current 2‑1/4 percent overnight rate remains appropriate.'),
      false,
    );
    assert.equal(
      setOtherRates(kept, 'The overnight rate was left at 2 - 1/4% for the time being.'),
      false,
    );
  });

  it('are others by another step', () => {
    const cut = (step: number) => `It cut the overnight rate by ${step} basis points to 2 percent.`;
    assert.equal(setOtherRates(cut(25), cut(50)), true);
    assert.equal(setOtherRates(cut(25), cut(25)), false);
  });

  it('are not said again where no rate is set, if they say no more', () => {
    const path = 'The Board will weigh the path of its target for the overnight rate.';
    assert.equal(setOtherRates(`${kept}.`, path), true);
    const more = ' It expects that weak demand will warrant low levels of the rate for some time';
    assert.equal(
      setOtherRates(`${kept}.${more}, and longer if prices stay weak.${more}.`, path),
      false,
    );
  });

  it('are not meant where no rate is set, or another figure is', () => {
    for (const [a, b] of [
      ['Low levels of the overnight rate will be warranted for an extended period.', kept],
      ['We will raise the share of rail to 20 percent.', 'We will raise it to 30 percent.'],
      ['The rate of accidents fell to 2 percent.', 'The rate of accidents fell to 1 percent.'],
    ] as const) {
      assert.equal(setOtherRates(a, b), false, b);
    }
  });
});
