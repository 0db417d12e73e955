import assert from 'node:assert/strict';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { applyEdits } from './edit.ts';
import {
  type Insertion,
  insertNote,
  needsFragments,
  wrapEach,
  wrapMark,
  wrapReference,
  wrapReferences,
} from './insert.ts';

const spanOf = (text: string, words: string) => {
  const from = text.indexOf(words);
  assert.ok(from >= 0, words);
  return { from, to: from + words.length };
};

function made(text: string, insertion: Insertion): string {
  if ('refused' in insertion) return `refused: ${insertion.refused}`;
  const result = applyEdits(text, insertion.edits);
  assert.equal(strip(parse(result)), strip(parse(text)));
  return result;
}

const marked = (text: string, words: string, id: string | undefined = 'm') =>
  made(text, wrapMark(parse(text), spanOf(text, words), { id, kind: 'place', rest: 'by=x' }));

const linked = (text: string, words: string) =>
  made(text, wrapReference(parse(text), spanOf(text, words), 'k#m'));

describe('inserting', () => {
  it('marks words with what stands in the braces, blank edges left out', () => {
    assert.equal(marked('They met in Orla.\n', ' Orla'), 'They met in [Orla]{#m .place by=x}.\n');
    const bare = wrapMark(parse('Orla'), { from: 0, to: 4 }, { kind: 'place' });
    assert.equal(made('Orla', bare), '[Orla]{.place}');
  });

  it('writes fragments over a blank line and across the edge of a mark, which need an id', () => {
    assert.equal(
      marked('We will\n\nact.\n', 'will\n\nact'),
      'We [will]{#m .place by=x}\n\n[act]{continues=m}.\n',
    );
    const crossing = 'We [will act]{#a .event} now.\n';
    assert.equal(
      marked(crossing, 'act]{#a .event} now'),
      'We [will [act]{#m .place by=x}]{#a .event} [now]{continues=m}.\n',
    );
    assert.ok(needsFragments(parse(crossing), spanOf(crossing, 'act]{#a .event} now')));
    assert.ok(!needsFragments(parse(crossing), spanOf(crossing, 'will')));
    const nameless = wrapMark(parse(crossing), spanOf(crossing, 'act]{#a .event} now'), {
      kind: 'place',
    });
    assert.match(made(crossing, nameless), /^refused: .* needs an id/);
  });

  it('escapes what would read as something else', () => {
    assert.equal(marked('x ] y [ z', ' ] y [ '), 'x [\\] y \\[]{#m .place by=x} z');
    assert.equal(marked('so! Orla', ' Orla'), 'so! [Orla]{#m .place by=x}');
    assert.equal(marked('so!Orla', 'Orla'), 'so\\![Orla]{#m .place by=x}');
    assert.equal(marked('x^Orla', 'Orla'), 'x\\^[Orla]{#m .place by=x}');
    assert.equal(marked('x\\Orla', 'Orla'), 'x\\\\[Orla]{#m .place by=x}');
    assert.equal(marked('Orla\\ x', 'Orla\\'), '[Orla\\\\]{#m .place by=x} x');
    assert.equal(marked('Orla{.event}', 'Orla'), '[Orla]{#m .place by=x}\\{.event}');
    assert.equal(marked('Orla{2}', 'Orla'), '[Orla]{#m .place by=x}{2}');
  });

  it('moves an edge that lies in an escape outwards', () => {
    assert.equal(marked('a \\[b', '[b'), 'a [\\[b]{#m .place by=x}');
  });

  it('refuses blanks, notes, references in references and broken signs, in words', () => {
    const blank = /^refused: Nothing but blanks is selected/;
    assert.match(marked('a  b', '  '), blank);
    assert.match(linked('a \u3000b', ' \u3000'), blank);
    const front = '---\ntitle: x y\n---\n\na';
    assert.match(marked(front, 'x y'), /^refused: These words stand in the front matter, which/);
    assert.match(linked(front, 'x y'), /^refused: These words stand in the front matter, where/);
    assert.match(marked('a^[so they say]', 'they'), /^refused: These words stand in a note/);
    assert.match(linked('[a b](#x)', 'a'), /^refused: One of these words is linked already/);
    assert.match(linked('x [a b](#x) y', 'x [a b](#x) y'), /linked already/);
    assert.match(linked('We will\n\nact.', 'will\n\nact'), /^refused: A reference cannot go over/);
    assert.match(marked('a]{.event} b [c', 'b'), /^a\]/);
  });

  it('links words, also inside a mark and round one', () => {
    assert.equal(linked('in Orla.', 'Orla'), 'in [Orla](k#m).');
    assert.equal(linked('[in Orla]{.event}', 'Orla'), '[in [Orla](k#m)]{.event}');
    assert.equal(linked('[Orla]{.event}', '[Orla]{.event}'), '[[Orla]{.event}](k#m)');
  });

  it('links several runs of words at once, and leaves those that cannot be linked', () => {
    const text = 'Orla, [Orla](#a) and Orla.';
    const spans = [...text.matchAll(/Orla/g)].map(({ index }) => ({ from: index, to: index + 4 }));
    const all = wrapReferences(parse(text), spans, '#orla');
    assert.equal(made(text, all), '[Orla](#orla), [Orla](#a) and [Orla](#orla).');
    const none = wrapReferences(parse(text), spans.slice(1, 2), '#orla');
    assert.match(made(text, none), /linked already/);
    assert.deepEqual(wrapReferences(parse(text), [], '#orla'), { edits: [] });
  });

  it('links several runs of words with an edit for each, which stands for itself', () => {
    const text = 'Orla!Orla, [Orla](#a), [Or]{.place}la and (Orla){x=y}.';
    const spans = [...text.matchAll(/Orla|Or\S+la/g)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }));
    const edits = wrapEach(parse(text), spans, '#orla');
    assert.equal(edits.length, spans.length);
    const all = edits.filter((edit) => edit !== undefined);
    assert.equal(
      made(text, { edits: all }),
      '[Orla](#orla)\\![Orla](#orla), [Orla](#a), [Or]{.place}la and ([Orla](#orla)){x=y}.',
    );
    for (const edit of all) made(text, { edits: [edit] });
  });

  it('puts notes in, their own signs escaped and in one paragraph', () => {
    const text = 'They met.\n';
    const noted = insertNote(parse(text), 8, 'see [1]\n\nand ^this\\');
    assert.equal(made(text, noted), 'They met^[see \\[1\\] and \\^this\\\\].\n');
    const inner = 'a^[b c]';
    assert.match(
      made(inner, insertNote(parse(inner), 5, 'd')),
      /^refused: This place is in a note/,
    );
  });

  it('puts no note before the body, where it would be YAML', () => {
    for (const text of ['---\n\r\n---\n', '---\ntitle: x\n---\n\nOrla.']) {
      const document = parse(text);
      for (let offset = 0; offset < document.body; offset++) {
        assert.match(made(text, insertNote(document, offset, 'n')), /^refused: .* front matter/);
      }
      assert.ok('edits' in insertNote(document, document.body, 'n'));
    }
    assert.equal(made('\uFEFFOrla.', insertNote(parse('\uFEFFOrla.'), 0, 'n')), '\uFEFF^[n]Orla.');
  });
});
