import assert from 'node:assert/strict';
import { apply, type Change } from './apply.ts';
import { emptySnapshot } from './snapshot.ts';

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

  it('those who speak of a mark whose verb, actors, day or condition is another', () => {
    const said = {
      a: 'They [will go]{#m .commitment due=2031 if="it rains"}. [He agreed to stay]{#n .commitment}.\n',
      again: '[go]{.commitment reaffirms="a#m"}\n',
      other: '[stay]{.commitment reaffirms="a#n"}\n',
    };
    const turned = (from: string, to: string) => said.a.replace(from, to);
    checkWoken(said, ['a', turned('will', 'aim to')], 'again');
    checkWoken(said, ['a', turned('2031', '2032')], 'again');
    checkWoken(said, ['a', turned('rains', 'snows')], 'again');
    checkWoken(said, ['a', turned('if=', 'by=x if=')], 'again');
    checkWoken(said, ['a', turned('They', 'It is said that they')]);
    checkWoken(said, ['a', `---\nparties: [x]\n---\n\n${said.a}`], 'again', 'other');
  });

  it('those of whose marks it says something else', () => {
    const said = {
      a: '[go]{#m .commitment due=2031}\n',
      b: '[gone]{.evidence if="it } rains" fulfils="a#m" score=-1}\n',
      c: '[more]{.event}\n',
    };
    checkWoken(said, ['b', said.b.replace('-1', '0')], 'a');
    checkWoken(said, ['b', said.b.replace('gone', 'went')]);
    checkWoken(said, ['b', `And so. ${said.b}`]);
    checkWoken(said, ['c', '[more]{.event cites="a#m"}\n'], 'a');
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
