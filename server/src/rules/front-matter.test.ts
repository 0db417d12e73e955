import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, relatedOf } from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { frontMatter } from './front-matter.ts';

describe('front-matter', () => {
  it('marks values of a wrong form at their place', () => {
    checkRule(
      frontMatter,
      `
      ---
      title: Talks
      date: last spring
            ^^^^^^^^^^^ a day of the calendar
      parties: { japan: yes }
               ^^^^^^^^^^^^^^ ids of the codebook
      sha256: 12ab
              ^^^^
      mine: [anything]
      ---

      Text.
      `,
    );
  });

  it('marks YAML that cannot be read', () => {
    checkRule(
      frontMatter,
      `
      ---
      title: "Talks
             ^^^^^^
      ---

      Text.
      `,
    );
    checkRule(
      frontMatter,
      `
      ---
      just a line
      ^^^^^^^^^^^^ no front matter
      ---
      `,
    );
  });

  it('marks what a comma has cut, and puts it together again', () => {
    const text = `
      ---
      { place: Orla, North, date: 2031-04-02, parties: orla, tarn, mine: { a: b, c } }
                     ^^^^^ a comma ends a value
                                                             ^^^^ Write a list
      ---

      Text.
    `;
    checkRule(frontMatter, text);
    const sound = '{ place: "Orla, North", date: 2031-04-02 }';
    checkFix(
      frontMatter,
      '---\n{ place: Orla, North, date: 2031-04-02 }\n---\n\nText.',
      `---\n${sound}\n---\n\nText.`,
    );
    checkRule(frontMatter, '---\nplace: Orla, North\nparties: [orla, tarn]\n---\n\nText.');
  });

  it('marks what a comma has cut in terms, and in ignore what is no code', () => {
    checkRule(
      frontMatter,
      `
      //- a.readout.md
      ---
      terms: { the Ministers: orla, tarn }
                                    ^^^^ no part of the Ministers
      ignore: { no-kind: Orla, no-due, unlinked-mention: Port of Orla, Old Port }
                                                                       ^^^^^^^^ no part of unlinked-mention
      ---

      Text.
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla }, tarn: { kind: actor, name: Tarn } }
      `,
    );
  });

  it('points at the first of two equal keys', () => {
    const text = '---\ntitle: One\ntitle: Two\n---\n';
    const uri = `${root}a.readout.md`;
    assert.deepEqual(relatedOf(frontMatter, text), [
      { uri, from: 4, to: 9, message: 'The first of the two.' },
    ]);
  });

  it('marks entities in terms that the codebook has not', () => {
    checkRule(
      frontMatter,
      `
      //- a.readout.md
      ---
      terms: { the Ministers: [japn, japan], they: corvia }
                               ^^^^ Did you mean “japan”?
                                                   ^^^^^^ “they” stands for nobody
      ---

      Text.
      //- readout.yaml
      entities: { japan: { kind: actor, name: Japan } }
      `,
    );
  });

  it('has nothing to say without front matter', () => {
    checkRule(frontMatter, 'Text.');
    checkRule(frontMatter, '---\n---\n');
  });
});
