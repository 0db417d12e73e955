import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule, fixesOf } from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { contextOf, runRule } from './findings.ts';
import { unusableKey } from './unusable-key.ts';

const renamed = (source: string) => fixesOf(unusableKey, source)[0]?.rename;

describe('unusable-key', () => {
  it('marks the first line of a file whose name is no key', () => {
    checkRule(
      unusableKey,
      `
      //- 共同声明.readout.md
      One.
      ^^^^ “共同声明”
      //- a (b).readout
      Two.
      ^^^^ “a (b)”
      //- 2031-04_x.y-Z.readout.md
      Three.
      `,
    );
  });

  it('marks a file that ends like one of others, and renames it', () => {
    const source = '//- statement.pdf.readout.md\nOne.\n';
    checkRule(
      unusableKey,
      `${source}^^^^ “statement.pdf” cannot stand in a reference. A link to what ends so`,
    );
    assert.equal(renamed(source)?.to, `${root}statement-pdf.readout.md`);
  });

  it('says nothing of what was never saved, or is no readout by its name', () => {
    for (const uri of ['untitled:Untitled 1', 'untitled:a b.readout.md', 'file:///c/a b.md']) {
      const { snapshot } = apply(emptySnapshot(), [{ uri, text: 'Text.', version: 1 }]);
      const entry = snapshot.entries.get(uri);
      assert.ok(entry);
      assert.deepEqual(runRule(unusableKey, contextOf(snapshot, entry)), []);
    }
  });

  it('renames the file to a key that is free', () => {
    assert.deepEqual(renamed('//- x/Orla (é).readout.md\nOne.\n//- y/orla-e.readout\nTwo.\n'), {
      from: `${root}x/Orla%20(%C3%A9).readout.md`,
      to: `${root}x/Orla-e-2.readout.md`,
    });
    assert.deepEqual(renamed('//- 声明.readout\nOne.\n'), {
      from: `${root}${encodeURI('声明')}.readout`,
      to: `${root}readout.readout`,
    });
  });
});
