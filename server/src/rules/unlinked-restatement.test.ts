import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles, relatedOf } from '../../../test/support/check.ts';
import { unlinkedRestatement } from './unlinked-restatement.ts';

const book = `
//- readout.yaml
kinds: { pledge: { means: a sum that is promised, registered: true } }
entities:
  ardenia: { kind: actor, name: Ardenia }
  belmark: { kind: actor, name: Belmark }
  corvia: { kind: actor, name: Corvia }
`;

/** An earlier document with one mark of 2031. */
const earlier = (words: string, front = '', attributes = '#bridge .commitment') => `
//- a.readout.md
---
date: 2031-04-02
${front}
---

They [${words}]{${attributes}}.
`;

const dated = (text: string, front = '') =>
  `\n---\ndate: 2032-04-02\n${front && `${front}\n`}---\n\n${text.replace(/^\n|\n$/g, '')}\n`;

const bridge = 'will reopen the northern bridge to heavy lorries';

/** Checks what is found in the later document. */
const check = (text: string, before = earlier(bridge), front = '') =>
  checkRule(unlinkedRestatement, `//- b.readout.md${dated(text, front)}${before}${book}`);

describe('unlinked-restatement', () => {
  it('finds the same words in a later document and says how many they are', () => {
    check(`
They met. They will reopen the northern bridge to heavy lorries. They left.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sentence has 100 % of the words of the commitment “will reopen the northern bridge to…” (a#bridge, 2031-04-02).
`);
  });

  it('hears through other words between, another tense and another number', () => {
    check(`
The Ministers confirmed that they were reopening the old northern bridge to all heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 100 %
`);
    check(
      `
They will extend the ferry service to Orla until 1 June 2033 with 14 crossings.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 100 %
`,
      earlier('will extend the ferry service to Orla until 3 May 2032 with 12 crossings'),
    );
  });

  it('is silent about words that are only on the same matter', () => {
    check('They will inspect the northern bridge before winter begins and report on lorries.');
    check(
      'They will continue to work together on issues of common interest.',
      earlier('will continue to work together on issues of common interest'),
    );
  });

  it('is silent about a sentence that takes no stand', () => {
    check('They discussed the reopening of the northern bridge to heavy lorries.');
    check('The northern bridge was open to heavy lorries.');
  });

  it('looks at earlier documents only, and at no document without a date', () => {
    const same = earlier(bridge).replace('2031', '2032');
    check('They will reopen the northern bridge to heavy lorries.', same);
    const later = earlier(bridge).replace('2031', '2033');
    check('They will reopen the northern bridge to heavy lorries.', later);
    const dateless = earlier(bridge).replace('date: 2031-04-02', 'title: Talks');
    check('They will reopen the northern bridge to heavy lorries.', dateless);
  });

  it('is silent about the same words inside one document', () => {
    checkRule(
      unlinkedRestatement,
      `//- a.readout.md${dated(
        'They [will reopen the northern bridge to heavy lorries]{#a .commitment}. They will reopen the northern bridge to heavy lorries.',
      )}`,
    );
  });

  it('takes marks of every registered kind, but no report', () => {
    const text = `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the pledge
`;
    check(text, earlier(bridge, '', '#bridge .pledge'));
    check(
      'They will reopen the northern bridge to heavy lorries.',
      earlier(bridge, '', '.evidence'),
    );
    check(
      'They will reopen the northern bridge to heavy lorries.',
      earlier(bridge, '', '.concept'),
    );
  });

  it('hears the words of fragments too', () => {
    const parts = `
//- a.readout.md
---
date: 2031-04-02
---

They [will reopen the northern]{#bridge .commitment}

[bridge to heavy lorries]{continues=bridge}.
`;
    check(
      `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 100 %
`,
      parts,
    );
  });

  it('reads Japanese', () => {
    check(
      `
両国は、北部の橋梁を大型車両に再び開放することを改めて確認した。
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier('両国は、北部の橋梁を大型車両に再び開放していくことで一致した'),
    );
    check(
      '両国は、南部の港湾を客船に開放することを改めて確認した。',
      earlier('両国は、北部の橋梁を大型車両に再び開放していくことで一致した'),
    );
  });

  it('takes the clauses of a long list one by one', () => {
    check(`
The Council,
Welcoming the report of its envoy on trade,
1. Decides to reopen the northern bridge to heavy lorries;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 100 %
2. Calls upon the parties to lower the tolls.
`);
  });
});

describe('unlinked-restatement and the parties', () => {
  const text = 'They will reopen the northern bridge to heavy lorries.';
  const found = `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`;
  const pair = 'parties: [ardenia, belmark]';

  it('takes only the same ones: a larger or smaller circle is another', () => {
    check(found, earlier(bridge, pair), 'parties: [belmark, ardenia]');
    check(text, earlier(bridge, pair), 'parties: [ardenia, corvia]');
    check(text, earlier(bridge, pair), 'parties: [ardenia, belmark, corvia]');
    check(text, earlier(bridge, pair), 'parties: [ardenia]');
  });

  it('goes by `by` where a mark has it', () => {
    const mine = '#bridge .commitment by=ardenia';
    check(found, earlier(bridge, '', mine), pair);
    check(text, earlier(bridge, '', mine), 'parties: [belmark, corvia]');
    check(`[${text}]{.commitment by=belmark}`, earlier(bridge, '', mine), pair);
    check(
      `
[They will reopen the northern bridge to heavy lorries.]{.commitment by=ardenia}
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier(bridge, '', mine),
      'parties: [ardenia, belmark, corvia]',
    );
  });

  it('takes those that a series usually has', () => {
    const others = ['x', 'y']
      .map((name) => `//- ${name}.readout.md\n---\nseries: talks\n${pair}\n---\n\nText.\n`)
      .join('');
    const own = 'series: talks';
    check(found, `${earlier(bridge, own)}${others}`, pair);
    check(text, `${earlier(bridge, own)}${others}`, 'parties: [ardenia, corvia]');
  });

  it('goes by titles in one series, and by who is named in two', () => {
    const talks = (title: string, series = 'talks') =>
      `series: ${series}\ntitle: Talks with ${title}`;
    check(found, earlier(bridge, talks('Belmark')), talks('Belmark'));
    check(text, earlier(bridge, talks('Belmark')), talks('Corvia'));
    check(text, earlier(bridge, talks('Belmark', 'old')), talks('Belmark'));
    check(
      `
Belmark will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier(`said that Belmark ${bridge}`, talks('Belmark', 'old')),
      talks('Belmark'),
    );
  });

  it('hears one state that speaks alone in any circle', () => {
    check(
      `
Ardenia will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier(`Ardenia ${bridge}`, pair),
      'parties: [ardenia, corvia]',
    );
    check(
      'Ardenia and Corvia will reopen the northern bridge to heavy lorries.',
      earlier(`Ardenia ${bridge}`, pair),
      'parties: [ardenia, corvia]',
    );
  });

  it('is silent where somebody else is named in the same place', () => {
    const lake = 'decided to extend the mandate of the Lake Mission for a period of six months';
    check(
      'They decided to extend the mandate of the Ridge Mission for a period of six months.',
      earlier(lake),
    );
    check(
      `
They decided to extend the mandate of the Lake Mission for a period of nine months.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier(lake),
    );
  });

  it('does not mind who speaks for a party', () => {
    check(
      `
President Lena Marrow confirmed that they will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      earlier(`and Minister Tomas Weir confirmed that they ${bridge}`),
    );
  });
});

describe('unlinked-restatement and what is linked', () => {
  it('is silent where the sentence or a mark in it points at the mark', () => {
    check(
      'They [will reopen the northern bridge to heavy lorries]{.commitment weakens="a#bridge"}.',
    );
    check('They will reopen the northern bridge to heavy lorries, [as before](a#bridge).');
    check(
      `
They [will reopen the northern bridge to heavy lorries]{.commitment cites="a#"}.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`.replace(/\^+/, (carets) => carets),
    );
  });

  const two = (relation: string) =>
    `${earlier(bridge)}
//- c.readout.md
---
date: 2031-09-01
---

They [will reopen the northern bridge to heavy lorries]{#again .commitment ${relation}}.
                                                                                      $
`.replace(/ +\$\n/, '');

  it('is silent where it points at another mark of the thread', () => {
    check(
      'They [will reopen the northern bridge to heavy lorries]{.commitment reaffirms="c#again"}.',
      two('reaffirms="a#bridge"'),
    );
  });

  it('tells only the latest mark of a thread', () => {
    check(
      `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (c#again, 2031-09-01)
`,
      two('reaffirms="a#bridge"'),
    );
  });

  it('tells the latest of a formula that many documents have', () => {
    const many = Array.from(
      { length: 25 },
      (_, i) =>
        `//- x${i}.readout.md\n---\ndate: 2030-01-01\n---\n\n[They ${bridge}]{#m .commitment}.\n`,
    );
    check(
      `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (x9#m, 2030-01-01). It repeats 24 more
`,
      `\n${many.join('')}`,
    );
  });

  it('does not mind how many others have said nearly the same since', () => {
    const pair = 'parties: [ardenia, belmark]';
    const later = Array.from(
      { length: 25 },
      (_, i) =>
        `//- x${i}.readout.md\n---\ndate: 2033-01-01\nparties: [corvia]\n---\n\n[They ${bridge} by ${i + 2} May]{.commitment}.\n`,
    );
    check(
      `
They will reopen the northern bridge to heavy lorries.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (a#bridge, 2031-04-02).
`,
      `${earlier(bridge, pair)}${later.join('')}`,
      pair,
    );
  });

  it('shows the earlier document', () => {
    const source = `//- b.readout.md${dated('They will reopen the northern bridge to heavy lorries.')}${earlier(bridge)}`;
    const [place] = relatedOf(unlinkedRestatement, source);
    assert.equal(place?.uri, 'file:///c/a.readout.md');
    assert.match(place?.message ?? '', /^Said on 2031-04-02: “will reopen/);
  });
});

describe('fixes of unlinked-restatement', () => {
  const source = (text: string, before = earlier(bridge)) =>
    `//- b.readout.md${dated(text)}${before.slice(1)}${before.includes('readout.yaml') ? '' : book.slice(1)}`;

  /** The relations that are offered, in their order. */
  const ways = (text: string, before?: string) =>
    fixTitles(unlinkedRestatement, source(text, before)).map(
      (title) => /it (\w+)/.exec(title)?.[1],
    );

  it('mark the sentence and say that it reaffirms', () => {
    checkFix(
      unlinkedRestatement,
      source('They will reopen the northern bridge to heavy lorries.'),
      dated(
        '[They will reopen the northern bridge to heavy lorries]{.commitment reaffirms="a#bridge"}.',
      ),
    );
  });

  it('write the relation on the mark that is there, beside others', () => {
    checkFix(
      unlinkedRestatement,
      source('They [will reopen the northern bridge to heavy lorries]{#b .commitment}.'),
      dated(
        'They [will reopen the northern bridge to heavy lorries]{#b .commitment reaffirms="a#bridge"}.',
      ),
    );
    checkFix(
      unlinkedRestatement,
      source(
        'They [will reopen the northern bridge to heavy lorries]{.commitment reaffirms="c#d"}.',
      ),
      dated(
        'They [will reopen the northern bridge to heavy lorries]{.commitment reaffirms="c#d a#bridge"}.',
      ),
    );
  });

  it('propose what verb, figures and actors speak for', () => {
    const first = (text: string, before = earlier(bridge)) =>
      fixTitles(unlinkedRestatement, source(text, before))[0];
    const title = (way: string, words = 'will reopen the northern bridge to…') =>
      `Mark the sentence and write that it ${way} “${words}” (2031-04-02)`;
    assert.equal(
      first('They will consider reopening the northern bridge to heavy lorries, and agreed on it.'),
      title('weakens'),
    );
    assert.equal(
      first('They pledged to reopen the northern bridge to heavy lorries.'),
      title('strengthens'),
    );
    assert.equal(
      first(
        'They will train 300 customs officers for the lake ports.',
        earlier('will train 200 customs officers for the lake ports'),
      ),
      title('strengthens', 'will train 200 customs officers for the…'),
    );
  });

  it('offer the other ways too', () => {
    assert.deepEqual(ways('They will reopen the northern bridge to heavy lorries.'), [
      'reaffirms',
      'strengthens',
      'weakens',
    ]);
  });

  it('mark only the part of a long sentence that is like the mark', () => {
    const [fix] = fixesOf(
      unlinkedRestatement,
      source(
        'After long talks about harvests, fisheries, schools, clinics, archives, museums, postal rates, ferry timetables, lake levels and winter fuel the Ministers confirmed that they will reopen the northern bridge to heavy lorries.',
      ),
    );
    const [opening, closing] = fix?.edits ?? [];
    assert.equal(opening?.text, '[');
    assert.equal(closing?.text, ']{.commitment reaffirms="a#bridge"}');
    assert((closing?.span.to ?? 0) - (opening?.span.from ?? 0) < 120);
  });

  it('give the earlier mark an id where it has none', () => {
    const [fix] = fixesOf(
      unlinkedRestatement,
      source(
        'They will reopen the northern bridge to heavy lorries.',
        earlier(bridge, '', '.commitment'),
      ),
    );
    assert.deepEqual(
      fix?.elsewhere?.map(({ uri, edits }) => [uri, edits.map(({ text }) => text)]),
      [['file:///c/a.readout.md', ['#reopen-northern-bridge-heavy ']]],
    );
    assert.match(
      fix?.edits.map(({ text }) => text).join('') ?? '',
      /a#reopen-northern-bridge-heavy/,
    );
  });

  it('are the same for a kind that the collection registers', () => {
    const pledge = earlier(bridge, '', '#bridge .pledge');
    checkFix(
      unlinkedRestatement,
      source('They [will reopen the northern bridge to heavy lorries]{.pledge}.', pledge),
      dated(
        'They [will reopen the northern bridge to heavy lorries]{.pledge reaffirms="a#bridge"}.',
      ),
    );
    checkFix(
      unlinkedRestatement,
      source('They pledged to reopen the northern bridge to heavy lorries.', pledge),
      dated(
        '[They pledged to reopen the northern bridge to heavy lorries]{.pledge strengthens="a#bridge"}.',
      ),
    );
    assert.deepEqual(ways('They will reopen the northern bridge to heavy lorries.', pledge), [
      'reaffirms',
      'strengthens',
      'weakens',
    ]);
  });

  it('offer nothing that the codebook does not allow', () => {
    const pledge = earlier(bridge, '', '#bridge .pledge');
    const only = 'reaffirms: off, strengthens: { from: [commitment] }, weakens: { from: [pledge] }';
    const sentence = 'They will reopen the northern bridge to heavy lorries.';
    assert.deepEqual(ways(sentence, `${pledge}${book}relations: { ${only} }`), ['weakens']);
  });
});
