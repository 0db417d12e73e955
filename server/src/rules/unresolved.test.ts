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
