import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixture } from '../../../../test/support/fixture.ts';
import { faultsIn, type Schema } from '../../../../test/support/schema.ts';
import { onDay } from '../../core/snapshot/snapshot.ts';
import { type ExportFormat, exportPieces } from './export.ts';

const schema = JSON.parse(
  readFileSync(resolve(__dirname, '../../../../docs/register.schema.json'), 'utf8'),
) as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

function exported(source: string, format: ExportFormat, asOf = '2032-01-01'): string {
  const { snapshot } = fixture(source);
  const fileOf = (uri: string) => uri.replace('file:///c/', '');
  const wanted = { asOf, fileOf, isAsked: () => true };
  return [...exportPieces(format, [onDay(snapshot, asOf)], wanted)]
    .map(({ text }) => text)
    .join('');
}

/** Cells of the columns that are asked for. */
function cells(csv: string, ...names: string[]): (string | undefined)[][] {
  const [head = '', ...rows] = csv.slice(1).trimEnd().split('\r\n');
  const columns = head.split(',');
  return rows.map((row) => names.map((name) => row.split(',')[columns.indexOf(name)]));
}

const collection = `
  //- readout.yaml
  entities:
    ardenia: { kind: actor, name: "Ardenia, the Republic" }
    belmark: { kind: actor, name: Belmark }
  //- a.readout.md
  ---
  title: First Meeting
  date: 2030-05-01
  series: talks
  parties: [ardenia, belmark]
  ---

  They affirmed that they [will open the “bridge”, if [the weather]{.condition} allows, [by March]{.deadline}]{#bridge .commitment due=2031-03 confidence=high}.
  Ardenia [asked Belmark to wait]{.request says=ardenia to=belmark}; see [it](#bridge).
  //- b.readout.md
  ---
  date: 2031-05-14
  ---

  It [was opened]{#open .evidence by=belmark fulfils="a#bridge" score=+1}, but
  [was opened]{.evidence by=ardenia fulfils="a#bridge" score=-1} late. The [view]{.position cites="a#"} stands.
`;

describe('the register as CSV', () => {
  it('has a byte order mark, CRLF, and a row for each actor of a mark', () => {
    const csv = exported(collection, 'csv');
    assert.equal(
      csv,
      [
        '\ufeffdate,document,title,series,name,kind,actor,actor_name,words,verb,force,ladder,rung,due,due_by,deadlines,conditions,status,status_reason,score,says,to,relations,later,links,light_actor,light_deliverable,light_timeframe,light_force,attributes,file,start,end',
        '2030-05-01,a,First Meeting,talks,a#bridge,commitment,ardenia,"Ardenia, the Republic","will open the “bridge”, if the weather allows, by March",affirm,will,commissive,6,2031-03,2031-03-31,by March,the weather,fulfilled,"fulfilled by 14 May 2031 · b and 1 more (Ardenia, the Republic -1, Belmark +1)",-1,,,,fulfilled by b#open; fulfilled by b#,1,on,unknown,on,on,confidence=high,a.readout.md,114,196',
        '2030-05-01,a,First Meeting,talks,a#bridge,commitment,belmark,Belmark,"will open the “bridge”, if the weather allows, by March",affirm,will,commissive,6,2031-03,2031-03-31,by March,the weather,fulfilled,"fulfilled by 14 May 2031 · b and 1 more (Ardenia, the Republic -1, Belmark +1)",1,,,,fulfilled by b#open; fulfilled by b#,1,on,unknown,on,on,confidence=high,a.readout.md,114,196',
        '2030-05-01,a,First Meeting,talks,,request,ardenia,"Ardenia, the Republic",asked Belmark to wait,ask,ask,directive,4,,,,,standing,standing,,,belmark,,,0,,,,,,a.readout.md,257,278',
        '2031-05-14,b,,,,position,,,view,,,,,,,,,standing,standing,,,,cites a#,,0,,,,,,b.readout.md,177,181',
        '',
      ].join('\r\n'),
    );
  });

  it('lets no cell be taken for a formula, in any script, and none break a row', () => {
    const signs = ['=1+1', '+81 3', '-5 %', '@all', '＝１', '＋１', '－１', '＠みな', "'='"];
    const marks = signs.map((words) => `[${words}]{.position}`).join('\n');
    const csv = exported(
      `
      //- a.readout.md
      ---
      title: "=HYPERLINK(\\"x\\")"
      date: 2031-01-01
      series: "\\t=1"
      ---

      ${marks.replaceAll('\n', '\n      ')}
      [We]{.position confidence="-1

      =2"} [go]{.position if="=3
      =4"}.
      `,
      'csv',
    );
    assert.deepEqual(cells(csv, 'words').slice(0, -1).flat(), [
      ...signs.slice(0, -1).map((words) => `'${words}`),
      "'='",
    ]);
    assert.ok(csv.includes(`,"'=HYPERLINK(""x"")",`));
    assert.ok(csv.includes(",'=3 =4,"));
    assert.ok(!/(^|[,"\n])[=+\-@\t\r＝＋－＠]/.test(csv.replaceAll('\r\n', '\n').slice(1)));
  });

  it('holds no control character: many readers stop at one', () => {
    const csv = exported('//- a.readout.md\nThey [go\u0000 to\u0007\tit]{.position}.', 'csv');
    assert.ok(csv.includes(',go\uFFFD to\uFFFD it,'), csv);
  });

  it('has its columns where there are no rows', () => {
    assert.match(exported('They met.', 'csv'), /^\ufeffdate,document,[^\n]+,end\r\n$/);
  });
});

describe('the register as JSON', () => {
  it('says of each mark all there is, and null or nothing where nothing is known', () => {
    const { version, as_of, marks } = JSON.parse(exported(collection, 'json'));
    assert.deepEqual([version, as_of, marks.length], [1, '2032-01-01', 3]);
    assert.deepEqual(marks[0], {
      name: 'a#bridge',
      kind: 'commitment',
      words: 'will open the “bridge”, if the weather allows, by March',
      document: {
        key: 'a',
        file: 'a.readout.md',
        title: 'First Meeting',
        date: '2030-05-01',
        series: 'talks',
      },
      start: 114,
      end: 196,
      actors: [
        { id: 'ardenia', name: 'Ardenia, the Republic' },
        { id: 'belmark', name: 'Belmark' },
      ],
      says: [],
      to: [],
      verb: { lemma: 'affirm', ladder: 'stance', rung: 7 },
      force: { lemma: 'will', ladder: 'commissive', rung: 6 },
      due: '2031-03',
      due_by: '2031-03-31',
      deadlines: ['by March'],
      conditions: ['the weather'],
      lights: { actor: 'on', deliverable: 'unknown', timeframe: 'on', force: 'on' },
      status: 'fulfilled',
      status_reason:
        'fulfilled by 14 May 2031 · b and 1 more (Ardenia, the Republic -1, Belmark +1)',
      scores: [
        { actor: 'ardenia', score: -1 },
        { actor: 'belmark', score: 1 },
      ],
      relations: [],
      later: [{ relation: 'fulfils', inverse: 'fulfilled by', from: ['b#open', 'b#'] }],
      links: 1,
      attributes: [{ key: 'confidence', value: 'high' }],
    });
    assert.deepEqual(marks[2], {
      name: null,
      kind: 'position',
      words: 'view',
      document: { key: 'b', file: 'b.readout.md', title: null, date: '2031-05-14', series: null },
      start: 177,
      end: 181,
      actors: [],
      says: [],
      to: [],
      verb: null,
      force: null,
      due: null,
      due_by: null,
      deadlines: [],
      conditions: [],
      lights: null,
      status: 'standing',
      status_reason: 'standing',
      scores: [],
      relations: [{ relation: 'cites', to: 'a#' }],
      later: [],
      links: 0,
      attributes: [],
    });
  });

  it('is written as such objects are, and a line a mark says the same', () => {
    for (const source of [collection, 'They met.']) {
      const json = exported(source, 'json');
      assert.equal(json, `${JSON.stringify(JSON.parse(json), null, 2)}\n`);
      const lines = exported(source, 'ndjson').split('\n');
      assert.equal(lines.pop(), '');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)),
        JSON.parse(json).marks,
      );
    }
  });

  it('fits its schema, which says of every field what it is', () => {
    const { mark } = schema.$defs;
    assert.ok(mark);
    for (const source of [collection, 'They met.']) {
      const json = JSON.parse(exported(source, 'json'));
      assert.deepEqual(faultsIn(json, schema, schema), []);
    }
    const [line = ''] = exported(collection, 'ndjson').split('\n');
    const first = JSON.parse(line);
    assert.deepEqual(faultsIn(first, mark, schema), []);
    assert.deepEqual(Object.keys(first), Object.keys(mark.properties ?? {}));
    assert.deepEqual(mark.required, Object.keys(mark.properties ?? {}));
    const wrong = { ...first, kind: 1, due_by: '2031', lights: { actor: 'red' }, links: undefined };
    assert.deepEqual(faultsIn(wrong, mark, schema), [
      '/kind: string',
      '/due_by: ^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
      '/lights/actor: ["on","off","unknown"]',
      '/lights/deliverable: missing',
      '/lights/timeframe: missing',
      '/lights/force: missing',
      '/links: integer',
    ]);
  });
});
