import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../../core/codebook/read-codebook.ts';
import { parse } from '../../core/reading/parse.ts';
import { strip } from '../../core/reading/strip.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { contextOf, findingsOf } from '../../rules/findings.ts';
import { joiningFix } from './fixes.ts';
import { linkEverywhere } from './link-everywhere.ts';

const codebooks = ['first', 'all'].map((mentions) =>
  readCodebook([
    {
      uri: 'file:///c/readout.yaml',
      text: `
mentions: ${mentions}
entities:
  council: { kind: actor, name: Harbour Council, aliases: [{ text: the Council, from: 2031-01-01 }] }
  chair: { kind: actor, name: Anna Brandt, aliases: [the Council] }
  orla: { kind: place, name: Orla, aliases: [オルラ], ignore-in: [Orla Hall] }
`,
    },
  ]),
);
const starts = [
  ...['', '---\ndate: 2031-05-01\n---\n\n', '---\nterms: { Orla: [council] }\n---\n\n'],
  '---\nignore: { unlinked-mention: [Orla] }\n---\n\n',
];
const pieces = [
  ...[
    'Harbour Council',
    'the Council',
    'Harbour',
    'Council',
    'Orla',
    'Orla',
    'オルラ',
    'Hall',
    'OC',
  ],
  ...[
    'Har',
    'bour',
    'Harbour Council (HC)',
    'HC',
    "'s",
    '-',
    '!',
    '^',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '(',
    '\\',
    '\\]',
    '^[n]',
    '^[',
    ']{.place}',
    ']{.commitment}',
    '](#orla)',
  ],
  ...['[Orla](#orla)', '[Coun]{.event}cil', '{.place}', '[Harbour]{#a .actor}', '# '],
  '[Council]{continues=a}',
];
const texts = fc
  .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...pieces), { maxLength: 20 }))
  .map(([start, words]) => start + words.join(''));

const collection = (all: readonly string[], codebook: (typeof codebooks)[number]): Snapshot =>
  apply(
    emptySnapshot(codebook),
    all.map((text, i) => ({ uri: `file:///c/${i}.readout.md`, text })),
  ).snapshot;

describe('linking in every document', () => {
  it('takes away what findings tell of the entity, and keeps every source, whatever is left out', () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.array(texts, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...codebooks),
        fc.constantFrom('orla', 'council'),
        fc.infiniteStream(fc.boolean()),
        (all, codebook, target, flips) => {
          const snapshot = collection(all, codebook);
          const told = ({ uri }: { uri: string }, now: Snapshot) =>
            findingsOf(now, now.entries.get(uri) as never, 'all').filter(
              (finding) => finding.code === 'unlinked-mention' && finding.target === target,
            );
          const steps = [...linkEverywhere(snapshot, { code: 'unlinked-mention', target })];
          assert.equal(steps.length, all.length);
          for (const [i, entry] of [...snapshot.entries.values()].entries()) {
            const edits = steps[i]?.edits ?? [];
            made += edits.length;
            const findings = told(entry, snapshot);
            assert.ok(edits.length <= findings.length);
            // What one could link is linked, or some of it where not all can be at once.
            const context = contextOf(snapshot, entry);
            const canBe = findings.some((finding) => joiningFix(finding, context));
            assert.equal(edits.length > 0, canBe, entry.text);
            const some = edits.filter(() => flips.next().value);
            for (const taken of [edits, some]) {
              const text = applyEdits(entry.text, taken);
              assert.equal(strip(parse(text)), strip(parse(entry.text)), text);
              const after = apply(snapshot, [{ uri: entry.uri, text }]).snapshot;
              if (taken.length) assert.ok(told(entry, after).length < findings.length, text);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(made > 300, `${made}`);
  });
});
