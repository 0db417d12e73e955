import assert from 'node:assert/strict';
import { completion } from '../server/src/features/completion/completion.ts';
import { markIndex } from '../server/src/features/index/mark-index.ts';
import { prepare } from '../server/src/features/index/prepare.ts';
import { wordsOf } from '../server/src/features/index/words.ts';
import { references } from '../server/src/features/references.ts';
import { rename } from '../server/src/features/rename/rename.ts';
import { symbols } from '../server/src/features/symbols.ts';
import { threadAt } from '../server/src/features/thread.ts';
import { findingsOf } from '../server/src/rules/findings.ts';
import type { Files } from '../server/src/workspace/files.ts';
import { createWorkspace, type Workspace } from '../server/src/workspace/workspace.ts';
import { grown, type Steps, stepsOf } from './support/counting.ts';

const root = 'file:///c';
const uriOf = (number: number) => `${root}/d${number}.readout.md`;
const subjects = ['ferries', 'bridges', 'grain', 'lighthouses', 'tariffs', 'schools', 'maps'];

/** So many documents, in a collection of any size, link one place. */
const few = 8;

/** A readout with the same number of marks, references and words whatever its number. */
function textOf(number: number): string {
  const other = (step: number) => `d${(number * 7 + step) % Math.max(1, number)}`;
  const subject = `${subjects[number % subjects.length]} of district ${number}`;
  const date = `20${30 + (number % 60)}-0${1 + (number % 9)}-11`;
  return `---
title: Talks on ${subject}
date: ${date}
parties: [ardenia, belmark]
---

# Talks on ${subject}

They [will report on ${subject}]{#report-${number} .commitment by=ardenia due=2099-06}.
See [the earlier text](${other(1)}#) and [what was said here](#report-${number}).

[Belmark noted the ${subject}]{#note-${number} .position by=belmark cites="${other(2)}#"}.

Nothing else was said of it. The delegations thanked their hosts, and went home by sea.
${number < few ? 'They met in [Orla](#orla).\n' : ''}`;
}

const codebook = `name: scaling
entities:
  ardenia: { kind: actor, name: Ardenia }
  belmark: { kind: actor, name: Belmark }
  orla: { kind: place, name: Orla }
`;

/** A folder of so many readouts in memory, that counts how often they are read. */
function folderOf(count: number) {
  const reads = { documents: 0, listings: 0 };
  const files: Files = {
    *list() {
      reads.listings++;
      yield {
        files: [`${root}/readout.yaml`, ...Array.from({ length: count }, (_, i) => uriOf(i))],
        skipped: [],
      };
    },
    read: (uri) => {
      if (uri.endsWith('.yaml')) return { text: codebook };
      reads.documents++;
      return { text: textOf(Number(/d(\d+)\./.exec(uri)?.[1])) };
    },
    collectionAbove: () => root,
  };
  return { files, reads };
}

interface Read {
  readonly workspace: Workspace;
  /** The documents whose findings the last change may have changed. */
  readonly affected: () => readonly string[];
  readonly reads: { readonly documents: number; readonly listings: number };
  readonly steps: Steps;
}

async function read(count: number): Promise<Read> {
  const { files, reads } = folderOf(count);
  let affected: readonly string[] = [];
  const workspace = createWorkspace(() => files, {
    affected: (uris) => {
      affected = [...uris];
    },
    wider: () => {},
    grown: (snapshot) => void markIndex(snapshot),
    log: () => {},
    pause: async () => {},
  });
  const steps = await stepsOf(async () => {
    await workspace.addFolder(root);
    await workspace.settle();
  });
  return { workspace, affected: () => affected, reads, steps };
}

const snapshotOf = ({ workspace }: Read) => workspace.snapshotOf(uriOf(0));

/** The steps of judging all closed documents. */
const judging = (one: Read) =>
  stepsOf(() => {
    const snapshot = snapshotOf(one);
    for (const entry of snapshot.entries.values()) {
      assert.deepEqual(findingsOf(snapshot, entry, 'problems'), []);
    }
  });

/** The steps of a key in the prose of an open document, with the documents whose findings it wakes. */
async function typing({ workspace, affected }: Read) {
  const uri = uriOf(3);
  const buffer = { uri, language: 'readout', text: textOf(3), version: 1 };
  await workspace.openBuffer(buffer);
  while (!prepare(workspace.snapshotOf(uri), 1000));
  const steps = await stepsOf(() =>
    workspace.openBuffer({ ...buffer, text: `${buffer.text}more\n`, version: 2 }),
  );
  return { steps, woken: affected() };
}

/** The steps of the first question for marks of a word that few have, and how many marks it looks at. */
async function asking(one: Read): Promise<{ steps: Steps; candidates: number }> {
  const { find } = markIndex(snapshotOf(one));
  let candidates = 0;
  const ask = () => find(wordsOf('report 17'), () => candidates++);
  ask();
  candidates = 0;
  return { steps: await stepsOf(ask), candidates };
}

type Snapshot = ReturnType<typeof snapshotOf>;

/** What is asked at a place of the readout with this number that speaks of no other. */
const questions: Record<string, (snapshot: Snapshot, number: number) => unknown> = {
  'the thread of a mark': (snapshot, number) =>
    threadAt(snapshot, uriOf(number), textOf(number).indexOf('will report'))?.members.length,
  'the references of a mark': (snapshot, number) =>
    references(snapshot, uriOf(number), textOf(number).indexOf('#report-') + 1, true)?.length,
  'the completion of a name': (snapshot, number) =>
    completion(snapshot, uriOf(number), textOf(number).indexOf('(#report-') + 6)?.items.length,
  'symbols with a rare word': (snapshot, number) =>
    symbols(snapshot, `report-${number}1`).symbols.length,
  'the renaming of a mark': (snapshot, number) => {
    const offset = textOf(number).indexOf('(#report-') + 3;
    const found = rename(snapshot, uriOf(number), offset, 'told');
    return 'files' in found && found.files.length;
  },
  'the renaming of an entity': (snapshot, number) => {
    const offset = textOf(number).indexOf('(#orla') + 3;
    const found = rename(snapshot, uriOf(number), offset, 'harbour');
    return 'files' in found && found.files.length;
  },
};

/** The steps of a question after another of its sort, which makes ready what all have in common. */
async function questioning(one: Read, ask: (snapshot: Snapshot, number: number) => unknown) {
  const snapshot = snapshotOf(one);
  ask(snapshot, 4);
  let answer: unknown;
  const steps = await stepsOf(() => {
    answer = ask(snapshot, 5);
  });
  return { answer, steps };
}

describe('a collection of twice as many documents', () => {
  const size = 700;
  let one: Read;
  let two: Read;

  before(async function () {
    this.timeout(60_000);
    await read(8);
    one = await read(size);
    two = await read(2 * size);
  });

  it('reads each file once, and takes no more than two and a half times the work', () => {
    assert.deepEqual(
      [one.reads, two.reads],
      [
        { documents: size, listings: 1 },
        { documents: 2 * size, listings: 1 },
      ],
    );
    assert.equal(snapshotOf(two).entries.size, 2 * size);
    assert.ok(one.steps.reading > 100 * size && one.steps.lookups > 10 * size);
    assert.deepEqual(grown(one.steps, two.steps, 2.5), []);
  });

  it('is judged with no more than two and a half times the work', async () => {
    const [first, second] = [await judging(one), await judging(two)];
    assert.ok(first.lookups > size);
    assert.deepEqual(grown(first, second, 2.5), []);
  });

  it('is searched for rare words with hardly more work', async () => {
    const [first, second] = [await asking(one), await asking(two)];
    assert.ok(first.candidates > 0 && second.candidates <= 2 * first.candidates + 2);
    assert.deepEqual(grown(first.steps, second.steps, 2.5), []);
  });

  for (const [what, ask] of Object.entries(questions)) {
    it(`answers for ${what} with hardly more work`, async () => {
      const [first, second] = [await questioning(one, ask), await questioning(two, ask)];
      assert.ok(first.answer);
      assert.equal(second.answer, first.answer);
      assert.deepEqual(grown(first.steps, second.steps, 1.2), []);
    });
  }

  it('takes a key in prose as well as a small one, and wakes no other document', async () => {
    const [first, second] = [await typing(one), await typing(two)];
    assert.deepEqual([first.woken, second.woken], [[uriOf(3)], [uriOf(3)]]);
    assert.deepEqual(grown(first.steps, second.steps, 1.2), []);
  });
});
