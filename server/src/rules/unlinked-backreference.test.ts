import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
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
    const titles = fixTitles(unlinkedBackreference, 'They [reaffirmed it]{.position}.');
    if (titles.length) throw new Error(titles.join());
  });
});
