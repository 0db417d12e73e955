import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearest } from '../nearest.ts';
import { builtinAttributes, continues } from './builtin/attributes.ts';
import type { Codebook } from './codebook.ts';
import { builtinCodebook, excludesOf, includesOf, readCodebook } from './read-codebook.ts';

const uri = 'file:///c/readout.yaml';
const other = 'file:///c/entities/a.yaml';
const codes = ['no-due', 'unlinked-mention', 'unresolved'];
const read = (...texts: string[]): Codebook =>
  readCodebook(
    texts.map((text, index) => ({ uri: index === 0 ? uri : other, text })),
    codes,
  );

/** What is reported: the words it stands at, and what is said. */
const reported = (...texts: string[]): [string, string][] =>
  read(...texts).issues.map(({ uri: of, from, to, what }) => [
    (texts[of === uri ? 0 : 1] ?? '').slice(from, to),
    what,
  ]);

describe('built-in codebook', () => {
  it('is what a collection without files has', () => {
    assert.equal(readCodebook([]), builtinCodebook);
    const empty = read('');
    assert.deepEqual({ ...empty, files: [] }, builtinCodebook);
  });

  it('holds the kinds, four of them registered', () => {
    const kinds = [...builtinCodebook.kinds.values()];
    assert.deepEqual(
      kinds.map(({ name }) => name),
      [
        ...['commitment', 'position', 'request', 'evidence'],
        ...['actor', 'place', 'instrument', 'event', 'concept', 'deadline', 'condition', 'target'],
      ],
    );
    assert.deepEqual(
      kinds.filter(({ registered }) => registered).map(({ name }) => name),
      ['commitment', 'position', 'request', 'evidence'],
    );
    for (const kind of kinds)
      assert.ok(kind.means && kind.color && kind.examples.length > 0 && kind.not.length > 0);
  });

  it('holds the relations with their inverses', () => {
    const relations = [...builtinCodebook.relations.values()];
    assert.deepEqual(
      relations.map(({ name, inverse }) => [name, inverse]),
      [
        ['reaffirms', 'reaffirmed by'],
        ['strengthens', 'strengthened by'],
        ['weakens', 'weakened by'],
        ['supersedes', 'superseded by'],
        ['fulfils', 'fulfilled by'],
        ['breaches', 'breached by'],
        ['part-of', 'has part'],
        ['depends-on', 'required by'],
        ['cites', 'cited by'],
        ['parallels', 'parallels'],
        ['contradicts', 'contradicts'],
      ],
    );
    const names = (test: (of: (typeof relations)[number]) => boolean) =>
      relations.filter(test).map(({ name }) => name);
    assert.deepEqual(
      names(({ symmetric }) => symmetric),
      ['parallels', 'contradicts'],
    );
    assert.deepEqual(
      names(({ acyclic }) => acyclic),
      ['supersedes', 'part-of', 'depends-on'],
    );
    assert.deepEqual(builtinCodebook.relations.get('fulfils')?.from, ['evidence', 'commitment']);
    for (const relation of relations) assert.ok(relation.means && relation.example && relation.not);
  });

  it('names no relation like an attribute', () => {
    for (const { name, means, value, example, not } of [...builtinAttributes, continues]) {
      assert.ok(means && value && example && not);
      assert.equal(builtinCodebook.relations.has(name), false);
    }
    assert.deepEqual(
      [...builtinCodebook.attributes.keys()],
      ['by', 'says', 'to', 'verb', 'due', 'if', 'score'],
    );
  });

  it('holds three ladders, each lemma once', () => {
    const { stance, directive, commissive } = builtinCodebook.ladders;
    assert.deepEqual([stance.length, directive.length, commissive.length], [8, 7, 10]);
    const lemmas = [stance, directive, commissive].flat(2);
    assert.equal(new Set(lemmas).size, lemmas.length);
    assert.ok(commissive[2]?.includes(builtinCodebook.commitmentLine));
  });
});

describe('codebook', () => {
  const text = `name: Northern talks
include: [entities/*.yaml, "more.yaml"]
entities:
  corvia:
    kind: actor
    name: Corvia
    aliases: [Republic of Corvia, "the Republic"]
    ignore-in: [Corvia Airlines]
    see: https://a.example/corvia
  marrow:
    kind: actor
    name: Adele Marrow
    aliases:
      - { text: Foreign Minister Marrow, from: 2030-10-01, to: 2031 }
      - Marrow
kinds:
  pledge: { means: Money promised., registered: true, color: charts.red, examples: [a], not: [b] }
  commitment: { examples: [c] }
  place: off
relations:
  implements: { inverse: implemented by, from: [commitment], to: [instrument] }
  reaffirms: { means: Again. }
  contradicts: off
ladders: { commissive: [[consider], [plan, mean to], [will]] }
cues: { en: [as agreed], de: [wie vereinbart] }
series: { talks: { names: [Orla Talks, OT], every: year } }
rules: { no-due: hint, unresolved: off }
mentions: all
backreferences: all
`;
  const codebook = read(text);

  it('lies over the built-in one without a finding', () => assert.deepEqual(codebook.issues, []));

  it('has the collection’s settings', () => {
    assert.equal(codebook.name, 'Northern talks');
    assert.equal(codebook.mentions, 'all');
    assert.equal(codebook.backreferences, 'all');
    assert.deepEqual(
      [...codebook.rules],
      [
        ['no-due', 'hint'],
        ['unresolved', 'off'],
      ],
    );
    assert.deepEqual(codebook.series.get('talks')?.names, ['Orla Talks', 'OT']);
    assert.equal(codebook.series.get('talks')?.every, 'year');
  });

  it('has entities with their places', () => {
    const { corvia, marrow } = Object.fromEntries(codebook.entities);
    const words = (place: { from: number; to: number } | undefined) =>
      place && text.slice(place.from, place.to);
    assert.equal(words(corvia?.place), 'corvia');
    assert.equal(words(corvia?.namePlace), 'Corvia');
    assert.ok(words(corvia?.whole)?.startsWith('corvia:\n    kind: actor'));
    assert.ok(words(corvia?.whole)?.endsWith('https://a.example/corvia'));
    assert.deepEqual(
      corvia?.aliases.map((alias) => [alias.text, words(alias.place)]),
      [
        ['Republic of Corvia', 'Republic of Corvia'],
        ['the Republic', 'the Republic'],
      ],
    );
    assert.deepEqual(corvia?.ignoreIn, ['Corvia Airlines']);
    assert.equal(corvia?.see, 'https://a.example/corvia');
    assert.deepEqual(
      marrow?.aliases.map(({ from, to }) => [from, to]),
      [
        ['2030-10-01', '2031-12-31'],
        [undefined, undefined],
      ],
    );
  });

  it('merges maps by key and replaces lists', () => {
    assert.equal(codebook.kinds.has('place'), false);
    assert.equal(codebook.kinds.get('pledge')?.registered, true);
    assert.deepEqual(codebook.kinds.get('pledge')?.not, ['b']);
    const commitment = codebook.kinds.get('commitment');
    assert.deepEqual(commitment?.examples, ['c']);
    assert.equal(commitment?.means, builtinCodebook.kinds.get('commitment')?.means);
    assert.equal(commitment?.registered, true);
    assert.equal(codebook.relations.has('contradicts'), false);
    assert.equal(codebook.relations.get('reaffirms')?.inverse, 'reaffirmed by');
    assert.deepEqual(codebook.relations.get('implements')?.to, ['instrument']);
    assert.deepEqual(codebook.ladders.commissive, [['consider'], ['plan', 'mean to'], ['will']]);
    assert.equal(codebook.ladders.stance, builtinCodebook.ladders.stance);
    assert.deepEqual(codebook.cues.get('en'), ['as agreed']);
    assert.deepEqual(codebook.cues.get('de'), ['wie vereinbart']);
    assert.equal(codebook.cues.get('ja'), builtinCodebook.cues.get('ja'));
  });

  it('names what it includes', () => {
    assert.deepEqual(
      includesOf(text).map(({ text: glob, from, to }) => [glob, text.slice(from, to)]),
      [
        ['entities/*.yaml', 'entities/*.yaml'],
        ['more.yaml', 'more.yaml'],
      ],
    );
    assert.deepEqual(
      includesOf('include: a.yaml').map(({ text: glob }) => glob),
      ['a.yaml'],
    );
    assert.deepEqual(includesOf('include: [/a, ../b, a/../../c, C:\\d, file:///e, "", [f]]'), []);
    assert.deepEqual(includesOf(''), []);
  });

  it('names what is no part of it', () => {
    const globs = excludesOf('exclude: [drafts, "*.old.readout", ../b]').map(
      ({ text: glob }) => glob,
    );
    assert.deepEqual(globs, ['drafts', '*.old.readout']);
    assert.deepEqual(excludesOf(text), []);
  });

  it('is made of files, of which the first to say something holds', () => {
    const whole = read(
      'rules: { no-due: hint }\nentities: { a: { kind: actor, name: A } }',
      'name: Shared\nrules: { no-due: error, unresolved: hint }\nmentions: all\nkinds: { pledge: { means: M } }\nentities: { b: { kind: pledge, name: B } }',
    );
    assert.deepEqual(whole.issues, []);
    assert.equal(whole.name, 'Shared');
    assert.equal(whole.mentions, 'all');
    assert.deepEqual(
      [...whole.rules],
      [
        ['no-due', 'hint'],
        ['unresolved', 'hint'],
      ],
    );
    assert.deepEqual([...whole.entities.keys()], ['a', 'b']);
    assert.equal(whole.entities.get('b')?.place.uri, other);
  });
});

describe('wrong codebook', () => {
  const entity = (fields: string) => `entities: { a: { kind: actor, name: A, ${fields} } }`;
  for (const [text, words, what] of [
    ['just words', 'just words', /no codebook/],
    ['- a', '- a', /no codebook/],
    ['entites: {}', 'entites', /has no “entites”/],
    ['name: [a]', '[a]', /plain words/],
    ['include: [../a.yaml]', '../a.yaml', /not lie in the collection/],
    ['exclude: [../a]', '../a', /not lie in the collection, so exclude does not take it/],
    ['exclude: [{a: b}]', '{a: b}', /exclude takes names of files/],
    ['include: [{a: b}]', '{a: b}', /names of files/],
    ['entities: [a]', '[a]', /takes names/],
    ['entities: { 2a: { kind: actor, name: A } }', '2a', /no id/],
    ['entities: { 東京: { kind: place, name: A } }', '東京', /no id/],
    ['entities: { a: words }', 'words', /not said in a form/],
    ['entities:\n  a:', 'a', /Nothing is said of a/],
    ['entities: { a: { kind: actor } }', 'a', /has no name/],
    ['entities: { a: { kind: actor, name: "" } }', '""', /plain words/],
    ['entities: { a: { name: A } }', 'a', /has no kind/],
    ['entities: { a: { kind: acter, name: A } }', 'acter', /no kind “acter”/],
    ['kinds: { place: off }\nentities: { a: { kind: place, name: A } }', 'place', /switched off/],
    [entity('alias: B'), 'alias', /has no “alias”/],
    [entity('aliases: { text: B }'), '', undefined],
    [entity('aliases: [[B]]'), '[B]', /plain words/],
    [entity('aliases: [{ from: 2031-01-01 }]'), '{ from: 2031-01-01 }', /name itself is missing/],
    [entity('aliases: [{ text: B, form: 2031 }]'), 'form', /has no “form”/],
    [entity('aliases: [{ text: B, from: 2031-02-30 }]'), '2031-02-30', /no day/],
    [entity('aliases: [{ text: B, from: "2031~" }]'), '2031~', /no day/],
    [entity('aliases: [{ text: B, from: 2031, to: 2030 }]'), '2030', /ends \(2030-12-31\)/],
    [entity('ignore-in: [{ a: b }]'), '{ a: b }', /Plain words/],
    ['entities:\n  a: { kind: actor, name: A }\n  a: { kind: actor, name: B }', 'a', /twice/],
    ['kinds: { Pledge: { means: a } }', 'Pledge', /cannot be written in braces/],
    ['kinds: { plaec: off }', 'plaec', /no plaec to switch off/],
    ['kinds: { pledge: on }', 'on', /not said in a form/],
    ['kinds: { pledge: { registered: yes } }', 'yes', /true or false/],
    ['kinds: { pledge: { mean: a } }', 'mean', /has no “mean”/],
    ['relations: { by: { inverse: a } }', 'by', /meaning of its own/],
    ['relations: { continues: { inverse: a } }', 'continues', /meaning of its own/],
    ['relations: { r: { from: [comitment] } }', 'comitment', /no kind “comitment”/],
    ['relations: { r: { to: nothing } }', 'nothing', /no kind “nothing”/],
    ['relations: { r: { invers: a } }', 'invers', /has no “invers”/],
    ['relations: { cite: off }', 'cite', /no cite to switch off/],
    ['ladders: { stanze: [[a]] }', 'stanze', /has no “stanze”/],
    ['ladders: { stance: a }', 'a', /no list of rungs/],
    ['ladders: { stance: [[a], [A]] }', 'A', /twice/],
    ['ladders: { commissive: [[will], [shall]] }', 'commissive', /has no plan/],
    ['commitment-line: plann', 'plann', /on no rung/],
    ['cues: [a]', '[a]', /takes names/],
    ['cues: { en: { a: b } }', '{ a: b }', /Plain words/],
    ['series: { t: { name: a } }', 'name', /has no “name”/],
    ['rules: { no-deu: hint }', 'no-deu', /no finding “no-deu”/],
    ['rules: { no-due: warn }', 'warn', /no level/],
    ['mentions: some', 'some', /cannot be some/],
    ['backreferences: first', 'first', /cannot be first/],
    ['name: "a', '"a', /never closed/],
    ['name: a: b', 'a: b', /colon/],
    ['name: a\nname: b', 'name', /twice/],
  ] as const)
    it(`${JSON.stringify(text)}: ${what?.source ?? 'nothing'}`, () => {
      const issues = reported(text);
      assert.equal(issues.length, what === undefined ? 0 : 1, JSON.stringify(issues));
      if (what === undefined) return;
      assert.equal(issues[0]?.[0], words);
      assert.match(issues[0]?.[1] ?? '', what);
    });

  it('names what was probably meant', () => {
    const advice = (text: string) => read(text).issues[0]?.advice;
    assert.equal(advice('entites: {}'), 'Did you mean “entities”?');
    assert.equal(advice('rules: { no-deu: hint }'), 'Did you mean “no-due”?');
    assert.equal(advice('entities: { a: { kind: acter, name: A } }'), 'Did you mean “actor”?');
    assert.equal(advice('commitment-line: plann'), 'Did you mean “plan”?');
  });

  it('has each entity once over all its files', () => {
    const first = 'entities: { a: { kind: actor, name: A } }';
    const second = 'include: [c.yaml]\nentities: { a: { kind: place, name: B } }';
    const { issues, entities } = read(first, second);
    assert.equal(entities.get('a')?.name, 'A');
    assert.deepEqual(reported(first, second), [
      ['include', 'An included file cannot include others, so these are not read.'],
      ['a', 'The entity “a” is in the codebook already; what stands here does not count.'],
    ]);
    assert.deepEqual(issues[1]?.related, { uri, from: 12, to: 13 });
    assert.equal(issues[1]?.uri, other);
  });

  it('still yields what can be read', () => {
    const { entities, mentions } = read(
      'mentions: all\nentities:\n  a: { kind: actor, name: "A" }\n  b: { kind: actor, name: B\n',
    );
    assert.equal(mentions, 'all');
    assert.deepEqual([...entities.keys()], ['a', 'b']);
  });

  it('does not check finding codes that it is not given', () => {
    const { rules, issues } = readCodebook([{ uri, text: 'rules: { anything: hint }' }]);
    assert.deepEqual([...rules], [['anything', 'hint']]);
    assert.deepEqual(issues, []);
  });

  it('never throws', () => {
    const key = fc.constantFrom(
      ...['name', 'include', 'entities', 'kinds', 'relations', 'ladders', 'commitment-line'],
      ...['cues', 'series', 'rules', 'mentions', 'commissive', 'a', 'place', '__proto__', 'kind'],
      ...['aliases', 'text', 'from', 'to', 'x y', '&a b', '*a'],
    );
    const value = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'off', 'true', '', '"', '[', '}', '*a', '!x', '2031-01-01', 'any'),
        fc.array(tie('any'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(key, tie('any')), { maxLength: 4 })
          .map((entries) => `{${entries.map((entry) => entry.join(': ')).join(', ')}}`),
      ),
    })).any;
    const file = fc
      .array(fc.tuple(key, value), { maxLength: 6 })
      .map((lines) => lines.map((line) => `${line.join(': ')}\n`).join(''));
    fc.assert(
      fc.property(file, file, (a, b) => {
        for (const { uri: of, from, to, what, advice } of read(a, b).issues) {
          assert.ok(from <= to && to <= (of === uri ? a : b).length + 1);
          assert.ok(what.endsWith('.') && advice.length > 0);
        }
        includesOf(a);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('nearest names', () => {
  it('come in order of likeness', () => {
    assert.deepEqual(nearest('acter', ['place', 'actor', 'factor']), ['actor']);
    assert.deepEqual(nearest('Actor', ['actors', 'actor'], 2), ['actor', 'actors']);
    assert.deepEqual(nearest('xyz', ['actor', 'place']), []);
    assert.deepEqual(nearest('', ['a', 'actor']), ['a']);
  });
});
