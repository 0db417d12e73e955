import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { joinPages } from './join-pages.ts';

const LONG =
  'The Ministers concurred that they will go on with the realignment, including the return';

const check = (before: string[], after: string[], joins = 1): void =>
  assert.deepEqual(joinPages(before.join('\n')), { text: after.join('\n'), joins });

const checkKept = (...lines: string[]): void => check(lines, lines, 0);

describe('paragraphs that pages have broken', () => {
  it('are joined over the number of a page', () => {
    for (const page of [
      '2',
      '- 2 -',
      '– 2 –',
      'Page 2',
      'page 2 of 5',
      'p. 2',
      '2/5',
      '\f',
      '2\f',
    ]) {
      check([LONG, '', page, '', 'of Orla Air Station.'], [`${LONG} of Orla Air Station.`]);
    }
    check([LONG, '', '\fof Orla.'], [`${LONG} of Orla.`]);
    check([`${LONG}, `, '', '2', '', 'and the rest'], [`${LONG}, and the rest`]);
  });

  it('are joined over what stands on every page', () => {
    check(
      [
        'Council S/RES/1461 (2031)',
        'S/RES/1461 (2031)',
        '',
        'as outlined in the report of the Council',
        'of last year (S/2031/38) and in',
        '2',
        'S/RES/1461 (2031)',
        'accordance with the letter',
        'of May.',
      ],
      [
        'Council S/RES/1461 (2031)',
        'S/RES/1461 (2031)',
        '',
        'as outlined in the report of the Council',
        'of last year (S/2031/38) and in',
        '2',
        'S/RES/1461 (2031)',
        'accordance with the letter',
        'of May.',
      ],
      0,
    );
    check(
      [
        'Joint Statement',
        '',
        `${LONG},`,
        'which was foreseen for the spring of this year',
        '',
        'Joint Statement',
        'Page 2',
        '',
        'and was put off',
        'for a year.',
      ],
      [
        'Joint Statement',
        '',
        `${LONG},`,
        'which was foreseen for the spring of this year',
        'and was put off',
        'for a year.',
      ],
    );
    check(
      [LONG, '31-21123 (E) /...', 'S/RES/1185 (2031)', 'English', 'Page 2', 'of Orla.'],
      [`${LONG} of Orla.`],
    );
  });

  it('are joined over a blank line alone only where both are prose', () => {
    check(
      [LONG, '', 'of Orla Air Station.', '', 'Next.'],
      [`${LONG} of Orla Air Station.`, '', 'Next.'],
    );
    checkKept(LONG, '', 'of Orla Air Station');
    checkKept('including the return', '', 'of Orla Air Station.');
    checkKept(`${LONG},`, '', 'of Orla Air Station.');
  });

  it('stay where a sentence has ended, a new one begins, or a word is cut', () => {
    for (const end of ['.', '!', '?', ':', ';', '.”', '.)', '…', '-', '\u00ad']) {
      checkKept(`${LONG}${end}`, '', '2', '', 'of Orla Air Station.');
    }
    for (const start of ['Of Orla', '3. of', '- of Orla', '(a) of Orla', '“Of Orla']) {
      checkKept(LONG, '', '2', '', `${start} Air Station.`);
    }
    checkKept('Annex', '', '2', '', 'of Orla Air Station.');
    checkKept(LONG, 'of Orla Air Station.');
    checkKept(LONG, ...new Array(14).fill(''), 'of Orla Air Station.');
  });

  it('leave page numbers alone elsewhere', () => {
    checkKept('They met.', '', '2', '', 'They left.');
    checkKept('2', '', 'they left.', '2');
    checkKept('');
  });

  it('are joined in Japanese where the next goes on in hiragana', () => {
    const line = '両大臣は、航空基地の返還に向けて引き続き取り組んでいくこと';
    check([line, '', '2', '', 'を確認した。'], [`${line}を確認した。`]);
    check([line, '', '2 ページ', '', 'を確認した。'], [`${line}を確認した。`]);
    checkKept(line, '', 'を確認した。');
    checkKept(`${line}。`, '', '2', '', 'また、確認した。');
    checkKept(line, '', '2', '', '次回の会合は');
    checkKept('記', '', '2', '', 'を確認した。');
  });

  it('keep the line ends of the text', () => {
    assert.deepEqual(joinPages(`First.\r\n${LONG}\r\n\r\n2\r\n\r\nof Orla.\r\n`), {
      text: `First.\r\n${LONG}\r\nof Orla.\r\n`,
      joins: 1,
    });
  });

  it('lose no sentence that is said twice', () => {
    const { text } = joinPages(`${LONG}.\n${LONG}\n${LONG}.\n2\nof Orla.\n`);
    assert.equal(text, `${LONG}.\n${LONG}\n${LONG}.\n2\nof Orla.\n`);
  });

  it('lose no word but numbers of pages and what stands beside them', () => {
    const line = fc.constantFrom(
      '',
      LONG,
      `${LONG}.`,
      'of Orla.',
      'of',
      '2',
      '\f',
      'Page 3',
      'A/1/2',
      'を',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { maxLength: 14 }), (lines) => {
        // A line that comes again may be the head of a page, so each has a letter of its own.
        const own = (said: string, at: number) =>
          said.replace(LONG, `${LONG} ${'abcdefghijklmn'[at]}`);
        const text = lines.map(([said, ending], at) => own(said, at) + ending).join('');
        const joined = joinPages(text);
        const words = (some: string): string =>
          some.replace(/^\f?(?:2|Page 3|A\/1\/2)$/gm, '').replace(/\s+/g, '');
        assert.equal(words(joined.text), words(text));
        if (!joined.joins) assert.equal(joined.text, text);
      }),
    );
  });

  it('are looked for in the time the text warrants', () => {
    const text = `${`${LONG}\n\n`.repeat(20_000)}${'2\n'.repeat(20_000)}${'\n'.repeat(100_000)}`;
    assert.equal(joinPages(text).joins, 0);
  });
});
