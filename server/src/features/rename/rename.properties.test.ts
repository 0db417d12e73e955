import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomFrom } from '../../../../test/soak/random.ts';
import { codebook, readout } from '../../../../test/soak/texts.ts';
import { readCodebook } from '../../core/codebook/read-codebook.ts';
import { parse } from '../../core/reading/parse.ts';
import { strip } from '../../core/reading/strip.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf } from '../../core/snapshot/summary.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { findingsOf } from '../../rules/findings.ts';
import { type Named, namedAt, shownName, unsoundName } from './named.ts';
import { type Renaming, renamed } from './rename.ts';

const book = 'file:///c/readout.yaml';

interface Texts {
  readonly documents: ReadonlyMap<string, string>;
  readonly book: string;
}

const collection = (seed: number): Texts => {
  const random = randomFrom(seed);
  const names = ['d0', 'd1', 'd2', 'd3'];
  return {
    documents: new Map(names.map((name) => [`file:///c/${name}.readout.md`, readout(random)])),
    book: codebook(random),
  };
};

const read = ({ documents, book: text }: Texts): Snapshot => {
  const changes = [...documents].map(([uri, one]) => ({ uri, text: one }));
  return apply(emptySnapshot(readCodebook([{ uri: book, text }])), changes).snapshot;
};

function changed({ documents, book: text }: Texts, { files, rename }: Renaming): Texts {
  const edits = new Map(files.map((file) => [file.uri, file.edits]));
  return {
    documents: new Map(
      [...documents].map(([uri, one]) => [
        uri === rename?.from ? rename.to : uri,
        applyEdits(one, edits.get(uri) ?? []),
      ]),
    ),
    book: applyEdits(text, edits.get(book) ?? []),
  };
}

const codes = (snapshot: Snapshot): string[] =>
  [...snapshot.entries.values()]
    .flatMap((entry) => findingsOf(snapshot, entry, 'problems'))
    .map(({ code }) => code)
    .sort();

/** Whether two marks, or a mark and an entity, have one id: to take that away mends something, and it cannot come back. */
const isShared = ({ codebook: { entities }, entries }: Snapshot, { name }: Named): boolean =>
  [...entries.values()].some(({ text }) => {
    const same = parse(text).marks.filter(({ id }) => id?.text === idOf(name));
    return same.length > 1 || (same.length === 1 && entities.has(idOf(name)));
  });

describe('renaming and back', () => {
  it('gives every text back, leaves every source, and brings no finding', () => {
    let times = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(3), fc.nat(400), (seed, which, at) => {
        const texts = collection(seed);
        const snapshot = read(texts);
        const uri = [...texts.documents.keys()][which] as string;
        const here = namedAt(snapshot, uri, at % ((texts.documents.get(uri) ?? '').length + 1));
        if (!here || 'refused' in here) return;
        if (isShared(snapshot, here.named)) return;
        if (unsoundName(here.named, shownName(here.named))) return;
        const there = renamed(snapshot, here.named, 'zz-fresh');
        if ('refused' in there) return;
        times++;
        const next = changed(texts, there);
        const sources = (all: Texts) => [...all.documents.values()].map((one) => strip(parse(one)));
        assert.deepEqual(sources(next), sources(texts));
        assert.deepEqual(codes(read(next)), codes(snapshot));
        const { is, name } = here.named;
        const fresh = is === 'document' ? 'zz-fresh#' : name.replace(/[^#]*$/, 'zz-fresh');
        const back = renamed(read(next), { is, name: fresh }, name.replace(/^.*#(?=.)|#$/, ''));
        assert.ok(!('refused' in back), 'refused' in back ? back.refused : '');
        assert.deepEqual(changed(next, back), texts);
      }),
      { numRuns: 4000 },
    );
    assert.ok(times > 100, `${times} renames were tried`);
  });
});
