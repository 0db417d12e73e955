import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexes } from '../../../../test/support/indexes.ts';
import { builtinCodebook, readCodebook } from '../codebook/read-codebook.ts';
import { parse } from '../reading/parse.ts';
import { apply, type Change, withCodebook } from './apply.ts';
import { documentOf, emptySnapshot, mentionsOf, type Snapshot } from './snapshot.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;
const stateOf = ({ entries }: Snapshot) =>
  JSON.stringify([...entries.entries()], (_, value) => value ?? null);
const textOf = (snapshot: Snapshot, name: string) => snapshot.entries.get(uri(name))?.text;

describe('a snapshot', () => {
  it('stays as it was when the next one is made', () => {
    const first = apply(emptySnapshot(), [{ uri: uri('a'), text: '[x]{#m .place}\n' }]).snapshot;
    const before = stateOf(first);
    const { snapshot, affected } = apply(first, [
      { uri: uri('a'), text: 'gone\n' },
      { uri: uri('b'), text: '[y](a#m)\n' },
    ]);
    assert.equal(stateOf(first), before);
    assert.equal(textOf(first, 'a'), '[x]{#m .place}\n');
    assert.equal(textOf(snapshot, 'a'), 'gone\n');
    assert.deepEqual(affected, new Set([uri('a'), uri('b')]));
    assert.deepEqual([first.revision, snapshot.revision], [1, 2]);
    assert.equal(first.collection, snapshot.collection);
    assert.notEqual(first.collection, emptySnapshot().collection);
  });

  it('takes the last of several changes to one document', () => {
    const changes = ['one', 'two', undefined, 'three'].map((text) => ({ uri: uri('a'), text }));
    assert.equal(textOf(apply(emptySnapshot(), changes).snapshot, 'a'), 'three');
    const gone = apply(emptySnapshot(), [...changes, { uri: uri('a'), text: undefined }]);
    assert.equal(gone.snapshot.entries.size, 0);
  });

  it('keeps the documents of open files, and reads those of closed ones when asked', () => {
    const text = '[x]{#m .place}\n';
    const { snapshot } = apply(emptySnapshot(), [
      { uri: uri('open'), text, version: 3 },
      { uri: uri('closed'), text },
    ]);
    const [open, closed] = ['open', 'closed'].map((name) => snapshot.entries.get(uri(name)));
    assert.ok(open?.document && closed);
    assert.equal(documentOf(open), open.document);
    assert.equal(closed.document, undefined);
    assert.deepEqual(documentOf(closed).marks, parse(text).marks);
    const later = apply(snapshot, [{ uri: uri('open'), text, version: 4 }]).snapshot;
    assert.equal(later.entries.get(uri('open'))?.document, open.document);
    const shut = apply(later, [{ uri: uri('open'), text }]).snapshot.entries.get(uri('open'));
    assert.deepEqual([shut?.version, shut?.document], [undefined, undefined]);
  });

  it('tells who mentions a name, and where', () => {
    const { snapshot } = apply(emptySnapshot(), [
      { uri: uri('a'), text: '[x]{#m .place} [y](#m)\n' },
      { uri: uri('b'), text: '[y](a#m) [z]{.event cites="a#m a#"} [w](#m)\n' },
    ]);
    const said = mentionsOf(snapshot, 'a#m').map(
      ({ entry, mention }) => `${entry.key} ${mention.role} ${mention.from}`,
    );
    assert.deepEqual(said.sort(), ['a link 19', 'b link 4', 'b relation 27']);
    assert.equal(mentionsOf(snapshot, '#m').length, 1);
    assert.deepEqual(mentionsOf(snapshot, 'none#'), []);
  });

  it('may affect every document when its codebook changes', () => {
    const first = apply(emptySnapshot(), [
      { uri: uri('a'), text: 'a' },
      { uri: uri('b'), text: 'b' },
    ]).snapshot;
    const codebook = readCodebook([{ uri: 'file:///c/readout.yaml', text: 'name: New\n' }]);
    const { snapshot, affected } = withCodebook(first, codebook);
    assert.deepEqual(affected, new Set([uri('a'), uri('b')]));
    assert.equal(snapshot.codebook, codebook);
    assert.equal(first.codebook, builtinCodebook);
  });

  it('is the same after any history as when it is made at once, loaded or applied', () => {
    const names = ['a', 'b', 'sub/a', 'c d'];
    const text = fc.constantFrom(
      '[x]{#m .place}\n',
      '[y](a#m) [z](b#)\n',
      '[x]{#n .event cites="#m a#n" by=orla}\n',
      '---\nparties: [orla]\nversion-of: b\n---\n\n[q](#orla)\n',
      '',
    );
    const change = fc.record({
      uri: fc.constantFrom(...names).map(uri),
      text: fc.option(text, { nil: undefined }),
      version: fc.constantFrom(undefined, 1),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (history) => {
        let snapshot = emptySnapshot();
        for (const changes of history) snapshot = apply(snapshot, changes).snapshot;
        const left: Change[] = [...snapshot.entries.values()];
        assert.deepEqual(indexes(snapshot), indexes(apply(emptySnapshot(), left).snapshot));
      }),
      { numRuns: 300 },
    );
  });
});
