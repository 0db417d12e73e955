import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { needs } from '../../../../test/support/shared.ts';
import { parse } from '../reading/parse.ts';
import { tables } from './packed-summary.ts';
import { type Summary, summarise } from './summary.ts';
import { summaryReader } from './summary-reader.ts';

const read = summaryReader(tables());

/** A summary as an object, with no more than its type says. */
const plain = ({ mentions, definitions, ...said }: Summary) => ({
  ...{ own: said.own, title: said.title, date: said.date },
  ...{ series: said.series, lang: said.lang, coding: said.coding },
  mentions: mentions.map((one) => ({ ...one })),
  definitions: definitions.map(({ at, ...one }) => ({ ...one, at: { from: at.from, to: at.to } })),
});

function check(text: string): void {
  assert.deepEqual(plain(read(text, 'own')), plain(summarise(parse(text), 'own')));
}

const front = fc.constantFrom(
  '',
  '---\ntitle: T\ndate: 2031-05-01\nparties: [a, b]\nversion-of: k\nterms: { we: [a, b] }\n---\n\n',
  '---\nissuer: orla\nplace: "Port Orla"\nseries: talks\ncoding: done\nlang: fr\n---\n\n',
);
const construct = fc.constantFrom(
  ...['[x]{#m .place}', '[y]{.place supersedes=#m}', '[z](#m)', '[z](k#)', '[z](k#n)', '[z](#)'],
  ...['[x]{#m .event by="a b" cites="k#n #o"}', '[x]{.event says="a \\"b" to=c}'],
  ...['\n\n[more]{continues=m}', '[more]{#m .place continues=m}', '[a]{cites="#x k# k#y#z"}'],
  ...['^[see [x](#m) and [y]{#n .place}]', '[an [inner]{#i .place} mark]{#m .event}', '^[note]'],
  ...['[x [y](#m) z]{#n .event}', '[x]{#1 .place}', '[x]{#m #n .a .b by=c by=d}'],
);
const text = fc
  .tuple(front, fc.array(fc.oneof(construct, awkward), { maxLength: 8 }))
  .map(([head, pieces]) => head + pieces.join(' '));

describe('a summary read off the text', () => {
  it('is the summary of the document', () => {
    fc.assert(fc.property(text, check), { numRuns: 5000 });
  });

  it('is that in every vector of the language', () => {
    const file = resolve(__dirname, '../../../../test/vectors/language.json');
    const texts = textsIn(JSON.parse(readFileSync(file, 'utf8')));
    assert.ok(texts.length > 100);
    texts.forEach(check);
  });

  it('is that in every real text', function () {
    // Some eight thousand files, from whatever disk there is.
    this.timeout(180_000);
    const folder = needs(this);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => /\.(md|txt|readout)$/.test(file));
    assert.ok(texts.length > 10);
    for (const file of texts) check(readFileSync(join(folder, file), 'utf8'));
  });

  it('tells references in references in the order of their starts', () => {
    check('[^[ [z](k#) ]](#[y](#m)');
    check('[a [b](k#) c](n#)');
  });

  it('does not remember the document before', () => {
    check('---\ntitle: T\n---\n\n[x]{#m .place} [y](#m) [an [inner]{#i .place}]{.event}');
    check('[y](#m)');
    check('');
  });
});

/** Every text that stands anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
