import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { noActor } from './no-actor.ts';

describe('no-actor', () => {
  it('marks commitments that bind nobody', () => {
    checkRule(
      noActor,
      `
      [go]{.commitment} [go]{.commitment by=japan} [so]{.position}
       ^^ Nobody is named
      `,
    );
  });

  it('counts the parties, and words that stand for actors', () => {
    checkRule(noActor, '---\nparties: [japan]\n---\n\n[go]{.commitment}\n');
    checkRule(
      noActor,
      `
      ---
      parties: []
      terms: { the Ministers: [nakatani], nobody: [] }
      ---

      The [Ministers]{.actor} [will go]{.commitment}. They [will go]{.commitment}, nobody else.
                                                            ^^^^^^^
      `,
    );
  });
});
