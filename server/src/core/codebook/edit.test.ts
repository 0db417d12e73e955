import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../writing/edit.ts';
import { putCodebook } from './edit.ts';
import { readCodebook } from './read-codebook.ts';

const yaml = (name: string, text: string) => ({ uri: `file:///c/${name}`, text });

function putting(...files: { uri: string; text: string }[]) {
  const data = { kind: 'place', name: 'Orla' };
  const edit = putCodebook(readCodebook(files), ['entities', 'orla'], data);
  const file = files.find(({ uri }) => uri === edit?.uri);
  return edit && file && [file.uri.slice(10), applyEdits(file.text, edit.edits)];
}

describe('putCodebook', () => {
  it('adds to the file that has such a section', () => {
    const main = yaml('readout.yaml', 'include: [e.yaml]\n');
    const entities = yaml('e.yaml', 'entities:\n  belmark: { kind: actor, name: Belmark }\n');
    const wanted = `${entities.text}  orla:\n    kind: place\n    name: Orla\n`;
    assert.deepEqual(putting(main, entities), ['e.yaml', wanted]);
  });

  it('else to readout.yaml', () => {
    assert.deepEqual(putting(yaml('readout.yaml', 'name: Test\r\n')), [
      'readout.yaml',
      'name: Test\r\nentities:\r\n  orla:\r\n    kind: place\r\n    name: Orla\r\n',
    ]);
    assert.deepEqual(putting(yaml('readout.yaml', '')), [
      'readout.yaml',
      'entities:\n  orla:\n    kind: place\n    name: Orla\n',
    ]);
  });

  it('leaves a file alone that cannot be read', () => {
    assert.equal(putting(yaml('readout.yaml', 'entities: [\n')), undefined);
    assert.equal(putting(yaml('readout.yaml', 'just words\n')), undefined);
  });

  it('has nothing to add to without a codebook', () => {
    assert.equal(putting(), undefined);
  });
});
