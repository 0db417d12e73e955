import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import { parse } from '../reading/parse.ts';
import { mayHold } from './holding.ts';
import { mentionsIn } from './mentions.ts';

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: `
entities:
  harbour: { kind: actor, name: Harbour Commission, aliases: [the Commission of U.S. Ports] }
  orla: { kind: place, name: Orla, aliases: [オルラ] }
  tarn: { kind: place, name: Tarn }
  talks: { kind: event, name: São Ferrão Conférence, aliases: [Ferrao Talks Process] }
  ab: { kind: actor, name: OC }
`,
  },
]);
const entities = [...codebook.entities.values()];
const held = new Map(entities.map((entity) => [entity.id, mayHold(entity)]));
const holds = (id: string, text: string): boolean => held.get(id)?.(text) === true;

const pieces = [
  ...[
    'Harbour',
    'Commission',
    'Harbour Commission',
    'the Commission of U. S. Ports',
    'Har',
    'bour',
  ],
  ...[
    'HARBOUR COM\u00admission',
    'Ｈａｒｂｏｕｒ',
    'of US Ports',
    'Orla',
    'オル',
    'ラ',
    'Ferrao Talks',
  ],
  ...['Sa\u0303o Ferra\u0303o', 'conference', 'Process', '(HC)', 'HC', "'s", "d'", '-'],
  ...['Ferrao (FT) Talks Process', 'Ferrao Talks (FT) Process', ' (FT) '],
  ...[' ', ' ', ' ', '\n', '\r\n', '\n\n', '[', ']', '\\', '\\[', '^[n]', '^[', '{', '}'],
  ...[']{.actor}', ']{.commitment #a}', '](#orla)', '[Harbour]{.actor}', '[Com]{.event}mission'],
  ...['[Harbour]{#a .actor}', '[Commission]{continues=a}', '\\mission', '---\ndate: 2031\n---\n'],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 20 })
  .map((words) => words.join(''));

describe('whether a text may hold a name', () => {
  it('is told wherever a name is found, whatever stands inside it', () => {
    let found = 0;
    fc.assert(
      fc.property(texts, (text) => {
        for (const { ids, from, to } of mentionsIn(parse(text), codebook).mentions) {
          found++;
          for (const id of ids) assert.ok(holds(id, text), text.slice(from, to));
        }
      }),
      { numRuns: 5000 },
    );
    assert.ok(found > 1000, `${found}`);
  });

  it('is denied without a look at the annotations where they cannot matter', () => {
    assert.ok(!holds('harbour', 'The council met in the [harbour](#orla).'));
    assert.ok(!holds('harbour', 'The harbour, and the commission.'));
    assert.ok(!holds('harbour', 'They [met]{.event} in the hall of [Orla](#orla).'));
    assert.ok(holds('harbour', 'The Harbour [Commission]{.actor} met.'));
    assert.ok(holds('harbour', 'The [Har]{.place}bour Commission met.'));
  });

  it('is left open where a name has no word that is written in one way only', () => {
    assert.ok(!holds('orla', 'They met.'));
    assert.ok(holds('orla', 'They [met]{.event}.'));
    assert.ok(!holds('tarn', 'They [met]{.event}.'));
    assert.ok(holds('ab', 'They [met]{.event}.'));
  });
});
