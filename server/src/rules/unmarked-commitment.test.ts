import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { unmarkedCommitment } from './unmarked-commitment.ts';

describe('unmarked-commitment', () => {
  it('needs an actor before the verb, and force at the line or above', () => {
    checkRule(
      unmarkedCommitment,
      `
      //- a.readout.md
      ---
      parties: [orla]
      terms: { the hosts: [tarn] }
      ---

      The bridge will open in May. They will consider a fund. They hope to meet again.
      The hosts intend to open it. Orla agreed to pay for
                ^^^^^^^^^^^^^^^^^ “Tarn”
      half of it. Both sides should not tolerate it.
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla }, tarn: { kind: actor, name: Tarn } }
      rules: { x: off }
      `
        .replace('Orla agreed to pay for\n', 'Orla shone.\n')
        .replace('      half of it. ', '      '),
    );
  });

  it('passes over titles, headings, questions, conditions and quotations', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      # They will open it

      They said: “We will open it.” Will they open it? If it rains they will close it.
      They [will open it]{.position} in May.
      `,
    );
  });

  it('marks the words from the verb on, with an id of their own', () => {
    checkFix(
      unmarkedCommitment,
      '---\nparties: [orla]\n---\n\nThey affirmed that they will open [the port](#port).\n',
      '---\nparties: [orla]\n---\n\nThey [affirmed that they will open [the port](#port)]{#open-port .commitment}.\n',
    );
  });
});
