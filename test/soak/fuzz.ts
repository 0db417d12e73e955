import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import { parse, reparse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import {
  type Entry,
  emptySnapshot,
  type Snapshot,
} from '../../server/src/core/snapshot/snapshot.ts';
import { importSource } from '../../server/src/core/writing/import.ts';
import { findingsIn, fixesOf } from '../../server/src/features/actions/fixes.ts';
import { contextOf } from '../../server/src/rules/findings.ts';
import { rules } from '../../server/src/rules/index.ts';
import { awkward } from '../support/awkward.ts';
import { everyFeature } from '../support/every-feature.ts';
import { checkAnswer } from './answers.ts';
import { nasty } from './nasty.ts';
import { randomFrom } from './random.ts';
import { readout } from './texts.ts';

const uri = 'file:///c/d0.readout.md';
const other = 'file:///c/d1.readout.md';
const book = 'file:///c/readout.yaml';
const yaml = [
  'name: "[x](command:evil)"',
  'entities:',
  '  orla: { kind: place, name: Orla }',
  '  authority: { kind: actor, name: Northern Authority, aliases: [NA] }',
  '  a: { kind: actor, name: "[a](command:evil)" }',
  '  constructor: { kind: instrument }',
  'kinds: { pledge: { means: A promise, registered: true } }',
  'series: { council: { names: [Council], every: year } }',
  'mentions: all',
  'backreferences: all',
  `rules: { ${rules.map(({ code }) => `${code}: hint`).join(', ')} }`,
  '',
].join('\n');
const codebook = readCodebook([{ uri: book, text: yaml }]);
const beside = readout(randomFrom(5));
const around = apply(emptySnapshot(codebook), [{ uri: other, text: beside }]).snapshot;

const written = fc.nat().map((seed) => readout(randomFrom(seed)));
const runs = fc
  .tuple(fc.constantFrom(...Object.values(nasty)), fc.integer({ min: 1, max: 300 }))
  .map(([make, length]) => make(length));

/** Texts of what an analyst writes, of signs by chance, of nasty runs, and of all three mixed. */
const texts: fc.Arbitrary<string> = fc.oneof(
  written,
  awkward,
  fc.string({ unit: 'binary', maxLength: 80 }),
  runs,
  fc
    .tuple(fc.oneof(written, awkward, runs), fc.oneof(awkward, runs), fc.nat(400), fc.nat(60))
    .map(([text, put, at, cut]) => text.slice(0, at) + put + text.slice(at + cut)),
);

/** Features that read the text many times over; they are asked of one text in four. */
const long: ReadonlySet<string> = new Set(['actions', 'fix all', 'fix everywhere', 'link all']);

/** Of eight texts two have all features asked, and one of them about the codebook beside it too. */
const turns = fc.constantFrom<'most' | 'all' | 'codebook'>(
  ...(['most', 'most', 'most', 'most', 'most', 'most', 'all', 'codebook'] as const),
);

/** Throws with the text, made as small as can be, where something throws, loses a byte or points out of the text. */
export function fuzz(count: number, seed: number): void {
  fc.assert(
    fc.property(texts, texts, fc.nat(), turns, (text, next, place, turn) => {
      readBothWays(text, next);
      const { snapshot } = apply(around, [{ uri, text, version: 1 }]);
      judge(snapshot);
      ask(snapshot, uri, place % (text.length + 1), turn !== 'most');
      if (turn === 'codebook') ask(snapshot, book, place % yaml.length, true);
    }),
    { numRuns: count, seed, maxSkipsPerRun: 0 },
  );
}

function readBothWays(text: string, next: string): void {
  assert.equal(strip(parse(importSource(text, {}))), text);
  const document = parse(text);
  const after = text.slice(0, text.length >> 1) + next;
  assert.deepEqual(reparse(document, after).constructs, parse(after).constructs);
}

/** Rules of what nobody can read for certain: their fixes say which signs are words of the source. */
const ofSigns: ReadonlySet<string> = new Set(
  `unclosed-attributes no-opening-bracket unclosed-note unclosed-reference paragraph-in-mark
  second-attributes bad-id unclosed-quote full-width gap-before-attributes glued-sign space-before-note
  unclosed-front-matter late-front-matter`.split(/\s+/),
);

/** The fix that makes words of signs, whatever rule offers it. */
const asWords = 'Keep these signs as words of the source';

function judge(snapshot: Snapshot): void {
  const entry = snapshot.entries.get(uri) as Entry;
  const context = contextOf(snapshot, entry);
  const { constructs, issues } = context.document;
  checkAnswer({ snapshot, about: 'reading', keepsSource: true }, uri, [constructs, issues]);
  for (const finding of findingsIn(snapshot, entry)) {
    for (const fix of fixesOf(finding, context)) {
      const about = `${finding.code}: ${fix.title}`;
      const keepsSource = !ofSigns.has(finding.code) && fix.title !== asWords;
      checkAnswer({ snapshot, about, keepsSource }, uri, fix);
    }
  }
}

/** Features whose edits leave the source as it is; those that mend signs may not. */
const mending: ReadonlySet<string> = new Set(['actions', 'fix all', 'fix everywhere']);

function ask(snapshot: Snapshot, of: string, offset: number, all: boolean): void {
  for (const [name, feature] of Object.entries(everyFeature)) {
    if (!all && long.has(name)) continue;
    const about = `${name} at ${offset} of ${of}`;
    const held = { snapshot, about, keepsSource: !mending.has(name) };
    checkAnswer(held, of, feature(snapshot, of, offset));
  }
}
