import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { fixture, root } from '../../../../test/support/fixture.ts';
import { readCodebook } from '../../core/codebook/read-codebook.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot } from '../../core/snapshot/snapshot.ts';
import { type Completions, completion } from './completion.ts';

const yaml = 'entities:\n  orla: { kind: place, name: Orla }\n  ab: { kind: actor, name: abc }\n';

describe('completion', () => {
  it('knows only readouts and the files of the codebook', () => {
    const { snapshot } = fixture('One.');
    assert.equal(completion(snapshot, `${root}none.readout.md`, 0), undefined);
    assert.equal(completion(snapshot, `${root}other.yaml`, 0), undefined);
  });

  it('gives items that replace what is typed, on one line, at any place of any text', () => {
    const uri = `${root}a.readout.md`;
    const front = fc.constantFrom(
      '',
      '---\ntitle: x\nparties: [ab, \n---\n\n',
      '---\npa',
      '---\nterms: { a: [',
    );
    const text = fc.tuple(front, awkward, fc.constantFrom('', '[a](#', '[a]{.', 'orl', '[a]{by="'));
    fc.assert(
      fc.property(text, fc.nat(100), ([head, body, tail], share) => {
        const whole = head + body + tail;
        const codebook = readCodebook([{ uri: `${root}readout.yaml`, text: yaml }]);
        const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text: whole, version: 1 }]);
        for (const offset of [Math.floor((whole.length * share) / 100), whole.length]) {
          checkItems(completion(snapshot, uri, offset), whole, offset);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('offers nothing in a quote that goes on over a lone CR', () => {
    const whole = '---\nterms: { a: ["\r[a](#';
    const { snapshot } = apply(emptySnapshot(), [
      { uri: `${root}a.readout.md`, text: whole, version: 1 },
    ]);
    checkItems(completion(snapshot, `${root}a.readout.md`, whole.length), whole, whole.length);
  });

  it('does so in any codebook', () => {
    const uri = `${root}readout.yaml`;
    const piece = fc.constantFrom(
      ...[
        'entities:',
        '\n',
        '  ',
        ' a',
        ': ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '- ',
        '"',
        "'",
        '#',
        'kind',
      ],
      ...['rules:', 'mentions', '\r\n', '|', '>', 'ladders', 'name: x\n', ':'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(100), (pieces, share) => {
        const text = pieces.join('');
        const snapshot = emptySnapshot(readCodebook([{ uri, text }]));
        const offset = Math.floor((text.length * share) / 100);
        checkItems(completion(snapshot, uri, offset), text, offset);
      }),
      { numRuns: 1000 },
    );
  });
});

function checkItems(found: Completions | undefined, text: string, offset: number): void {
  for (const { edit, label } of found?.items ?? []) {
    const { from, to } = edit.span;
    assert.ok(from <= offset && offset <= to && to <= text.length, label);
    assert.ok(!/[\r\n]/.test(text.slice(from, to)), label);
  }
}
