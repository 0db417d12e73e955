import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles } from '../../../test/support/check.ts';
import { unlinkedBackreference } from './unlinked-backreference.ts';

const all = '//- readout.yaml\nbackreferences: all\n';
const check = (text: string, settings = '') =>
  checkRule(unlinkedBackreference, `//- a.readout.md\n${text}\n${settings}`);

describe('unlinked-backreference', () => {
  it('looks at sentences with a registered mark only', () => {
    check(`
They [reaffirmed the lake pact]{.position}. They reiterated its aims.
      ^^^^^^^^^^^^^^^^^^^^^^^^
`);
    check('They reaffirmed [the lake pact]{.instrument}.');
    check(
      `
They [promised]{#p .commitment} boats. As agreed in May, [they sail]{continues=p}.
                                       ^^^^^^^^^^^^^^^^ As agreed in May
`,
    );
  });

  it('looks at every sentence with all', () => {
    check(
      `
They reaffirmed the lake pact, and continued to patrol. Fish continued to get dearer.
     ^^^^^^^^^^^^^^^^^^^^^^^^
                                   ^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears meetings in a row, and what goes on', () => {
    check(
      `
They held the fourth annual harbour meeting. Their visit follows the spring talks.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They spoke of ongoing rescue work since their last visit, and took stock of the dredging.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take a meeting of a row that is still to come for an earlier one', () => {
    check(
      `
Looking ahead to the fourth harbour meeting, they will mend the nets.
They will host the third summit in Orla. In view of the 28th lake conference, they met.
They welcomed the second summit of the lakes, to be held in Tarn.
They thanked those who held the second summit of the lakes in Tarn.
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take progress that is wished for for what was made', () => {
    check(
      `
To support continued progress towards calm waters, they will dredge.
They stressed the importance of ongoing progress in dredging, and of sustained progress.
They welcomed continued progress on the locks. They spoke of their continued progress in dredging.
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They welcomed the promise of Tarn, and a commitment to continued progress on the locks.
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take what begins with the text for what goes on', () => {
    check(
      `
They agreed to open a continuing dialogue, guided by an enduring partnership and a sustained effort.
They spoke of their continuing dialogue.
                    ^^^^^^^^^^^^^^^^^^^
They met as part of an ongoing dialogue.
                       ^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears reports that are welcomed, and what was announced a moment ago', () => {
    check(
      `
Welcoming the report of the Harbour Master of 3 May, they met. They noted the letter from Orla.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
They noted reports that the nets were torn.
They praised the recently launched ferry. They spoke of Orla's recent announcement of a dam.
                 ^^^^^^^^^^^^^^^^^^^^^^^
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears what was begun by somebody at a meeting, and its anniversary', () => {
    check(
      `
The Lake Council, launched by both sides at the spring talks, met. Nets launched by night sank.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They marked the tenth anniversary of the Orla – Tarn Lake Treaty.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They marked the tenth anniversary of the great flood.
`,
      all,
    );
  });

  it('hears progress that was made', () => {
    check(
      `
They have made good strides towards calm waters. They hailed progress on the dam.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
The fish have made their way towards the dam.
`,
      all,
    );
  });

  it('hears what is begun again, redoubled, or being done', () => {
    check(
      `
They will redouble their efforts to dredge. They called for renewed efforts in Tarn.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                            ^^^^^^^^^^^^^^^^^^^^^^^
They welcomed the resumption of harbour talks, and the efforts being made by Orla.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^
They spoke of a continued commitment to ferries, and were steadfast in their commitment.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They welcomed its reaffirmation of the pact.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears instruments that are carried out, and what stands in them', () => {
    check(
      `
They will aid implementation of the $20 million Lake Partnership.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They will meet the goals of the Orla Agreement, and keep to rules enshrined in the Lake Charter.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They met in line with the O.-T. Lake Plan.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears papers by their names', () => {
    check(
      `
They work under the Lake Charter. They affirmed that Article 5 of the Treaty holds in Orla.
          ^^^^^^^^^^^^^^^^^^^^^^
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They welcomed the O.R.-T. Joint Statement, and the signing of the Orla Accords.
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
The launch is a violation of several resolutions. They walked under the framework of the bridge.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
    check(
      `
They work under the [Lake Charter](#charter), and agreed to sail.
//- readout.yaml
backreferences: all
entities: { charter: { kind: instrument, name: Lake Charter } }
`,
    );
  });

  it('hears whose statements are recalled besides', () => {
    check(
      `
Recalling resolution 4, as well as the statements of its President, they carry out resolution 5.
^^^^^^^^^^^^^^^^^^^^^^
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They call on all to implement immediately its resolution 338. As we said in May, fish are dear.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                              ^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears what goes on, whichever it is', () => {
    check(
      `
They will continue consultations on ferries. They spoke of ongoing lake, harbour, and river work.
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Officials will continue to meet. They will reconvene the lake council, and maintain close contacts.
               ^^^^^^^^^^^^^^^^
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^
The gaps, which continue to exist, are wide. They continue to be tired.
They spoke of the meeting earlier this year, and keep the pledge that Orla made at the summit.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears what came about lately, and what has stayed as it was', () => {
    check(
      `
They applauded the successful launch of the ferry, subject to the successful launch of another.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Last spring, the ministers of Orla, Tarn, and Ulmen announced a dam. They noted Tarn's recent trip to Orla.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                                       ^^^^^^^^^^^^^^^^^^^
Their position on the lake remains unchanged, and they remain deeply concerned.
                           ^^^^^^^^^^^^^^^^^
                                                       ^^^^^^^^^^^^^^^^^^^^^^^
They agreed to continue mending nets, will keep up their watch, and maintain and raise their dams.
               ^^^^^^^^^^^^^^^^^^^^^
                                           ^^^^^^^^^^^^^^^^^^^
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They condemned violations and evasions of United Lakes (UL) resolutions.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They commended the Orla Summit, and the upcoming Tarn Summit.
     ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears what is asked for and done again, and where it was described', () => {
    check(
      `
It expresses again its hope, and sends boats as further described in annex II of the letter.
   ^^^^^^^^^^^^^^^^^^^^^^^^
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Responding to the request of Orla, it keeps to its existing lake controls, according to the Orla Plan.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                   ^^^^^^^^^^^^^^^^^^^^^^
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
One year ago, they launched a ferry. They underscored their shared commitment to nets.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They noted recent efforts in Tarn, and a pledge that Ulmen announced.
           ^^^^^^^^^^^^^^^^^^^^^^
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
They will continue to strengthen the dam. Prices will continue to strengthen, and to grow.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take what others go on with for what is undertaken', () => {
    check(
      `
They urged Tarn not to continue its brutal war, and continue their patrols.
                                                    ^^^^^^^^^^^^^^^^^^^^^^
Following their long talks with friends from Orla in May, they left. Following-up on them, they met.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                     ^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take what stands in this text for earlier', () => {
    check('They keep to the measures set out in this resolution.', all);
  });

  it('ends a clause where the next begins, and hears that one too', () => {
    check(
      `
They continue to take measures to put the new harbour plan of the lake council and its friends in order and to mend it in accordance with the Orla Charter.
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('takes the law, which is no text that could be linked, for no instrument', () => {
    check(
      `
They act in accordance with international law, and their plans are sound.
They act in accordance with applicable laws and regulations.
They act in accordance with international law and the lake charter.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They act in accordance with international law, including the lake charter.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They act in accordance with international law, as reflected in the lake charter.
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They act in accordance with the Law of the Lake.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('reads over the year of a resolution and the dot of a title', () => {
    check(
      `
Recalling its resolution 1876 (2040), and having heard the fishers.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They reaffirmed the words of Mr. Marrow (in part).
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('tells what goes further or is asked for from what goes back', () => {
    check('They ask further to dissolve the lake board, and to send help, as requested.', all);
    check(
      `
Further to our talks they send help, as requested by the board.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take the text itself for an earlier one', () => {
    check('Boats may sail pursuant to this paragraph, or under the terms of this section.', all);
    check(
      `
Boats may sail pursuant to the pact.
               ^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('does not take what has just been said, or is said today, for earlier', () => {
    check(
      'The port is open. Building on this success, they met. They asked to continue following up on today’s talks.',
      all,
    );
    check(
      `
Building on the success of the port, they met.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('takes the paragraphs of a resolution for sentences', () => {
    check(
      `
The Lake Council,
Recalling its resolutions on [dredging](b#),
Reaffirming its wish for peace,
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
1. Decides to extend the patrol;
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('is quiet where a relation or reference leads to another document', () => {
    check('They [reaffirmed the pact]{.position reaffirms="b#pact"}.');
    check('They [reaffirmed]{.position} what [the June meeting](b#) said.');
    check('They [reaffirmed]{.position} what [they said](b#words).');
    check('They [signed]{#s .position cites="b#"} in May. They [reaffirmed]{continues=s} it.');
  });

  it('is not quiet for what stands in the document itself, unless the words are linked', () => {
    check(`
[Boats]{#boats .commitment} come. They [reaffirmed boats in May]{.position reaffirms="#boats"}.
                                        ^^^^^^^^^^^^^^^^^^^^^^^
[As agreed](#boats), they [sail]{.commitment}.
`);
    check(`
They [reaffirmed boats]{.position cites="a#x"}.
      ^^^^^^^^^^^^^^^^
`);
  });

  it('takes a linked instrument for an answer to *in accordance with* only', () => {
    const book = '//- readout.yaml\nentities: { pact: { kind: instrument, name: Lake Pact } }\n';
    check('In accordance with [the Lake Pact](#pact), they [sail]{.commitment}.', book);
    check(
      `
They [reaffirmed boats]{.position}, under [the Lake Pact](#pact).
      ^^^^^^^^^^^^^^^^
`,
      book,
    );
    check('In keeping with its aims they [sail]{.commitment cites="#pact"}.', book);
  });

  it('hears Japanese', () => {
    check(
      `
両大臣は、湖の協定の重要性を再確認し、前回の会合で[合意した事項を実施する]{.commitment}。
     ^^^^^^^^^^^^^
                   ^^^^^^^^^^^^^^^^^^
`,
      all,
    );
    check(
      `
湖の会議の議論も踏まえ、提言を十分踏まえながら、協定の規定をふまえて、[進む]{.commitment}。
^^^^^^^^^^^
            ^^^^^^^^^^^
                        ^^^^^^^^^^
`,
      all,
    );
  });

  it('hears in Japanese what goes on, with the words behind a comma', () => {
    check(
      `
今後とも、湖の港を守ってまいります。これは変わることのない使命です。
^^^^^^^^^^^^^^^^^
                  ^^^^^^^^^^^^^^^
`,
      all,
    );
  });

  it('hears the phrases of the collection in place of its own', () => {
    check(
      `
Wie vereinbart, [fahren sie]{.commitment}. They [reaffirmed it]{.position}.
^^^^^^^^^^^^^^
                                                 ^^^^^^^^^^^^^
`,
      '//- readout.yaml\ncues: { de: [wie vereinbart] }\n',
    );
    check(
      'They [reaffirmed the fourth harbour meeting]{.position}.',
      '//- readout.yaml\ncues: { en: [as said in] }\n',
    );
  });

  it('passes over notes, and finds words across marks and lines', () => {
    check('They [sail]{.commitment}.^[They reaffirmed it.]');
    check(`
They [will
sail, as [agr]{.concept}eed in May,
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
to Orla]{.commitment}.
`);
  });

  const series = `
//- b.readout.md
---
title: Second harbour talks
date: 2031-06-02
series: talks
---

They met.
//- a.readout.md
---
title: Third harbour talks
date: 2031-12-02
series: talks
---

`;

  it('links the document that the sentence names', () => {
    checkFix(
      unlinkedBackreference,
      `//- a.readout.md
---
title: Third harbour talks
date: 2031-12-02
series: talks
---

They [reaffirmed]{.position} the outcome of the June meeting.
${series.split('//- a.readout.md')[0]}`,
      `
---
title: Third harbour talks
date: 2031-12-02
series: talks
---

They [reaffirmed]{.position} the outcome of [the June meeting](b#).

`,
    );
  });

  it('offers the document before in the series', () => {
    checkFix(
      unlinkedBackreference,
      `${series}As agreed, they [sail]{.commitment}.`,
      `
---
title: Third harbour talks
date: 2031-12-02
series: talks
---

[As agreed](b#), they [sail]{.commitment}.`,
    );
  });

  it('offers nothing where nothing came before', () => {
    assert.deepEqual(fixTitles(unlinkedBackreference, 'They [reaffirmed it]{.position}.'), []);
  });
});

describe('marks that unlinked-backreference offers', () => {
  const document = (key: string, date: string, title: string, text: string, front = '') => `
//- ${key}.readout.md
---
title: ${title}
date: ${date}
${front || 'series: talks'}
---

${text}
`;
  const june = document(
    'june',
    '2031-06-02',
    'Second harbour talks',
    'They [will dredge the harbour of Orla to twelve metres]{#dredge .commitment}. They [will train forty pilots]{#pilots .commitment}.',
    'series: talks\nplace: Lisbon',
  );
  const spring = document(
    'spring',
    '2030-04-02',
    'First harbour talks',
    'They [will buy a second dredger for the harbour]{#dredger .commitment}.',
    'series: talks\nplace: oport',
  );
  const book = '//- readout.yaml\nentities: { oport: { kind: place, name: Orla Port } }\n';
  const now = (text: string, front = 'series: talks') =>
    document('a', '2031-12-02', 'Third harbour talks', text, front).slice(1);
  const titles = (text: string, before = june + spring, front?: string) =>
    fixTitles(unlinkedBackreference, `${now(text, front)}${before}${book}`);
  const dredge = '“will dredge the harbour of Orla to…” (2031-06-02)';
  const pilots = '“will train forty pilots” (2031-06-02)';
  const dredger = '“will buy a second dredger for the…” (2030-04-02)';
  const theOneBefore = (words: string) =>
    `Link “${words}” to “Second harbour talks” (2031-06-02), the one before`;

  it('that the sentence says again, in any series', () => {
    const text =
      'They [reaffirmed that they will dredge the harbour of Orla to twelve metres]{.commitment}.';
    const other = june.replace('series: talks', 'parties: [orla, belmark]');
    assert.deepEqual(titles(text, other, 'parties: [belmark, orla]'), [
      `Write that it reaffirms ${dredge}`,
    ]);
    checkFix(
      unlinkedBackreference,
      `${now(text)}${june.slice(1)}`,
      now(text.replace('.commitment', '.commitment reaffirms="june#dredge"')).replace(/^.*\n/, ''),
    );
  });

  it('with its words in the document of the time it names, as a link of the words that go back', () => {
    const text =
      'As agreed last year, work on the dredger for the harbour [will begin]{.commitment}.';
    assert.deepEqual(titles(text), [
      `Link “As agreed” to ${dredger}`,
      'Link “As agreed” to “First harbour talks” (2030-04-02)',
    ]);
    checkFix(
      unlinkedBackreference,
      `${now(text)}${june.slice(1)}${spring.slice(1)}`,
      now(text.replace('As agreed', '[As agreed](spring#dredger)')).replace(/^.*\n/, ''),
    );
  });

  it('with its words in the document of the place it names', () => {
    const at = (place: string) =>
      titles(`On harbour works, commitments made in ${place} on the dredger [hold]{.position}.`);
    assert.deepEqual(at('Orla Port'), [
      `Link “commitments made” to ${dredger}`,
      'Link “commitments made” to “First harbour talks” (2030-04-02)',
    ]);
    assert.deepEqual(at('Lisbon'), [
      'Link “commitments made” to “Second harbour talks” (2031-06-02)',
    ]);
    assert.deepEqual(at('Lis'), [theOneBefore('commitments made')]);
  });

  it('with its words in the document it names, before that document', () => {
    assert.deepEqual(
      titles('They [took stock of the training of pilots since the June meeting]{.position}.'),
      [
        `Link “took stock of” to ${pilots}`,
        'Link “the June meeting” to “Second harbour talks” (2031-06-02)',
      ],
    );
  });

  it('with its words in a document that the paragraph points at, or the one before', () => {
    const text =
      '[They met](spring#) again. As agreed, a second dredger for the harbour [will come]{.commitment}.';
    assert.deepEqual(titles(text), [
      `Write that it reaffirms ${dredger}`,
      theOneBefore('As agreed'),
    ]);
    assert.deepEqual(titles('As promised, forty pilots [are to be trained]{.commitment}.'), [
      `Link “As promised” to ${pilots}`,
      theOneBefore('As promised'),
    ]);
  });

  it('by all the words of the mark they stand in, which a new page may interrupt', () => {
    assert.deepEqual(
      titles(
        'They [continue to work on dredging the harbour of]{#d .position}\n\n[Orla to twelve metres]{continues=d}.',
      )[0],
      `Link “continue to” to ${dredge}`,
    );
  });

  it('by what stands before a sentence that says little itself', () => {
    assert.deepEqual(
      titles('They spoke of forty pilots to be trained. They [reaffirmed it]{.commitment}.'),
      [`Write that it reaffirms ${pilots}`, theOneBefore('reaffirmed')],
    );
  });

  it('and none that nothing speaks for', () => {
    assert.deepEqual(titles('As agreed last year, they [will buy a crane]{.commitment}.'), [
      'Link “As agreed” to “First harbour talks” (2030-04-02)',
    ]);
    assert.deepEqual(titles('As agreed in 2029, they [will buy a crane]{.commitment}.'), []);
    assert.deepEqual(titles('As agreed, they [will buy a crane for the harbour]{.commitment}.'), [
      theOneBefore('As agreed'),
    ]);
    const later = june.replaceAll('2031-06-02', '2032-06-02');
    assert.deepEqual(
      titles('As promised, forty pilots [are to be trained]{.commitment}.', later),
      [],
    );
  });

  it('three at the most, the likeliest first, and one of each thread', () => {
    const words = ['training', 'training', 'training of young', 'training of'];
    const many = words.map((training, i) =>
      document(
        `m${i}`,
        `203${i}-04-02`,
        `Talks ${i}`,
        `They [will open a school for the ${training} pilots]{#school .commitment${i === 1 ? ' reaffirms="m0#school"' : ''}}.`,
      ),
    );
    const text =
      'They [renewed their pledge to open a school for the training of pilots]{.commitment}.';
    const found = fixTitles(
      unlinkedBackreference,
      `${document('z', '2039-12-02', 'Later talks', text).slice(1)}${many.join('')}`,
    );
    assert.deepEqual(
      found.map((title) => /\((\d{4})-/.exec(title)?.[1]),
      ['2033', '2032', '2031', '2033'],
    );
  });

  it('as kept, where the sentence reports on a commitment and says nothing of a failure', () => {
    const report = (words: string) =>
      titles(`As agreed in June, [${words} of Orla harbour to twelve metres]{.evidence}.`)[0];
    assert.equal(report('work began on the dredging'), `Write that it fulfils ${dredge}`);
    assert.equal(
      report('nobody could begin without funds the dredging'),
      `Link “As agreed” to ${dredge}`,
    );
  });

  it('of kinds that the collection registers, and gives those an id that have none', () => {
    const vow = june.replace('#dredge .commitment', '.vow');
    const text = 'They [renewed their pledge to dredge the harbour of Orla]{.vow}.';
    const kinds = 'kinds: { vow: { means: M, registered: true } }';
    const [fix] = fixesOf(unlinkedBackreference, `${now(text)}${vow}//- readout.yaml\n${kinds}\n`);
    assert.equal(fix?.title, `Write that it reaffirms ${dredge}`);
    assert.deepEqual(
      fix?.edits.map((edit) => edit.text),
      [' reaffirms="june#dredge-harbour-orla-twelve"'],
    );
    assert.deepEqual(
      fix?.elsewhere?.map(({ uri, edits }) => [uri, edits.map((edit) => edit.text)]),
      [['file:///c/june.readout.md', ['#dredge-harbour-orla-twelve ']]],
    );
  });
});
