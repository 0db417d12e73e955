import { checkFolds } from '../../../test/support/check.ts';

describe('folding', () => {
  it('the front matter, sections and notes of several lines', () =>
    checkFolds(
      `
      ---
      title: Joint Statement
      date: 2031-04-02
      ---

      They met.^[One line.]

      ## Cable

      They will lay a cable.^[Two
      lines.]

      ### Route

      Through Orla.

      ## Trade

      They will trade.

      `,
      'front: --- … ---',
      'note: ^[One line.]',
      'section: ## Cable … Through Orla.',
      'note: ^[Two … lines.]',
      'section: ### Route … Through Orla.',
      'section: ## Trade … They will trade.',
    ));
  it('no paragraphs, whether they are numbered or not', () =>
    checkFolds('1. They met\n   there.\n\n2. They parted\n   there.\n'));
  it('nothing of a codebook file: an editor folds YAML by itself', () =>
    checkFolds('//- readout.yaml\nentities:\n  orla:\n    kind: place\n'));
});
