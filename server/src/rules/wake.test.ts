import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Codebook } from '../core/codebook/codebook.ts';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply, type Change, withCodebook } from '../core/snapshot/apply.ts';
import { emptySnapshot, onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { findingsOf } from './findings.ts';
import { rules } from './index.ts';

// Six documents and one without a key: some keys are equal, some differ by case or one letter only.
const uris = [
  ...['file:///c/ab.readout.md', 'file:///c/AB.readout.md', 'file:///c/x/ab.readout'],
  ...['file:///c/abc.readout.md', 'file:///c/b.readout.md', 'file:///c/c%20d.readout.md'],
  'untitled:Untitled-1',
];

const keys = ['ab', 'AB', 'abc', 'b', 'bb', 'ab.readout.md', ''];
const ids = ['a', 'aa', 'Aa', 'b', 'orla', 'none'];
const kinds = ['commitment', 'position', 'evidence', 'place', 'plaice'];
const relations = ['part-of', 'depends-on', 'supersedes', 'reaffirms', 'fulfils', 'cites'];

const every = rules.map(({ code }) => `  ${code}: hint`).join('\n');
const codebooks: readonly Codebook[] = [
  '',
  'entities: { orla: { kind: place, name: Orla }, aa: { kind: actor, name: Ardenia } }\n',
  'entities: { aa: { kind: place, name: Aa } }\nrelations: { cites: { to: [place], inverse: x } }\n',
  // As the second, but with other names, of which one stands in the texts.
  'entities: { orla: { kind: place, name: Port, aliases: [Orla, words] }, aa: { kind: actor, name: A } }\n',
  'series: { s: { names: [Quay Talks] } }\nbackreferences: all\nmentions: all\n',
].map((text) =>
  readCodebook([{ uri: 'file:///c/readout.yaml', text: `${text}rules:\n${every}\n` }]),
);

const oneOf = fc.constantFrom;
const target = fc
  .tuple(oneOf(...keys), oneOf(...ids, ''))
  .map(([key, id]) => (key || id ? `${key}#${id}` : '#a'));

const mark = fc
  .tuple(
    oneOf(...ids, ''),
    oneOf(...kinds),
    fc.array(fc.tuple(oneOf(...relations), target), { maxLength: 2 }),
    oneOf('words', 'words', 'will go', 'aim to go'),
    oneOf('', '', '', 'due=2030', 'due=2032', 'score=-1', 'by=aa', 'verb=plan'),
  )
  .map(([id, kind, related, words, more]) => {
    const items = related.map(([relation, name]) => `${relation}="${name}"`);
    return `[${words}]{${[id && `#${id}`, `.${kind}`, ...items, more].filter(Boolean).join(' ')}}`;
  });

const spoken = oneOf(
  ...['Reaffirming resolution 7 (2031)', 'the January meeting', 'our last meeting', 'as agreed'],
  ...['the Orla Declaration of January 1, 2031', '先月の会合', 'the 2031 Quay Talks'],
);

const piece = fc.oneof(
  { weight: 2, arbitrary: spoken },
  { weight: 4, arbitrary: mark },
  { weight: 2, arbitrary: target.map((name) => `[there](${name})`) },
  {
    weight: 1,
    arbitrary: oneOf(
      'They intend that',
      '. They affirmed that',
      '[x]{#a .commitment reaffirms="ab#b"}',
    ),
  },
  { weight: 1, arbitrary: oneOf('\n\n', 'Orla', '[more]{continues=a}', '^[note]', '[b]{', '---') },
);

const front = fc
  .tuple(
    oneOf('', 'date: 2031-01-01', 'date: 2031-01-02', 'date: 2031-01-03', 'date: soon'),
    oneOf('', '', 'version-of: ab', 'version-of: abc', 'parties: [aa, orla]'),
    oneOf('', 'title: Resolution 7 (2031)', 'title: The Orla Declaration', 'title: Orla Talks'),
    oneOf('', 'series: s', 'series: t'),
    oneOf('', '', 'ignore: { unresolved: [a, b#a] }', 'terms: { they: [aa] }', 'sha256: ""'),
  )
  .map((lines) => `---\n${lines.filter(Boolean).join('\n')}\n---\n\n`);

const text = fc
  .tuple(fc.oneof(fc.constant(''), front), fc.array(piece, { maxLength: 6 }))
  .map(([start, pieces]) => start + pieces.join(' '));

type Step =
  | { readonly codebook: number }
  | { readonly changes: readonly { uri: string; text: string | undefined; open: boolean }[] }
  | { readonly edit: { uri: string; at: number; cut: number; put: string } };

const change = fc.record({
  uri: oneOf(...uris),
  text: fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.constant(undefined) }),
  open: fc.boolean(),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      edit: fc.record({
        uri: oneOf(...uris),
        at: fc.nat(200),
        cut: fc.nat(30),
        put: fc.oneof(piece, fc.constant('')),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ codebook: fc.nat(codebooks.length - 1) }) },
);

describe('affected documents', () => {
  it('are all whose findings differ, after any history', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), follow), {
      numRuns: 200,
    });
  });

  it('take in those in a ring of relations, however far away', () => {
    const names = ['p', 'q', 'r', 's'];
    const ring = fc
      .record({
        at: fc.nat(3),
        by: oneOf(1, 1, 1, 2),
        year: oneOf('2031', '2032'),
        open: fc.boolean(),
      })
      .map(({ at, by, year, open }) => ({
        uri: `file:///c/${names[at]}.readout.md`,
        text: `---\ndate: ${year}-01-01\n---\n\n[w]{#m .commitment supersedes="${names[(at + by) % 4]}#m"}`,
        open,
      }));
    const changes = fc.array(ring, { minLength: 1, maxLength: 3 });
    const steps = fc.array(fc.record({ changes }), { minLength: 4, maxLength: 10 });
    fc.assert(fc.property(steps, follow), { numRuns: 150 });
  });

  it('take in, or say that all are, those that say again what others have marked', () => {
    const words = oneOf(
      'will reopen the northern bridge to heavy lorries',
      'will reopen the northern bridge to lorries',
      'will train three hundred customs officers for the lake ports',
    );
    const said = fc.tuple(
      words,
      oneOf('', '#m ', '#n '),
      oneOf('commitment', 'position'),
      oneOf(...['', ' by=aa', ' reaffirms="b#m"', ' weakens="ab#n"']),
    );
    const sentence = fc.oneof(
      words.map((one) => `They ${one}.`),
      said.map(([one, id, kind, more]) => `They [${one}]{${id}.${kind}${more}}.`),
    );
    const saying = fc
      .tuple(
        oneOf('', 'date: 2031-01-01', 'date: 2031-01-02', 'date: 2031-01-03'),
        oneOf('', 'parties: [aa]', 'parties: [aa, orla]', 'series: talks', 'series: other'),
        oneOf('', 'title: Talks with Belmark', 'title: Talks with Corvia'),
        fc.array(sentence, { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([date, parties, title, sentences]) =>
          `---\n${[date, parties, title].filter(Boolean).join('\n')}\n---\n\n${sentences.join('\n\n')}\n`,
      );
    const one = fc.record({
      uri: oneOf(...['ab', 'b', 'c'].map((key) => `file:///c/${key}.readout.md`)),
      text: fc.oneof(
        { weight: 5, arbitrary: saying },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      open: fc.boolean(),
    });
    const edit = fc.record({
      uri: oneOf('file:///c/ab.readout.md', 'file:///c/b.readout.md'),
      at: fc.nat(160),
      cut: fc.nat(6),
      put: oneOf('', 'x', ' heavy', '\n\n', '2', ']{.position}'),
    });
    const some = fc.record({ changes: fc.array(one, { minLength: 1, maxLength: 3 }) });
    const steps = fc.array(fc.oneof(some, some, fc.record({ edit })), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(fc.property(steps, follow), { numRuns: 150 });
  });

  it('take in those that quote what was typed in a mark of another', () => {
    const uri = 'file:///c/b.readout.md';
    const earlier = (words: string) =>
      `---\nparties: [aa, orla]\n---\n\nThey [${words}]{#m .commitment}.\n`;
    const later =
      '---\nparties: [aa]\n---\n\nThey [will go]{.commitment reaffirms="b#m"}, and went.\n';
    const typed = (words: string, put: string) => ({
      edit: { uri, at: earlier(words).indexOf(words) + words.length, cut: 0, put },
    });
    for (const words of ['will go', 'will go [there]{.place}', 'will go and\n come back']) {
      follow([
        { changes: [{ uri: 'file:///c/c.readout.md', text: later, open: false }] },
        { changes: [{ uri, text: earlier(words), open: false }] },
        typed(words, ' soon'),
      ]);
    }
  });

  it('take in those whose keys are alike', () => {
    const alike = fc.record({
      uri: oneOf(...['ab', 'AB', 'x/ab', 'x/Ab'].map((path) => `file:///c/${path}.readout.md`)),
      text: oneOf('Text.', undefined),
      open: fc.boolean(),
    });
    const changes = fc.array(alike, { minLength: 1, maxLength: 2 });
    const steps = fc.array(fc.record({ changes }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(steps, follow), { numRuns: 200 });
  });
});

/**
 * Takes the steps; after each, findings made for the affected alone, or for all where more than names has
 * changed, must be those of all, made anew.
 */
function follow(steps: readonly Step[]): void {
  let snapshot = emptySnapshot(codebooks[0]);
  const kept = new Map<string, string>();
  const narrow = new Map<string, string>();
  for (const one of steps) {
    const applied = take(snapshot, one);
    snapshot = applied.snapshot;
    const { affected, wider } = applied;
    show(kept, snapshot, wider ? [...snapshot.entries.keys(), ...affected] : affected, () => true);
    // What closed documents show depends on nothing wider, by default.
    show(narrow, snapshot, affected, isNarrow);
    assert.deepEqual(sorted(kept), sorted(fromScratch(snapshot, () => true)));
    assert.deepEqual(sorted(narrow), sorted(fromScratch(snapshot, isNarrow)));
  }
}

type Wanted = (code: string) => boolean;

const isNarrow: Wanted = (code) =>
  rules.some((rule) => rule.code === code && rule.subject === 'readout' && !rule.wider);

function show(
  kept: Map<string, string>,
  snapshot: Snapshot,
  uris: Iterable<string>,
  wanted: Wanted,
): void {
  for (const uri of uris) {
    const findings = shown(snapshot, uri, wanted);
    if (findings === undefined) kept.delete(uri);
    else kept.set(uri, findings);
  }
}

function take(snapshot: Snapshot, one: Step) {
  if ('codebook' in one) return withCodebook(snapshot, codebooks[one.codebook] as Codebook);
  if ('changes' in one) return apply(snapshot, one.changes.map(asChange));
  const { uri, at, cut, put } = one.edit;
  const old = snapshot.entries.get(uri)?.text ?? '';
  return apply(snapshot, [
    asChange({ uri, text: old.slice(0, at) + put + old.slice(at + cut), open: true }),
  ]);
}

const asChange = ({
  uri,
  text,
  open,
}: {
  uri: string;
  text: string | undefined;
  open: boolean;
}) => ({
  uri,
  text,
  ...(open && { version: 1 }),
});

/** The findings of all documents on a snapshot that has no history. */
function fromScratch(snapshot: Snapshot, wanted: Wanted): Map<string, string> {
  const changes: Change[] = [...snapshot.entries.values()].map(({ uri, text }) => ({ uri, text }));
  changes.sort((a, b) => (a.uri < b.uri ? 1 : -1));
  const fresh = apply(emptySnapshot(snapshot.codebook), changes).snapshot;
  return new Map(changes.map(({ uri }) => [uri, shown(fresh, uri, wanted) ?? '']));
}

function shown(snapshot: Snapshot, uri: string, wanted: Wanted): string | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const findings = findingsOf(onDay(snapshot, '2031-06-01'), entry, 'all')
    .filter(({ code }) => wanted(code))
    .map(({ data: _, ...finding }) => finding);
  return JSON.stringify(findings, undefined, 1);
}

const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
