import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { fixture } from '../../../../test/support/fixture.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { type Entry, emptySnapshot } from '../../core/snapshot/snapshot.ts';
import { bratOf } from './brat.ts';
import { bratConfiguration } from './brat-configuration.ts';
import { readBrat } from './brat-read.ts';
import { standoffOf } from './standoff.ts';

const uri = 'file:///c/a.readout.md';

function entryOf(source: string): Entry {
  const { snapshot } = fixture(source);
  return snapshot.entries.get(uri) as Entry;
}

const lines = (source: string): string[] =>
  bratOf(standoffOf(entryOf(source)))
    .ann.split('\n')
    .slice(0, -1);

/** A tab as it is seen, so that lines can be read. */
const shown = (source: string): string[] =>
  lines(source).map((line) => line.replaceAll('\t', ' | '));

/** Texts that are full of sound annotations. */
const annotated = fc
  .array(
    fc.constantFrom(
      ...['They met. ', 'two\nlines ', '\n\n', '\r\n', '😀', '東京で', '\u2028', '\t', 'end'],
      ...['[will go]{#a .commitment due=2031 cites="#b c#d"}', '[on\nand on]{#b .position}'],
      ...[
        '[and so]{continues=a}',
        '[further]{continues=b}',
        '[x]{.evidence fulfils="#a a#b" score=+1}',
      ],
      ...[
        '[it](#a)',
        '[😀 [there]{.place}](c#)',
        '^[A [note](#b)\n\\ of \t two.]',
        '^[]',
        '^[alone]',
      ],
      ...[
        '[if]{.request if="a \\\\ b\n\u0085c" to="x y" because=""}',
        '[a\n^[n]\nb]{.target reaffirms="x #a"}',
      ],
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** What brat itself, in Python, is strict about: line ends, numbers, and that each piece lies in a line. */
function assertIsBrat(text: string, ann: string): void {
  const points = [...text];
  const numbers = new Set<string>();
  for (const line of ann.split('\n').slice(0, -1)) {
    assert.doesNotMatch(line, /(?!\t)\p{Cc}|[\u2028\u2029]/u);
    const [number = '', place = ''] = line.split('\t');
    assert.ok(!numbers.has(number) && /^[TARN#]\d+$/.test(number));
    numbers.add(number);
    if (!number.startsWith('T')) continue;
    let last = 0;
    for (const piece of place.slice(place.indexOf(' ') + 1).split(';')) {
      const [from = 0, to = 0] = piece.split(' ').map(Number);
      assert.ok(last <= from && from < to && to <= points.length);
      assert.doesNotMatch(points.slice(from, to).join(''), /[\r\n]/);
      last = to;
    }
  }
}

describe('brat', () => {
  it('has words, attributes, relations here and elsewhere, references and notes', () => {
    assert.deepEqual(
      shown(`
        ---
        date: 2031-05-01
        ---
        😀 They [will pay [by March]{.deadline}]{#pay .commitment due=2031-03 by="ardenia belmark"} and
        [share [the view](b#view)]{.position cites="#pay b# #tax" confidence="so-so"}.^[See [it](#pay).
        Why?]
        `),
      [
        'T1 | commitment 7 24 | will pay by March',
        '#1 | Id T1 | pay',
        'A1 | due T1 2031-03',
        '#2 | Attribute T1 | by ardenia belmark',
        'T2 | deadline 16 24 | by March',
        'T3 | position 29 43 | share the view',
        'A2 | confidence T3 so-so',
        'R1 | cites Arg1:T3 Arg2:T1',
        '#3 | Relation T3 | cites b#',
        '#4 | Relation T3 | cites #tax',
        'T4 | Reference 35 43 | the view',
        'N1 | Reference T4 Readout:b#view | b#view',
        'T5 | Note 39 44 | view.',
        '#5 | At T5 | 44',
        '#6 | AnnotatorNotes T5 | See [it](#pay).\\nWhy?',
        'N2 | Reference T5 Readout:#pay | #pay',
      ],
    );
  });

  it('has a mark in parts as one, each line of it a piece', () => {
    assert.deepEqual(
      shown(
        `We [will return\nthe air]{#air .commitment reaffirms=a#air}\n\n[station]{continues=air} soon.\n`,
      ),
      [
        'T1 | commitment 3 14;15 22;24 31 | will return the air station',
        '#1 | Id T1 | air',
        'R1 | reaffirms Arg1:T1 Arg2:T1',
      ],
    );
  });

  it('hangs a note on the word that is nearest, wherever it stands', () => {
    const place = (source: string) => shown(source).filter((line) => /^T|At/.test(line));
    assert.deepEqual(place('^[Early.]They met.\n'), ['T1 | Note 0 4 | They', '#1 | At T1 | 0']);
    assert.deepEqual(place('They met.\n\n^[Alone.]\n\nLate.\n'), [
      'T1 | Note 5 9 | met.',
      '#1 | At T1 | 11',
    ]);
  });

  it('leaves out what has no words, and says how much', () => {
    const { ann, written, left } = bratOf(standoffOf(entryOf('[^[x]]{.place cites="#a"}\n')));
    assert.deepEqual([ann, written, left], ['', 0, 2]);
  });

  it('reads back all that it has written, of any text', () => {
    const texts = fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 60 }), annotated);
    fc.assert(
      fc.property(texts, (text) => {
        const { snapshot } = apply(emptySnapshot(), [{ uri, text, version: 1 }]);
        const standoff = standoffOf(snapshot.entries.get(uri) as Entry);
        const brat = bratOf(standoff);
        const back = readBrat(standoff.text, brat.ann);
        const hasWords = standoff.text.trim() !== '';
        const kept = standoff.annotations.filter((one) =>
          one.type === 'note' ? hasWords : one.parts.length > 0,
        );
        assert.deepEqual(back, kept);
        assert.deepEqual(
          [brat.written, brat.left],
          [kept.length, standoff.annotations.length - kept.length],
        );
        assertIsBrat(standoff.text, brat.ann);
      }),
      { numRuns: 3000 },
    );
  });

  it('is told beforehand what a collection uses', () => {
    const { codebook } = fixture(`
      //- readout.yaml
      kinds: { commitment: off, pledge: { registered: true } }
      relations: { limits: { inverse: limited by } }
      //- a.readout.md
      Text.
    `);
    const attributes = new Map([['score', new Set(['0', '+1'])]]);
    const configuration = bratConfiguration({ codebooks: [codebook], attributes });
    const [entities, relations, events, values] = configuration.split(/\n\n/);
    assert.ok(entities?.startsWith('[entities]\nposition\n'));
    assert.ok(entities?.endsWith('\ntarget\npledge\nMark\nReference\nNote'));
    assert.match(
      relations ?? '',
      /^\[relations\]\n<OVERLAP>\t.*\nreaffirms\tArg1:<ENTITY>, Arg2:<ENTITY>\n/,
    );
    assert.ok(relations?.endsWith('\nlimits\tArg1:<ENTITY>, Arg2:<ENTITY>'));
    assert.equal(events, '[events]');
    assert.equal(values, '[attributes]\nscore\tArg:<ENTITY>, Value:+1|0');
  });
});
