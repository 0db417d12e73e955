import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Guess, guess } from './guess.ts';

const PROSE =
  'The Ministers discussed the work of the past year and confirmed that they will continue to consult each other on the matters before them.';
const PROSE_JA =
  '両大臣は、この一年の作業について意見を交換し、今後も緊密に協議を続けていくことを確認した。両大臣はまた、次回の会合を開催することで一致した。';

const check = (name: string, lines: readonly string[], expected: Guess): void => {
  it(name, () => {
    assert.deepEqual(guess(lines.join('\n')), expected);
  });
};

describe('guess: whole papers', () => {
  check(
    'a ministry’s summary: title, date, ministry, then prose that names the place',
    [
      '',
      '',
      'Corvia-Dalven Defence Ministerial Meeting (Summary)',
      '',
      'May 12, 2031',
      '',
      'Ministry of Defence',
      '',
      'On May 12, Defence Minister Ansa and Defence Minister Brandt held talks from 10:15 (local time) for approximately 40 minutes in Port Orla. The summary is as follows.',
      '',
      PROSE,
    ],
    {
      title: 'Corvia-Dalven Defence Ministerial Meeting (Summary)',
      date: '2031-05-12',
      place: 'Port Orla',
      issuer: 'Ministry of Defence',
      lang: 'en',
    },
  );
  check(
    'letterhead, office, notice of release, wrapped title, dateline',
    [
      'Department of External Relations',
      'Office of the Spokesperson',
      'For Immediate Release',
      '12 May 2031',
      '',
      'Joint Statement of the Second Meeting of the Council on',
      'Fisheries and Energy',
      '',
      `ORLA, May 12 – ${PROSE}`,
    ],
    {
      title: 'Joint Statement of the Second Meeting of the Council on Fisheries and Energy',
      date: '2031-05-12',
      place: 'ORLA',
      issuer: 'Department of External Relations',
      lang: 'en',
    },
  );
  check(
    'the day on the line that releases the text',
    [
      'Ministry of External Relations',
      'Office of the Press Secretary',
      'For Immediate Release    March 25, 2031',
      '',
      'READOUT OF THE PRESIDENT’S CALL WITH PRIME MINISTER SATO',
      '',
      PROSE,
    ],
    {
      title: 'READOUT OF THE PRESIDENT’S CALL WITH PRIME MINISTER SATO',
      date: '2031-03-25',
      issuer: 'Ministry of External Relations',
      lang: 'en',
    },
  );
  check(
    'a press release with its day behind a dash',
    ['Press release – 12 May 2031', '', 'Joint Statement on the Harbours of Orla', '', PROSE],
    { title: 'Joint Statement on the Harbours of Orla', date: '2031-05-12', lang: 'en' },
  );
  check(
    'Markdown: emphasis and links say nothing',
    [
      '# [Joint **Statement**](https://belmark.example/js) of the *Ministers*',
      '',
      '*12 May 2031*',
      '',
      '**Place:** Orla',
      '',
      PROSE,
    ],
    { title: 'Joint Statement of the Ministers', date: '2031-05-12', place: 'Orla', lang: 'en' },
  );
  check(
    'a resolution: the day of adoption, not the day of printing',
    [
      'United Nations S/RES/9901 (2031)',
      'Security Council Distr.: General',
      '4 June 2031',
      '31-00001 (E)',
      '*3100001*',
      'Resolution 9901 (2031)',
      'Adopted by the Security Council at its 9999th meeting, on',
      '2 June 2031',
      'The Security Council,',
      'Recalling its earlier decisions on the matter,',
    ],
    {
      title: 'Security Council resolution 9901 (2031)',
      date: '2031-06-02',
      issuer: 'United Nations Security Council',
    },
  );
  check(
    'a Japanese readout with full-width digits and era year',
    [
      '（仮訳）',
      '日・ダルヴェン防衛相会談の概要',
      '',
      '令和１３年５月１２日（月）',
      '防衛省',
      '',
      `５月１２日、現地時間午前１０時から約４０分間、オルラにおいて、防衛大臣会談を実施した。${PROSE_JA}`,
    ],
    {
      title: '日・ダルヴェン防衛相会談の概要',
      date: '2031-05-12',
      place: 'オルラ',
      issuer: '防衛省',
      lang: 'ja',
    },
  );
  check(
    'a Japanese address: occasion and sort of paper as title, date and office at the end',
    [
      '港湾復興記念式典',
      '',
      '内閣総理大臣挨拶',
      '',
      PROSE_JA,
      '',
      '　令和十三年五月九日内閣総理大臣・山田太郎',
    ],
    {
      title: '港湾復興記念式典 内閣総理大臣挨拶',
      date: '2031-05-09',
      issuer: '内閣総理大臣',
      lang: 'ja',
    },
  );
  check(
    'a joint statement that is dated where it was done',
    ['Joint Statement on the Sound', '', PROSE, '', 'Done at Vessen, this 3rd day of May 2031.'],
    { title: 'Joint Statement on the Sound', date: '2031-05-03', place: 'Vessen', lang: 'en' },
  );
  check(
    'a Chinese statement signed with day and place',
    [
      '科维亚与达尔文',
      '',
      '关于港口合作的联合声明',
      '',
      '双方就港口合作交换了意见，并就下一阶段的工作达成一致，双方将继续保持密切沟通与协调，共同推进各项工作。',
      '',
      '2031年5月3日于北京',
    ],
    {
      title: '科维亚与达尔文关于港口合作的联合声明',
      date: '2031-05-03',
      place: '北京',
      lang: 'zh',
    },
  );
});

describe('guess: date', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ['October 19, 2024', '2024-10-19'],
    ['Oct. 19, 2024', '2024-10-19'],
    ['Sept. 3, 2031', '2031-09-03'],
    ['19 October 2024', '2024-10-19'],
    ['19th of October, 2024', '2024-10-19'],
    ['Saturday, October 19, 2024', '2024-10-19'],
    ['Sat. 19 October 2024', '2024-10-19'],
    ['October 19, 2024 (Saturday)', '2024-10-19'],
    ['OCTOBER 19, 2024', '2024-10-19'],
    ['(19 October 2024)', '2024-10-19'],
    ['October 19, 2024, 9:15 (local time)', '2024-10-19'],
    ['2024-10-19', '2024-10-19'],
    ['2024/10/19', '2024-10-19'],
    ['2024.10.19', '2024-10-19'],
    ['Date: 19 October 2024', '2024-10-19'],
    ['Released on October 19, 2024', '2024-10-19'],
    ['\u00a0October\u00a019,\u00a02024\u200b', '2024-10-19'],
    ['June 13–15, 2024', '2024-06-13/2024-06-15'],
    ['13 to 15 June 2024', '2024-06-13/2024-06-15'],
    ['June 30 – July 2, 2024', '2024-06-30/2024-07-02'],
    ['30 December 2024 - 2 January 2025', '2024-12-30/2025-01-02'],
    ['2024年10月19日', '2024-10-19'],
    ['２０２４年１０月１９日（土）', '2024-10-19'],
    ['令和6年10月19日', '2024-10-19'],
    ['令和元年8月6日', '2019-08-06'],
    ['平成二十五年八月六日', '2013-08-06'],
    ['平成二五年八月九日', '2013-08-09'],
    ['昭和六十年十二月三十一日', '1985-12-31'],
    ['二〇二四年十月十九日', '2024-10-19'],
    ['令和6年6月13日から15日', '2024-06-13/2024-06-15'],
    ['2024년 10월 19일', '2024-10-19'],
    ['October 2024', undefined],
    ['October 19', undefined],
    ['February 30, 2024', undefined],
    ['February 29, 2023', undefined],
    ['February 29, 2024', '2024-02-29'],
    ['13月1日', undefined],
    ['04/05/2024', undefined],
    ['June 15–13, 2024', undefined],
    ['31 November 2024', undefined],
    ['Updated: October 19, 2024', undefined],
  ];
  for (const [line, expected] of dates) {
    it(`${line.trim()} → ${expected ?? 'nothing'}`, () => {
      assert.equal(guess(`Readout of the Talks\n\n${line}\n\n${PROSE}\n`).date, expected);
    });
  }

  it('never takes a date out of the prose', () => {
    const text = `Readout of the Talks\n\nOn 3 May 2031 the Ministers met. ${PROSE}\n\n4 May 2031\n\n${PROSE}\n\n${PROSE}\n\n${PROSE}\n\n${PROSE}\n`;
    assert.equal(guess(text).date, undefined);
  });
  it('is silent where two days stand above the prose', () => {
    assert.equal(guess(`Talks on Ports\n\n3 May 2031\n\n5 May 2031\n\n${PROSE}`).date, undefined);
  });
  it('takes the labelled one of two', () => {
    const text = `Talks on Ports\n\nMeeting of\n\n3 May 2031\n\nDate: 5 May 2031\n\n${PROSE}`;
    assert.equal(guess(text).date, '2031-05-05');
  });
  it('takes a date that closes the title of a paper', () => {
    assert.equal(guess(`Joint Statement, 3 May 2031\n\n${PROSE}`).date, '2031-05-03');
    assert.equal(guess(`Remembering the Flood – 3 May 2031\n\n${PROSE}`).date, undefined);
  });
});

describe('guess: title', () => {
  const title = (lines: readonly string[]): string | undefined => guess(lines.join('\n')).title;

  it('skips ministries, dates, running heads and page numbers', () => {
    const lines = [
      'UNCLASSIFIED',
      'Page 1 of 3',
      'Ministry of Foreign Affairs of Corvia',
      '3 May 2031',
      'Press Release No. 31/44',
      '(OR. en)',
      'Government of Corvia',
      '',
      '# Readout of the Call with Dalven',
      '',
      PROSE,
    ];
    assert.equal(title(lines), 'Readout of the Call with Dalven');
  });
  it('joins a wrapped title', () => {
    const wrapped = ['Joint Press Statement following the Meeting of', 'the Defence Ministers'];
    assert.equal(title([...wrapped, '', PROSE]), wrapped.join(' '));
  });
  it('does not join two lines that may be two things', () => {
    assert.equal(title(['Talks at Orla', 'Ports and harbours', '', PROSE]), undefined);
  });
  it('prefers the name of the meeting to the sort of paper', () => {
    assert.equal(
      title(['Joint Statement', '', 'Third Council on the Sound', '', PROSE]),
      'Third Council on the Sound',
    );
    assert.equal(title(['Joint Statement', '', PROSE]), 'Joint Statement');
  });
  it('takes a labelled title', () => {
    assert.equal(title(['件名：港湾協議の概要', '', PROSE_JA]), '港湾協議の概要');
  });
  it('keeps a title that ends like a sentence when the date stands under it', () => {
    assert.equal(
      title(['The Council Meets in Orla.', '3 May 2031', '', PROSE]),
      'The Council Meets in Orla.',
    );
  });
  it('is not fooled by an abbreviation in a long title', () => {
    const long =
      'Readout of the Meeting of Foreign Minister Dr. Ilse Brandt with the Standing Committee on Ports, Harbours and the Sound';
    assert.equal(title([long, '', '3 May 2031', '', PROSE]), long);
  });
  for (const [name, lines] of [
    ['prose from the first line', [PROSE, PROSE]],
    ['hard-wrapped prose', ['The Ministers met in Orla to discuss the', 'work of the past year.']],
    [
      'a sentence broken over a blank line',
      ['The Ministers met in order to', '', `review the year. ${PROSE}`],
    ],
    ['a line that begins small', ['and further talks', '', PROSE]],
    ['an address', ['Ladies and Gentlemen,', '', PROSE]],
    ['a numbered paragraph', ['1. Review of the year', '', PROSE]],
    ['a lone line', ['Talks']],
    ['nothing', ['', ' ', '\t']],
  ] as const) {
    it(`finds none in ${name}`, () => {
      assert.equal(title(lines), undefined);
    });
  }
});

describe('guess: place', () => {
  const place = (opening: string): string | undefined =>
    guess(`Readout of the Talks\n\n${opening}`).place;

  for (const [opening, expected] of [
    ['The Ministers met in Vessen on 3 May to review the year.', 'Vessen'],
    ['The two Ministers held consultations at Camp Ardent. They agreed.', 'Camp Ardent'],
    ['Minister Ansa met today with Minister Brandt at the Harbour Palace.', 'Harbour Palace'],
    ['Officials convened in Port Orla, Dalven, for the third time.', 'Port Orla, Dalven'],
    ['Washington, D.C., March 3 – The Ministers met.', 'Washington, D.C.'],
    ['Venue: Vessen', 'Vessen'],
    ['(3 May 2031, Vessen)', 'Vessen'],
    ['Vessen, 3 May 2031', 'Vessen'],
    [
      'The Ministers held discussions from 9:15 (local time) for about an hour in Vessen.',
      'Vessen',
    ],
    ['Foreign Ministers, 3 May 2031', undefined],
    ['The Ministers met to discuss the situation in Vessen.', undefined],
    [
      'Minister Ansa spoke by telephone with the Minister in Vessen and met nobody in Orla.',
      undefined,
    ],
    ['They reviewed plans for the Council to be held in Vessen.', undefined],
    ['The Ministers met in March.', undefined],
    ['The Ministers met in Corvia, Dalven, and Orla.', undefined],
    ['In 1876 the envoys met in Vessen.', undefined],
    ['On May 3, the Ministers agreed. They met in Vessen.', undefined],
  ] as const) {
    it(`${opening} → ${expected ?? 'nothing'}`, () => {
      assert.equal(place(opening), expected);
    });
  }
  it('reads 於 in parentheses', () => {
    assert.equal(guess(`港湾協議の概要\n（於：東京）\n\n${PROSE_JA}`).place, '東京');
  });
});

describe('guess: issuer', () => {
  const issuer = (line: string): string | undefined =>
    guess(`Readout of the Talks\n\n${line}\n\n${PROSE}`).issuer;

  for (const line of [
    'Ministry of Defense',
    'Ministry of Foreign Affairs of the Republic of Corvia',
    'U.S. Department of State',
    'Office of the Spokesperson',
    'The White House',
    'THE WHITE HOUSE',
    "Prime Minister's Office",
    'European Commission',
    'Embassy of Corvia in Dalven',
    '外務省',
    '内閣官房',
  ]) {
    it(line, () => {
      assert.equal(issuer(line), line);
    });
  }
  for (const line of [
    'Ministry of Defence Announces New Talks',
    'Meeting at the Ministry of Defence',
    'ministry of defence',
    'The Ministry of Defence met.',
    '両省',
  ]) {
    it(`not: ${line}`, () => {
      assert.equal(issuer(line), undefined);
    });
  }
});

describe('guess: any text', () => {
  it('is the same with CRLF and with BOM', () => {
    const text = `Readout of the Talks\n\n3 May 2031\nMinistry of Ports\n\n${PROSE}\n`;
    const expected = {
      title: 'Readout of the Talks',
      date: '2031-05-03',
      issuer: 'Ministry of Ports',
      lang: 'en',
    };
    assert.deepEqual(guess(text), expected);
    assert.deepEqual(guess(`\ufeff\n\n \u00a0\n${text.replaceAll('\n', '\r\n')}`), expected);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        guess(text);
      }),
    );
  });
  it('looks only at the top and the end of a long text', () => {
    const long = ['a'.repeat(10_000_000), '['.repeat(10_000_000), ' \n'.repeat(5_000_000)];
    for (const text of long) assert.deepEqual(guess(text), {});
    const dated = `${'Words of the text\n'.repeat(500)}3 May 2031\n${'More words\n'.repeat(500)}`;
    assert.equal(guess(dated).date, undefined);
  });
});

describe('guess: the corpus', () => {
  const folder = '../shared/corpus/readouts';

  it('dates, titles and issuers are right where they are given', function () {
    if (!existsSync(folder)) {
      console.log(`      skipped: no ${folder}`);
      this.skip();
    }
    const days = readdirSync(folder).flatMap(
      (file) => /__(\d{4}-\d\d-\d\d)__/.exec(file)?.[1] ?? [],
    );
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    const dates = files.map((file) => guess(readFileSync(`${folder}/${file}`, 'utf8')).date);
    const given = dates.filter((date) => date !== undefined);
    const wrong = dates.filter((date, at) => date !== undefined && date !== days[at]);
    assert.ok(given.length >= 450, `${given.length} dates`);
    // One text is dated by its printing in the file name, one by its publication.
    assert.deepEqual(wrong, ['2019-07-23', '2006-12-23']);
  });
});
