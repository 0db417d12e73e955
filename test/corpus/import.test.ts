import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { guess } from '../../server/src/core/guess/guess.ts';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { documentOf, emptySnapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { importSource } from '../../server/src/core/writing/import.ts';
import { sourceHash } from '../../server/src/core/writing/source.ts';
import { findingsOf } from '../../server/src/rules/findings.ts';
import { needs } from '../support/shared.ts';

describe('real texts', () => {
  it('import and strip back byte for byte, with no error reported on any', function () {
    const folder = needs(this, 'corpus', 'readouts');
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    assert.equal(names.length, 574);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const source = bytes.toString('utf8');
      const text = importSource(source, { ...guess(source), sha256: sourceHash(source) });
      const uri = `file:///c/${name.replace('.txt', '.readout.md')}`;
      const { snapshot } = apply(emptySnapshot(), [{ uri, text, version: 1 }]);
      const entry = snapshot.entries.get(uri);
      assert.ok(entry);
      assert.ok(Buffer.from(strip(documentOf(entry))).equals(bytes), name);
      const errors = findingsOf(snapshot, entry, 'all').filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(errors, [], name);
    }
  });

  it('strip back after a new line of front matter as well', function () {
    const source = readFileSync(needs(this, 'seed', '000_f9c4e7949189dbfb.txt'), 'utf8');
    assert.equal(strip(parse(importSource(source, { title: 'a: b' }))), source);
  });
});
