import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles, relatedOf } from '../../../test/support/check.ts';
import { unlinkedDocument } from './unlinked-document.ts';

interface Front {
  readonly title?: string;
  readonly date?: string;
  readonly series?: string;
  readonly parties?: string;
}

const file = (key: string, front: Front, text = 'Text.'): string =>
  `//- ${key}.readout.md\n---\n${Object.entries(front)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${text}\n`;

const earlier = [
  file('march', {
    title: 'Readout of the Harbour Ministers’ meeting',
    date: '2031-03-12',
    series: 'harbour',
  }),
  file('june', {
    title: 'Readout of the Harbour Ministers’ meeting',
    date: '2031-06-02',
    series: 'harbour',
  }),
  file('call', {
    title: 'Readout of the Harbour Ministers’ call',
    date: '2031-07-20',
    series: 'harbour',
  }),
  file('orla', {
    title: 'The Orla Declaration: Joint Statement of Belmark and Corvia',
    date: '2030-10-19',
    series: 'belmark-corvia',
  }),
  file('pact', {
    title: 'Belmark-Corvia Joint Statement on Dredging',
    date: '2031-08-05',
    series: 'others',
  }),
  file('r1', { title: 'Lake Council resolution 1934 (2030)', date: '2030-02-01', series: 'lake' }),
  file('r2', { title: 'Lake Council resolution 1950 (2031)', date: '2031-02-01', series: 'lake' }),
].join('');

const check = (text: string, front: Front = {}, more = '') =>
  checkRule(
    unlinkedDocument,
    file(
      'a',
      {
        title: 'Readout of the Harbour Ministers’ meeting',
        date: '2031-09-15',
        series: 'harbour',
        ...front,
      },
      text,
    ) +
      earlier +
      more,
  );

describe('unlinked-document', () => {
  it('knows numbers with their year, in lists and over lines', () => {
    check(
      `
Recalling resolution 1934 (2030) and its resolutions 1950
          ^^^^^^^^^^^^^^^^^^^^^^ “Lake Council resolution 1934 (2030)” (r1, 2030-02-01)
(2031), 1934 (2030) and 2000 (2031), it met 1934 (2030) times.
        ^^^^^^^^^^^
`.replace('1950\n', '1951\n'),
    );
    check(`
its resolutions 1934 (2030) of 1 February 2030 and 1950 (2031)
                ^^^^^^^^^^^
                                                   ^^^^^^^^^^^
`);
  });

  it('knows numbers without their year', () => {
    check(`
resolution 1934 and resolutions 1951, 1950 and 2000 call 1934 times, and resolution 1950/1 none
^^^^^^^^^^^^^^^ “Lake Council resolution 1934 (2030)” (r1, 2030-02-01)
                                      ^^^^
`);
  });

  it('knows titles that stand there from end to end, of the same day too', () => {
    const plan = file('plan', {
      title: 'Reef and Ferry Plan for Belmark – 2031',
      date: '2031-09-15',
      series: 'x',
    });
    check(
      `
They follow the Reef and Ferry Plan for Belmark 2031.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      {},
      plan,
    );
    const carry = `
They follow the Reef and Ferry Plan for Belmark, 2031, and the Reef and Ferry Plan.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Reef and Ferry Plan for Belmark – 2031” (plan, 2031-09-15)
`;
    check(carry, {}, plan);
    check(
      'They follow the Reef and Ferry Plan for Belmark, 2031, and the Reef and Ferry Plan.',
      {},
      plan +
        plan.replace('plan.readout', 'again.readout') +
        plan.replace('plan.readout', 'short.readout').replace(' – 2031', ''),
    );
    check(
      'They follow the Reef and Ferry Plan for Belmark, 2031, and the Reef and Ferry Plan.',
      { date: '2031-09-14' },
      plan,
    );
  });

  it('knows a text by its whole title, whoever made it', () => {
    check(
      `
The Belmark-Corvia Reef Declaration holds.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Reef Declaration” (reef, 2030-01-01)
`,
      {},
      file('reef', { title: 'Reef Declaration', date: '2030-01-01', series: 'x' }),
    );
  });

  it('takes a text or a summit that came out a day later for the one that is meant, and no call', () => {
    const summit = file('summit', {
      title: 'Statement on the Reef Summit and Call with Orla',
      date: '2031-05-04',
      series: 'x',
    });
    check(
      `
They spoke of the Reef Summit of 3 May 2031, and the Reef Summit of 1 May 2031.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (summit, 2031-05-04)
They spoke of the Reef call of 3 May 2031.
`,
      {},
      summit,
    );
  });

  it('knows symbols', () => {
    const report = file('rep', { title: 'Report on dredging (L/2031/49)', date: '2031-01-05' });
    check('see L/2031/49, not L/2031/4\n    ^^^^^^^^^ ', {}, report);
  });

  it('counts times from the document’s own date', () => {
    check(`
They recalled their June meeting and the March 12 meeting.
              ^^^^^^^^^^^^^^^^^^ 2031-06-02
                                     ^^^^^^^^^^^^^^^^^^^^ 2031-03-12
They had met on 2 June 2031, and spoke with the Harbour Ministers in July. A plan was announced in June.
         ^^^^^^^^^^^^^^^^^^ 2031-06-02
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2031-07-20
`);
    check(
      `
The meeting in June and our call last month were good. They were glad of last week’s meeting.
^^^^^^^^^^^^^^^^^^^
`,
      {},
    );
    check('our call last month\n^^^^^^^^^^^^^^^^^^^ 2031-07-20', { date: '2031-08-15' });
    check('our call three months ago\n^^^^^^^^^^^^^^^^^^^^^^^^^ 2031-07-20', {
      date: '2031-10-15',
    });
    check(
      'our call yesterday and our call last week\n^^^^^^^^^^^^^^^^^^\n                       ^^^^^^^^^^^^^^^^^^',
      { date: '2031-07-21' },
    );
    check('our call last week\n^^^^^^^^^^^^^^^^^^ 2031-07-20', { date: '2031-07-22' });
  });

  it('knows names, and tells the thing from what is said of it', () => {
    check('under the Orla Declaration they sail\n      ^^^^^^^^^^^^^^^^^^^^ (orla, 2030-10-19)');
    check(
      'They praised the Orla Declaration and look forward to the Reef Summit in October.\n             ^^^^^^^^^^^^^^^^^^^^ (orla, 2030-10-19)',
    );
    check(
      'They praised the Orla Declaration and Reef Summit in October.\n             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (orla, 2030-10-19)',
    );
    check('last year’s Orla Declaration\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2030-10-19', {
      series: 'belmark-corvia',
    });
    check(
      'the Reef Declaration',
      {},
      file('x', { title: 'Statement on the Reef Declaration', date: '2031-01-05' }),
    );
  });

  it('knows texts between the same parties in other series', () => {
    check(
      'their joint statement of August 5, 2031 and their joint statement of August 6\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (pact, 2031-08-05)',
      { series: 'belmark-corvia', title: 'Belmark-Corvia Joint Statement' },
    );
  });

  it('knows the one before', () => {
    check('Since our last meeting much was done.\n      ^^^^^^^^^^^^^^^^ 2031-06-02');
  });

  it('knows the series of the codebook by their names', () => {
    check(
      'the March 2031 Quay Talks\n^^^^^^^^^^^^^^^^^^^^^^^^^ 2031-03-12',
      { series: 'other', title: 'Speech' },
      '//- readout.yaml\nseries: { harbour: { names: [Quay Talks] } }\n',
    );
  });

  it('says nothing of what is still to come, of today and of mere times', () => {
    check('They will meet again at the June meeting and look forward to the March 2031 meeting.');
    check('the December meeting; this meeting; a meeting in June; the meeting today; last June');
    check('They were pleased with the September meeting.');
    check('the upcoming June meeting of the Ministers; the storm in June');
    check('The June meeting will be held in Orla.');
  });

  it('says nothing where two fit, or none', () => {
    const twin = file('twin', {
      title: 'Readout of the Harbour Ministers’ meeting',
      date: '2031-06-20',
      series: 'harbour',
    });
    check('They recalled their June meeting.', {}, twin);
    check('They recalled their May meeting.');
    check('They recalled their June meeting.', { series: 'ferries', title: 'Ferries' });
  });

  it('keeps calls and meetings apart', () => {
    check(
      'their July meeting; their June call; their call in July\n                                     ^^^^^^^^^^^^^^^^^^',
    );
    check(
      'our virtual meeting on 20 July 2031\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (call, 2031-07-20)',
    );
  });

  it('knows a body by the initials that a title has', () => {
    const title = 'LDC statement';
    const ldc = file('ldc', { title, date: '2031-05-06', series: 'ldc' });
    const front = { title, series: 'ldc' };
    check(
      'Since the Lake Dredging Committee met in May\n      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (ldc, 2031-05-06)',
      front,
      ldc,
    );
    check('Since the Quay Dredging Committee met in May', front, ldc);
    const plan = file('plan', { title: 'Report for the ferries', date: '2031-05-06' });
    check('the Fishing Overview Report of May 2031', {}, plan);
  });

  it('needs a date for what is told by times', () => {
    checkRule(
      unlinkedDocument,
      `//- a.readout.md\nthe June meeting, resolution 1934 (2030)\n                  ^^^^^^^^^^^^^^^^^^^^^^\n${earlier}`,
    );
  });

  it('says nothing in the title, in notes, and where something links it', () => {
    check('The Orla Declaration\n\nText.^[The Orla Declaration.]', {
      title: 'The Orla Declaration',
    });
    check('[the Orla Declaration](orla#) and the [Orla](#orla) Declaration');
    check('[They hail the Orla Declaration]{.position cites="orla#"}.');
    check(
      '[They hail the Orla Declaration]{.position cites="june#"}.\n           ^^^^^^^^^^^^^^^^^^^^',
    );
  });

  it('finds words across marks, lines and escapes', () => {
    check('They recalled [the \\[June] meet]{.event}ing.');
    check('under the [Orla]{.place} Declaration\n      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^');
  });

  it('hears Japanese', () => {
    check(
      '六月の会合、2031年6月の会合、2031年6月2日の会談\n^^^^^\n      ^^^^^^^^^^\n                 ^^^^^^^^^^^^',
    );
    check('前回の会合で\n^^^^^');
    check('先月の電話会談\n^^^^^^^', { date: '2031-08-15' });
    check('次回の2032年6月の会合、六月の会合に向けて');
  });

  const front = '---\ntitle: Talks\ndate: 2031-09-15\nseries: harbour\n---\n\n';

  it('links one, or all of the same document', () => {
    const text = 'They hailed the Orla [Declaration]{.instrument}. The Orla Declaration holds.';
    const source = `//- a.readout.md\n${front}${text}\n${earlier}`;
    checkFix(
      unlinkedDocument,
      source,
      `${front}They hailed [the Orla [Declaration]{.instrument}](orla#). The Orla Declaration holds.\n`,
    );
    const titles = fixTitles(unlinkedDocument, source);
    assert.deepEqual(titles, [
      'Link “the Orla Declaration” to “The Orla Declaration: Joint Statement…” (2030-10-19)',
      'Link all 2 mentions of “The Orla Declaration: Joint Statement…” (2030-10-19) in this document',
    ]);
    checkFix(
      unlinkedDocument,
      source,
      `${front}They hailed [the Orla [Declaration]{.instrument}](orla#). [The Orla Declaration](orla#) holds.\n`,
      { title: titles[1] as string },
    );
    assert.equal(relatedOf(unlinkedDocument, source)[0]?.uri.endsWith('orla.readout.md'), true);
  });
});
