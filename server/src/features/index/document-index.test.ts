import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { documentIndex, nearestFirst } from './document-index.ts';
import { wordsOf } from './words.ts';

/** What the index of a collection says, in a form that two can be compared in. */
function said(snapshot: Snapshot, query: string): unknown {
  const index = documentIndex(snapshot);
  const found: string[] = [];
  index.find(wordsOf(query), ({ key, date, entry }, fit) =>
    found.push(`${key} ${date} ${fit} ${entry === snapshot.entries.get(entry.uri)}`),
  );
  return { found: found.sort(), all: index.byDate().map(({ key }) => key) };
}

const text = (title: string, date: string, body = '') =>
  `---\ntitle: ${title}\n${date ? `date: ${date}\n` : ''}---\n\n${body}`;

const keysNear = (dates: readonly string[], near: string): string[] => {
  const changes = dates.map((date, i) => ({
    uri: `file:///c/d${i}.readout.md`,
    text: text(`T${i}`, date),
  }));
  const { snapshot } = apply(emptySnapshot(), changes);
  const day = near ? Number(near.slice(0, 4)) * 372 + 31 + 1 : 0;
  return [...nearestFirst(documentIndex(snapshot).byDate(), day)].map(({ key }) => key);
};

describe('the documents of a collection', () => {
  it('are the same when most of a large collection has gone', () => {
    const uriAt = (i: number) => `file:///c/d${i}.readout.md`;
    const numbers = Array.from({ length: 1100 }, (_, i) => i);
    const all = numbers.map((i) => ({ uri: uriAt(i), text: text(`Orla ${i}`, '2031-01-01') }));
    let { snapshot } = apply(emptySnapshot(), all);
    said(snapshot, 'orla');
    const gone = numbers.slice(0, 1000).map((i) => ({ uri: uriAt(i), text: undefined }));
    snapshot = apply(snapshot, gone).snapshot;
    const fresh = apply(emptySnapshot(), all.slice(1000)).snapshot;
    assert.deepEqual(said(snapshot, 'orla 10'), said(fresh, 'orla 10'));
  });

  it('are the same after any edits as when they are read at once', () => {
    const edit = fc.record({
      file: fc.nat(3),
      title: fc.constantFrom('Orla', 'Orla plan', 'Second talks', ''),
      date: fc.constantFrom('', '2031-01-01', '2032-01-01'),
      body: fc.constantFrom('one', 'two'),
      gone: fc.boolean(),
      query: fc.constantFrom('orla', 'pl', 'd', 'd1 sec', 'zzz'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let snapshot = emptySnapshot();
        const texts = new Map<string, string | undefined>();
        for (const { file, title, date, body, gone, query } of edits) {
          const uri = `file:///c/d${file}.readout.md`;
          texts.set(uri, gone ? undefined : text(title, date, body));
          snapshot = apply(snapshot, [{ uri, text: texts.get(uri) }]).snapshot;
          const changes = [...texts].map(([uri, text]) => ({ uri, text }));
          const fresh = apply(emptySnapshot(), changes).snapshot;
          assert.deepEqual(said(snapshot, query), said(fresh, query));
        }
      }),
    );
  });

  it('do not keep what has been edited away', () => {
    let snapshot = emptySnapshot();
    for (let i = 0; i < 1200; i++) {
      const changes = [{ uri: 'file:///c/a.readout.md', text: text(`Title ${i}`, '') }];
      snapshot = apply(snapshot, changes).snapshot;
      if (i % 100 === 99)
        assert.deepEqual(said(snapshot, `${i}`), { found: ['a 0 0 true'], all: ['a'] });
    }
    assert.deepEqual(said(snapshot, '1198'), { found: [], all: ['a'] });
  });

  it('leave out those without a key', () => {
    const uri = 'file:///c/no%20key.readout.md';
    const { snapshot } = apply(emptySnapshot(), [{ uri, text: text('Orla', '') }]);
    assert.deepEqual(said(snapshot, 'orla'), { found: [], all: [] });
  });

  it('are told from a day on to both sides, the earlier of two that are as near first', () => {
    const dates = ['2030-01-01', '2031-01-01', '2032-01-01', '', '2035-01-01'];
    assert.deepEqual(keysNear(dates, '2031-01-01'), ['d1', 'd0', 'd2', 'd4', 'd3']);
    assert.deepEqual(keysNear(dates, '2036-01-01'), ['d4', 'd2', 'd1', 'd0', 'd3']);
    assert.deepEqual(keysNear(dates, ''), ['d4', 'd2', 'd1', 'd0', 'd3']);
  });
});
