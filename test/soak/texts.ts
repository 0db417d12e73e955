import type { Random } from './random.ts';

const ids = [
  ...['a', 'b', 'port', 'Port', 'orla', 'north', 'none'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
];
const keys = ['d0', 'd1', 'd2', 'd3', 'd17', 'D1', 'missing', '__proto__', 'constructor', ''];
const kinds = ['commitment', 'position', 'request', 'evidence', 'place', 'pledge', 'plaice'];
const relations = ['reaffirms', 'supersedes', 'fulfils', 'breaches', 'part-of', 'cites', 'limits'];
const sentences = [
  'The Ministers affirmed that they will open the port of Orla to both fleets by spring.',
  'They should not tolerate new tolls in the Sound of Tarn.',
  'Both sides reiterated that the ferry line will continue as agreed at their last meeting.',
  'Orla and the Northern Authority (NA) welcomed the report of the October meeting.',
  '双方は協力を再確認した。',
  'The Council, recalling resolution 12 (2030), decided to send forty observers to Orla.',
  'NA staff will study the matter 😀.',
];
const signs = [
  ...['[', ']', '{', '}', '(', ')', '^[', '\\', '!', '"', '=', '#', '---\n', '\n\n', '\r\n', '\r'],
  ...[
    ']{',
    '](#',
    '。',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\ud83d',
    '😀',
    '{.place}',
    'by=',
    '｛',
    ' ',
  ],
];

const target = (random: Random): string => `${random.of(keys)}#${random.of(ids)}`;

/** One of the things an analyst or a cat on the keyboard writes. */
export function piece(random: Random): string {
  const words = random.of(sentences);
  switch (random.number(9)) {
    case 0:
      return random.of(signs);
    case 1:
      return `[${words.slice(0, -1)}](${target(random)})`;
    case 2:
      return `^[see [there](${target(random)})]`;
    case 3:
      return `[more]{continues=${random.of(ids)}}`;
    case 4:
    case 5:
      return mark(random, words);
    case 6:
      return '\n\n';
    default:
      return words;
  }
}

function mark(random: Random, words: string): string {
  const items = [`.${random.of(kinds)}`];
  if (random.once(2)) items.unshift(`#${random.of(ids)}`);
  if (random.once(3)) items.push(`${random.of(relations)}="${target(random)}"`);
  if (random.once(4)) items.push(`by=${random.of(ids)}`);
  if (random.once(5)) items.push(`due=${random.of(['2030', '2031-06', 'open', 'soon'])}`);
  return `[${words.slice(0, -1)}]{${items.join(' ')}}.`;
}

const fronts: readonly ((random: Random) => string)[] = [
  (random) => `title: Meeting ${random.number(5)}`,
  (random) => `date: ${random.of(['2030-05-01', '2031-05-02', '2031-10-19', '2032', 'soon'])}`,
  (random) => `series: ${random.of(['council', 'defence', '__proto__'])}`,
  (random) => `parties: [${random.of(ids)}, ${random.of(ids)}]`,
  (random) => `version-of: ${random.of(keys)}`,
  (random) => `coding: ${random.of(['done', 'draft'])}`,
  (random) => `terms: { the Ministers: [${random.of(ids)}] }`,
  (random) => `ignore: { unresolved: [${random.of(ids)}], no-id: [x] }`,
  (random) => `lang: ${random.of(['ja', 'en'])}`,
];

/** A readout of a few sentences. */
export function readout(random: Random): string {
  const lines = fronts.filter(() => random.once(3)).map((line) => `${line(random)}\n`);
  const front = random.once(4) ? '' : `---\n${lines.join('')}---\n\n`;
  const body = Array.from({ length: random.number(9) }, () => piece(random));
  return front + body.join(random.of([' ', '\n', '\n\n']));
}

/** A codebook: mostly sound, sometimes broken. */
export function codebook(random: Random): string {
  if (random.once(12)) return random.of(['', 'entities: [', '\t- x: {', ': :', 'name: *x\n']);
  const entities = ids
    .filter(() => random.once(2))
    .map(
      (id) => `  ${id}: { kind: ${random.of(['actor', 'place', 'instrument'])}, name: ${id} }\n`,
    );
  const aliases = random.once(2)
    ? '  tarn: { kind: place, name: Sound of Tarn, aliases: [Tarn, the Sound] }\n'
    : '  authority: { kind: actor, name: Northern Authority, aliases: [NA] }\n';
  return [
    `entities:\n${aliases}${entities.join('')}`,
    random.once(2) ? 'kinds: { pledge: { means: A promise, registered: true } }\n' : '',
    random.once(2)
      ? 'relations: { limits: { inverse: limited by, from: [position], to: [commitment] } }\n'
      : '',
    random.once(2) ? 'series: { council: { names: [Council], every: year } }\n' : '',
    random.once(3) ? `mentions: ${random.of(['all', 'first'])}\n` : '',
    random.once(3) ? `backreferences: ${random.of(['all', 'marked'])}\n` : '',
    random.once(3) ? `rules: { no-id: hint, unresolved: ${random.of(['off', 'warning'])} }\n` : '',
  ].join('');
}
