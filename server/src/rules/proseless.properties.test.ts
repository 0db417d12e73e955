import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fixture } from '../../../test/support/fixture.ts';
import type { Document } from '../core/document.ts';
import { isAlike } from '../core/reading/alike.ts';
import { apply } from '../core/snapshot/apply.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { findingsOf, proseless } from './findings.ts';
import { rules } from './index.ts';

const examples = rules.flatMap((rule) =>
  rule.subject === 'readout' ? [...rule.examples.bad, ...rule.examples.good] : [],
);

/** What a person may type, what ends a paragraph or begins something among it. */
const pieces = ['x', ' ', '. The Ministers will open it', '\n', '\n\n', '[', ']', '{', 'く', '—'];

/** The findings of the rules that are told to be without prose, moved by `delta` where they stand from `end` on. */
function found(snapshot: Snapshot, uri: string, end = Number.POSITIVE_INFINITY, delta = 0) {
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  const codes = proseless();
  return findingsOf(snapshot, entry, 'all')
    .filter(({ code }) => codes.has(code))
    .map(({ code, severity, from, to, message, target, subject, related, also }) => {
      const by = from >= end ? delta : 0;
      return {
        code,
        severity,
        from: from + by,
        to: to + by,
        message,
        target,
        subject,
        related,
        also,
      };
    });
}

describe('findings that do not hang on prose', () => {
  it('are the same, where they now stand, when nothing but prose was changed', () => {
    let alike = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...pieces),
        fc.nat(3),
        (example, which, place, piece, taken) => {
          const { snapshot, files } = fixture(example);
          const open = files.filter(({ uri }) => snapshot.entries.get(uri)?.document);
          const file = open[which % open.length];
          if (!file) return;
          const { uri, text } = file;
          const at = place % (text.length + 1);
          const after = text.slice(0, at) + piece + text.slice(at + taken);
          const applied = apply(snapshot, [{ uri, text: after, version: 2 }]);
          const now = onDay(applied.snapshot, snapshot.asOf ?? '');
          const documentIn = (one: Snapshot) => one.entries.get(uri)?.document as Document;
          if (!isAlike(documentIn(snapshot), documentIn(now))) return;
          alike++;
          const delta = after.length - text.length;
          assert.deepEqual(found(now, uri), found(snapshot, uri, at + taken, delta));
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(alike > 500, `only ${alike} changes were of prose alone`);
  });

  it('are of rules of which each has been seen to find something', () => {
    const seen = new Set(
      examples.flatMap((example) => {
        const { snapshot, files } = fixture(example);
        return files.flatMap(({ uri }) =>
          snapshot.entries.has(uri) ? found(snapshot, uri).map(({ code }) => code) : [],
        );
      }),
    );
    assert.deepEqual(
      [...proseless()].filter((code) => !seen.has(code)),
      [],
    );
  });
});
