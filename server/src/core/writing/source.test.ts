import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse, reparse } from '../reading/parse.ts';
import { sourceHash, sourceHashOf } from './source.ts';

const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sourceHash', () => {
  it('is the SHA-256 of the UTF-8', () => {
    assert.equal(
      sourceHash(''),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    assert.equal(sourceHash('両国は合意した。🕊'), sha('両国は合意した。🕊'));
  });

  it('does not see a BOM or how lines end', () => {
    const wanted = sha('One.\n\nTwo.\n');
    for (const text of ['\uFEFFOne.\r\n\r\nTwo.\r\n', 'One.\r\rTwo.\r', 'One.\n\r\nTwo.\n'])
      assert.equal(sourceHash(text), wanted, JSON.stringify(text));
  });

  it('sees everything else', () => {
    const hashes = ['One.', 'One. ', ' One.', 'One.\n', '\n', '', '\uFEFF\uFEFFOne.'].map(
      sourceHash,
    );
    assert.equal(new Set(hashes).size, hashes.length);
  });

  it('takes any text, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
        assert.equal(sourceHash(text), sha(plain));
      }),
    );
    assert.equal(sourceHash('a\uD83D'), sha('a\uFFFD'));
  });
});

describe('sourceHashOf', () => {
  const text = 'Belmark [will pay]{.commitment}.\n\nSoon.^[Hm.]\n\nCorvia too.\n';

  it('hashes what strip gives back', () => {
    assert.equal(sourceHashOf(parse(text)), sha('Belmark will pay.\n\nSoon.\n\nCorvia too.\n'));
    assert.equal(sourceHashOf(parse('')), sha(''));
  });

  it('follows the source from edit to edit', () => {
    const first = parse(text);
    const before = sourceHashOf(first);
    const marked = reparse(first, text.replace('Corvia', '[Corvia]{.actor}'));
    assert.equal(sourceHashOf(marked), before);
    const changed = reparse(marked, text.replace('too', 'will too'));
    assert.equal(sourceHashOf(changed), sha('Belmark will pay.\n\nSoon.\n\nCorvia will too.\n'));
  });
});
