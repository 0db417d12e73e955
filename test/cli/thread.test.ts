import assert from 'node:assert/strict';
import { cleared, deskWith } from '../support/cli.ts';

const files = {
  'readout.yaml':
    'entities: { tarn: { kind: actor, name: Tarn }, orla: { kind: actor, name: Orla } }\nseries: { talks: { names: [Harbour Talks] } }\n',
  'a.readout.md':
    '---\ntitle: First talks\ndate: 2030-05-01\nseries: talks\n---\n\nThey [will open the port by 2031]{#port .commitment due=2031}. They [will report]{#report .commitment}.\n',
  'b.readout.md':
    '---\ndate: 2031-05-01\nseries: talks\n---\n\nThey [intend to open the port]{#port .commitment weakens="a#port"}. [One pier is ready]{.evidence fulfils="a#port"}.\n',
};

describe('readout thread', () => {
  afterEach(cleared);

  it('shows what a mark goes back to and what became of it', () => {
    const desk = deskWith(files);
    const { code, out, error } = desk.run(['thread', 'a#port', '--as-of', '2032-01-01']);
    assert.deepEqual([code, error], [0, '']);
    assert.equal(
      out,
      [
        '2030-05-01  a#port (commitment, fulfilled)',
        '            will open the port by 2031',
        '2031-05-01  b#port (commitment, standing)',
        '            weakens a#port: intend instead of will (weaker); no day instead of 2031',
        '            [-will-] {+intend to+} open the port [-by 2031-]',
        '2031-05-01  b.readout.md (evidence)',
        '            fulfils a#port',
        '            One pier is ready',
        '',
      ].join('\n'),
    );
  });

  it('means the collection of the folder it is asked in where others have the same', () => {
    const nested = {
      'nested/readout.yaml': 'name: Nested\n',
      'nested/a.readout.md': files['a.readout.md'],
    };
    const desk = deskWith({ ...files, ...nested });
    assert.match(desk.run(['thread', 'a#port']).out, /b#port/);
    assert.doesNotMatch(desk.run(['thread', 'a#port', 'nested']).out, /b#port/);
    assert.match(desk.run(['series', 'talks']).out, /2031-05-01/);
  });

  it('says words once that several relations lead from', () => {
    const desk = deskWith({
      'a.readout.md':
        '---\ndate: 2030-05-01\n---\n\nThey [will build]{#build .commitment} and [will plan]{#plan .commitment}.\n',
      'b.readout.md':
        '---\ndate: 2031-05-01\n---\n\nThey [will sail]{.commitment part-of="a#build" depends-on="a#plan"}.\n',
    });
    assert.equal(
      desk.run(['thread', 'a#build', '--as-of', '2032-01-01']).out,
      [
        '2030-05-01  a#build (commitment, standing)',
        '            will build',
        '2030-05-01  a#plan (commitment, standing)',
        '            will plan',
        '2031-05-01  b.readout.md (commitment, standing)',
        '            part-of a#build',
        '            depends-on a#plan',
        '            will sail',
        '',
      ].join('\n'),
    );
  });

  it('gives the same to programs', () => {
    const { out } = deskWith(files).run(['thread', '#report', '--format', 'json']);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      members: [
        {
          ...{ file: 'a.readout.md', start: 128, end: 139, name: 'a#report', kind: 'commitment' },
          ...{
            date: '2030-05-01',
            words: 'will report',
            verb: 'will',
            actors: [],
            status: 'standing',
          },
        },
      ],
      steps: [],
    });
  });

  it('asks for the folder where two collections have a mark of one name', () => {
    const desk = deskWith({
      'x/readout.yaml': '',
      'x/a.readout.md': files['a.readout.md'],
      'y/readout.yaml': '',
      'y/a.readout.md': files['a.readout.md'],
    });
    for (const name of ['port', 'a#port']) {
      assert.equal(
        desk.run(['thread', name]).error,
        'readout: Several collections have “a#port”. Name the folder of the one that is meant.\n',
      );
    }
    assert.match(desk.run(['thread', 'a#port', 'y']).out, /will open the port/);
  });

  it('asks which one is meant, and says what it does not know', () => {
    const desk = deskWith(files);
    const refused = (...args: string[]) => desk.run(['thread', ...args]).error;
    assert.match(refused('port'), /Several marks are called “port”: a#port, b#port\./);
    desk.write('in/readout.yaml', '');
    desk.write('in/a.readout.md', files['a.readout.md']);
    desk.write('in/b c.readout.md', '[We will report]{#report .commitment}\n');
    assert.match(
      refused('report', 'in'),
      /Several marks are called “report”: a#report, in\/b c\.readout\.md#report\./,
    );
    assert.match(desk.run(['thread', 'in/b c.readout.md#report', 'in']).out, /We will report/);
    assert.match(refused('none'), /No mark is called “none” here\./);
    assert.match(refused('a#none'), /No mark is called “a#none” here\./);
    assert.match(refused(), /Name a mark/);
    assert.match(
      refused('a#port', '--as-of', 'May'),
      /--as-of takes a day such as 2031-05-18, not “May”/,
    );
    assert.match(refused('a#port', '--format', 'xml'), /--format is pretty or json/);
  });
});

describe('readout series', () => {
  afterEach(cleared);

  it('tells carried, reworded, new and dropped, by id or name', () => {
    const desk = deskWith(files);
    const { code, out } = desk.run(['series', 'harbour talks']);
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        '2030-05-01  First talks',
        '  new       #port  will open the port by 2031',
        '  new       #report  will report',
        '',
        '2031-05-01  b.readout.md',
        '  reworded  #port  [-will-] {+intend to+} open the port [-by 2031-]',
        '            intend instead of will (weaker); no day instead of 2031',
        '  dropped   #report  will report (2030-05-01)',
        '',
      ].join('\n'),
    );
    const { documents } = JSON.parse(desk.run(['series', 'talks', '--format', 'json']).out);
    assert.deepEqual(
      documents.map((one: { dropped: unknown[]; new: unknown[] }) => [
        one.new.length,
        one.dropped.length,
      ]),
      [
        [2, 0],
        [0, 1],
      ],
    );
    const { error } = desk.run(['series', 'none']);
    assert.match(error, /No dated readout here says “series: none”\. Those here: talks\./);
  });
});
