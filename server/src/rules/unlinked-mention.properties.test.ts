import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { contextOf, runRule } from './findings.ts';
import type { Context, Finding } from './rule.ts';
import { unlinkedMention } from './unlinked-mention.ts';

const uri = 'file:///c/a.readout.md';
const yaml = (settings: string) => `
entities:
  orla: { kind: place, name: Orla, aliases: [Port of Orla] }
  council: { kind: actor, name: Lake Council, aliases: [LC] }
  chair: { kind: actor, name: Anna Brandt, aliases: [LC] }
mentions: ${settings}
`;
const codebooks = ['first', 'all'].map((settings) =>
  readCodebook([{ uri: 'file:///c/readout.yaml', text: yaml(settings) }]),
);

const pieces = [
  ...['Orla', 'Port of Orla', 'Lake', 'Council', 'Lake Council', 'LC', 'Lake\nCouncil', 'of'],
  ...[' ', ' ', ' ', '\n\n', '[', ']', '{', '}', '(', ')', '\\', '\\]', '\\[', '!', '^', '^[n]'],
  ...[']{.place}', ']{.commitment}', '](#orla)', '[Orla](#orla)', '{.place}', '[Lake]{.event}'],
  ...['[Council]{.position}', '(#orla)', '(LC)', '-', "'s"],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 20 })
  .map((words) => words.join(''));

const contextIn = (text: string, codebook: (typeof codebooks)[number]): Context => {
  const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  return contextOf(snapshot, entry);
};

describe('fixes of unlinked-mention', () => {
  it('link what they say, take the finding away and touch no word of the source', () => {
    const seen = { one: 0, all: 0 };
    fc.assert(
      fc.property(texts, fc.constantFrom(...codebooks), (text, codebook) => {
        const context = contextIn(text, codebook);
        for (const finding of runRule(unlinkedMention, context)) {
          for (const fix of unlinkedMention.fix?.(finding, context) ?? []) {
            if (!fix.edits.length) continue;
            const after = applyEdits(text, fix.edits);
            assert.equal(strip(parse(after)), strip(context.document), fix.title);
            // A new entity is not in the codebook yet.
            if (fix.elsewhere) continue;
            const left = runRule(unlinkedMention, contextIn(after, codebook));
            if (fix.title.startsWith('Link all')) {
              seen.all++;
              assert.ok(left.length < runRule(unlinkedMention, context).length, fix.title);
            } else seen.one++;
            assert.ok(count(left, finding) < count(runRule(unlinkedMention, context), finding));
          }
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(seen.one > 500 && seen.all > 100, JSON.stringify(seen));
  });
});

/** How many findings are about the same entity, or the same choice of entities. */
const count = (findings: readonly Finding[], one: Finding): number =>
  findings.filter(({ target }) => target === one.target).length;
