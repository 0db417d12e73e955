import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type DocxParts, docxOf, paragraph } from '../../../test/support/docx.ts';
import { takenFromDocx } from './docx.ts';
import { openZip } from './zip.ts';

const check = (parts: DocxParts, ...lines: string[]): void =>
  assert.deepEqual(takenFromDocx(openZip(docxOf(parts))).text.split('\n'), [...lines, '']);

const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const listed = (text: string, level = 0, number = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`);

const level = (depth: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

describe('the text of a Word document', () => {
  it('has its paragraphs, with headings as lines of #', () => {
    check(
      {
        body: [
          paragraph('Talks in Orla', '<w:pStyle w:val="T"/>'),
          paragraph('The meeting', '<w:pStyle w:val="berschrift1"/>'),
          paragraph('Details', '<w:pStyle w:val="Own"/>'),
          paragraph(''),
          paragraph('The Ministers met &amp; agreed.'),
          paragraph('Annex', '<w:outlineLvl w:val="2"/>'),
          paragraph('\u3000Last.', '<w:outlineLvl w:val="9"/>'),
        ].join(''),
        styles: [
          style('T', 'Title'),
          style('berschrift1', 'heading 1'),
          style('Own', 'Mine', '<w:basedOn w:val="Two"/>'),
          style('Two', 'Two', '<w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ].join(''),
      },
      ...['# Talks in Orla', '', '# The meeting', '', '## Details', ''],
      ...['The Ministers met & agreed.', '', '### Annex', '', '\u3000Last.'],
    );
  });

  it('has white space, tabs, line ends and special hyphens as they are set', () => {
    const run = (inside: string) => `<w:r>${inside}</w:r>`;
    check(
      {
        body: `<w:p>${run('<w:t> They </w:t>')}${run('<w:t xml:space="preserve"> met</w:t>')}${run('<w:tab/><w:t>in</w:t><w:br/><w:t>A&#x26;B</w:t><w:br/><w:br/>')}${run('<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/>')}</w:p>`,
      },
      'They met\tin',
      'A&B',
      '',
      'co\u2011op\u00ad',
    );
  });

  it('has what stands after tracked changes, and nothing that is hidden', () => {
    const t = (text: string, tag = 't') => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
    check(
      {
        body: `<w:p>${t('will')}<w:del>${t(' may', 'delText')}</w:del><w:ins>${t('ing')}</w:ins><w:moveFrom>${t('x')}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>`,
      },
      'willing!',
    );
    check(
      {
        body: paragraph(
          'old',
          '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
        ),
      },
      'old',
    );
  });

  it('has the numbers of lists as Word counts them', () => {
    const numbering = [
      `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'upperRoman', '%1.%3', '<w:isLgl/>')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf0b7')}${level(1, 'decimalEnclosedCircle', '%2')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="9">${level(0, 'japaneseCounting', '%1、')}</w:abstractNum>`,
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
      '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
      '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
      '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>',
    ].join('');
    check(
      {
        numbering,
        body: [
          ...[listed('a'), listed('b'), listed('c', 1), listed('d', 1), listed('e', 2)],
          ...[listed('f'), listed('g', 1), listed('h', 0, 2), listed('i', 1, 2)],
          ...[listed('j', 0, 3), listed('k', 0, 3), listed('l', 0, 0), listed('m', 0, 99)],
          ...[...'nopqrstuvwx'].map((word) => listed(word, 0, 4)),
        ].join(''),
      },
      ...['1. a', '', '2. b', '', '(a) c', '', '(b) d', '', '2.1 e', '', '3. f', '', '(a) g', ''],
      ...['- h', '', '① i', '', '5. j', '', '6. k', '', 'l', '', 'm', ''],
      ...['一、 n', '', '二、 o', '', '三、 p', '', '四、 q', '', '五、 r', '', '六、 s', ''],
      ...['七、 t', '', '八、 u', '', '九、 v', '', '十、 w', '', '十一、 x'],
    );
  });

  it('joins paragraphs whose ends were struck out, and counts none that was struck out whole', () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const struck = `<w:p><w:pPr>${list}${gone}</w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;
    check(
      {
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
        body: [
          ...[paragraph('They will ', gone), paragraph('act.'), listed('a'), struck, listed('b')],
          `<w:tbl><w:tr><w:tc>${paragraph('in', gone)}</w:tc><w:tc>${paragraph('out')}</w:tc></w:tr></w:tbl>`,
          ...[
            paragraph('last', gone),
            `<w:tbl><w:tr><w:tc>${paragraph('own')}</w:tc></w:tr></w:tbl>`,
          ],
          paragraph('end', gone),
        ].join(''),
      },
      ...[
        'They will act.',
        '',
        '1. a',
        '',
        '2. b',
        '',
        'in',
        'out',
        '',
        'last',
        '',
        'own',
        '',
        'end',
      ],
    );
  });

  it('takes the number of a list from the style of a paragraph, too', () => {
    check(
      {
        body: paragraph('One', '<w:pStyle w:val="L"/>') + paragraph('Two', '<w:pStyle w:val="L"/>'),
        styles: style('L', 'heading 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'upperLetter', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      },
      ...['## A. One', '', '## B. Two'],
    );
  });

  it('has each cell of a table on a line of its own', () => {
    const cell = (...words: string[]) =>
      `<w:tc>${words.map((one) => paragraph(one)).join('')}</w:tc>`;
    check(
      {
        body: `${paragraph('Before')}<w:tbl><w:tr>${cell('Who', '')}${cell('What')}</w:tr><w:tr>${cell('', 'A')}${cell('B', 'C')}</w:tr></w:tbl>${paragraph('After')}`,
      },
      ...['Before', '', 'Who', 'What', '', 'A', 'B', 'C', '', 'After'],
    );
  });

  it('has footnotes and endnotes at the end, and text boxes behind their paragraph', () => {
    const reference = (is: string, id: number) => `<w:r><w:${is}Reference w:id="${id}"/></w:r>`;
    const note = (is: string, id: number, text: string) =>
      `<w:${is} w:id="${id}">${paragraph(text)}</w:${is}>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph('Box')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Box')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:tab/><w:t>on</w:t></w:r>`;
    check(
      {
        body: `<w:p><w:r><w:t>One</w:t></w:r>${reference('footnote', 7)}${reference('endnote', 2)}</w:p><w:p>${box}${reference('footnote', 3)}</w:p>`,
        footnotes:
          note('footnote', -1, 'line') +
          note('footnote', 3, ' Third') +
          note('footnote', 7, 'Seventh'),
        endnotes: note('endnote', 2, 'End'),
      },
      ...['One[1][i]', '', '\ton[2]', '', 'Box', '', '[1] Seventh', '', '[2] Third', '', '[i] End'],
    );
  });

  it('is refused where it is none, holds none, or holds another document as a whole', () => {
    const refused = (parts: DocxParts, why: RegExp) =>
      assert.throws(() => takenFromDocx(openZip(docxOf(parts))), why);
    refused({ body: paragraph(' ') }, /holds no text/);
    refused({ body: '<w:altChunk r:id="rId9"/>' }, /holds another one as a whole/);
    refused({ body: '<w:p><w:r><w:t>a</w:t></w:r>' }, /damaged inside/);
  });
});
