import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import { apply, withCodebook } from './apply.ts';
import { emptySnapshot } from './snapshot.ts';

const codebook = readCodebook([
  { uri: 'file:///c/readout.yaml', text: 'kinds: { pledge: { registered: true } }\n' },
]);
const uri = 'file:///c/a.readout.md';

const base = `---
title: Orla Talks
date: 2031-05-02
series: orla
parties: [ardenia, belmark]
place: Orla
---

They [will open the port]{#port .commitment reaffirms="b#port"} in [Orla]{.place}.

[and the bridge]{continues=port} They met twice.
`;

/** Whether an edit of a document reaches further than names. */
function wider(from: string, to: string, text = base): boolean {
  assert(text.includes(from), from);
  const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
  return apply(snapshot, [{ uri, text: text.replace(from, to), version: 2 }]).wider;
}

describe('a change that reaches further than names', () => {
  it('is another date, series, title or party', () => {
    assert(wider('05-02', '05-03'));
    assert(wider('series: orla', 'series: talks'));
    assert(wider('Orla Talks', 'Port Talks'));
    assert(wider('[ardenia, belmark]', '[ardenia]'));
    assert(wider('date: 2031-05-02\n', ''));
  });

  it('is another word, id, kind or relation of a registered mark', () => {
    assert(wider('open the port', 'open the ports'));
    assert(wider('#port .commitment', '#harbour .commitment'));
    assert(wider('.commitment', '.position'));
    assert(wider(' .commitment', ''));
    assert(wider('reaffirms', 'weakens'));
    assert(wider('"b#port"', '"c#port"'));
    assert(wider('[and the bridge]', '[and the bridges]'));
    assert(wider('continues=port', 'continues=gate'));
    assert(wider('reaffirms=', 'by=ardenia reaffirms='));
  });

  it('is a registered mark that comes or goes, of a kind of the codebook too', () => {
    assert(wider('They met twice.', 'They [met twice]{.position}.'));
    assert(wider('They met twice.', 'They [met twice]{.pledge}.'));
    assert(wider('[will open the port]{#port .commitment reaffirms="b#port"}', 'nothing'));
  });

  it('is a document that comes or goes', () => {
    const first = apply(emptySnapshot(codebook), [{ uri, text: '' }]);
    assert(first.wider);
    assert(apply(first.snapshot, [{ uri, text: undefined }]).wider);
    assert(!apply(emptySnapshot(codebook), [{ uri, text: undefined }]).wider);
  });

  it('is another codebook', () => {
    assert(withCodebook(emptySnapshot(), codebook).wider);
  });

  it('is not prose, a mark of another kind, or the rest of the front matter', () => {
    assert(!wider('They met twice.', 'They met three times, and parted.'));
    assert(!wider('They [', 'The [sides]{.actor} ['));
    assert(!wider('[Orla]{.place}', '[Orla city]{.place}'));
    assert(!wider('place: Orla', 'place: Ulm'));
    assert(!wider('place: Orla\n', 'place: Orla\nsource: https://example.org\n'));
  });

  it('is seen in closed documents too', () => {
    const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text: base }]);
    assert(!apply(snapshot, [{ uri, text: `${base} More.` }]).wider);
    assert(apply(snapshot, [{ uri, text: base.replace('the port', 'the gate') }]).wider);
  });
});
