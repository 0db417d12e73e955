import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkFix,
  checkFixElsewhere,
  checkRule,
  fixesOf,
  fixTitles,
} from '../../../test/support/check.ts';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply, withCodebook } from '../core/snapshot/apply.ts';
import { documentOf, type Entry, emptySnapshot } from '../core/snapshot/snapshot.ts';
import { badValue } from './bad-value.ts';
import { runRule } from './findings.ts';

const codebook = `//- readout.yaml
entities:
  japan: { kind: actor, name: Japan, aliases: [日本] }
  australia: { kind: actor, name: Australia }
  futenma: { kind: place, name: Futenma }
  odd: { kind: aktor, name: Odd }
`;

const inCollection = (text: string) => `//- a.readout.md\n${text}${codebook}`;

describe('bad-value', () => {
  it('marks times that are none', () => {
    checkRule(
      badValue,
      `
      [go]{.commitment due="next spring"} [go]{.commitment due=2031-02-30} [go]{.target due=2031}
                            ^^^^^^^^^^^ “next spring” is no time
                                                               ^^^^^^^^^^
      `,
    );
    checkRule(badValue, '[go]{.commitment due="2031-01/2031-06~"} [go]{.commitment due=open}');
  });

  it('marks scores that are none, and those on no evidence', () => {
    checkRule(
      badValue,
      `
      [x]{.evidence score=5} [x]{.evidence score=-1} [x]{.place score=+1} [x]{.plaice score=+1}
                          ^ “5” is no score
                                                                ^^^^^^^^ evidence only
      `,
    );
  });

  it('marks verbs that stand on no ladder', () => {
    checkRule(
      badValue,
      `
      [x]{.position verb=affirmed} [x]{.position verb="look forward"} [x]{.position verb=zzz}
                         ^^^^^^^^ Did you mean “affirm”?
                                                                                         ^^^
      `,
    );
  });

  it('marks words of a relation that point nowhere', () => {
    checkRule(
      badValue,
      `
      [x]{.position cites="#a a b# #2x k#b#c"} [y]{.place cites="#"} [y]{.place zzz=a}
                              ^ lacks the “#”
                                   ^^^ such a name
                                       ^^^^^
                                                                 ^ such a name
      `,
    );
  });

  it('marks those who are no actors, in braces and in the front matter', () => {
    checkRule(
      badValue,
      inCollection(`---
parties: [japan, corvia, odd]
                 ^^^^^^ no entity “corvia”
participants: futenma
              ^^^^^^^ its kind is place
---

[go]{.commitment by="japan austrlia"} [go]{.request to=futenma} [go]{.position says=japan}
                           ^^^^^^^^ Did you mean “australia”?
                                                       ^^^^^^^ “futenma” (Futenma) is no actor
`),
    );
  });

  it('marks attributes without a value, and a “=” in a bare one', () => {
    checkRule(
      badValue,
      `
      [x]{.place due= by="" cites=" "} [x]{.place if=a=b} [x]{.place due="" verb="" if=""}
                 ^^^^ Nothing stands behind
                      ^^^^^ between the quotes of “by”
                            ^^^^^^^^^
                                                     ^^^ not in quotes
                                                                     ^^^^^^
                                                                            ^^^^^^^
      `,
    );
  });

  it('remembers that a paragraph is sound only as long as it and the codebook are the same', () => {
    const uri = 'file:///c/a.readout.md';
    const readBook = (text: string) => readCodebook([{ uri: 'file:///c/readout.yaml', text }]);
    const japan = readBook('entities: { japan: { kind: actor, name: Japan } }');
    let snapshot = emptySnapshot(japan);
    let version = 0;
    const found = (text: string) => {
      version++;
      snapshot = apply(snapshot, [{ uri, text, version }]).snapshot;
      return words();
    };
    const words = () => {
      const entry = snapshot.entries.get(uri) as Entry;
      const context = { snapshot, entry, document: documentOf(entry) };
      return runRule(badValue, context).map(({ from, to }) => entry.text.slice(from, to));
    };
    const sound = '[go]{.commitment by=japan}';
    assert.deepEqual(found(`${sound}\n`), []);
    assert.deepEqual(found(`First.\n\n${sound}\n`), []);
    assert.deepEqual(found(`First.\n\n${sound} [go]{.commitment by=corvia}\n`), ['corvia']);
    assert.deepEqual(found(`${sound} [go]{.commitment by=corvia}\n`), ['corvia']);
    assert.deepEqual(found(`${sound}\n`), []);
    snapshot = withCodebook(snapshot, readBook('entities: {}')).snapshot;
    assert.deepEqual(words(), ['japan']);
  });

  it('leaves fragments to their own finding', () => {
    checkRule(badValue, '[x]{#a .place} [y]{continues=a due=soon}');
  });

  it('writes a time that can mean one thing only', () => {
    const cases = [
      ['"6 June 2031"', '2031-06-06'],
      ['"June, 2031"', '2031-06'],
      ['2031.6', '2031-06'],
      ['2031/6/30', '2031-06-30'],
      ['2031年6月30日', '2031-06-30'],
    ];
    for (const [before, after] of cases) {
      checkFix(badValue, `[go]{due=${before} .target}`, `[go]{due=${after} .target}`);
    }
    for (const due of ['6/7/2031', '"31 June 2031"', 'soon'])
      assert.deepEqual(fixTitles(badValue, `[go]{due=${due}}`), ['Take the attribute out'], due);
  });

  it('writes a score', () => {
    checkFix(badValue, '[x]{.evidence score=1}', '[x]{.evidence score=+1}');
    checkFix(badValue, '[x]{.evidence score=−1}', '[x]{.evidence score=-1}');
    assert.deepEqual(fixTitles(badValue, '[x]{.evidence score=5}'), [
      'Write “score=+1”',
      'Write “score=0”',
      'Write “score=-1”',
      'Take the attribute out',
    ]);
    checkFix(badValue, '[x]{.place score=0}', '[x]{.place}');
  });

  it('writes the verb of which it is a form, or that looks like it', () => {
    checkFix(badValue, '[x]{.position verb=welcomed}', '[x]{.position verb=welcome}');
    checkFix(badValue, '[x]{.position verb=afirm}', '[x]{.position verb=affirm}');
    checkFix(badValue, '[x]{.position verb="takes note"}', '[x]{.position verb="take note"}');
  });

  it('writes the actor that was meant', () => {
    const change = (before: string, after: string) =>
      checkFix(badValue, inCollection(`[go]{.request ${before}}\n`), `[go]{.request ${after}}\n`);
    change('by=austrlia', 'by=australia');
    change('by="#japan"', 'by="japan"');
    change('by="japan Australia"', 'by="japan australia"');
    change('to=日本', 'to=japan');
  });

  it('mends unasked only what can mean one thing', () => {
    const preferred = (text: string) =>
      fixesOf(badValue, inCollection(`${text}\n`)).map((fix) => !!fix.preferred);
    assert.deepEqual(preferred('[go]{.request by=Japan}'), [true, false]);
    assert.deepEqual(preferred('[go]{.request by=japn}'), [false, false]);
    assert.deepEqual(preferred('[y]{.place cites=futenma}'), [true]);
    assert.deepEqual(preferred('[y]{.place cites=futena}'), [false]);
  });

  it('adds an actor to the codebook', () => {
    checkFixElsewhere(badValue, inCollection('[go]{.request to=corvia}\n'), {
      title: 'Add the actor “corvia” to the codebook',
      name: 'readout.yaml',
      after: `${codebook.slice(codebook.indexOf('entities'))}  corvia:\n    kind: actor\n    name: corvia\n`,
    });
  });

  it('writes the “#” of a relation', () => {
    const text = '[x]{#a .place} [y]{.place cites=a}';
    checkFix(badValue, text, '[x]{#a .place} [y]{.place cites=#a}');
    checkFix(
      badValue,
      inCollection('[y]{.place cites="futenma"}\n'),
      '[y]{.place cites="#futenma"}\n',
    );
    const two = '//- a.readout.md\n[y]{.place cites="orla #c"}\n//- orla.readout.md\nText.\n';
    checkFix(badValue, two, '[y]{.place cites="orla# #c"}\n');
    checkFix(
      badValue,
      '[x]{#bay .place} [y]{.place cites=baay}',
      '[x]{#bay .place} [y]{.place cites=#bay}',
    );
    assert.deepEqual(fixTitles(badValue, '[y]{.place cites=zzzzzz}'), []);
  });

  it('puts a value with “=” in quotes, or takes an empty attribute out', () => {
    checkFix(badValue, '[x]{.place if=a=b}', '[x]{.place if="a=b"}');
    checkFix(badValue, '[x]{.place if=a=b}', '[x]{.place}', { title: 'Take the attribute out' });
    checkFix(badValue, '[x]{due= .place}', '[x]{.place}');
    checkFix(badValue, '[x]{.place by=""}', '[x]{.place}');
  });
});
