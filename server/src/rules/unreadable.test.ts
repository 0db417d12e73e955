import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { unreadable, unreadableFinding } from './unreadable.ts';

describe('unreadable', () => {
  it('finds nothing in a text that could be read', () => {
    checkRule(unreadable, 'A text.\uFFFD\u0000');
  });

  it('says why a file was not read', () => {
    const finding = unreadableFinding('not-utf-8');
    assert.equal(finding.code, 'unreadable');
    assert.equal(finding.severity, 'error');
    assert.equal(finding.message.what, 'This file is no text in UTF-8, so it was not read.');
    assert.match(unreadableFinding('too-large').message.what, /larger than 16 MB/);
    assert.match(unreadableFinding('no-permission').message.what, /not allowed/);
    assert.match(unreadableFinding('failed').message.what, /file or folder could not be read/);
  });

  it('takes a link that is not followed for no mistake', () => {
    assert.equal(unreadableFinding('link').severity, 'information');
  });
});
