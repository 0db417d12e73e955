import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { newReadout } from './new-readout.ts';

describe('a new readout', () => {
  it('has what the source tells of itself in its front matter, and a key made of that', () => {
    const source = 'Second Meeting of the Harbour Council\n\nApril 2, 2031\n\nThey met.\n';
    const made = newReadout(source);
    assert.equal(made?.key, '2031-04-02-second-meeting-harbour-council');
    assert.ok(
      made.text.startsWith('---\ntitle: Second Meeting of the Harbour Council\ndate: 2031-04-02\n'),
      made.text,
    );
    assert.ok(made.text.endsWith(`\n---\n\n${source}`), made.text);
  });

  it('has a key of what is known, however little that is', () => {
    assert.equal(newReadout('They met.\n')?.key, 'readout');
    assert.equal(newReadout('令和十三年四月二日\n\n共同発表\n')?.key.includes('m1'), false);
  });

  it('gives every source back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        assert.equal(strip(parse(newReadout(source)?.text ?? '')), source);
      }),
    );
  });
});
