import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { parse } from '../reading/parse.ts';
import {
  definitionNamed,
  definitionNumber,
  mentionsNamed,
  pack,
  packing,
  tables,
} from './packed-summary.ts';
import { type Definition, type Summary, summarise } from './summary.ts';

const front = fc.constantFrom(
  '',
  '---\ntitle: T\ndate: 2031-05-01\nparties: [a, b]\nversion-of: k\nterms: { we: [a, b] }\n---\n\n',
);
const mark = fc.constantFrom(
  '[x]{#m .place}',
  '[x]{#m .event by="a b" cites="k#n #o"}',
  '[y]{.place supersedes=#m}',
  '[z](#m)',
  '[z](k#)',
  '\n\n[more]{continues=m}',
);
const text = fc
  .tuple(front, fc.array(fc.oneof(mark, awkward), { maxLength: 8 }))
  .map(([head, pieces]) => head + pieces.join(' '));

/** A summary as an object, with no more than its type says. */
const plain = (summary: Summary): Summary => ({
  ...{ own: summary.own, title: summary.title, date: summary.date },
  ...{ series: summary.series, lang: summary.lang, coding: summary.coding },
  mentions: summary.mentions,
  definitions: summary.definitions.map((one) => bare(one) as Definition),
});

const bare = (one: Definition | undefined) =>
  one && { ...one, at: { from: one.at.from, to: one.at.to } };

describe('summaries in columns', () => {
  it('say what they said before', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const summaries = texts.map((one, i) => summarise(parse(one), `own${i}`));
        const own = tables();
        const columns = packing(own);
        const all = summaries.map((one) => pack(one, own, columns));
        for (const [i, small] of all.entries()) {
          const summary = plain(summaries[i] as Summary);
          const given = summaries[i] as Summary;
          assert.deepEqual(plain(small), summary);
          for (const name of new Set([...summary.mentions.map((one) => one.name), 'none#'])) {
            assert.deepEqual(mentionsNamed(name)(small), mentionsNamed(name)(given));
          }
          for (let at = -1; at <= summary.definitions.length; at++) {
            assert.deepEqual(definitionNumber(small, at), summary.definitions[at]);
            assert.deepEqual(bare(definitionNumber(given, at)), summary.definitions[at]);
          }
          for (const id of ['m', 'n', 'a', '']) {
            const first = summary.definitions.find((one) => id && one.id === id);
            assert.deepEqual(definitionNamed(small, id), first);
            assert.deepEqual(bare(definitionNamed(given, id)), first);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
