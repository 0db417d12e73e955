import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture } from '../../../../test/support/fixture.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { mendCodebook } from './mend-codebook.ts';

const text = `name: Talks
entities:
  orla: { kind: place, name: Port of Orla, Lights, aliases: Old Port, New Port }
  tarn: { name: Tarn, Upper, kind: plase }
`;
const uri = 'file:///c/readout.yaml';
const { snapshot } = fixture(`//- readout.yaml\n${text}//- a.readout.md\nThey met.\n`);

describe('mending a codebook', () => {
  it('takes the preferred fix of each finding, and leaves what only a person can tell', () => {
    const mended = mendCodebook(snapshot, uri);
    const after = text
      .replace('Port of Orla, Lights', '"Port of Orla, Lights"')
      .replace('Tarn, Upper', '"Tarn, Upper"');
    assert.equal(applyEdits(text, mended?.edits ?? []), after);
    assert.deepEqual(
      mended?.done.map(({ says, from }) => [says, from]),
      [
        ['Write "Port of Orla, Lights"', text.indexOf('Lights')],
        ['Write "Tarn, Upper"', text.indexOf('Upper')],
      ],
    );
    assert.deepEqual(
      mended?.left.map(({ from }) => text.slice(from, from + 8)),
      ['New Port', 'plase }\n'],
    );
    const { codebook } = mended?.snapshot ?? snapshot;
    assert.equal(codebook.entities.get('orla')?.name, 'Port of Orla, Lights');
    assert.equal(snapshot.codebook.entities.get('orla')?.name, 'Port of Orla');
  });

  it('keeps to the codes that are asked for', () => {
    const mended = mendCodebook(snapshot, uri, new Set(['shared-alias']));
    assert.deepEqual([mended?.edits, mended?.done, mended?.left], [[], [], []]);
  });

  it('has nothing to do with other files', () =>
    assert.equal(mendCodebook(snapshot, 'file:///c/a.readout.md'), undefined));
});
