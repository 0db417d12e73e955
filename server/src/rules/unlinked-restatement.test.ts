import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { unlinkedRestatement } from './unlinked-restatement.ts';
describe('unlinked-restatement', () => {
  for (const [i, text] of [...unlinkedRestatement.examples.good, ...unlinkedRestatement.examples.bad].entries())
    it(`example ${i}`, () => checkRule(unlinkedRestatement, text));
});
