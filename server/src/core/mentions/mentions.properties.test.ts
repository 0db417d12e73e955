import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import type { Document } from '../document.ts';
import { fold } from '../names/fold.ts';
import { parse, reparse } from '../reading/parse.ts';
import { stripSpan } from '../reading/strip.ts';
import { type DocumentMentions, mentionsIn } from './mentions.ts';

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: `
entities:
  orla: { kind: place, name: Orla, aliases: [Port of Orla, オルラ港], ignore-in: [Orla Hall] }
  council: { kind: actor, name: Lake Council, aliases: [LC, { text: Council, from: 2031-01-01 }] }
  hall: { kind: place, name: Hall, aliases: [Council] }
`,
  },
]);

const pieces = [
  ...['Port of Orla (PO)', 'Port of Orla (PO)', 'PO', 'PO'],
  ...['Orla', 'Port of Orla', 'Port', 'of', 'Lake', 'Council', 'Lake Council', 'Hall', 'LC'],
  ...[
    'オルラ',
    '港',
    'オルラ\n港',
    'L. C.',
    'Or\u00adla',
    'Ｏｒｌａ',
    "'s",
    '(LC)',
    '# ',
    '-',
    '–',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\n',
    '\r\n',
    '\n\n',
    '\r\r',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '\\]',
    '\\[',
  ],
  ...[']{.place}', ']{.commitment #a}', '](#orla)', '](#council)', '[Orla](#orla)', '{.place}'],
  ...['[Orla]{.place}', '[Hall', 'Lake]{.actor}', '^[note]', '^[', '[Lake]{#a .actor}'],
  ...['[Council]{continues=a}', '[x]{.actor cites="#hall"}', 'will', '🕊️', '。', '.', '！'],
];
const starts = [
  '',
  '\ufeff',
  '---\ndate: 2031-05-01\n---\n\n',
  '---\ndate: 2030-05-01\nterms: { Lake Council: [hall], the Hall: [] }\n---\n\n',
];
const texts = fc
  .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...pieces), { maxLength: 30 }))
  .map(([start, words]) => start + words.join(''));

const names = [
  'Orla',
  'Port of Orla',
  'オルラ港',
  'Lake Council',
  'LC',
  'L. C.',
  'L.C.',
  'Council',
  'Hall',
];
// The last are introduced in the texts themselves.
const folded = new Set([...names, 'PO', 'P.O.', 'P. O.', 'P.O'].map(fold));

describe('mentionsIn', () => {
  it('gives ranges whose source is a name, in order and apart', () => {
    let seen = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const document = parse(text);
        let end = 0;
        for (const mention of mentionsIn(document, codebook).mentions) {
          const words = stripSpan(document, mention);
          const isWhole = folded.has(fold(words)) || /\n\s*\n|\r\s*\r/.test(words);
          assert.ok(isWhole, JSON.stringify(words));
          assert.ok(mention.from >= end && mention.to > mention.from);
          end = mention.to;
          seen++;
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(seen > 500, `only ${seen} mentions`);
  });

  it('finds the same with what it remembers of the text before', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), fc.nat(), (versions, seed) => {
        let document: Document | undefined;
        for (const [i, version] of versions.entries()) {
          const before = document?.text ?? '';
          const cut = before.length ? (seed * (i + 7)) % before.length : 0;
          const text = i % 2 ? before.slice(0, cut) + version + before.slice(cut) : version;
          document = document ? reparse(document, text) : parse(text);
          assert.deepEqual(
            plain(mentionsIn(document, codebook, true)),
            plain(mentionsIn(parse(text), codebook)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

const plain = ({ mentions, linked }: DocumentMentions) => ({
  mentions: mentions.map(({ identity: _, ...rest }) => rest),
  linked: [...linked].sort(),
});
