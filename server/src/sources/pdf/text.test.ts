import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mendPages } from '../../mend-pages.ts';
import { joined } from '../lines.ts';
import type { Page, Run } from './run.ts';
import { takenFromPages } from './taken-from-pages.ts';
import { textOf } from './text.ts';

/** A run whose letters are half as wide as they are high, or as wide, where they are Japanese. */
function run(text: string, x: number, y: number, size = 10): Run {
  const wide = [...text].filter((letter) => letter > '\u2fff').length;
  return { text, x, y, width: (wide + (text.length - wide) / 2) * size, size };
}

const LINE = 'The Ministers met in the port of Orla and spoke of the harbour and the';
/** Lines one below the other, from a height. */
const lines = (texts: readonly string[], y = 100, x = 50): Page =>
  texts.map((text, at) => run(text, x, y + 12 * at));

const text = (...pages: Page[]): string => joined(textOf(pages, mendPages));

describe('the text of the pages of a PDF', () => {
  it('has the lines of a paragraph as one, and paragraphs apart', () => {
    assert.equal(
      text([...lines([LINE, 'roads to it.']), ...lines([LINE, 'fish.'], 150)]),
      `${LINE} roads to it.\n\n${LINE} fish.\n`,
    );
  });

  it('begins a paragraph where a line is set in', () => {
    const page = [
      ...lines([LINE, LINE, 'roads to it.']),
      run(LINE, 65, 136),
      run('fish.', 50, 148),
    ];
    assert.equal(text(page), `${LINE} ${LINE} roads to it.\n\n${LINE} fish.\n`);
  });

  it('has a blank where there is a gap, and none where runs are close', () => {
    const page = [run('The Min', 50, 100), run('isters', 85, 100), run('met.', 119, 100)];
    assert.equal(text(page), 'The Ministers met.\n');
    const wide = [run('両大臣は', 50, 100), run(' ', 90, 100, 2), run('会談した。', 91, 100)];
    assert.equal(text(wide), '両大臣は会談した。\n');
  });

  it('has no blank where lines of Japanese go on', () => {
    const line = '両大臣はオルラ港で会談し、港湾と道路の整備について意見を交わした上で、';
    assert.equal(
      text(lines([line, '協力を続けることで一致した。'])),
      `${line}協力を続けることで一致した。\n`,
    );
  });

  it('has what is set larger as headings, by size', () => {
    const page = [run('Talks', 50, 40, 20), run('On fish', 50, 80, 14), ...lines([LINE, 'roads.'])];
    assert.equal(text(page), `# Talks\n\n## On fish\n\n${LINE} roads.\n`);
  });

  it('has items with their sign or number, each with the lines that hang on it', () => {
    const page = [
      ...[run('•', 50, 100), run(LINE, 70, 100), run('roads;', 70, 112)],
      ...[run('•', 50, 124), run(LINE, 70, 124), run('fish.', 70, 136)],
      ...[
        run('(a)', 50, 160),
        run('the port;', 70, 160),
        run('(b)', 50, 172),
        run('fish.', 70, 172),
      ],
    ];
    assert.equal(text(page), `- ${LINE} roads;\n- ${LINE} fish.\n\n(a) the port;\n(b) fish.\n`);
  });

  it('joins a word that was cut only where it stands whole elsewhere', () => {
    assert.equal(
      text(lines([`${LINE} co-`, 'operation. Cooperation helps.'])),
      `${LINE} cooperation. Cooperation helps.\n`,
    );
    assert.equal(text(lines([`${LINE} co-`, 'operation.'])), `${LINE} co-operation.\n`);
    assert.equal(text(lines([`${LINE} har\u00ad`, 'bour.'])), `${LINE} harbour.\n`);
  });

  it('reads one column after the other, what lies across them in its place', () => {
    const left = [
      'The Ministers met in the port',
      'of Orla, which lies by the sea',
      'and has a harbour for ships and',
      'a road to the town behind it.',
    ];
    const right = [
      'They spoke of fish and of what',
      'is to be done for the nets that',
      'were lost in the storm of last',
      'May, and of a new road there.',
    ];
    const across = run('A statement on the port, as it was given out there', 80, 60);
    assert.equal(
      text([across, ...lines(left), ...lines(right, 100, 260)]),
      `A statement on the port, as it was given out there\n\n${left.join(' ')}\n\n${right.join(' ')}\n`,
    );
  });

  it('reads columns that lie as close as words, one after the other', () => {
    const [left, right] = ['a', 'b'].map((name) =>
      [1, 2, 3, 4, 5].map((number) => `${name}${number} of the words of a column`),
    ) as [string[], string[]];
    const rows = left.flatMap((words, at) => [
      { ...run(words, 50, 100 + 14 * at), width: 200 },
      { ...run(right[at] ?? '', 256, 100 + 14 * at), width: 200 },
    ]);
    assert.equal(text(rows), `${[...left, ...right].join(' ')}\n`);
  });

  it('leaves out what stands on every page, and goes on over its end', () => {
    const page = (number: number, ...texts: string[]): Page => [
      run('Orla papers', 50, 30),
      ...lines(texts),
      run(`${number}`, 300, 800),
    ];
    assert.equal(text(page(1, LINE), page(2, 'roads to it.')), `${LINE} roads to it.\n`);
    // What counts something else than pages is of the text.
    const tables = [page(1, 'Ports: 12'), page(2, 'Ports: 90')].map((rows) => rows.slice(1));
    assert.equal(text(...tables), 'Ports: 12\n\nPorts: 90\n');
    // What is said on one page is of the text.
    assert.equal(text(page(7, 'They met.')), 'Orla papers\n\nThey met.\n\n7\n');
  });

  it('has signs of notes at their place, and notes at the end', () => {
    const page = (sign: string, words: string): Page => [
      ...[
        run(`${sign === '1' ? 'A' : 'B'} ${LINE}`, 40, 100),
        run(sign, 400.5, 96, 6),
        run(`roads, ${words}.`, 50, 112),
      ],
      ...[run(sign, 50, 697, 5), run(`${words} of a note that is set smaller.`, 54, 700, 8)],
    ];
    assert.equal(
      text(page('1', 'Words'), page('2', 'Others')),
      `A ${LINE}[1] roads, Words.\n\nB ${LINE}[2] roads, Others.\n\n[1] Words of a note that is set smaller.\n\n[2] Others of a note that is set smaller.\n`,
    );
  });

  it('takes no number of a page for a note', () => {
    const page = [...lines([LINE, 'roads.']), run('1/1', 500, 800, 7)];
    assert.equal(text(page), `${LINE} roads.\n\n1/1\n`);
  });

  it('has ligatures as letters', () => {
    assert.equal(text([run('The ﬁrst oﬃce', 50, 100)]), 'The first office\n');
  });

  it('is none where there is none, or where its letters are not told', () => {
    assert.throws(
      () => takenFromPages([[]], mendPages),
      /^Error: This PDF holds pictures of pages/,
    );
    assert.throws(
      () => takenFromPages([[run('\ue001\ue002 met', 50, 100)]], mendPages),
      /2 of 5 could not be read/,
    );
    // What a program writes for letters that its fonts do not have may read as one of them.
    assert.throws(
      () =>
        takenFromPages([[run(`${'明'.repeat(40)}核兵器の廃絶、平和の実現`, 50, 100)]], mendPages),
      /40 of 52 could not be read/,
    );
    assert.equal(text([run('はい'.repeat(40), 50, 100)]), `${'はい'.repeat(40)}\n`);
  });
});
