import assert from 'node:assert/strict';
import { checkSelection } from '../../../test/support/check.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { selectionSteps } from './selection.ts';

describe('a selection that grows', () => {
  it('word, words of the mark, mark, sentence, paragraph, document', () =>
    checkSelection(
      'They met.\n\nIt rained. They [will build a light$0house]{#light .commitment} there. It rained on.\n',
      'lighthouse',
      'will build a lighthouse',
      '[will build a lighthouse]{#light .commitment}',
      'They [will build a lighthouse]{#light .commitment} there.',
      'It rained. They [will build a lighthouse]{#light .commitment} there. It rained on.',
      'They met. … It rained. They [will build a lighthouse]{#light .commitment} there. It rained on.',
    ));
  it('through marks in marks and references', () =>
    checkSelection(
      '[go to [Port O$0rla](#orla) soon]{.commitment}',
      'Orla',
      'Port Orla',
      '[Port Orla](#orla)',
      'go to [Port Orla](#orla) soon',
      '[go to [Port Orla](#orla) soon]{.commitment}',
    ));
  it('in braces: the word of a value, the value, the attribute, the braces', () =>
    checkSelection(
      'X [will]{.commitment by="belmark cor$0via"}',
      'corvia',
      'belmark corvia',
      'by="belmark corvia"',
      '{.commitment by="belmark corvia"}',
      '[will]{.commitment by="belmark corvia"}',
      'X [will]{.commitment by="belmark corvia"}',
    ));
  it('in a target', () =>
    checkSelection(
      'See [it](2031-orla#cab$0le).',
      'cable',
      '2031-orla#cable',
      '[it](2031-orla#cable)',
      'See [it](2031-orla#cable).',
    ));
  it('a mark over two sentences: the sentence lies within its words', () =>
    checkSelection(
      '[They w$0ill go. They will come.]{.commitment} So be it.',
      'will',
      'They will go.',
      'They will go. They will come.',
      '[They will go. They will come.]{.commitment}',
      '[They will go. They will come.]{.commitment} So be it.',
    ));
  it('in front matter: value, pair, map', () =>
    checkSelection(
      '---\ntitle: T\nparties: [belmark, cor$0via]\n---\n\nThey met.\n',
      'corvia',
      '[belmark, corvia]',
      'parties: [belmark, corvia]',
      'title: T … parties: [belmark, corvia]',
      'title: T … parties: [belmark, corvia]',
      '--- … ---',
      '--- … They met.',
    ));
  it('in a codebook: value without and with its quotes, pair, map', () =>
    checkSelection(
      '//- readout.yaml\nentities:\n  orla: { kind: place, name: "Port $0Orla" }\n',
      'Port Orla',
      '"Port Orla"',
      'name: "Port Orla"',
      '{ kind: place, name: "Port Orla" }',
      'orla: { kind: place, name: "Port Orla" }',
      'entities: …   orla: { kind: place, name: "Port Orla" }',
      'entities: …   orla: { kind: place, name: "Port Orla" }',
    ));
  it('a word of Japanese is a run of one script', () =>
    checkSelection(
      '両国は海底ケー$0ブルを敷設する。次の文。',
      'ケーブル',
      '両国は海底ケーブルを敷設する。',
      '両国は海底ケーブルを敷設する。次の文。',
    ));
  it('between words: the sentence at once', () =>
    checkSelection('They  $0 met. They left.', 'They   met.', 'They   met. They left.'));
  it('in a file that is not known: nothing', () =>
    assert.deepEqual(selectionSteps(emptySnapshot(), 'file:///c/x.readout', 0), []));
});
