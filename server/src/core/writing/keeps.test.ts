import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import type { Document } from '../document.ts';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { applyEdits, type Edit, insertion } from './edit.ts';
import { keepsSource } from './keeps.ts';

const removal = (from: number, to: number): Edit => ({ span: { from, to }, text: '' });

/** The brackets that are open between the paragraphs, which neighbours are judged by. */
const shapeOf = ({ paragraphs }: Document): string =>
  paragraphs
    .map(({ passage: { open, closings } }) => [
      ...open.map(({ note }) => (note ? '^[' : '[')),
      ...closings.map(({ form }) => form),
    ])
    .join('|');

const signs = fc.constantFrom(
  ...['', '', '[', ']', '\\', ']{.place}', '](#a)', '](k#', '{', '}', '{.event}', '^[', '!', '"'],
  ...['#', ')', ' ', '\n', 'by="', '.place', 'x', '\\\\', '---'],
);
const place = fc.tuple(fc.nat(), fc.constantFrom(0, 0, 0, 1, 2, 3), signs);
const longer = fc.tuple(awkward, awkward, awkward).map((three) => three.join('words '));

/** Edits that do not lie over each other, from places anywhere. */
function editsOf(text: string, places: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let end = 0;
  const all = places.map(([at, cut, put]) => ({ at: at % (text.length + 1), cut, put }));
  for (const { at, cut, put } of all.sort((a, b) => a.at - b.at)) {
    if (at < end) continue;
    end = Math.min(text.length, at + cut);
    edits.push({ span: { from: at, to: end }, text: put });
  }
  return edits;
}

describe('keepsSource', () => {
  it('says whether the source stays, and the brackets that wait for another paragraph', () => {
    let kept = 0;
    const both = fc.tuple(longer, fc.array(place, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(both, ([text, places]) => {
        const document = parse(text);
        const edits = editsOf(text, places);
        const after = parse(applyEdits(text, edits));
        const stays = strip(after) === strip(document);
        assert.equal(keepsSource(document, edits), stays, JSON.stringify([text, edits]));
        if (!stays) return;
        kept++;
        const same = shapeOf(after) === shapeOf(document);
        assert.equal(keepsSource(document, edits, 'brackets'), same, JSON.stringify([text, edits]));
      }),
      { numRuns: Number(process.env.KEEP_RUNS ?? 3000) },
    );
    assert.ok(kept > 50, `only ${kept} kept it`);
  });

  it('sees a front matter that edits would close or open, and a blank line they would leave', () => {
    const unclosed = '---\ntitle: x\n\n[---]{.place}\n';
    assert.ok(!keepsSource(parse(unclosed), [removal(14, 15), removal(18, 27)]));
    assert.ok(!keepsSource(parse('[---]{.place}\na\n---\n'), [removal(0, 1), removal(4, 13)]));
    const blank = '[a]{.place\nstray\n}';
    assert.ok(!keepsSource(parse(blank), [removal(11, 16)]));
    assert.ok(keepsSource(parse(blank), [removal(12, 16)]));
  });

  it('sees what is far behind an edit and was waiting for it', () => {
    const waits = 'see [x](#オルラ and) more';
    assert.ok(!keepsSource(parse(waits), [insertion(9, '['), insertion(12, '](#orla)')]));
  });
});
