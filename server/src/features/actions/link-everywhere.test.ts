import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dedent, fixture } from '../../../../test/support/fixture.ts';
import { parse } from '../../core/reading/parse.ts';
import { strip } from '../../core/reading/strip.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { actions, carryOut } from './actions.ts';

/** What a fixture becomes when the first action with such a title is taken at its cursor. */
function taken(source: string, title: RegExp) {
  const { snapshot, files, cursor } = fixture(source);
  assert.ok(cursor);
  const here = { from: cursor.offset, to: cursor.offset };
  const action = actions(snapshot, cursor.uri, here).find((one) => title.test(one.title));
  assert.ok(action, `${title}`);
  const done = carryOut(snapshot, cursor.uri, here, action.deed);
  assert.ok(!('refused' in done));
  const groups: string[] = [];
  const texts: Record<string, string> = {};
  for (const { uri, edits } of done.elsewhere ?? []) {
    const file = files.find((one) => one.uri === uri);
    assert.ok(file);
    texts[file.name] = applyEdits(file.text, edits);
    groups.push(...edits.map(({ group }) => group ?? ''));
    assert.equal(strip(parse(texts[file.name] ?? '')), strip(parse(file.text)), file.name);
  }
  return { title: action.title, texts, groups, edits: done.edits };
}

const titles = (source: string): string[] => {
  const { snapshot, cursor } = fixture(source);
  assert.ok(cursor);
  const here = { from: cursor.offset, to: cursor.offset };
  return actions(snapshot, cursor.uri, here).map(({ title }) => title);
};

const book = (settings = '') =>
  dedent(`
  //- readout.yaml
  ${settings}
  entities:
    orla:
      kind: place
      name: Orla
      aliases: [Port of Orla, { text: Tarn, from: 2031-01-01, to: 2031-12-31 }, Old Port]
      ignore-in: [Orla Hall]
    hall: { kind: place, name: Grand Hall, aliases: [Old Port] }
`);

describe('linking a name in every document', () => {
  it('is offered behind what changes this document, in words that say how often', () => {
    const texts = dedent(`
      //- a.readout.md
      In $0Orla, and in Orla.
      //- b.readout.md
      Nothing.
    `);
    assert.deepEqual(titles(book() + texts).slice(0, 4), [
      'Link “Orla” to “Orla”',
      'Link all 2 mentions of “Orla” in this document',
      'Link “Orla” once in every document…',
      'Do not report this here',
    ]);
    assert.ok(
      titles(book('mentions: all') + texts).includes(
        'Link “Orla” wherever it is named, in every document…',
      ),
    );
  });

  it('is not offered where one document is all there is, or the words may mean two', () => {
    const alone = titles(`${book()}//- a.readout.md\nIn $0Orla.\n`);
    const either = titles(
      `${book()}//- a.readout.md\nIn the $0Old Port.\n//- b.readout.md\nNothing.\n`,
    );
    assert.ok(alone.includes('Link “Orla” to “Orla”'));
    assert.ok(either.includes('Link “Old Port” to “Orla”'));
    assert.ok(![...alone, ...either].some((title) => title.includes('every document')));
  });

  const collection = dedent(`
    //- a.readout.md
    ---
    date: 2030-05-01
    ---

    They met in $0Orla, in Tarn and in Orla.
    //- b.readout.md
    ---
    date: 2031-05-01
    ---

    # Orla

    [They left for Ta[rn]{.place}]{.position}! Tarn and Orla.
    //- c.readout.md
    The Orla Hall, the Old Port.
    //- d.readout.md
    ---
    ignore: { unlinked-mention: [Orla] }
    ---

    Orla, and the Port of Orla.
    //- e.readout.md
    ---
    terms: { Orla: [hall] }
    ---

    Orla.
    //- f.readout.md
    In [Orla](#orla). In Orla.
    //- g.readout.md
    Nothing [of note]{.event}.
    //- h.readout.md
    See [Or
    la].
  `);

  it('links what findings tell, one edit a link, in groups by the words', () => {
    const { texts, groups, edits } = taken(`${book()}${collection}`, /once in every document…$/);
    assert.deepEqual(edits, []);
    assert.deepEqual(Object.keys(texts), ['a.readout.md', 'b.readout.md']);
    assert.match(
      texts['a.readout.md'] ?? '',
      /They met in \[Orla\]\(#orla\), in Tarn and in Orla\./,
    );
    assert.match(texts['b.readout.md'] ?? '', /^# Orla$/m);
    assert.match(texts['b.readout.md'] ?? '', /for \[Ta\[rn\]\{\.place\}\]\(#orla\)\]/);
    assert.deepEqual(groups, ['“Orla”', '“Tarn”']);
  });

  it('links each mention where all are told', () => {
    const { texts, groups } = taken(
      `${book('mentions: all')}${collection}`,
      /wherever it is named, in every document…$/,
    );
    assert.match(
      texts['a.readout.md'] ?? '',
      /in \[Orla\]\(#orla\), in Tarn and in \[Orla\]\(#orla\)\./,
    );
    assert.match(texts['b.readout.md'] ?? '', /^# \[Orla\]\(#orla\)$/m);
    assert.match(texts['b.readout.md'] ?? '', /! \[Tarn\]\(#orla\) and \[Orla\]\(#orla\)\.$/m);
    assert.equal(texts['c.readout.md'], undefined);
    assert.match(texts['d.readout.md'] ?? '', /^Orla, and the \[Port of Orla\]\(#orla\)\.$/m);
    assert.match(texts['f.readout.md'] ?? '', /In \[Orla\]\(#orla\)\. In \[Orla\]\(#orla\)\./);
    assert.equal(groups.filter((group) => group === '“Orla”').length, 5);
  });

  it('leaves words that cannot be a link, such as those over the edge of a mark', () => {
    const { texts } = taken(
      `${book('mentions: all')}//- a.readout.md
They left the Port of $0Orla [for the Port]{.event} of Orla.
//- b.readout.md
They left [for the Port]{.event} of Orla.
`,
      /in every document…$/,
    );
    assert.deepEqual(texts, {
      'a.readout.md': 'They left the [Port of Orla](#orla) [for the Port]{.event} of Orla.\n',
    });
  });

  it('links a document wherever words mean it, in later documents', () => {
    const talks = (name: string, date: string, words: string) =>
      dedent(`
      //- ${name}.readout.md
      ---
      title: Readout of the Orla talks
      date: ${date}
      series: talks
      ---

      ${words}
    `);
    const source = [
      talks('d', '2032-12-02', 'As agreed at the June 2031 meeting in Orla. Our last meeting.'),
      talks('c', '2031-12-02', 'They recalled the $0June meeting in Orla, and our last meeting.'),
      talks('b', '2031-06-02', 'The June 2031 meeting in Orla.'),
      talks('a', '2030-06-02', 'The June 2031 meeting in Orla.'),
    ].join('');
    const { title, texts, groups } = taken(source, /in every document…$/);
    assert.equal(
      title,
      'Link “Readout of the Orla talks” (2031-06-02) wherever it is meant, in every document…',
    );
    assert.match(texts['c.readout.md'] ?? '', /recalled \[the June meeting\]\(b#\) in Orla/);
    assert.match(
      texts['d.readout.md'] ?? '',
      /As agreed at \[the June 2031 meeting\]\(b#\) in Orla/,
    );
    assert.deepEqual(Object.keys(texts), ['d.readout.md', 'c.readout.md']);
    assert.ok(groups.includes('“the June 2031 meeting”'), `${groups}`);
  });
});
