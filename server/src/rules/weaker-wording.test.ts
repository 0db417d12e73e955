import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { weakerWording } from './weaker-wording.ts';

const earlier = `
      //- a.readout.md
      ---
      parties: [orla, tarn]
      ---

      They [will open it]{#open .commitment due=2031-06}. They [urged patience]{#urge .request}.
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla }, tarn: { kind: actor, name: Tarn } }
`;

describe('weaker-wording', () => {
  it('tells less force, a lost actor, a later day and a day that is gone', () => {
    checkRule(
      weakerWording,
      `
      //- b.readout.md
      ---
      parties: [orla]
      ---

      They [aim to open it]{.commitment reaffirms="a#open" due=2031-07}.
                                                   ^^^^^^ “aim” instead of “will”; “Tarn” is not bound any more; the day is 2031-07 instead of 2031-06.
      They [will open it]{.commitment reaffirms="a#open" by="orla tarn"}.
                                                 ^^^^^^ no day is set instead of 2031-06
      ${earlier.trim()}
      `,
    );
  });

  it('writes that it weakens, where nothing else is reaffirmed with it', () => {
    checkFix(
      weakerWording,
      `
      //- b.readout.md
      They [aim to open it]{.commitment reaffirms="a#open" due=2031-06 by="orla tarn"}.
      ${earlier.trim()}
      `,
      `
      They [aim to open it]{.commitment weakens="a#open" due=2031-06 by="orla tarn"}.
      `,
    );
    for (const relations of ['reaffirms="a#open a#urge"', 'reaffirms="a#open" weakens="a#urge"']) {
      const text = `
      //- b.readout.md
      They [aim to open it]{.commitment ${relations} due=2031-06 by="orla tarn"}.
      ${earlier.trim()}
      `;
      assert.deepEqual(fixTitles(weakerWording, text), []);
    }
  });

  it('leaves what is as strong or stronger, other relations, and verbs of another ladder', () => {
    checkRule(
      weakerWording,
      `
      //- b.readout.md
      ---
      parties: [orla, tarn]
      ---

      They [are determined to open it]{.commitment reaffirms="a#open" due=2031-05}.
      They [aim to open it]{.commitment weakens="a#open"}.
      They [welcomed it]{.position reaffirms="a#open" due=2031-06}. [More]{.position reaffirms="a#none"}
      ${earlier.trim()}
      `,
    );
  });
});
