import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type OdtParts, odtOf } from '../../../test/support/odt.ts';
import { takenFrom } from './taken-from.ts';

const check = (parts: OdtParts | string, ...lines: string[]): void => {
  const bytes = odtOf(typeof parts === 'string' ? { body: parts } : parts);
  assert.deepEqual(takenFrom(bytes, 'a.odt').text.split('\n'), [...lines, '']);
};

const p = (text: string, style = '') =>
  `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`;
const item = (inside: string, attributes = '') =>
  `<text:list-item${attributes}>${inside}</text:list-item>`;
const list = (inside: string, attributes = ' text:style-name="L"') =>
  `<text:list${attributes}>${inside}</text:list>`;
const numbered = (level: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}"${more}/>`;

describe('the text of an OpenDocument text', () => {
  it('has its paragraphs, with headings as lines of #', () => {
    check(
      {
        styles:
          '<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Heading_20_2" style:family="paragraph" style:parent-style-name="Heading"/>',
        automatic:
          '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
        body: [
          ...[
            p('Talks in Orla', 'P1'),
            p('Part one', 'Heading_20_2'),
            h(1, 'The meeting'),
            h(9, 'De\n  tails'),
            p(''),
            p(' '),
          ],
          p('The Ministers met &amp; <text:span>agreed</text:span>.'),
        ].join(''),
      },
      ...['# Talks in Orla', '', '## Part one', '', '# The meeting', '', '###### De tails', ''],
      'The Ministers met & agreed.',
    );
  });

  it('has white space as it is shown', () => {
    check(
      p(' They\n  met <text:s text:c="2"/>in<text:tab/>Orla<text:line-break/> on<text:s/>1 May. '),
      ...['They met   in\tOrla', 'on 1 May.'],
    );
    check(p('a <text:span> b</text:span> c') + p('\u3000d'), 'a b c', '', '\u3000d');
  });

  it('has nothing that was struck out, is hidden, or was said of it', () => {
    const hidden = '<style:text-properties text:display="none"/>';
    check(
      {
        automatic: [
          `<style:style style:name="T1" style:family="text">${hidden}</style:style>`,
          `<style:style style:name="P1" style:family="paragraph">${hidden}</style:style>`,
          '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>',
          '<style:style style:name="T2" style:family="text" style:parent-style-name="T2"/>',
        ].join(''),
        body: [
          `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>`,
          p(
            'They<office:annotation><text:p>Who?</text:p></office:annotation> <text:span text:style-name="T1">may <text:span>not</text:span></text:span>met.',
          ),
          ...[p('no', 'P1'), p('nor', 'P2'), p('<text:span text:style-name="T2">yes</text:span>')],
          `<text:section text:display="none">${p('secret')}</text:section>`,
          p('<text:hidden-paragraph text:is-hidden="true"/>x'),
          p(
            '<text:ruby><text:ruby-base>会談</text:ruby-base><text:ruby-text>かいだん</text:ruby-text></text:ruby>',
          ),
        ].join(''),
      },
      ...['They met.', '', 'yes', '', '会談'],
    );
  });

  it('counts lists as their styles say', () => {
    const automatic = [
      `<text:list-style style:name="L">${numbered(1, '1', ' style:num-suffix="."')}`,
      `${numbered(2, 'a', ' style:num-prefix="(" style:num-suffix=")"')}`,
      `${numbered(3, 'I', ' style:num-suffix="." text:display-levels="3"')}</text:list-style>`,
      '<text:list-style style:name="S"><text:list-level-style-bullet text:level="1"/></text:list-style>',
      `<text:list-style style:name="M">${numbered(1, 'A', ' loext:num-list-format="§ %1%:" text:start-value="3"')}</text:list-style>`,
      `<text:list-style style:name="N">${numbered(1, '', ' style:num-suffix="."')}</text:list-style>`,
      '<style:style style:name="P" style:family="paragraph" style:list-style-name="M"/>',
    ].join('');
    const deep = list(item(p('d') + list(item(p('e')), '')), '');
    check(
      {
        automatic,
        body: [
          list(item(p('a') + p('b')) + item(p('c') + deep) + item(p('f'))),
          list(item(p('g'))),
          list(item(p('h')), ' text:style-name="L" text:continue-numbering="true"'),
          list(item(p('i'), ' text:start-value="9"')),
          list(item(p('j')), ' text:style-name="S"'),
          list(`<text:list-header>${p('k')}</text:list-header>${item(p('l', 'P'))}`, ''),
          list(item(p('m')), ' text:style-name="N"'),
          list(item(p('n')), ' text:style-name="none"'),
        ].join(''),
      },
      ...['1. a', '', 'b', '', '2. c', '', '(a) d', '', '2.a.I. e', '', '3. f', ''],
      ...['1. g', '', '2. h', '', '9. i', '', '- j', '', 'k', '', '§ C: l', '', 'm', '', 'n'],
    );
  });

  it('has the numbers of headings', () => {
    const level = (at: number, more: string) =>
      `<text:outline-level-style text:level="${at}" ${more}/>`;
    check(
      {
        styles: `<text:outline-style>${level(1, 'style:num-format="I" style:num-suffix="."')}${level(2, 'style:num-format="1" text:display-levels="2"')}</text:outline-style>`,
        body: [
          ...[h(1, 'One'), h(2, 'In it'), h(1, 'Two'), h(2, 'In that')],
          '<text:h text:outline-level="2" text:is-list-header="true">Apart</text:h>',
        ].join(''),
      },
      ...['# I. One', '', '## I.1 In it', '', '# II. Two', '', '## II.1 In that', '', '## Apart'],
    );
  });

  it('has each cell of a table on a line of its own', () => {
    const cell = (...words: string[]) =>
      `<table:table-cell>${words.map((one) => p(one)).join('')}</table:table-cell>`;
    check(
      `${p('Before')}<table:table><table:table-row>${cell('Who', '')}${cell('What')}</table:table-row><table:table-row>${cell('', 'A')}${cell('B', 'C')}<table:covered-table-cell>${p('x')}</table:covered-table-cell></table:table-row></table:table>${p('After')}`,
      ...['Before', '', 'Who', 'What', '', 'A', 'B', 'C', '', 'After'],
    );
  });

  it('has notes at the end, and text boxes behind their paragraph', () => {
    const note = (is: string, text: string) =>
      `<text:note text:note-class="${is}"><text:note-citation>7</text:note-citation><text:note-body>${text}</text:note-body></text:note>`;
    const box = `<draw:frame><svg:title>A map</svg:title><draw:text-box>${p('Box')}</draw:text-box></draw:frame>`;
    check(
      [
        p(`One${note('footnote', p(' First') + p('more'))}${note('endnote', p('End'))} on`),
        p(`Two${box}${note('footnote', p('Second'))}`),
        list(item(p(`Three${note('footnote', list(item(p('In'))))}`)), ''),
        `<draw:frame><draw:text-box>${p('Alone')}</draw:text-box></draw:frame>`,
      ].join(''),
      ...['One[1][i] on', '', 'Two[2]', '', 'Box', '', 'Three[3]', '', 'Alone', ''],
      ...['[1] First', '', 'more', '', '[2] Second', '', '[3] In', '', '[i] End'],
    );
  });

  it('is refused where it is none, holds none, or has a password', () => {
    const refused = (parts: OdtParts, why: RegExp) =>
      assert.throws(() => takenFrom(odtOf(parts), 'a.odt'), why);
    refused({ body: p(' ') }, /holds no text/);
    refused({ body: p('a'), type: 'spreadsheet' }, /a table, a slide show or a drawing/);
    refused({ body: p('a'), manifest: '<encryption-data/>' }, /protected by a password/);
    refused({ body: '<text:p>a' }, /damaged inside/);
  });
});
