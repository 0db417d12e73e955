import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture, root } from '../../../test/support/fixture.ts';
import { codebook } from './codebook.ts';

const found = (source: string) => [...codebook.check(fixture(source).codebook)];

describe('codebook', () => {
  it('tells what the codebook’s reader found, at its file and place', () => {
    const text = 'entities:\n  a: { kind: place, name: A }\n  a: { kind: place, name: B }\n';
    const [finding, ...others] = found(`//- readout.yaml\n${text}`);
    assert.equal(others.length, 0);
    const uri = `${root}readout.yaml`;
    assert.equal(finding?.uri, uri);
    assert.equal(text.slice(finding?.from, finding?.to), 'a');
    assert.equal(finding?.from, text.lastIndexOf('a: {'));
    assert.match(finding?.message.why ?? '', /none of the documents/);
    const first = text.indexOf('a: {');
    assert.deepEqual(finding?.related, [
      { uri, from: first, to: first + 1, message: 'The first of the two.' },
    ]);
  });

  it('has nothing to say of a sound codebook, or of none', () => {
    assert.deepEqual(found('//- readout.yaml\nname: Test\n'), []);
    assert.deepEqual(found('Text.'), []);
  });
});
