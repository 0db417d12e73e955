import assert from 'node:assert/strict';
import { fixture } from '../../../../test/support/fixture.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { unmarked } from '../next-unmarked.ts';
import { mendUnlinked, type UnlinkedDeed } from './mend.ts';
import { unlinkedPlaces } from './places.ts';
import { type UnlinkedSort, unlinkedOf, unlinkedTarget } from './unlinked.ts';

const codebook = `
  //- readout.yaml
  entities:
    orla: { kind: place, name: Port of Orla, aliases: [Orla] }
    belmark: { kind: actor, name: Belmark, aliases: [the Bureau] }
    corvia: { kind: actor, name: Corvia, aliases: [the Bureau] }
`;

const talks = `${codebook}
  //- a.readout.md
  ---
  title: First Talks
  date: 2031-04-02
  series: talks
  ---

  # In Orla

  They met in [the hall]{.place} of Orla. They
  [will open the northern bridge to lorries]{#bridge .commitment}. Then they left the Port of
  Orla 𠮷.
  //- b.readout.md
  ---
  title: Second Talks
  date: 2032-04-02
  series: talks
  ---

  They looked back at the meeting of April 2, 2031 in Orla. The Bureau spoke.

  They will open the northern bridge to lorries.

  They [reaffirmed their pledge to wait]{.commitment}.
`;

type Snapshot = ReturnType<typeof fixture>['snapshot'];

const found = (snapshot: Snapshot, sort: UnlinkedSort): string[] =>
  [...unlinkedOf(snapshot, sort)].flatMap((one) =>
    (one?.found ?? []).map(({ target, places }) => `${one?.entry.key}: ${target} ${places}`),
  );

const shown = (snapshot: Snapshot, key: string, sort: UnlinkedSort, target: string) =>
  unlinkedPlaces(snapshot, `file:///c/${key}.readout.md`, sort, target)?.map(
    ({ before, words, after }) => `${before}<${words}>${after}`,
  );

/** The text after the first way of some deed, or why there is none. */
function mended(text: string, key: string, target: string, deed: UnlinkedDeed, nth = 0): string {
  const { snapshot } = fixture(text);
  const uri = `file:///c/${key}.readout.md`;
  const span = unlinkedPlaces(snapshot, uri, 'entity', target)?.[nth];
  const there = { sort: 'entity', target, ...(span && { span }) } as const;
  const fixes = mendUnlinked(snapshot, uri, there, deed);
  if ('refused' in fixes) return fixes.refused;
  const [{ edits, elsewhere = [], title } = { edits: [], title: 'none' }] = fixes;
  const other = elsewhere.map((file) =>
    applyEdits(
      snapshot.codebook.files.find(({ uri: of }) => of === file.uri)?.text ?? '',
      file.edits,
    ),
  );
  const own = applyEdits(snapshot.entries.get(uri)?.text ?? '', edits);
  return [`${fixes.length}: ${title}`, ...(edits.length ? [own] : []), ...other].join('\n');
}

describe('what is unlinked', () => {
  it('is counted by what is meant, title and headings aside, document by document', () => {
    const { snapshot } = fixture(talks);
    assert.deepEqual(found(snapshot, 'entity'), ['a: orla 2', 'b: orla 1', 'b: belmark corvia 1']);
    assert.deepEqual(found(snapshot, 'document'), ['b: a# 1']);
    assert.deepEqual(found(snapshot, 'restatement'), ['b: file:///c/a.readout.md 1 1']);
    assert.deepEqual(found(snapshot, 'backreference'), ['b:  1']);
    assert.equal([...unlinkedOf(snapshot, 'entity')].length, 2);
  });

  it('counts every place that is told where all are', () => {
    const { snapshot } = fixture(talks.replace('entities:', 'mentions: all\n  entities:'));
    assert.deepEqual(found(snapshot, 'entity'), [
      ...['a: orla 3', 'b: orla 1', 'b: belmark corvia 1'],
    ]);
    assert.equal(shown(snapshot, 'a', 'entity', 'orla')?.length, 3);
  });

  it('leaves out what is ignored, and what is switched off', () => {
    const text = 'They met in Orla.';
    const ignored = fixture(`${codebook}
  //- a.readout.md
  ---
  ignore: { unlinked-mention: [Orla] }
  ---

  ${text}
    `);
    assert.deepEqual(found(ignored.snapshot, 'entity'), []);
    const off = fixture(`
      //- readout.yaml
      rules: { unlinked-mention: off }
      entities: { orla: { kind: place, name: Orla } }
      //- a.readout.md
      ${text}
    `);
    assert.deepEqual(found(off.snapshot, 'entity'), []);
  });

  it('tells what is meant', () => {
    const { snapshot } = fixture(talks);
    assert.deepEqual(unlinkedTarget(snapshot, 'entity', 'orla'), {
      ...{ names: ['Port of Orla'], kind: 'place', date: undefined, also: ['orla', 'Orla'] },
    });
    assert.deepEqual(unlinkedTarget(snapshot, 'entity', 'belmark corvia'), {
      ...{ names: ['Belmark', 'Corvia'], kind: 'actor', date: undefined },
      also: ['belmark', 'the Bureau', 'corvia', 'the Bureau'],
    });
    assert.deepEqual(unlinkedTarget(snapshot, 'document', 'a#'), {
      ...{ names: ['First Talks'], kind: '', date: '2031-04-02', also: ['a'] },
    });
    assert.deepEqual(unlinkedTarget(snapshot, 'restatement', 'file:///c/a.readout.md 1'), {
      names: ['will open the northern bridge to lorries'],
      ...{ kind: 'commitment', date: '2031-04-02', also: ['a#bridge', 'First Talks'] },
    });
    const nothing = { names: [], kind: '', date: undefined, also: [] };
    assert.deepEqual(unlinkedTarget(snapshot, 'backreference', ''), nothing);
    assert.deepEqual(unlinkedTarget(snapshot, 'restatement', 'file:///c/gone 1'), nothing);
  });

  it('is shown with the source around it, as issued', () => {
    const { snapshot } = fixture(talks);
    const before = 'They met in the hall of ';
    const bridge = '. They will open the northern bridge to lorries. Then they left the ';
    assert.deepEqual(shown(snapshot, 'a', 'entity', 'orla'), [
      `${before}<Orla>${bridge}Port of Orla 𠮷.`,
      `${before}Orla${bridge}<Port of Orla> 𠮷.`,
    ]);
    assert.deepEqual(shown(snapshot, 'b', 'backreference', ''), [
      'They <reaffirmed their pledge to wait>.',
    ]);
    assert.deepEqual(shown(snapshot, 'b', 'entity', 'nobody'), []);
    assert.equal(shown(snapshot, 'gone', 'entity', 'orla'), undefined);
  });

  it('never shows half of a character', () => {
    const many = '𠮷'.repeat(100);
    const { snapshot } = fixture(`${codebook}
  //- a.readout.md
  ${many} Belmark ${many}
  `);
    const half = (count: number) => '𠮷'.repeat(count);
    assert.deepEqual(shown(snapshot, 'a', 'entity', 'belmark'), [
      `${half(59)} <Belmark> ${half(59)}`,
    ]);
  });
});

const two = `${codebook}
  //- a.readout.md
  They met in Orla. Then they left the Port of Orla.
`;

describe('doing something with what is unlinked', () => {
  it('links the place that is meant, or all in the document', () => {
    assert.equal(
      mended(two, 'a', 'orla', 'link', 1),
      '1: Link “Port of Orla” to “Port of Orla”\nThey met in Orla. Then they left the [Port of Orla](#orla).\n',
    );
    assert.equal(
      mended(two, 'a', 'orla', 'link-here'),
      '1: Link all 2 mentions of “Port of Orla” in this document\nThey met in [Orla](#orla). Then they left the [Port of Orla](#orla).\n',
    );
    const one = `${codebook}
  //- a.readout.md
  They met in Orla.
    `;
    assert.equal(
      mended(one, 'a', 'orla', 'link-here'),
      '1: Link “Orla” to “Port of Orla”\nThey met in [Orla](#orla).\n',
    );
  });

  it('lets somebody choose where a name is that of two', () => {
    const { snapshot } = fixture(talks);
    const there = { sort: 'entity', target: 'belmark corvia' } as const;
    const fixes = mendUnlinked(snapshot, 'file:///c/b.readout.md', there, 'link');
    assert.deepEqual('refused' in fixes ? fixes : fixes.map(({ title }) => title), [
      'Link “The Bureau” to “Belmark”',
      'Link “The Bureau” to “Corvia”',
    ]);
  });

  it('ignores the words in the document, or in the whole collection', () => {
    assert.equal(
      mended(two, 'a', 'orla', 'ignore'),
      '1: Do not report this here\n---\nignore:\n  unlinked-mention: [Orla]\n---\n\nThey met in Orla. Then they left the Port of Orla.\n',
    );
    assert.match(mended(two, 'a', 'orla', 'never'), /^1: Never take “Orla” for “Port of Orla”\n/);
    assert.match(mended(two, 'a', 'orla', 'never'), /ignore-in: \[Orla\]/);
  });

  it('says why it cannot be done', () => {
    assert.match(mended(two, 'a', 'orla', 'never', 1), /name of the entity itself/);
    assert.match(mended(two, 'a', 'nobody', 'link'), /not there any more/);
    assert.match(mended(two, 'gone', 'orla', 'link'), /not there any more/);
    const broken = `${codebook}
  //- a.readout.md
  ---
  title: [
  ---

  They met in Orla.
    `;
    assert.match(mended(broken, 'a', 'orla', 'ignore'), /front matter, which cannot be read/);
  });

  it('offers what the light bulb does for documents, for what is said again and what goes back', () => {
    const { snapshot } = fixture(talks);
    const titles = (sort: UnlinkedSort, target: string) => {
      const fixes = mendUnlinked(snapshot, 'file:///c/b.readout.md', { sort, target }, 'link');
      return 'refused' in fixes ? fixes.refused : fixes.map(({ title }) => title);
    };
    assert.deepEqual(titles('document', 'a#'), [
      'Link “the meeting of April 2, 2031” to “First Talks” (2031-04-02)',
    ]);
    assert.deepEqual(
      titles('restatement', 'file:///c/a.readout.md 1'),
      ['reaffirms', 'strengthens', 'weakens'].map(
        (way) =>
          `Mark the sentence and write that it ${way} “will open the northern bridge to lorries” (2031-04-02)`,
      ),
    );
    assert.deepEqual(titles('backreference', ''), [
      'Link “reaffirmed” to “First Talks” (2031-04-02), the one before',
    ]);
  });
});

describe('what reads as a commitment and is not marked', () => {
  const promises = (ignore = '') => `${codebook}
  //- a.readout.md
  ---
  parties: [belmark]
  ${ignore}
  ---

  They will open the port. It rained. Corvia agreed to pay for it. They [will sail]{.commitment}.
  `;

  it('is found in each document, though its rule is off', () => {
    const { snapshot } = fixture(promises('coding: done'));
    assert.deepEqual(found(snapshot, 'unmarked'), ['a:  2']);
    assert.deepEqual(shown(snapshot, 'a', 'unmarked', ''), [
      'They <will open the port>. It rained. Corvia agreed to pay for it. They will sail.',
      'They will open the port. It rained. Corvia <agreed to pay for it>. They will sail.',
    ]);
    assert.deepEqual(unlinkedTarget(snapshot, 'unmarked', '').names, []);
  });

  it('can be marked, and ignored', () => {
    const { snapshot, files } = fixture(promises('coding: done'));
    const file = files.find(({ uri }) => uri.endsWith('a.readout.md'));
    const there = { sort: 'unmarked', target: '' } as const;
    const done = (deed: UnlinkedDeed) => {
      const fixes = mendUnlinked(snapshot, file?.uri ?? '', there, deed);
      assert(!('refused' in fixes));
      return applyEdits(file?.text ?? '', fixes[0]?.edits ?? []);
    };
    assert.match(
      done('link'),
      /They \[will open the port\]\{#open-port \.commitment\}\. It rained/,
    );
    assert.match(done('ignore'), /ignore:\n {2}unmarked-commitment: \[will open the port\]\n/);
  });

  it('is not found where it is ignored', () => {
    const { snapshot } = fixture(promises('ignore: { unmarked-commitment: [will open the port] }'));
    assert.deepEqual(found(snapshot, 'unmarked'), ['a:  1']);
    assert.equal(unmarked(snapshot, 'file:///c/a.readout.md')?.length, 1);
  });
});
