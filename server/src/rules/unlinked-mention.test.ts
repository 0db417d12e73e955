import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkFix,
  checkFixElsewhere,
  checkRule,
  fixesOf,
  fixTitles,
} from '../../../test/support/check.ts';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { unlinkedMention } from './unlinked-mention.ts';

const book = `//- readout.yaml
entities:
  orla: { kind: place, name: Orla, aliases: [Port of Orla] }
  marrow: { kind: actor, name: Lena Marrow, aliases: [Minister Marrow] }
  council: { kind: actor, name: Lake Council, aliases: [LC, 湖評議会] }
  states: { kind: actor, name: United Shores, aliases: [US] }
  treaty: { kind: instrument, name: Treaty of Orla }
`;

const check = (text: string, settings = '') =>
  checkRule(unlinkedMention, `//- a.readout.md\n${text}\n${book}${settings}`);

describe('unlinked-mention', () => {
  it('tells the first mention of each entity and how many more there are', () => {
    check(`
Minister Marrow came to Orla. Lena Marrow left Orla for the Port of Orla.
^^^^^^^^^^^^^^^ 1 more time in this document
                        ^^^^ “Orla” is in the codebook and not linked, here and 2 more times in this document.
`);
    check(`
The Lake Council met.
    ^^^^^^^^^^^^ “Lake Council” is in the codebook and not linked.
`);
  });

  it('tells every mention with all', () => {
    check(
      `
# Talks in Orla
           ^^^^ Orla

Minister Marrow came to Orla. Lena Marrow left Orla, and US-Orla talks began.
^^^^^^^^^^^^^^^ “Minister Marrow” is a name of “Lena Marrow” and not linked.
                        ^^^^
                              ^^^^^^^^^^^
                                               ^^^^
                                                         ^^
                                                            ^^^^
`,
      'mentions: all',
    );
  });

  it('is silent about an entity that is linked anywhere in the source', () => {
    check(`
Minister Marrow came to Orla.

Then [Lena Marrow](#marrow) left [the port](#orla).
`);
    check(`
Then she ^[see [Orla](#orla)] left Orla.
                                   ^^^^
`);
    check('Orla is named by [a mark]{#orla .place} of [its own](#orla) here.\n^^^^');
  });

  it('is silent inside marks that name a thing, and about an entity whose name is one', () => {
    check('They met in [Orla]{.place}; Orla was calm.');
    check('They met in [the “Orla”’s]{.place} hall; Orla was calm.');
    check(
      'They heard [Minister Lena Marrow of Orla]{.actor}; Orla was calm.\n                                                   ^^^^',
    );
    check('[The harbour]{.place cites="#orla"} is calm; Orla is calm.');
    check('They [will go to Orla]{.commitment}.\n                 ^^^^');
  });

  it('looks past notes, attributes and front matter', () => {
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
---
title: Talks with Minister Marrow
participants: [marrow]
---

They met ^[in Orla] and [agreed]{.commitment if="Orla stays calm"}.
${book}`,
    );
  });

  it('passes over the title, headings and halves of a compound', () => {
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
---
title: Talks in Orla
---

## Talks in ORLA
of the Lake Council
       ^^^^^^^^^^^^ 

# The Minister Marrow chapter

A US-Lake Council paper and a US–[Orla](#orla) one.
${book.replace('LC, ', '')}`,
    );
    check('Talks in Orla\n\nThey met.');
    check('They met in Orla.\n            ^^^^\n\nThey met.');
    check('An Orla-based office; a non-Orla one.\n   ^^^^ 1 more');
  });

  it('passes over an abbreviation in parentheses right behind its linked name', () => {
    const all = 'mentions: all';
    check(
      'The [Lake Council](#council) (LC) and the LC.\n                                          ^^',
      all,
    );
    check('The [Lake Council](#council) (“LC”) met.', all);
    check('The [Lake Council]{.actor} (LC) met.', all);
    check('The [Lake Council](#council) of (LC) met.\n                                 ^^', all);
    check('The [Lake Council](#council) (US) met.\n                              ^^', all);
    check('The Lake Council (LC) met.\n    ^^^^^^^^^^^^\n                  ^^', all);
  });

  it('takes the longest name, wherever it begins', () => {
    check('The Treaty of Orla holds.\n    ^^^^^^^^^^^^^^ “Treaty of Orla” is in');
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
The United Lake Council of Shores met.
           ^^^^^^^^^^^^^^^^^^^^^^ c
//- readout.yaml
entities:
  a: { kind: actor, name: United Lake Council }
  c: { kind: actor, name: Lake Council of Shores }
`,
    );
  });

  it('takes a name for the same with other spaces, dots and capitals', () => {
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
The U. S. FORCES met.
    ^^^^^^^^^^^^ “U. S. FORCES” is in the codebook and not linked.
//- readout.yaml
entities: { forces: { kind: actor, name: U.S. Forces } }
`,
    );
  });

  it('keeps short capitals apart from small letters', () => {
    check('They told us that the U. S. and the US agree.\n                      ^^^^^ 1 more');
  });

  it('knows which names hold on the day of the document', () => {
    const dated = (front: string, text: string) =>
      checkRule(
        unlinkedMention,
        `
//- a.readout.md
${front}
${text}
//- readout.yaml
entities:
  marrow: { kind: actor, name: Lena Marrow, aliases: [{ text: the Minister, to: 2031-06-30 }] }
  brandt: { kind: actor, name: Anna Brandt, aliases: [{ text: the Minister, from: 2031-06-30 }] }
`,
      );
    const day = (date: string) => `---\ndate: ${date}\n---\n`;
    dated(day('2031-06-29'), 'So said the Minister.\n        ^^^^^^^^^^^^ “Lena Marrow” and not');
    dated(
      day('2031-06-28/2031-07-02'),
      'So said the Minister.\n        ^^^^^^^^^^^^ “Anna Brandt” and not',
    );
    dated(
      day('2031-06-30'),
      'So said the Minister.\n        ^^^^^^^^^^^^ may mean “Lena Marrow” (marrow) or “Anna Brandt” (brandt), and is not linked.',
    );
    dated('', 'So said the Minister.');
    dated(day('2031-06-30'), 'So said the Minister. The [Minister Brandt](#brandt) left.');
  });

  it('leaves out longer words of ignore-in, for that entity alone', () => {
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
The Orla Replacement  Hall is not Orla.
         ^^^^^^^^^^^^^^^^^ “Replacement Hall” is in the codebook
                                  ^^^^ “Orla” is in the codebook and not linked.
//- readout.yaml
entities:
  orla: { kind: place, name: Orla, ignore-in: [Orla Replacement Hall] }
  hall: { kind: place, name: Replacement Hall }
`,
    );
  });

  it('never tells the terms of the document', () => {
    checkRule(
      unlinkedMention,
      `
//- a.readout.md
---
terms: { the Lake Council: [marrow] }
---

The Lake  Council met at Lake Council Hall.
                         ^^^^^^^^^^^^
${book.replaceAll('LC', 'XX')}`,
    );
  });

  it('marks the exact range over signs, escapes and line ends', () => {
    check('the [Lake [Council]{.event} met]{.commitment}\n     ^^^^^^^^^^^^^');
    check(
      'the [Lake]{.event} Cou\\ncil is Lake\\\\ Council, \\[Orla\\]\n                                                 ^^^^',
    );
    check('the Lake ^[sic] Coun^[sic]cil\n    ^^^^^^^^^^^^^^^^^^^^^^^^^');
    check('the Lake\n    ^^^^^^^^^^^^\nCouncil met');
  });

  it('finds a name that a page break divides between fragments', () => {
    const found = (kind: string) => {
      const words = 'Council]{continues=a}';
      const before = `[the return of Lake]{#a .${kind}}\n\n7\n\n[`;
      return { text: `${before}${words} met.`, to: before.length + 'Council'.length };
    };
    const { text, to } = found('commitment');
    const lines = text.split('\n');
    check([lines[0], ' '.repeat(15) + '^'.repeat(to - 15), ...lines.slice(1)].join('\n'));
    check(found('actor').text);
    check('[The Lake]{#a .actor} or\n\n[Orla]{continues=a}');
  });

  it('finds no name in the plural of a longer one, which is no name itself', () => {
    const yaml = `
//- readout.yaml
entities:
  tarn: { kind: actor, name: Tarn }
  sea: { kind: place, name: South Tarn Sea, aliases: [Tarn Beach] }
  ferry: { kind: place, name: Tarn Ferry, aliases: [{ name: Tarn Dock, from: 2041-01-01 }] }
  bay: { kind: place, name: North Tarn Bay, aliases: [North Tarn Bays] }
  reef: { kind: place, name: Old Tarn Reef }
  reefs: { kind: place, name: Tarn Reefs }
  court: { kind: actor, name: Tarn Ferries Court }
`;
    checkRule(
      unlinkedMention,
      `
      //- a.readout.md
      The East and South Tarn Seas, Tarn Beaches and Tarn ferries.
      //- b.readout.md
      The Tarn Ferries Court and Tarn Docks.
          ^^^^^^^^^^^^^^^^^^ “Tarn Ferries Court”
                                 ^^^^ “Tarn”
      //- c.readout.md
      The North Tarn Bays and Tarn Seas.
          ^^^^^^^^^^^^^^^ “North Tarn Bay”
                              ^^^^ “Tarn”
      //- d.readout.md
      The Old Tarn Reefs.
              ^^^^^^^^^^ “Tarn Reefs”
      ${yaml.trim().split('\n').join('\n      ')}
      `,
    );
  });

  it('finds names in Japanese, full-width and invisible dress', () => {
    check('第１回「湖評\n    ^^^^^ “Lake Council”\n議会」を開催した。');
    check('at Ｏｒｌａ\n   ^^^^');
    check('at O\u00adr\u200bla\n   ^^^^^^');
    check(
      'the Lake\u00a0Council’s 🕊️ view of 𝐎rla\n    ^^^^^^^^^^^^\n                               ^^^^^',
    );
  });

  it('links this one, or all of the document', () => {
    const text = `//- a.readout.md\nIn Orla, \\[Orla]{.place} of Orla.\n${book}`;
    assert.deepEqual(fixTitles(unlinkedMention, text), [
      'Link “Orla” to “Orla”',
      'Link all 3 mentions of “Orla” in this document',
    ]);
    checkFix(unlinkedMention, text, 'In [Orla](#orla), \\[Orla]{.place} of Orla.\n');
    checkFix(
      unlinkedMention,
      text,
      'In [Orla](#orla), \\[[Orla](#orla)]{.place} of [Orla](#orla).\n',
      { title: 'Link all 3 mentions of “Orla” in this document' },
    );
  });

  it('takes a mark in the way in whole, and wraps inside one that holds more', () => {
    checkFix(
      unlinkedMention,
      `//- a.readout.md\nthe [Lake [Council]{.event}]{.commitment} met\n${book}`,
      'the [[Lake [Council]{.event}](#council)]{.commitment} met\n',
    );
    checkFix(
      unlinkedMention,
      `//- a.readout.md\nthe [Lake]{.event} Council\n${book}`,
      'the [[Lake]{.event} Council](#council)\n',
    );
  });

  it('offers each of two entities', () => {
    const text = `
//- a.readout.md
The Minister met the minister.
//- readout.yaml
entities:
  marrow: { kind: actor, name: Lena Marrow, aliases: [the Minister] }
  brandt: { kind: actor, name: Anna Brandt, aliases: [the Minister] }
`;
    assert.deepEqual(fixTitles(unlinkedMention, text), [
      'Link “The Minister” to “Lena Marrow”',
      'Link “The Minister” to “Anna Brandt”',
      'Link all 2 mentions of “Lena Marrow” in this document',
      'Link all 2 mentions of “Anna Brandt” in this document',
      'Never take “The Minister” for “Lena Marrow”',
      'Never take “The Minister” for “Anna Brandt”',
    ]);
  });

  it('puts longer words, or the alias itself, under ignore-in of the entity', () => {
    const yaml =
      'entities:\n  m: { kind: actor, name: Marrow }\n  orla:\n    kind: place\n    name: Port of Orla\n    aliases: [Orla]\n';
    const never = (words: string) => {
      const fixes = fixesOf(
        unlinkedMention,
        `//- a.readout.md\n${words}\n//- readout.yaml\n${yaml}`,
      );
      const fix = fixes.find(({ title }) => title.startsWith('Never'));
      const [file] = fix?.elsewhere ?? [];
      return { title: fix?.title, text: file && applyEdits(yaml, file.edits) };
    };
    assert.deepEqual(never('The New Orla Hall of the Lake opened.'), {
      title: 'Never take “New Orla Hall of the Lake” for “Port of Orla”',
      text: `${yaml}    ignore-in: [New Orla Hall of the Lake]\n`,
    });
    assert.deepEqual(never('In Orla they met.'), {
      title: 'Never take “Orla” for “Port of Orla”',
      text: `${yaml}    ignore-in: [Orla]\n`,
    });
    assert.equal(never('In the port of Orla.').title, undefined);
    // A neighbour that is a name too has no part in it.
    for (const words of [
      'The [Marrow](#m) and Orla met.',
      'Orla and Marrow met.',
      'Minister [Marrow](#m) Orla met.',
    ]) {
      assert.equal(never(words).title, 'Never take “Orla” for “Port of Orla”', words);
    }
    assert.equal(
      never('The [Marrow](#m) and Orla Hall of Marrow.').title,
      'Never take “Orla Hall” for “Port of Orla”',
    );
    const { entities } = readCodebook([
      { uri: 'file:///c/readout.yaml', text: never('In Orla they met.').text ?? '' },
    ]);
    assert.deepEqual(entities.get('orla')?.ignoreIn, ['Orla']);
  });

  it('learns the abbreviations that a document gives to its names', () => {
    const board =
      '//- readout.yaml\nentities:\n  board: { kind: actor, name: Lake Protection Board, aliases: [LB] }\n';
    const learns = (text: string, settings = 'mentions: all\n') =>
      checkRule(unlinkedMention, `//- a.readout.md\n${text}\n${board}${settings}`);
    learns('The [Lake Protection Board](#board) (LPB) met. The LPB left.', '');
    learns(`
The LPB met. The Lake Protection Board (“LPB”) left; the LPB did.
                 ^^^^^^^^^^^^^^^^^^^^^ Lake Protection Board
                                                         ^^^ “LPB” is a name of “Lake Protection Board”

Then LPB sat with [LPB](#board), and lpb did not.
     ^^^ LPB
`);
    learns(
      `
The Lake Protection Board (LPB) met. The LPB left.
    ^^^^^^^^^^^^^^^^^^^^^ here and 1 more time
`,
      '',
    );
    // What does not stand for the words is no abbreviation of theirs, and LB is one already.
    learns('The [Lake Protection Board](#board) (PM) met. PM.');
    learns('The [Lake Protection Board](#board)\n\n(LPB) met. LPB.');
    learns(`
The [Lake Protection Board](#board) (LB) met. LB.
                                              ^^ LB
`);
  });

  it('finds a name that its own abbreviation interrupts', () => {
    const base =
      '//- readout.yaml\nmentions: all\nentities:\n  orla: { kind: place, name: Lake Air Base Orla, aliases: [LAB Orla, Orla] }\n  base: { kind: concept, name: Lake Air Base }\n';
    const finds = (text: string) =>
      checkRule(unlinkedMention, `//- a.readout.md\n${text}\n${base}`);
    finds(`
They will return Lake Air Base (LAB) Orla.
                 ^^^^^^^^^^^^^^^^^^^^^^^^ “Lake Air Base (LAB) Orla”
`);
    finds(`
They will return [Lake Air]{.position} Base  (LAB) Orla.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Lake Air Base
`);
    finds(`
The [Lake Air Base (LAB) Orla](#orla) and the Lake Air Base (LBA) Orla are two.
                                              ^^^^^^^^^^^^^ “Lake Air Base”
                                                                  ^^^^ “Orla”
`);
    finds(`
Lake Air Base (LAB) in Orla, Lake Air Base, Orla; Lake Air Base (see) Orla.
^^^^^^^^^^^^^
                       ^^^^
                             ^^^^^^^^^^^^^
                                            ^^^^
                                                  ^^^^^^^^^^^^^
                                                                      ^^^^
`);
    checkFix(
      unlinkedMention,
      `//- a.readout.md\nThe Lake Air Base (LAB) Orla.\n${base}`,
      'The [Lake Air Base (LAB) Orla](#orla).\n',
    );
  });

  it('offers such an abbreviation as another name', () => {
    const yaml =
      'mentions: all\nentities:\n  board:\n    kind: actor\n    name: Lake Protection Board\n';
    const text = 'The [Lake Protection Board](#board) (LPB) met. LPB.';
    checkFixElsewhere(unlinkedMention, `//- a.readout.md\n${text}\n//- readout.yaml\n${yaml}`, {
      title: 'Make “LPB” another name of “Lake Protection Board” in all documents',
      name: 'readout.yaml',
      after: `${yaml}    aliases: [LPB]\n`,
    });
  });

  it('makes longer words an entity of their own', () => {
    const yaml = 'entities:\n  orla: { kind: place, name: Orla }\n';
    const fix = fixesOf(
      unlinkedMention,
      `//- a.readout.md\nIn the New Orla Hall they met.\n//- readout.yaml\n${yaml}`,
    ).find(({ title }) => title.startsWith('Make'));
    assert.equal(fix?.title, 'Make “New Orla Hall” an entity of its own and link it');
    assert.equal(
      applyEdits('In the New Orla Hall they met.\n', fix?.edits ?? []),
      'In the [New Orla Hall](#new-orla-hall) they met.\n',
    );
    assert.equal(
      applyEdits(yaml, fix?.elsewhere?.[0]?.edits ?? []),
      `${yaml}  new-orla-hall:\n    kind: place\n    name: New Orla Hall\n`,
    );
  });

  it('takes the word that begins a sentence for no part of longer words', () => {
    for (const word of ['Then', 'Today', 'While', 'The']) {
      const titles = fixTitles(
        unlinkedMention,
        `//- a.readout.md\n${word} Orla agreed.\n//- readout.yaml\nentities:\n  orla: { kind: place, name: Orla }\n`,
      );
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Make')),
        [],
        word,
      );
    }
  });

  it('finds names beyond the first plane, and in scripts without blanks', () => {
    const names =
      '//- readout.yaml\nentities:\n  hill: { kind: place, name: 𠮷野丘 }\n  cape: { kind: place, name: 🕊️ Cape }\n';
    checkRule(
      unlinkedMention,
      `//- a.readout.md\n大臣は𠮷野丘を訪れた。\n   ^^^^\n🕊️ Cape\n^^^^^^^^\n${names}`,
    );
  });
});
