import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { unchangedFrom } from './unchanged.ts';

const plain = { noNullPrototype: true };
const position = fc.record({ line: fc.nat(3), character: fc.nat(2) }, plain);
const related = { location: { uri: 'file:///b', range: rangeOf(0, 0) }, message: 'Said there' };
const one = fc.record<Diagnostic>(
  {
    range: fc.record({ start: position, end: position }, plain),
    severity: fc.constantFrom(1, 3),
    code: fc.constantFrom('overdue', 'no-id'),
    codeDescription: fc.constantFrom({ href: 'file:///overdue.md' }, { href: 'file:///no-id.md' }),
    source: fc.constant('readout'),
    message: fc.constantFrom('A', 'B'),
    relatedInformation: fc.constantFrom([], [{ ...related }], [{ ...related, message: 'Else' }]),
  },
  { requiredKeys: ['range', 'message'], noNullPrototype: true },
);
const inOrder = (list: Diagnostic[]): Diagnostic[] =>
  list.sort(
    ({ range: { start: a } }, { range: { start: b } }) =>
      a.line - b.line || a.character - b.character,
  );
const diagnostics = fc.array(one, { maxLength: 12 }).map(inOrder);

function rangeOf(line: number, character: number) {
  return { start: { line, character }, end: { line, character: character + 1 } };
}

describe('diagnostics that were sent before', () => {
  it('say what the new ones say, whatever was sent before', () => {
    fc.assert(
      fc.property(diagnostics, diagnostics, (before, now) => {
        assert.deepEqual(unchangedFrom(before, now), now);
      }),
    );
  });

  it('are the same objects where they are equal, with others between them and without some', () => {
    fc.assert(
      fc.property(diagnostics, diagnostics, fc.nat(11), (before, others, gone) => {
        const equal = structuredClone(before.filter((_, i) => i !== gone));
        const now = inOrder([...others, ...equal]);
        const taken = new Set(unchangedFrom(before, now));
        for (const kept of before.filter((_, i) => i !== gone)) {
          // Of equal ones the first stands for all.
          const first = before.find((one) => JSON.stringify(one) === JSON.stringify(kept));
          assert(taken.has(first as Diagnostic));
        }
      }),
    );
  });
});
