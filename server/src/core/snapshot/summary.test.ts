import assert from 'node:assert/strict';
import { parse } from '../reading/parse.ts';
import { idOf, ownOf, summarise, targetName } from './summary.ts';

describe('a summary', () => {
  it('holds what a document defines and mentions, by name', () => {
    const text = [
      '---',
      'title: T',
      'date: 2031-05-01/2031-05-02',
      'parties: [orla]',
      'version-of: other',
      'series: council',
      'lang: ja',
      'coding: done',
      '---',
      '',
      '[a]{#m .event by="x y" cites="#m k#n bad"} [b](#m) [c](#orla) [d]{#m .place}',
      '',
    ].join('\n');
    const { mentions, definitions, ...rest } = summarise(parse(text), 'own');
    assert.deepEqual(rest, {
      ...{ own: 'own', title: 'T', date: '2031-05-02' },
      ...{ series: 'council', lang: 'ja', coding: 'done' },
    });
    assert.deepEqual(
      definitions.map(({ id, kind, from, to }) => [id, kind, text.slice(from, to)]),
      [
        ['m', 'event', 'a'],
        ['', 'place', 'd'],
      ],
    );
    assert.deepEqual(
      mentions.map(({ name, role, via, mark, from, to }) => [
        ...[name, role, via, mark],
        text.slice(from, to),
      ]),
      [
        ['#orla', 'front', 'parties', -1, 'orla'],
        ['other#', 'front', 'version-of', -1, 'other'],
        ['#x', 'actor', 'by', 0, 'x'],
        ['#y', 'actor', 'by', 0, 'y'],
        ['own#m', 'relation', 'cites', 0, '#m'],
        ['k#n', 'relation', 'cites', 0, 'k#n'],
        ['own#m', 'link', '', -1, '#m'],
        ['#orla', 'link', '', -1, '#orla'],
      ],
    );
  });

  it('has names of two parts', () => {
    assert.deepEqual([ownOf('k#a'), idOf('k#a')], ['k', 'a']);
    assert.deepEqual([ownOf('#a'), idOf('#a')], ['', 'a']);
    assert.deepEqual([ownOf('file:///c/x#y#a'), idOf('file:///c/x#y#a')], ['file:///c/x#y', 'a']);
    const target = { from: 0, to: 0, key: '', id: 'a' };
    assert.equal(
      targetName(target, 'own', () => true),
      'own#a',
    );
    assert.equal(
      targetName(target, 'own', () => false),
      '#a',
    );
    assert.equal(
      targetName({ ...target, key: 'k' }, 'own', () => true),
      'k#a',
    );
  });
});
