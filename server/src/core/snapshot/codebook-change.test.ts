import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import { apply, withCodebook } from './apply.ts';
import { differInNamesOnly } from './codebook-change.ts';
import { emptySnapshot } from './snapshot.ts';

const book = (text: string) => readCodebook([{ uri: 'file:///c/readout.yaml', text }]);
const orla =
  'entities:\n  orla: { kind: place, name: Orla }\n  reef: { kind: place, name: Reef }\n';

describe('a change of the codebook', () => {
  it('of names, aliases and comments is one of names only', () => {
    const longer = orla.replace(
      'name: Orla',
      'name: Orla, aliases: [Port], ignore-in: [Orla Hall]',
    );
    assert(differInNamesOnly(book(orla), book(`# more\n${longer}`)));
  });

  it('of ids, kinds, levels and all else is more', () => {
    for (const other of [
      orla.replace('orla:', 'port:'),
      orla.replace('kind: place, name: Orla', 'kind: actor, name: Orla'),
      `${orla}  bay: { kind: place, name: Bay }\n`,
      `${orla}rules: { no-due: hint }\n`,
      `${orla}mentions: all\n`,
      `${orla}cues: { en: [as said] }\n`,
      `${orla}series: { talks: { names: [Talks] } }\n`,
      `${orla}commitment-line: will\n`,
    ]) {
      assert(!differInNamesOnly(book(orla), book(other)), other);
    }
  });

  it('of names touches only the documents that point at it or have a mark of its id', () => {
    const { snapshot } = apply(emptySnapshot(book(orla)), [
      { uri: 'file:///c/a.readout.md', text: '[Orla]{#orla .place} and Port.' },
      { uri: 'file:///c/b.readout.md', text: '[Reef]{#reef .place}' },
      { uri: 'file:///c/c.readout.md', text: 'Port of [Orla](#orla).' },
    ]);
    const touched = (text: string) => {
      const { affected, wider } = withCodebook(snapshot, book(text));
      assert(wider);
      return [...affected].map((uri) => uri.slice('file:///c/'.length, -'.readout.md'.length));
    };
    assert.deepEqual(touched(orla.replace('name: Reef', 'name: Reef, aliases: [Port]')), []);
    assert.deepEqual(touched(orla.replace('name: Orla', 'name: Port')), ['c', 'a']);
    // The later entity stands further on now.
    assert.deepEqual(touched(orla.replace('name: Orla', 'name: Orla, aliases: [Port]')), ['b']);
    assert.deepEqual(touched(`${orla}mentions: all\n`), ['a', 'b', 'c']);
  });
});
