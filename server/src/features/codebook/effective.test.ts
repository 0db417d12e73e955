import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { dedent } from '../../../../test/support/fixture.ts';
import type { Codebook, Place } from '../../core/codebook/codebook.ts';
import { readCodebook } from '../../core/codebook/read-codebook.ts';
import { rules } from '../../rules/index.ts';
import { effectiveCodebook } from './effective.ts';

const codes = rules.map(({ code }) => code);
const uri = 'file:///c/readout.yaml';

type Files = Readonly<Record<string, string>>;

const read = (files: Files): Codebook =>
  readCodebook(
    Object.entries(files).map(([name, text]) => ({ uri: `file:///c/${name}`, text })),
    codes,
  );

function shown(files: Files): string {
  const place = ({ uri: of, from }: Place) => {
    const name = of.replace('file:///c/', '');
    return `${name}:${(files[name] ?? '').slice(0, from).split('\n').length}`;
  };
  return effectiveCodebook(read(files), place);
}

/** What a codebook says, without where. */
const said = ({ files: _, issues: __, ...codebook }: Codebook) =>
  JSON.parse(
    JSON.stringify(codebook, (key, value) => {
      if (/^(place|whole|namePlace)$/.test(key)) return undefined;
      return value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
    }),
  );

/** Shows a codebook and reads what is shown. */
function checkBack(files: Files): void {
  const back = readCodebook([{ uri, text: shown(files) }], codes);
  assert.deepEqual(said(back), said(read(files)));
}

/** The lines under a key, as far as they are indented. */
function under(text: string, key: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  const end = lines.findIndex(
    (line, index) => index > start && !line.startsWith(`${/^ */.exec(key)?.[0]} `),
  );
  return lines.slice(start, end);
}

const own = dedent(`
  name: "Talks: north"
  include: [e.yaml]
  exclude: [drafts]
  kinds:
    pledge: { means: Money., registered: true }
    place: off
    commitment: { color: charts.red }
  relations:
    implements: { inverse: implemented by, from: [pledge], to: any, acyclic: true }
    parallels: { symmetric: false }
    contradicts: off
  ladders: { commissive: [[consider], [Aim, mean to], [will]] }
  cues: { en: [as agreed], de: ["wie: vereinbart"] }
  series: { talks: { names: [Orla Talks, OT], every: year }, odd: {} }
  rules: { no-due: hint, unresolved: off }
  mentions: all
`);
const entities = dedent(`
  entities:
    corvia:
      kind: actor
      name: Corvia
      aliases: [Republic of Corvia, "C."]
      ignore-in: [Corvia Airlines]
      see: https://a.example/corvia
    marrow:
      kind: actor
      aliases:
        - { text: Foreign Minister Marrow, from: 2030-10, to: 2031 }
        - Marrow
`);
const files = { 'readout.yaml': own, 'e.yaml': entities };

describe('the codebook that holds', () => {
  it('is what is built in where a collection has none', () => {
    const text = shown({});
    assert.ok(
      text.startsWith(
        '# The codebook that holds here: what is built\n# in, for this collection has no readout.yaml.\n',
      ),
    );
    assert.match(
      text,
      /\n# {3}due= {2}When it is to be done, .*\n# {7}\.deadline .*\n# {7}Value: 2025-06-30, /,
    );
    assert.deepEqual(under(text, '  commitment'), [
      '  commitment: # built in',
      '    means: "A future action the speaker binds itself to: discrete, specific, publicly stated."',
      '    registered: true',
      '    color: charts.green',
      '    examples:',
      '      - Belmark [will open a second consulate in Orla by 2033].',
      '      - The two Governments [agreed to lay a joint undersea cable].',
      '    not:',
      '      - "The Ministers stressed the importance of trade. (No action is promised: a position.)"',
      '      - "Corvia called on Belmark to open the border. (Somebody else is to act: a request.)"',
    ]);
    assert.match(
      text,
      /\n# rules:\n(?: {2}# [a-z-]+: (?:error|warning|information|hint|off) \(built in\)\n)+\n/,
    );
    assert.equal(text.match(/ \(built in\)$/gm)?.length, rules.length);
    checkBack({});
  });

  it('has comments that can be seen whole in half a window', () => {
    const comments = shown(files)
      .split('\n')
      .filter((line) => line.startsWith('#'));
    assert.deepEqual(comments.slice(0, 9), [
      '# The codebook that holds here: what is built in,',
      '# with what this collection says laid over it.',
      '# Behind each entry stands where it comes from.',
      '# To change one, write it into readout.yaml.',
      '#',
      '# Attributes, the same in every collection:',
      '#   by=  Who is bound, where it is not all of the',
      '#       document’s parties; on evidence, whose score it is.',
      '#       Value: ids of entities of kind actor; several in one quoted value.',
    ]);
    assert.deepEqual(
      comments.filter((line) => line.length > 82),
      [],
    );
  });

  it('says of each entry where it comes from', () => {
    const text = shown(files);
    const lines = text.split('\n').filter((line) => /:\d+/.test(line));
    assert.deepEqual(lines, [
      'name: "Talks: north" # readout.yaml:1',
      'exclude: [drafts] # readout.yaml:3',
      '  commitment: # readout.yaml:7, over what is built in',
      '  pledge: # readout.yaml:5',
      '  place: off # readout.yaml:6',
      '  parallels: # readout.yaml:10, over what is built in',
      '  implements: # readout.yaml:9',
      '  contradicts: off # readout.yaml:11',
      '  commissive: # readout.yaml:12',
      '  en: # readout.yaml:13',
      '  de: # readout.yaml:13',
      '  talks: # readout.yaml:14',
      '  odd: # readout.yaml:14',
      '  no-due: hint # readout.yaml:15',
      '  unresolved: off # readout.yaml:15',
      'mentions: all # readout.yaml:16',
      '  corvia: # e.yaml:2',
      '  marrow: # e.yaml:8',
    ]);
    assert.match(text, /\n {2}ja: # built in\n {4}- 再確認\n/);
    assert.match(text, /\ncommitment-line: consider # the lowest rung, for nothing else is said\n/);
    assert.match(text, /\nbackreferences: marked # built in\n/);
    checkBack(files);
  });

  it('has relations with their kinds, those switched off told apart', () => {
    const text = shown({ 'readout.yaml': 'kinds: { request: off }\n' });
    assert.deepEqual(under(text, '  reaffirms').slice(0, 5), [
      '  reaffirms: # built in',
      '    inverse: reaffirmed by',
      '    means: Says again what an earlier text said, with neither more nor less force.',
      '    # from: [commitment, position, request] (switched off: request)',
      '    to: same',
    ]);
    assert.deepEqual(
      under(text, '  supersedes').filter((line) => /acyclic/.test(line)),
      ['    acyclic: true'],
    );
    checkBack({ 'readout.yaml': 'kinds: { request: off }\n' });
  });

  it('has entities with names that hold for a time', () => {
    assert.deepEqual(under(`${shown(files)}end:`, 'entities').slice(1), [
      '  corvia: # e.yaml:2',
      '    kind: actor',
      '    name: Corvia',
      '    aliases: [Republic of Corvia, C.]',
      '    ignore-in: [Corvia Airlines]',
      '    see: "https://a.example/corvia"',
      '  marrow: # e.yaml:8',
      '    kind: actor',
      '    aliases:',
      '      - { text: Foreign Minister Marrow, from: 2030-10-01, to: 2031-12-31 }',
      '      - Marrow',
    ]);
  });

  it('gives the same again for the sample collection, without a finding', () => {
    const examples = resolve(__dirname, '../../../../examples');
    const of = (name: string) => [name, readFileSync(join(examples, name), 'utf8')];
    const sample = Object.fromEntries(
      [
        'readout.yaml',
        'entities/actors.yaml',
        'entities/instruments.yaml',
        'entities/places.yaml',
      ].map(of),
    );
    assert.deepEqual(readCodebook([{ uri, text: shown(sample) }], codes).issues, []);
    checkBack(sample);
  });

  it('gives the same again whatever the words', () => {
    const words = fc.oneof(
      fc.constantFrom(
        ...[
          '# no',
          'a: b',
          '- x',
          '[y',
          '{z}',
          '"',
          "'",
          '\\',
          'a\nb',
          '\t',
          '\u2028',
          '\u0085',
          '&a *a !t',
        ],
        ...[
          'null',
          'off',
          '~',
          '1',
          '2031-01-01',
          '東京',
          '😀',
          ' edge ',
          '%d',
          '@x',
          '`',
          '---',
          '...',
        ],
      ),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    );
    const some = fc.array(
      words.filter((one) => one.trim() !== ''),
      { minLength: 1, maxLength: 3 },
    );
    const written = fc.record({
      name: some.map(([first]) => first),
      kinds: some.map(([means, ...examples]) => ({ pledge: { means, examples, not: examples } })),
      relations: some.map(([example, not]) => ({
        limits: { inverse: 'x', example, ...(not && { not }) },
      })),
      cues: some.map((en) => ({ en })),
      series: some.map((names) => ({ talks: { names } })),
      ladders: some.map((rung) => ({ stance: [rung, ['b c d']] })),
      entities: some.map(([name, ...aliases]) => ({ e: { kind: 'actor', name, aliases } })),
    });
    fc.assert(
      fc.property(written, (data) => checkBack({ 'readout.yaml': JSON.stringify(data) })),
      { numRuns: 100 },
    );
  });
});
