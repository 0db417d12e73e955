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

  it('tells who would be bound', () => {
    checkRule(
      unmarkedCommitment,
      `
      //- a.readout.md
      ---
      parties: [orla, tarn]
      ---

      [Orla](#orla), Tarn and [Ulmen](#ulmen) will open it.
                                              ^^^^^^^^^^^^ bind “Orla”, “Tarn” and “Ulmen”
      Orla, in agreement with Ulmen, will open it.
                                     ^^^^^^^^^^^^ bind “Orla”:
      Ulmen affirmed that both sides will open it.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bind “Orla” and “Tarn”:
      Orla and Tarn confirmed that they will open it.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bind “Orla” and “Tarn”:
      Tarn confirmed that Ulmen will open it.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bind “Ulmen”:
      //- readout.yaml
      entities:
        orla: { kind: actor, name: Orla }
        tarn: { kind: actor, name: Tarn }
        ulmen: { kind: actor, name: Ulmen }
      `,
    );
  });

  it('passes over what a thing will do', () => {
    checkRule(
      unmarkedCommitment,
      `
      //- a.readout.md
      ---
      parties: [orla]
      ---

      They recognize that the work will take time. They welcomed a plan that will help Orla. They spoke of
      the fund, which they will open. Production in Orla will begin in May. They saw one which will help.
                           ^^^^^^^^^
      They set up a fund that they hope will help, and a plan for Orla which we believe will be followed.
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla } }
      `,
    );
  });

  it('passes over what is named after an actor and will do something itself', () => {
    checkRule(
      unmarkedCommitment,
      `
      //- a.readout.md
      ---
      parties: [orla]
      ---

      The Orla Fellowship will bring a hundred students. The Orla Leaders Summit will begin on Monday.
      Orla’s plan for the harbour holds. Orla’s plan will also help the villages. The Orla Ministry will open it.
                                                                                                    ^^^^^^^^^^^^ bind
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla } }
      `,
    );
  });

  it('passes over what was found important and what has been signed already', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      Both sides concurred on the importance of the harbour. They agreed on the urgent need for talks.
      They have signed their first accord. They agreed on the sale of the harbour.
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    );
  });

  it('takes in what is promised where the verb stands at the end', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla, tarn]
      ---

      また、双方は、緊密に連携していくことで一致した。
             ^^^^^^^^^^^^^^^^

      両大臣は港を開くことを決定した。
          ^^^^^^^^^^^

      双方で港を開くことで一致した。
      ^^^^^^^^^^^^^^
      `,
    );
  });

  it('binds nobody by what two do where the document has one party', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      双方は、緊密に連携していくことで一致した。両国は港を開くことを決定した。我々は橋を直すことを決定した。
                                             ^^^^^^^^^^^
      `,
    );
  });

  it('finds what is promised behind another verb', () => {
    checkRule(
      unmarkedCommitment,
      `
      //- a.readout.md
      ---
      parties: [orla]
      ---

      They welcomed the report and agreed to open it.
                                   ^^^^^^^^^^^^^^^^^
      We thank the crews, and to this end commit to pay.
                                          ^^^^^^^^^^^^^
      They praise a fund that is open, and agree to pay.
                                           ^^^^^^^^^^^^
      Both sides are proud and will pay.
                               ^^^^^^^^
      Recognizing the flood, the two Governments will pay.
                                                 ^^^^^^^^
      Having met Tarn, Orla and Ulmen agreed to pay.
                                      ^^^^^^^^^^^^^ “Orla” and “Ulmen”
      They called on all to leave and agree on a truce. They welcomed the fund that grew and will help.
      They discussed what the sea will bring and how they will sail.
      //- readout.yaml
      entities:
        orla: { kind: actor, name: Orla }
        ulmen: { kind: actor, name: Ulmen }
      `,
    );
  });

  it('takes in the word that helps a verb', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      They will also continue to patrol.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    );
  });

  it('passes over what is thought, what is expected of others and what goes on already', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      They agreed that the sea is calm. They continue to believe in it. They have continued to sail.
      They hailed the signing of the accord, and expressed confidence that trade will grow.
      They expect that, in time, prices will fall. They expect that they will pay.
                                                                         ^^^^^^^^
      `,
    );
  });

  it('finds what stands beside words in quotation marks, but not what is said in them', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      They will open the “Port of All” in May. They spoke of “the fleet they will build”.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    );
  });

  it('knows by their politeness that those who speak say what they will do', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      引き続き、港の整備を着実に進めてまいります。
      ^^^^^^^^^^^^^^^^^^^^^

      我が国は、海を守り抜くと強く決意し、それを実践してきました。

      我が国は、引き続き漁を営めるよう改めるなど、漁村への支援策を講じたところです。
      `,
    );
  });

  it('reads the paragraphs of a resolution, which names its body once', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      The Council, having met in May,
      1. Decides to extend the mandate of the Lake Mission until June;
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      2. Further decides to send forty observers;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      3. Decides that all shall leave;
      4. Decides to remain seized of the matter.
      `,
    );
  });

  it('takes two who hold an office for the two parties', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla, tarn]
      ---

      The President and the Prime Minister agreed to open the port.
                                           ^^^^^^^^^^^^^^^^^^^^^^^
      After lunch, President Marrow and Prime Minister Weir will visit it.
                                                            ^^^^^^^^^^^^^
      The President and the mayor will dine. The Prime Minister will rest.
      `,
    );
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla, tarn, ulmen]
      ---

      The President and the Prime Minister agreed to open the port.
      `,
    );
  });

  it('passes over a view that is shared in Japanese', () => {
    checkRule(
      unmarkedCommitment,
      `
      ---
      parties: [orla]
      ---

      双方は、抑止力が重要であるとの認識で一致した。両大臣は、協力の重要性について一致した。両大臣は、対話が必要であるとの見解で意見が一致した。
      `,
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
