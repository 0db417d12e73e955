import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkFix,
  checkFixElsewhere,
  checkRule,
  fixesOf,
  fixTitles,
} from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply, withCodebook } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { contextOf, runRule } from './findings.ts';
import { unresolved } from './unresolved.ts';

const spring = `//- spring.readout.md
[The port]{#port .place}
`;

const orla = '//- readout.yaml\nentities: { orla: { kind: place, name: Orla } }\n';

describe('unresolved', () => {
  it('marks references that lead nowhere, in text, notes and relations', () => {
    checkRule(
      unresolved,
      `
      See [it](#nowhere)^[and [that](#gone)]. [The port]{#port .place} [go]{.commitment cites="#port #gone"}
               ^^^^^^^^ Nothing is called “nowhere”
                                     ^^^^^
                                                                                                     ^^^^^
      `,
    );
  });

  it('looks into other documents and the codebook', () => {
    checkRule(
      unresolved,
      `//- a.readout.md
[x](spring#port) [x](spring#) [x](#orla) [x](spring#orla) [x](autumn#port) [x](autumn#)
                                             ^^^^^^^^^^^ The document “spring” has no mark “orla”
                                                              ^^^^^^^^^^^ no document “autumn”
                                                                               ^^^^^^^
${spring}${orla}`,
    );
  });

  it('marks a version-of that is no document', () => {
    checkRule(
      unresolved,
      `//- a.readout.md
---
version-of: sprng
            ^^^^^ Did you mean “spring”?
---

Text.
//- b.readout.md
---
version-of: spring
---

Text.
${spring}`,
    );
    checkFix(
      unresolved,
      `//- a.readout.md\n---\nversion-of: sprng\n---\n${spring}`,
      '---\nversion-of: spring\n---\n',
    );
  });

  it('takes capitals for different', () => {
    checkRule(
      unresolved,
      `//- a.readout.md
[Port]{#Port .place} [x](#port) [x](Spring#port) [x](spring#Port)
                         ^^^^^ Did you mean “#Port”?
                                    ^^^^^^^^^^^ Did you mean “spring”?
                                                     ^^^^^^^^^^^ Did you mean “spring#port”?
${spring}`,
    );
  });

  it('leaves what is no id and what is no relation to their own findings', () => {
    checkRule(unresolved, '[x](#2x) [x](#) [x]{.place cites="a #2x" fullfils="#q" by=japan}');
    checkRule(unresolved, '[x]{#a .place} [y]{continues=a cites="#q"}');
  });

  it('offers the nearest names', () => {
    const text = `//- a.readout.md\n[x](#orl)\n${orla}`;
    checkFix(unresolved, text, '[x](#orla)\n');
    checkFix(unresolved, `//- a.readout.md\n[x](spring#prt)\n${spring}`, '[x](spring#port)\n');
    checkFix(unresolved, `//- a.readout.md\n[x](sprin#port)\n${spring}`, '[x](spring#port)\n');
    checkFix(
      unresolved,
      '[x]{#a .place cites=#B} [y]{#b .place}',
      '[x]{#a .place cites=#b} [y]{#b .place}',
    );
  });

  it('mends unasked only what differs by capitals', () => {
    const preferred = (target: string) =>
      fixesOf(unresolved, `//- a.readout.md\n[x](${target})\n${spring}`).map(
        (fix) => !!fix.preferred,
      );
    assert.deepEqual(preferred('Spring#Port'), [true]);
    assert.deepEqual(preferred('sprin#port'), [false, false]);
  });

  it('leaves the ending of the file name out', () => {
    const title = 'Leave the ending of the file name out';
    const text = (key: string) => `//- a.readout.md\n[x](${key}#port)\n${spring}`;
    checkRule(
      unresolved,
      text('spring.readout.md').replace(')\n', ')\n    ^^^^^^^^^^^^^^^^^^^^^^ ending\n'),
    );
    checkFix(unresolved, text('spring.readout.md'), '[x](spring#port)\n', { title });
    checkFix(unresolved, text('spring.readout'), '[x](spring#port)\n', { title });
    checkFix(unresolved, text('spring.READOUT.md'), '[x](spring#port)\n', { title });
    assert.ok(!fixTitles(unresolved, text('winter.readout.md')).includes(title));
  });

  it('offers the marks of this id in other documents', () => {
    const text = `//- a.readout.md\n[x](#port)\n${spring}`;
    checkFix(unresolved, text, '[x](spring#port)\n', { title: 'Point at “spring#port”' });
  });

  it('adds an entity to the codebook', () => {
    const text = `//- a.readout.md\n[Port\nKelm](#kelm)\n${orla}`;
    checkFixElsewhere(unresolved, text, {
      title: 'Add the entity “kelm” to the codebook, of kind place',
      name: 'readout.yaml',
      after:
        'entities: { orla: { kind: place, name: Orla }, kelm: { kind: place, name: Port Kelm } }\n',
    });
    assert.deepEqual(fixTitles(unresolved, '[Kelm](#kelm)'), []);
  });

  it('creates a document beside this one', () => {
    const [fix, ...more] = fixesOf(unresolved, '//- x/a.readout.md\n[x](2031-04-02-kelm#)\n');
    assert.deepEqual(more, []);
    assert.deepEqual(fix, {
      title: 'Create the document “2031-04-02-kelm”',
      edits: [],
      create: [
        { uri: `${root}x/2031-04-02-kelm.readout.md`, text: '---\ndate: 2031-04-02\n---\n\n' },
      ],
    });
    const [other] = fixesOf(unresolved, '[x](kelm.readout.md#port)');
    assert.deepEqual(other?.create, [
      { uri: `${root}kelm.readout.md`, text: '---\ntitle: kelm\n---\n\n' },
    ]);
  });

  it('creates none whose key is another’s but for capitals', () => {
    const titles = fixTitles(unresolved, `//- a.readout.md\n[x](SPRING#port)\n${spring}`);
    assert.deepEqual(titles, ['Change it to “spring#port”']);
  });
});

describe('unresolved in an open document', () => {
  const [a, b] = ['file:///c/a.readout.md', 'file:///c/b.readout.md'];
  const texts: Record<string, string | undefined> = {};
  let version = 0;
  const withNames = (text: string) => readCodebook([{ uri: 'file:///c/readout.yaml', text }]);
  let codebook = withNames('');
  let now = emptySnapshot(codebook);
  /** What leads nowhere after a step, which is what does when all is read anew. */
  const once = (uri: string, text: string | undefined): string[] => {
    texts[uri] = text;
    now = apply(now, [{ uri, text, version: ++version }]).snapshot;
    return told();
  };
  const told = (): string[] => {
    const changes = Object.entries(texts).map(([uri, text]) => ({ uri, text, version }));
    const fresh = apply(emptySnapshot(codebook), changes).snapshot;
    const [kept, anew] = [now, fresh].map((snapshot) => {
      const entry = snapshot.entries.get(a);
      return entry ? runRule(unresolved, contextOf(snapshot, entry)) : [];
    });
    assert.deepEqual(kept, anew);
    return (kept ?? []).map(({ target }) => target ?? '');
  };

  it('is told again when what it points at comes, goes, and comes back', () => {
    const text = (words: string, own = '') =>
      `${words}\n\nSee [it](b#it) and [her](#her).\n\nSee [him](#him).\n${own}`;
    assert.deepEqual(once(a, text('x')), ['b#it', 'her', 'him']);
    assert.deepEqual(once(b, '[It]{#it}\n'), ['her', 'him']);
    assert.deepEqual(once(a, text('xyz')), ['her', 'him']);
    assert.deepEqual(once(a, text('xyz', '\n[He]{#him}\n')), ['her']);
    assert.deepEqual(once(a, text('xy', '\n[He]{#him}\n')), ['her']);
    codebook = withNames('entities: { her: { kind: actor, name: Orla } }\n');
    now = withCodebook(now, codebook).snapshot;
    assert.deepEqual(told(), []);
    assert.deepEqual(once(b, '[It]{#its}\n'), ['b#it']);
    assert.deepEqual(once(b, '[It and more]{#its}\n'), ['b#it']);
    assert.deepEqual(once(b, '[It]{#it}\n'), []);
    assert.deepEqual(once(b, undefined), ['b#it']);
    codebook = withNames('');
    now = withCodebook(now, codebook).snapshot;
    assert.deepEqual(told(), ['b#it', 'her']);
    assert.deepEqual(once(a, text('')), ['b#it', 'her', 'him']);
  });
});
