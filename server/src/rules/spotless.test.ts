import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import { fixture } from '../../../test/support/fixture.ts';
import type { Codebook } from '../core/codebook/codebook.ts';
import { builtinCodebook, readCodebook } from '../core/codebook/read-codebook.ts';
import { load, loading } from '../core/snapshot/loading.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import { findingsOf, levelOf } from './findings.ts';
import { rules } from './index.ts';
import { isSpotless } from './spotless.ts';

interface File {
  readonly uri: string;
  readonly text: string;
}

/** A collection of closed documents. */
function closed(files: readonly File[], codebook: Codebook): Snapshot {
  const { read, finish } = loading();
  const entries = files.map(({ uri, text }) => read(uri, text));
  return finish(load(emptySnapshot(codebook), entries));
}

/** How many documents are spotless; fails where the rules find an error or warning in one of them. */
function check(snapshot: Snapshot): number {
  let count = 0;
  for (const entry of snapshot.entries.values()) {
    if (!isSpotless(snapshot, entry)) continue;
    count++;
    const found = findingsOf(snapshot, entry, 'all').filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    assert.deepEqual(found, [], `${entry.uri}:\n${entry.text}`);
  }
  return count;
}

const book = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: `entities:
  ardenia: { kind: actor, name: Ardenia }
  orla: { kind: place, name: Orla }
relations: { follows: { inverse: followed by, to: [place], acyclic: true } }
rules: { quote-value: error, no-id: off }
`,
  },
]);

const names = ['a', 'b', 'A', 'c%20d'];
const target = fc.constantFrom('#m', '#n', 'a#m', 'b#n', 'a#', 'b#', '#orla', 'none#m', 'a#none');
const item = fc.oneof(
  fc.constantFrom('due=2031', 'due="2031-02-30"', 'due=', 'score=+1', 'score=2', 'verb=affirm'),
  fc.constantFrom('verb=affirms', 'by=ardenia', 'by="ardenia orla"', 'by=""', 'to=none', 'if="x"'),
  fc.constantFrom('until=2031', 'cites=""', 'cites=m', 'follows="#m', 'continues=m', 'By=orla'),
  fc
    .tuple(fc.constantFrom('cites', 'reaffirms', 'fulfils', 'supersedes', 'follows'), target)
    .map(([via, name]) => `${via}="${name}"`),
);
const mark = fc
  .tuple(
    fc.constantFrom('', '#m', '#n', '#orla', '#1'),
    fc.constantFrom('.commitment', '.evidence', '.place', '.plaice', '', '.commitment'),
    fc.array(item, { maxLength: 2 }),
  )
  .map(([id, kind, items]) => `[words]{${[id, kind, ...items].filter(Boolean).join(' ')}}`);
const front = fc.constantFrom(
  ...['', '---\ndate: 2031-01-01\nparties: [ardenia]\n---\n\n', '---\ndate: soon\n---\n\n'],
  ...['---\ndate: 2032-01-01\nversion-of: a\n---\n\n', '---\nterms: { they: [none] }\n---\n\n'],
  ...['---\nparties: [orla]\n---\n\n', '---\nissuer: Orla\nplace: orla\n---\n\n', '---\na: b\n'],
);
const text = fc
  .tuple(
    front,
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: mark },
        { weight: 3, arbitrary: target.map((name) => `[there](${name})`) },
        { weight: 1, arbitrary: awkward },
        { weight: 1, arbitrary: fc.constant('\n\n') },
      ),
      { maxLength: 4 },
    ),
  )
  .map(([head, pieces]) => head + pieces.join(' '));

describe('a document that is spotless by its summary', () => {
  it('has no error and no warning in any example of the rules', () => {
    let count = 0;
    for (const rule of rules) {
      for (const example of [...rule.examples.good, ...rule.examples.bad]) {
        if (rule.subject !== 'readout') continue;
        const { files, codebook } = fixture(example);
        count += check(
          closed(
            files.filter(({ name }) => !name.endsWith('.yaml')),
            codebook,
          ),
        );
      }
    }
    assert.ok(count > 40, `${count} documents`);
  });

  it('has none in whatever collection', () => {
    let count = 0;
    const texts = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.boolean(), (given, isOwn) => {
        const files = given.map((one, index) => ({
          uri: `file:///c/${names[index]}.readout.md`,
          text: one,
        }));
        count += check(closed(files, isOwn ? book : builtinCodebook));
      }),
      { numRuns: 1500 },
    );
    assert.ok(count > 100, `${count} documents`);
  });

  it('is told for every error and warning that a rule makes by itself', () => {
    const strong = rules.filter((rule) => {
      const level = levelOf(emptySnapshot(), rule);
      return rule.subject === 'readout' && (level === 'error' || level === 'warning');
    });
    assert.ok(strong.length > 30);
    const snapshot = closed([{ uri: 'file:///c/a.readout.md', text: 'Words.\n' }], builtinCodebook);
    for (const entry of snapshot.entries.values()) assert.ok(isSpotless(snapshot, entry));
  });

  it('is not told where the codebook makes an error of what the summary does not know', () => {
    const codebook = readCodebook([
      { uri: 'file:///c/readout.yaml', text: 'rules: { no-due: error }\n' },
    ]);
    const snapshot = closed([{ uri: 'file:///c/a.readout.md', text: 'Words.\n' }], codebook);
    for (const entry of snapshot.entries.values()) assert.ok(!isSpotless(snapshot, entry));
  });
});
