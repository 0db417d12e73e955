import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import { type Entry, emptySnapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { contextOf, runRule } from './findings.ts';
import { rules } from './index.ts';
import type { DocumentRule } from './rule.ts';

const codes = `unknown-kind no-kind unknown-key bad-value duplicate-id id-is-entity unresolved
  source-changed unused-ignore no-id`.split(/\s+/);

const mending = rules.filter(
  (rule): rule is DocumentRule => rule.subject === 'readout' && codes.includes(rule.code),
);

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: 'entities:\n  japan: { kind: actor, name: Japan }\n  orla: { kind: place, name: Orla }\n',
  },
]);

const piece = fc.constantFrom(
  ...['[a]{#a .plaice}', '[b]{#a .place}', '[c]{}', '[d]{ #b }', '[e]{x y}', '[f]{.commitment}'],
  ...[
    '[g]{.place by=japn}',
    '[h]{.place by="Japan orla"}',
    '[i]{due=6/2031}',
    '[j]{verb=welcomed}',
  ],
  ...['[k]{.place cites=a}', '[l]{.place cites="#A #zz b#a"}', '[m]{.place score=1}', '[n](#Orla)'],
  ...['[o](#a)', '[p](b#b)', '[q](B#b)', '[r](b.readout.md#b)', '[s]{#orla .place}', '[t](#orla)'],
  ...['[u]{.evidence score=1}', '[v]{.place fullfils="#a"}', '[w]{kind=place}', '[x]{.place due=}'],
  ...['[y [z]{#orla .place}](#a)', '[0](#', '\n\n', ' ', '!', '{', '[', '^[note]', '港', '\r\n'],
);

const start = fc.constantFrom(
  ...['', '', '\uFEFF', '---\nparties: [japn]\nversion-of: B\n---\n\n'],
  `---\nsha256: ${'0'.repeat(64)}\nignore: { no-kind: [q], unresolved: [zz, yy] }\n---\n`,
);

/** Signs that were read as braces of a mark become words of the source: the one fix that adds to it. */
const addsSource = 'Keep these signs as words of the source';

const hasDuplicate = (text: string): boolean => text.split('{#orla').length > 2;

describe('the fixes of the rules that judge meaning', () => {
  it('take their finding away and keep the source', () => {
    fc.assert(
      fc.property(start, fc.array(piece, { maxLength: 8 }), (front, pieces) => {
        const uri = 'file:///c/a.readout.md';
        const other = { uri: 'file:///c/b.readout.md', text: '[x]{#b .place}' };
        const text = front + pieces.join('');
        const { snapshot } = apply(emptySnapshot(codebook), [other, { uri, text, version: 1 }]);
        const context = contextOf(snapshot, snapshot.entries.get(uri) as Entry);
        for (const rule of mending) {
          const found = runRule(rule, context);
          for (const fix of found.flatMap((one) => [...(rule.fix?.(one, context) ?? [])])) {
            if (!fix.edits.length) continue;
            const after = applyEdits(text, fix.edits);
            const next = apply(snapshot, [{ uri, text: after, version: 2 }]).snapshot;
            const left = runRule(rule, contextOf(next, next.entries.get(uri) as Entry));
            const seen = `${rule.code}, ${fix.title}: ${JSON.stringify([text, after])}`;
            // Of equal ids only the first hides the entity; when it is mended, the next one does.
            const heir = rule.code === 'id-is-entity' && left.length === found.length;
            assert.ok(heir ? hasDuplicate(text) : left.length < found.length, seen);
            if (fix.title !== addsSource)
              assert.equal(strip(parse(after)), strip(context.document), seen);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
