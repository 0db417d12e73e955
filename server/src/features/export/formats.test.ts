import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixture, root } from '../../../../test/support/fixture.ts';
import { onDay, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { type ExportFormat, exportPieces } from './export.ts';

const collection = `
  //- readout.yaml
  name: Orla & Maren
  entities:
    ardenia: { kind: actor, name: "Ardenia <the Republic>" }
    belmark: { kind: actor, name: Belmark }
    tax: { kind: instrument, name: Tax Treaty }
  //- a.readout.md
  ---
  title: "First \\"Meeting\\""
  date: 2030-05-01
  lang: en
  parties: [ardenia, belmark]
  ---

  They [will open 😀 the "bridge" & <gate>]{#bridge .commitment due=2031-03},
  [and the ferry]{#ferry .commitment due="2032~"}.
  //- b.readout.md
  ---
  date: 2031-05-14
  ---

  It [was opened]{.evidence by=belmark fulfils="a#bridge" score=+1}; the [view]{.position cites="a# #tax none#x"} stands.
  Ardenia [asked again]{#again .request parallels="a#ferry"}.
`;

function written(
  format: ExportFormat,
  snapshots: readonly Snapshot[],
  isAsked: (uri: string) => boolean = () => true,
): string {
  const asOf = '2032-01-01';
  const wanted = { asOf, fileOf: (uri: string) => uri.replace(root, ''), isAsked };
  const dated = snapshots.map((one) => onDay(one, asOf));
  return [...exportPieces(format, dated, wanted)].map(({ text }) => text).join('');
}

const exported = (format: ExportFormat, source = collection): string =>
  written(format, [fixture(source).snapshot]);

/** Lines that hold one of these words. */
const linesWith = (text: string, words: RegExp): string[] =>
  text.split('\n').filter((line) => words.test(line));

/** A collection of one document that says these words wherever words go. */
const saying = (words: string): string => {
  const quoted = JSON.stringify(words.replace(/[\p{C}\\"]/gu, '?'));
  const plain = words.replace(/[\p{C}\s[\]{}^!\\]+/gu, ' ');
  return `
    //- readout.yaml
    name: ${quoted}
    entities:
      e: { kind: actor, name: ${quoted} }
    //- a.readout.md
    ---
    title: ${quoted}
    parties: [e]
    ---

    They will [go ${plain}]{#a .commitment due=2031 if=${quoted}}. [${plain} x]{.request fulfils="#a b#c"}
  `;
};

const nasty = [
  ...['<script>alert(1)</script>', '"><img src=x onerror=y>', "' onclick='", '&amp;&#x0;', ']]>'],
  ...[
    '"] --> b',
    'end',
    '`**x**`',
    '#quot;',
    '%%{init: {}}%%',
    'a;b,c\\d',
    '--> | ~~~',
    '\u{1F600}',
  ],
  ...['\u0007\u0000', '\uFFFE', 'é'.repeat(80), '東京'.repeat(60)],
];
const anyWords = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
  .map((all) => all.join(' '));

describe('the register as a page', () => {
  it('has a group of rows for each document, with what is said of each mark', () => {
    const html = exported('html');
    assert.deepEqual(linesWith(html, /<(title|h1|th class="document)/), [
      '<title>Register · Orla &amp; Maren</title>',
      '<h1 id="register">Register · Orla &amp; Maren</h1>',
      '<tr><th class="document" scope="rowgroup" colspan="6" id="a#"><time datetime="2030-05-01">1 May 2030</time> · <span lang="en">First &quot;Meeting&quot;</span><span class="key">a.readout.md</span></th></tr>',
      '<tr><th class="document" scope="rowgroup" colspan="6" id="b#"><time datetime="2031-05-14">14 May 2031</time> · <span>b.readout.md</span></th></tr>',
    ]);
    assert.deepEqual(linesWith(html, /scope="row"/), [
      '<tr id="a#bridge"><th class="words" scope="row"><span class="mark commitment"><span lang="en">will open 😀 the &quot;bridge&quot; &amp; &lt;gate&gt;</span><span class="kind">commitment · #bridge</span></span></th><td>Ardenia &lt;the Republic&gt;<br>Belmark</td><td>will<span class="more">commissive, rung 6 of 10</span></td><td>March 2031</td><td>fulfilled by 14 May 2031 · b (Belmark +1)</td><td><ul><li>fulfilled by <a href="#b%23">b<wbr>#</a></li></ul></td></tr>',
      '<tr id="a#ferry"><th class="words" scope="row"><span class="mark commitment"><span lang="en">and the ferry</span><span class="kind">commitment · #ferry</span></span></th><td>Ardenia &lt;the Republic&gt;<br>Belmark</td><td>will<span class="more">commissive, rung 6 of 10</span></td><td>about 2032</td><td>standing</td><td><ul><li>parallels <a href="#b%23again">b<wbr>#again</a></li></ul></td></tr>',
      '<tr><th class="words" scope="row"><span class="mark evidence"><span>was opened</span><span class="kind">evidence</span></span></th><td>Belmark</td><td></td><td></td><td>score +1</td><td><ul><li>fulfils <a href="#a%23bridge">a<wbr>#bridge</a></li></ul></td></tr>',
      '<tr><th class="words" scope="row"><span class="mark position"><span>view</span><span class="kind">position</span></span></th><td></td><td></td><td></td><td>standing</td><td><ul><li>cites <a href="#a%23">a<wbr>#</a></li><li>cites Tax Treaty</li><li>cites none#x</li></ul></td></tr>',
      '<tr id="b#again"><th class="words" scope="row"><span class="mark request"><span>asked again</span><span class="kind">request · #again</span></span></th><td></td><td>ask<span class="more">directive, rung 4 of 7</span></td><td></td><td>standing</td><td><ul><li>parallels <a href="#a%23ferry">a<wbr>#ferry</a></li></ul></td></tr>',
    ]);
  });

  it('needs nothing from outside, and runs nothing', () => {
    const html = exported('html');
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
    assert.doesNotMatch(html, /<(script|link|img|iframe)|https?:|url\(|@import|\son\w+=/i);
  });

  it('goes to what is on the page alone', () => {
    const { snapshot } = fixture(collection);
    const html = written('html', [snapshot], (uri) => uri.endsWith('b.readout.md'));
    assert.doesNotMatch(html, /href="#a|id="a/);
    assert.match(html, /<li>fulfils a#bridge<\/li>/);
  });

  it('keeps two collections of the same names apart', () => {
    const one = 'We [agree]{#x .position}, [and]{.position cites="#x"}.';
    const other = fixture(`//- in/a.readout.md\n${one}`);
    const html = written('html', [fixture(one).snapshot, other.snapshot]);
    assert.deepEqual(
      [...html.matchAll(/(?:id|href)="([^"]+)"/g)].map(([, name]) => name).slice(1),
      ['a#', 'a#x', '#a%23', '#a%23x', '2/a#', '2/a#x', '#2%2Fa%23', '#2%2Fa%23x'],
    );
  });

  it('says so where there is nothing', () => {
    assert.match(exported('html', 'They met.'), /<td colspan="6">No words are marked/);
  });

  it('is sound markup whatever the words', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const body = exported('html', saying(words)).replace(/^[\s\S]*<main>/, '<main>');
        assertBalanced(body.replace('</body>\n</html>\n', ''));
      }),
      { numRuns: 300 },
    );
  });
});

/** Tags that are closed in order, attributes in quotes, and no sign between them that is markup. */
function assertBalanced(markup: string): void {
  const open: string[] = [];
  let at = 0;
  const tag = /<(\/?)([A-Za-z][\w.:]*)((?:\s[\w.:-]+="[^"<&]*(?:&[#\w]+;[^"<&]*)*")*)(\/?)>/g;
  for (const match of markup.matchAll(tag)) {
    const between = markup.slice(at, match.index);
    assert.match(between, /^(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)*$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what no XML may hold
    assert.doesNotMatch(between, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    const [whole, closes, name = ''] = match;
    at = match.index + whole.length;
    if (closes) assert.equal(open.pop(), name);
    else if (!match[4] && !/^(br|wbr)$/.test(name)) open.push(name);
  }
  assert.deepEqual([open, markup.slice(at).trim()], [[], '']);
}

describe('the register as a graph', () => {
  it('is GraphML: marks with what is said of them, then relations', () => {
    const [head = '', ...rest] = exported('graphml').split('  <graph ');
    assert.ok(head.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns='));
    assert.ok(
      head.includes('<key id="relation" for="edge" attr.name="relation" attr.type="string"/>'),
    );
    const graph = rest.join('');
    assert.deepEqual(
      linesWith(graph, /<(node|edge|data key="(name|label|type|relation|words)")/).map((line) =>
        line.trim(),
      ),
      [
        '<node id="n1">',
        '<data key="name">a#bridge</data>',
        '<data key="label">will open 😀 the &quot;bridge&quot; &amp; &lt;gate&gt;</data>',
        '<data key="words">will open 😀 the &quot;bridge&quot; &amp; &lt;gate&gt;</data>',
        '<data key="type">mark</data>',
        '<node id="n2">',
        '<data key="name">a#ferry</data>',
        '<data key="label">and the ferry</data>',
        '<data key="words">and the ferry</data>',
        '<data key="type">mark</data>',
        '<node id="n3">',
        '<data key="label">was opened</data>',
        '<data key="words">was opened</data>',
        '<data key="type">mark</data>',
        '<node id="n4">',
        '<data key="label">view</data>',
        '<data key="words">view</data>',
        '<data key="type">mark</data>',
        '<node id="n5">',
        '<data key="name">b#again</data>',
        '<data key="label">asked again</data>',
        '<data key="words">asked again</data>',
        '<data key="type">mark</data>',
        '<node id="n6">',
        '<data key="name">a#</data>',
        '<data key="label">First &quot;Meeting&quot;</data>',
        '<data key="words">First &quot;Meeting&quot;</data>',
        '<data key="type">document</data>',
        '<node id="n7">',
        '<data key="name">#tax</data>',
        '<data key="label">Tax Treaty</data>',
        '<data key="words">Tax Treaty</data>',
        '<data key="type">entity</data>',
        '<node id="n8">',
        '<data key="name">none#x</data>',
        '<data key="label">none#x</data>',
        '<data key="type">missing</data>',
        '<edge id="e1" source="n3" target="n1">',
        '<data key="relation">fulfils</data>',
        '<edge id="e2" source="n4" target="n6">',
        '<data key="relation">cites</data>',
        '<edge id="e3" source="n4" target="n7">',
        '<data key="relation">cites</data>',
        '<edge id="e4" source="n4" target="n8">',
        '<data key="relation">cites</data>',
        '<edge id="e5" source="n5" target="n2" directed="false">',
        '<data key="relation">parallels</data>',
      ],
    );
  });

  it('is sound XML whatever the words', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const xml = exported('graphml', saying(words));
        assertBalanced(xml.replace(/^<\?xml[^>]*\?>\n/, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('is a drawing for Mermaid of what a relation joins', () => {
    const mermaid = exported('mermaid', `${collection}  [Alone]{#alone .position}.\n`);
    assert.deepEqual(mermaid.split('\n').slice(0, 18), [
      'flowchart LR',
      '  subgraph d1["First #34;Meeting#34;"]',
      '    n1["a#35;bridge · 2030-05-01<br/>will open 😀 the #34;bridge#34; #38; #60;gate#62;"]:::commitment',
      '    n2["a#35;ferry · 2030-05-01<br/>and the ferry"]:::commitment',
      '  end',
      '  subgraph d2["b"]',
      '    n3["2031-05-14<br/>was opened"]:::evidence',
      '    n4["2031-05-14<br/>view"]:::position',
      '    n5["b#35;again · 2031-05-14<br/>asked again"]:::request',
      '  end',
      '  n6[["a#35; · 2030-05-01<br/>First #34;Meeting#34;"]]',
      '  n7(["#35;tax<br/>Tax Treaty"])',
      '  n8["none#35;x"]:::missing',
      '  n3 -->|"fulfils"| n1',
      '  n4 -->|"cites"| n6',
      '  n4 -->|"cites"| n7',
      '  n4 -->|"cites"| n8',
      '  n5 ---|"parallels"| n2',
    ]);
    assert.doesNotMatch(mermaid, /Alone/);
  });

  it('has no word in a drawing that Mermaid could take for its own', () => {
    const line =
      /^(flowchart LR| {2}(subgraph d\d+\["[^"]*"\]|end|classDef .*|n\d+ (-->|---)\|"[a-z-]+"\| n\d+| {0,2}n\d+(\[|\[\[|\(\[)"[^"]*"(\]|\]\]|\]\))(:::\w+)?)|)$/;
    fc.assert(
      fc.property(anyWords, (words) => {
        for (const one of exported('mermaid', saying(words)).split('\n')) {
          assert.match(one, line);
          for (const [, quoted = ''] of one.matchAll(/"([^"]*)"/g)) {
            assert.match(quoted.replaceAll('<br/>', ''), /^(?:[\w ,.-]|#\d+;|[^\0-\x7f])*$/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the register as a calendar', () => {
  it('has an event on the last day of each due', () => {
    const calendar = exported('ics').replaceAll('\r\n ', '');
    assert.deepEqual(calendar.split('\r\n'), [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Readout//Register//EN'],
      ...['BEGIN:VEVENT', 'UID:a#bridge@readout', 'DTSTAMP:20300501T000000Z'],
      'DTSTART;VALUE=DATE:20310331',
      'SUMMARY:Ardenia <the Republic>\\, Belmark: will open 😀 the "bridge" & <gate>',
      'DESCRIPTION:will open 😀 the "bridge" & <gate>\\nDue: March 2031\\nStatus: fulfilled by 14 May 2031 · b (Belmark +1)\\n1 May 2030 · First "Meeting" · a#bridge',
      ...['CATEGORIES:commitment', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'UID:a#ferry@readout', 'DTSTAMP:20300501T000000Z'],
      'DTSTART;VALUE=DATE:20321231',
      'SUMMARY:Ardenia <the Republic>\\, Belmark: and the ferry',
      'DESCRIPTION:and the ferry\\nDue: about 2032\\nStatus: standing\\n1 May 2030 · First "Meeting" · a#ferry',
      ...['CATEGORIES:commitment', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
      ...['END:VCALENDAR', ''],
    ]);
  });

  it('calls each mark the same each time, and no two the same', () => {
    const source = `
      We [will go]{.commitment due=2031}, [will go]{.commitment due=2032}
      and [will stay]{#stay .commitment due="2031/2033"}, [some day]{.commitment due=open}.
    `;
    const uids = (text: string) => [...text.matchAll(/UID:(.*)\r/g)].map(([, uid]) => uid);
    const once = uids(exported('ics', source));
    assert.equal(once.length, 3);
    assert.match(once[0] ?? '', /^a#[0-9a-f]{16}@readout$/);
    assert.deepEqual(once.slice(1), [once[0]?.replace('@', '+2@'), 'a#stay@readout']);
    assert.deepEqual(uids(exported('ics', `Before. ${source}`)), once);
    const { snapshot } = fixture(source);
    assert.equal(new Set(uids(written('ics', [snapshot, { ...snapshot }]))).size, 6);
  });

  it('keeps to the lines that calendars read, whatever the words', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const calendar = exported('ics', saying(words));
        assert.doesNotMatch(calendar.replaceAll('\r\n', ''), /\p{Cc}/u);
        for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
        const whole = calendar.replaceAll('\r\n ', '');
        assert.ok(!whole.includes('\uFFFD') || words.includes('\uFFFD'));
        for (const line of whole.trimEnd().split('\r\n')) {
          assert.match(line, /^[A-Z]+(;VALUE=DATE)?:(?:[^\\;,]|\\[\\;,n])*$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
