import assert from 'node:assert/strict';
import { checkAction, checkActions, checkFixAll } from '../../../../test/support/check.ts';
import { fixture } from '../../../../test/support/fixture.ts';
import { actions, carryOut } from './actions.ts';
import { fixAll } from './fix-all.ts';

const at = (text: string) => `
  //- readout.yaml
  entities:
    orla: { kind: place, name: Orla }
    marrow: { kind: actor, name: Adele Marrow }
  //- a.readout.md
  ${text.replaceAll('\n', '\n  ')}
`;

describe('actions', () => {
  it('offers the fixes of a finding under the cursor, and not to report it', () => {
    checkActions(
      'They [will pay]{.commitment due = $02031}.',
      'Write “due=2031”',
      'Do not report this here',
    );
    checkActions('They $0[will pay]{.commitment due = 2031}.');
  });

  it('says which finding is not to be reported where there are several, after all fixes', () => {
    checkActions(
      `
      //- readout.yaml
      rules: { no-due: hint }
      entities: { orla: { kind: place, name: Orla } }
      //- a.readout.md
      They [will go to Or$0la]{.commitment}.
      `,
      'Link “Orla” to “Orla”',
      'Do not report this here (no-due)',
      'Do not report this here (unlinked-mention)',
    );
  });

  it('offers once what mends two findings', () => {
    const again = (way: string) =>
      `Write that it ${way} “will reopen the northern bridge” (2031-04-02)`;
    checkActions(
      `
      //- b.readout.md
      ---
      date: 2032-04-02
      ---

      They [reaffir$0med that they will reopen the northern bridge]{.commitment}.
      //- a.readout.md
      ---
      title: Spring talks
      date: 2031-04-02
      ---

      They [will reopen the northern bridge]{#bridge .commitment}.
      //- readout.yaml
      name: Talks
      `,
      again('reaffirms'),
      again('strengthens'),
      again('weakens'),
      'Do not report this here (unlinked-restatement)',
      'Do not report this here (unlinked-backreference)',
      'Mend all in the whole collection: A sentence says again what an earlier mark says',
    );
  });

  it('takes a fix', () => {
    const action = checkAction(
      'They [will pay]{.commitment due = $02031}.',
      'Write “due=2031”',
      'They [will pay]{.commitment due=2031}.',
    );
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.preferred, true);
    assert.equal(action.finding?.code, 'space-around-equals');
  });

  it('keeps a finding from being reported', () => {
    checkAction(
      '---\ntitle: One\n---\n\nThey [will pay]{.commitment due = $02031}.',
      'Do not report this here',
      [
        '---\ntitle: One\nignore:\n  space-around-equals: ["due = 2031"]\n---\n',
        'They [will pay]{.commitment due = 2031}.',
      ].join('\n'),
    );
  });

  it('mends all findings of a kind', () => {
    checkAction(
      'They [pay]{.commitment due = $02031}, [go]{.request due = 2032} and [sit]{#1 .place}.',
      'Mend all 2 in this document: A blank stands beside “=”',
      'They [pay]{.commitment due=2031}, [go]{.request due=2032} and [sit]{#1 .place}.',
    );
  });

  it('counts those that it mends, not those that nobody knows how to', () => {
    checkActions(
      `
      //- readout.yaml
      mentions: all
      entities:
        orla: { kind: place, name: Orla }
        north: { kind: place, name: North Quay, aliases: [Quay] }
        south: { kind: place, name: South Quay, aliases: [Quay] }
      //- a.readout.md
      From Or$0la to the Quay, and back to Orla.
      `,
      'Link “Orla” to “Orla”',
      'Link all 2 mentions of “Orla” in this document',
      'Do not report this here',
      'Mend all 2 in this document: A name of the codebook is not linked',
    );
  });

  it('offers each kind for selected words, and the entities they name', () => {
    const source = at(`They met Adele Marrow in Orla. [We agree]{.request} and [so]{.request}.
         ^^^^^^^^^^^^^^^^^^^^`);
    const { snapshot, files } = fixture(source);
    const file = files[1];
    const [selection] = file?.expected ?? [];
    assert.ok(file && selection);
    const titles = actions(snapshot, file.uri, selection)
      .filter(({ kind }) => kind === 'refactor')
      .map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 4), [
      'Link to Adele Marrow (actor)',
      'Link to Orla (place)',
      'Annotate as request',
      'Annotate as commitment',
    ]);
    assert.equal(titles.length, 2 + snapshot.codebook.kinds.size);
  });

  it('annotates with an id where the kind is registered, and links', () => {
    const source = at(`They met in Orla.
            ^^^^`);
    checkAction(source, 'Annotate as position', 'They met in [Orla]{#orla-2 .position}.\n');
    checkAction(source, 'Annotate as place', 'They met in [Orla]{.place}.\n');
    checkAction(source, 'Link to Orla (place)', 'They met in [Orla](#orla).\n');
  });

  it('offers no link where a reference stands already', () => {
    const source = at(`They met in [Orla](#orla).
             ^^^^`);
    const { snapshot, files } = fixture(source);
    const [selection] = files[1]?.expected ?? [];
    assert.ok(files[1] && selection);
    const titles = actions(snapshot, files[1].uri, selection).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Link')),
      [],
    );
  });

  it('mends the codebook where a fix is known', () => {
    const text = (name: string) => `entities:\n  orla: { kind: place, name: ${name} }\n`;
    const source = (name: string) => `//- readout.yaml\n${text(name)}`;
    const quoted = '"Port of Orla, Lights"';
    checkAction(source('Port of Orla, Ligh$0ts'), `Write ${quoted}`, text(quoted));
    checkActions(source('Port of Or$0la, Lights'));
  });

  it('does nothing in files that are no readouts', () => {
    const { snapshot } = fixture('They met.');
    assert.deepEqual(actions(snapshot, 'file:///c/none.readout.md', { from: 0, to: 1 }), []);
    assert.equal(fixAll(snapshot, 'file:///c/none.readout.md'), undefined);
    const deed = { does: 'fix-all', code: 'bad-id' } as const;
    const done = carryOut(snapshot, 'file:///c/none.readout.md', { from: 0, to: 0 }, deed);
    assert.deepEqual(done, { edits: [] });
  });
});

describe('fix all', () => {
  it('takes the preferred fix of every finding, until none is left', () => {
    checkFixAll(
      'They [pay]{.commitment due = 2031 by=“marrow”} and [go] {.request due = 2032}.',
      'They [pay]{.commitment due=2031 by="marrow"} and [go]{.request due=2032}.',
      { mended: 4 },
    );
  });

  it('keeps to one code where one is given', () => {
    checkFixAll(
      'They [pay]{.commitment due = 2031} and [go] {.request due = 2032}.',
      'They [pay]{.commitment due = 2031} and [go]{.request due = 2032}.',
      { code: 'gap-before-attributes', mended: 1 },
    );
  });

  it('leaves a sound document as it is', () =>
    checkFixAll('They [pay]{.position}.', 'They [pay]{.position}.', { mended: 0 }));

  it('gives each of many marks an id of its own, in one round', () => {
    const same = 'They [meet]{#m .event}.\n\n';
    const ids = Array.from({ length: 79 }, (_, i) => (i ? `meet-${i + 1}` : 'meet'));
    const own = ids.map((id) => `They [meet]{#${id} .event}.\n\n`);
    checkFixAll(same.repeat(80), same + own.join(''), { mended: 79 });
  });
});
