import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../server/src/core/codebook/codebook.ts';
import { parse, reparse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { apply, emptySnapshot, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import { importSource } from '../../server/src/core/writing/import.ts';
import { fixesOf } from '../../server/src/features/actions/fixes.ts';
import { contextOf, findingsOf } from '../../server/src/rules/findings.ts';
import { rules } from '../../server/src/rules/index.ts';
import { awkward } from '../support/awkward.ts';
import { everyFeature } from '../support/every-feature.ts';
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

/** Texts of what an analyst writes, of signs by chance, of nasty runs, and of all three mixed. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.nat().map((seed) => readout(randomFrom(seed))),
  awkward,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...Object.values(nasty)).map((make) => make(60)),
  fc
    .tuple(fc.nat(), awkward, fc.nat(400), fc.nat(60))
    .map(([seed, put, at, cut]) => mutated(readout(randomFrom(seed)), put, at, cut)),
);

const mutated = (text: string, put: string, at: number, cut: number): string =>
  text.slice(0, at) + put + text.slice(at + cut);

/** Throws with the text, made as small as can be, where something throws, loses a byte or points out of the text. */
export function fuzz(runs: number, seed: number): void {
  fc.assert(
    fc.property(texts, texts, fc.nat(), (text, next, place) => {
      readBothWays(text, next);
      judge(text);
      ask(text, place % (text.length + 1));
    }),
    { numRuns: runs, seed, maxSkipsPerRun: 0 },
  );
}

function readBothWays(text: string, next: string): void {
  const document = parse(text);
  for (const { span } of document.constructs) assert.ok(isIn(span, text));
  assert.ok(strip(document).length <= text.length);
  assert.equal(strip(parse(importSource(text, {}))), text);
  const other = text.slice(0, text.length >> 1) + next;
  assert.deepEqual(reparse(document, other).constructs, parse(other).constructs);
}

function judge(text: string): void {
  const snapshot = snapshotOf(text);
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  const context = contextOf(snapshot, entry);
  for (const finding of findingsOf(snapshot, entry, 'all')) {
    assert.ok(isIn(finding, text), `${finding.code} stands in the text`);
    for (const { edits } of fixesOf(finding, context)) parse(applyEdits(text, edits));
  }
}

function ask(text: string, offset: number): void {
  const snapshot = snapshotOf(text);
  for (const feature of Object.values(everyFeature)) {
    feature(snapshot, uri, offset);
    feature(snapshot, book, offset % yaml.length);
  }
}

const snapshotOf = (text: string): Snapshot => apply(around, [{ uri, text, version: 1 }]).snapshot;

const isIn = ({ from, to }: { from: number; to: number }, text: string): boolean =>
  0 <= from && from <= to && to <= text.length;
