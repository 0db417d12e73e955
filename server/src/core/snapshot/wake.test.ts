import assert from 'node:assert/strict';
import { apply, type Change, emptySnapshot } from './snapshot.ts';

const uri = (name: string) => `file:///c/${name}.readout.md`;

/** Asserts whom one change touches, among documents of these texts; the changed one itself aside. */
function checkWoken(
  texts: Readonly<Record<string, string>>,
  [name, text]: readonly [string, string | undefined],
  ...wanted: string[]
): void {
  const changes: Change[] = Object.entries(texts).map(([one, said]) => ({
    uri: uri(one),
    text: said,
  }));
  const { snapshot } = apply(emptySnapshot(), changes);
  const { affected } = apply(snapshot, [{ uri: uri(name), text }]);
  assert.ok(affected.has(uri(name)));
  const others = [...affected].filter((one) => one !== uri(name)).map((one) => one.slice(10, -11));
  assert.deepEqual(others.sort(), wanted.sort());
}

describe('a change wakes', () => {
  const readers = {
    a: '[x]{#m .place} and more\n',
    link: '[y](a#m)\n',
    whole: '[y](a#)\n',
    relation: '[y]{#r .event cites="a#m"}\n',
    other: '[y](b#m) [z](#m)\n',
    missing: '[y](a#mm)\n',
  };

  it('nobody while words are typed', () => {
    checkWoken(readers, ['a', '[x]{#m .place} and much more [q](link#)\n']);
    checkWoken(readers, ['a', 'Before. [xx]{#m .place} and more\n']);
  });

  it('those who mention a mark that comes, goes or changes its kind', () => {
    checkWoken(readers, ['a', '[x]{#m .event} and more\n'], 'link', 'relation');
    checkWoken(readers, ['a', 'gone\n'], 'link', 'relation', 'missing');
    checkWoken(
      { ...readers, a: 'none yet\n' },
      ['a', '[x]{#m .place}\n'],
      'link',
      'relation',
      'missing',
    );
  });

  it('those whose missing id could be meant, when ids come and go', () => {
    checkWoken(readers, ['a', '[x]{#m .place} [n]{#mn .place}\n'], 'missing');
  });

  it('all who read a document when it comes, goes or has another date', () => {
    checkWoken(readers, ['a', undefined], 'link', 'whole', 'relation', 'missing', 'other');
    checkWoken(readers, ['b', 'They met.\n'], 'other');
    checkWoken(
      readers,
      ['a', '---\ndate: 2031-01-01\n---\n\n[x]{#m .place} and more\n'],
      ...['link', 'whole', 'relation', 'missing'],
    );
  });

  it('those of the same key, whatever its case', () => {
    checkWoken({ a: 'One\n', b: 'Two\n' }, ['A', 'Three\n'], 'a');
    checkWoken({ a: 'One\n', 'in/a': 'Two\n' }, ['a', undefined], 'in/a');
  });

  it('those whose document is missing, when keys come and go', () => {
    checkWoken({ a: '[x](bb#)\n', c: '[x](a#)\n' }, ['b', 'One\n'], 'a');
  });

  it('all in a ring of relations that make none', () => {
    const ring = {
      a: '[x]{#m .commitment part-of="b#m"}\n',
      b: '[x]{#m .commitment part-of="c#m"}\n',
      c: '[x]{#m .commitment}\n',
      d: '[x]{#m .commitment cites="a#m"}\n',
    };
    checkWoken(ring, ['c', '[x]{#m .commitment part-of="a#m"}\n'], 'a', 'b');
  });
});
