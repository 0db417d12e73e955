import assert from 'node:assert/strict';
import { fixture, root } from '../../../../test/support/fixture.ts';
import { type ReadBlock, type Reading, readingOf } from './reading.ts';

const codebook = `
  //- readout.yaml
  entities:
    ardenia: { kind: actor, name: Republic of Ardenia }
    belmark: { kind: actor, name: Belmark }
    orla: { kind: place, name: Port Orla }
  kinds:
    reservation: { means: Stands aside., registered: true, color: charts.red }
  series: { talks: { names: [The Talks] } }
`;

interface Read extends Reading {
  readonly blocks: readonly ReadBlock[];
}

function read(source: string, name = 'a.readout.md'): Read {
  const reading = readingOf(fixture(source).snapshot, `${root}${name}`);
  assert.ok(reading);
  return { ...reading, blocks: [...reading.blocks] };
}

/** `paragraph: They ⟨commitment#m will go⟩ to ⟨→Port Orla Orla⟩ at once‹When?›.` */
function drawn({ is, level, pieces, marks, references, notes }: ReadBlock): string {
  const words = pieces.map((piece) => {
    if ('text' in piece) return piece.text;
    if ('end' in piece) return '⟩';
    if ('note' in piece) return `‹${notes[piece.note]?.words}›`;
    if ('reference' in piece) return `⟨→${references[piece.reference]?.means} `;
    const { kind, id } = marks[piece.mark] ?? {};
    return `⟨${kind}${id ? `#${id}` : ''} `;
  });
  return `${is}${level || ''}: ${words.join('')}`;
}

const blocks = (source: string): string[] => read(source).blocks.map(drawn);

describe('the text of the reading view', () => {
  it('is the document as issued, with marks, references and notes in their places', () =>
    assert.deepEqual(
      blocks(`${codebook}
  //- a.readout.md
  ---
  title: Second  Meeting
  ---

  # Second Meeting

  Port *Orla*,
    14 May

  ## The \\[new\\] [harbour]{.place}
  They [will open [it](#m) [by [May]{.event}]{.deadline}]{#m .commitment} in [Orla](#orla).^[See [there](b#x), *soon*.]
  ###
  `),
      [
        'title1: Second Meeting',
        'paragraph: Port *Orla*,\n  14 May',
        'heading2: The [new] ⟨place harbour⟩',
        'paragraph: They ⟨commitment#m will open ⟨→“will open it by May” it⟩ ⟨deadline by ⟨event May⟩⟩⟩ in ⟨→Port Orla Orla⟩.‹See there, *soon*.›\n###',
      ],
    ));

  it('begins with the title where a plain line says it', () => {
    const title = '//- a.readout.md\n---\ntitle: 会談（概要）\n---\n\n';
    assert.deepEqual(blocks(`${title}会談（概要）\n\n　会談した。\n`), [
      'title: 会談（概要）',
      'paragraph: 　会談した。',
    ]);
    assert.deepEqual(blocks(`${title}５月\n\n会談（概要）\n`), [
      'paragraph: ５月',
      'paragraph: 会談（概要）',
    ]);
  });

  it('has headings amid lines, and what crosses their ends in both', () =>
    assert.deepEqual(
      blocks(
        '//- a.readout.md\nbefore\n# One [two\nthree]{#a .position} four\n## Five\nsix\r\n\r\n  \r\n',
      ),
      [
        'paragraph: before',
        'heading1: One ⟨position#a two⟩',
        'paragraph: ⟨position#a three⟩ four',
        'heading2: Five',
        'paragraph: six',
      ],
    ));

  it('takes the fragments of a mark for one with it', () =>
    assert.deepEqual(
      blocks(
        '//- a.readout.md\n[alpha [beta]{#b .place}]{#a .position}[ [gamma](#none)]{continues=a}\n\n[]{.place} [x]{} ^[n]\n',
      ),
      [
        'paragraph: ⟨position#a alpha ⟨place#b beta⟩⟩⟨position#a  ⟨→ gamma⟩⟩',
        'paragraph:  ⟨ x⟩ ‹n›',
      ],
    ));

  it('stands in the text with its signs, without those of a heading and the blanks around it', () => {
    const { snapshot } = fixture(
      '//- a.readout.md\n\n## [Two]{.place}  \n  one\r\n[will]{#m .commitment}\n \n\t^[n]\n',
    );
    const uri = `${root}a.readout.md`;
    const spans = [...(readingOf(snapshot, uri)?.blocks ?? [])].map(({ span }) => span);
    assert.deepEqual(
      spans.map(({ from, to }) => snapshot.entries.get(uri)?.text.slice(from, to)),
      ['[Two]{.place}', '  one\r\n[will]{#m .commitment}', '\t^[n]'],
    );
  });

  it('is source where nothing closes, and empty where there is nothing', () => {
    assert.deepEqual(blocks('//- a.readout.md\n[a]{.place [b](c.html#d) [c\n'), [
      'paragraph: [a]{.place [b](c.html#d) [c',
    ]);
    assert.deepEqual(blocks('//- a.readout.md\n---\ntitle: T\n---\n'), []);
    assert.equal(readingOf(fixture('x').snapshot, `${root}none.readout.md`), undefined);
  });

  it('says what references mean, in other documents too', () => {
    const { blocks: found } = read(`
      //- a.readout.md
      [one](b#m) [two](b#) [three](c#) [four](d#x)
      //- b.readout.md
      ---
      title: First Meeting
      ---

      [will go]{#m .commitment}
      //- c.readout.md
      They met.
    `);
    assert.deepEqual(
      found[0]?.references.map(({ means }) => means),
      ['“will go” · First Meeting', 'First Meeting', 'c', ''],
    );
  });
});

describe('what stands above the reading view', () => {
  it('comes from the front matter, names for ids', () => {
    const { blocks: _, ...head } = read(`${codebook}
  //- a.readout.md
  ---
  title: Second Meeting
  date: 2031-05-14/2031-05-15
  place: orla
  issuer: Cabinet Office
  parties: [ardenia, belmark, corvia]
  series: talks
  lang: en
  ---
  `);
    assert.deepEqual(head, {
      ...{ title: 'Second Meeting', lang: 'en', date: '2031-05-14/2031-05-15' },
      ...{ place: 'Port Orla', issuer: 'Cabinet Office' },
      parties: ['Republic of Ardenia', 'Belmark', 'corvia'],
      series: 'The Talks',
    });
  });

  it('is the key where there is no front matter, and the file name where that is no key', () => {
    const { blocks: _, ...head } = read('//- a.readout.md\nx');
    assert.deepEqual(head, {
      ...{ title: 'a', lang: undefined, date: undefined, place: undefined, issuer: undefined },
      ...{ parties: [], series: undefined },
    });
    assert.equal(
      readingOf(fixture('//- no key.readout.md\nx').snapshot, `${root}no%20key.readout.md`)?.title,
      'no key',
    );
  });
});

describe('a card of the reading view', () => {
  const source = `${codebook}
  //- a.readout.md
  ---
  date: 2030-05-01
  parties: [ardenia, belmark]
  ---

  They affirmed that they [will open it [by May]{.deadline}]{#m .commitment due=2031-05}, [and close it]{continues=m}.
  [Both share the view]{.position}. [Ardenia stood aside]{#r .reservation says=ardenia}; see [it](#m) and [Orla]{.place}.
  They [noted a report]{.evidence}.
  //- b.readout.md
  ---
  date: 2031-05-14
  title: Later
  ---

  They [opened it]{.evidence by=ardenia fulfils="a#m" score=+1} and [look back]{.position cites="a#r"}.
  `;
  const cardsIn = (reading: Read) =>
    reading.blocks.flatMap(({ marks }) =>
      marks.map(({ kind, color, card }) => ({ kind, color, card })),
    );

  it('says who is bound, how firmly, by when, what became of it and who refers to it', () => {
    const [first] = cardsIn(read(source));
    assert.deepEqual(first, {
      ...{ kind: 'commitment', color: undefined },
      card: {
        name: 'a#m',
        status: 'fulfilled',
        reason: 'fulfilled by 14 May 2031 · Later (Republic of Ardenia +1)',
        actors: ['Republic of Ardenia', 'Belmark'],
        verb: { lemma: 'affirm', ladder: 'stance', rung: 7, of: 8 },
        force: { lemma: 'will', ladder: 'commissive', rung: 6, of: 10 },
        due: '2031-05',
        referred: 2,
        hasThread: true,
      },
    });
  });

  it('stands beside what is registered, once for all its parts, and not beside reports', () => {
    const found = cardsIn(read(source)).map(({ kind, color, card }) => [
      ...[kind, color, card && [card.name, card.actors, card.referred, card.hasThread]],
    ]);
    assert.deepEqual(found, [
      ['commitment', undefined, ['a#m', ['Republic of Ardenia', 'Belmark'], 2, true]],
      ['deadline', undefined, undefined],
      ['commitment', undefined, undefined],
      ['position', undefined, [undefined, ['Republic of Ardenia', 'Belmark'], 0, false]],
      ['reservation', 'charts.red', ['a#r', ['Republic of Ardenia'], 1, false]],
      ['place', undefined, undefined],
      ['evidence', undefined, undefined],
    ]);
    const later = cardsIn(read(source, 'b.readout.md'));
    assert.deepEqual(later[1]?.card?.hasThread, false);
  });

  it('hangs together with what it goes back to', () => {
    const [first] = cardsIn(
      read(`
        //- a.readout.md
        [will go]{.commitment reaffirms="b#m"} [will stay]{#s .commitment due=2032}
        //- b.readout.md
        [will go]{#m .commitment}
      `),
    );
    assert.equal(first?.card?.hasThread, true);
  });
});
