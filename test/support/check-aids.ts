import assert from 'node:assert/strict';
import type { Span } from '../../server/src/core/text.ts';
import { folds } from '../../server/src/features/folding.ts';
import {
  earlierStages,
  type Leading,
  laterStages,
  type Stage,
  threadStart,
} from '../../server/src/features/hierarchy.ts';
import { type HintKind, inlayHints } from '../../server/src/features/inlay-hints.ts';
import { lenses, lensText } from '../../server/src/features/lenses.ts';
import { links } from '../../server/src/features/links.ts';
import { selectionSteps } from '../../server/src/features/selection.ts';
import { type Fixture, type FixtureFile, fixture } from './fixture.ts';

/** What the thread that begins at `$0` shows: a line a mark, `name — detail`. */
export interface ThreadShown {
  readonly start: readonly string[];
  /** Each with the words where the relation is written: `name — detail @ key#id`. */
  readonly later?: readonly string[];
  readonly earlier?: readonly string[];
}

/** Asserts the thread that begins at `$0`, one step in either direction. */
export function checkThread(source: string, wanted: ThreadShown): void {
  const set = fixture(source);
  const { uri, offset } = set.cursor ?? assert.fail('the fixture needs a $0');
  const start = threadStart(set.snapshot, uri, offset);
  assert.deepEqual(start.map(stageShown), wanted.start);
  const { later, earlier } = wanted;
  const [first] = start;
  if (later && first) {
    const found = laterStages(set.snapshot, first);
    assert.deepEqual(
      found.map((one) => leadingShown(set, one.stage.uri, one)),
      later,
    );
  }
  if (earlier && first) {
    const found = earlierStages(set.snapshot, first);
    assert.deepEqual(
      found.map((one) => leadingShown(set, first.uri, one)),
      earlier,
    );
  }
}

const stageShown = ({ name, detail }: Stage): string => [name, detail].filter(Boolean).join(' — ');

const leadingShown = (set: Fixture, writtenIn: string, { stage, places }: Leading): string =>
  `${stageShown(stage)} @ ${places.map((place) => wordsAt(set, writtenIn, place)).join(' ')}`;

const wordsAt = ({ files }: Fixture, uri: string, { from, to }: Span): string =>
  files.find((file) => file.uri === uri)?.text.slice(from, to) ?? '';

/** Asserts the lines above the marks of the fixture's last file, each as `words: what it says`. */
export function checkLenses(source: string, ...wanted: string[]): void {
  const set = fixture(source);
  const { uri } = set.files.at(-1) as FixtureFile;
  const found = lenses(set.snapshot, uri) ?? [];
  assert.deepEqual(
    found.map(({ id, span }) => `${wordsAt(set, uri, span)}: ${lensText(set.snapshot, uri, id)}`),
    wanted,
  );
}

/** Asserts the hints of the fixture's last file: the text with each as `‹hint›` where it is shown. */
export function checkHints(source: string, kinds: readonly HintKind[], wanted: string): void {
  const set = fixture(source);
  const { uri, text } = set.files.at(-1) as FixtureFile;
  const isWanted = {
    names: kinds.includes('names'),
    actors: kinds.includes('actors'),
    status: kinds.includes('status'),
  };
  const found = inlayHints(set.snapshot, uri, { from: 0, to: text.length }, isWanted) ?? [];
  let shown = '';
  let last = 0;
  for (const { at, text: hint } of found) {
    shown += `${text.slice(last, at)}‹${hint}›`;
    last = at;
  }
  const body = shown + text.slice(last);
  assert.equal(
    body.slice(body.lastIndexOf('---\n') < 0 ? 0 : body.lastIndexOf('---\n') + 4).trim(),
    wanted,
  );
}

/** Asserts the folds of the fixture's last file, each as `is: first line … last line`. */
export function checkFolds(source: string, ...wanted: string[]): void {
  const set = fixture(source);
  const { uri } = set.files.at(-1) as FixtureFile;
  const shown = folds(set.snapshot, uri)?.map(({ is, ...span }) => {
    const lines = wordsAt(set, uri, span).split('\n');
    return `${is}: ${lines.length > 1 ? `${lines[0]} … ${lines.at(-1)}` : lines[0]}`;
  });
  assert.deepEqual(shown ?? [], wanted);
}

/** Asserts what a selection that grows at `$0` takes in, step by step; of many lines the first and the last. */
export function checkSelection(source: string, ...wanted: string[]): void {
  const set = fixture(source);
  const { uri, offset } = set.cursor ?? assert.fail('the fixture needs a $0');
  const steps = selectionSteps(set.snapshot, uri, offset);
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1] ?? { from: offset, to: offset };
    assert.ok(step.from <= before.from && before.to <= step.to, 'each takes in the one before');
    assert.ok(i === 0 || before.to - before.from < step.to - step.from, 'each is more');
  }
  const shown = steps.map((step) => {
    const lines = wordsAt(set, uri, step).trimEnd().split('\n');
    return lines.length > 1 ? `${lines[0]} … ${lines.at(-1)}` : lines[0];
  });
  assert.deepEqual(shown, wanted);
}

/** Asserts the links of the fixture's last file, each as `words → target`. */
export function checkLinks(source: string, ...wanted: string[]): void {
  const set = fixture(source);
  const { uri } = set.files.at(-1) as FixtureFile;
  const found = links(set.snapshot, uri) ?? [];
  assert.deepEqual(
    found.map((link) => `${wordsAt(set, uri, link)} → ${link.target}`),
    wanted,
  );
}
