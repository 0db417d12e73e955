import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkSymbols } from '../../../test/support/check.ts';
import { fixture } from '../../../test/support/fixture.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import { mostSymbols, settleSymbols, symbols } from './symbols.ts';

const collection = `
  //- readout.yaml
  name: Orla
  entities:
    orla-bridge: { kind: place, name: Northern Bridge, aliases: [Köprü] }
  //- a.readout.md
  ---
  title: First meeting
  date: 2031-04-02
  ---

  They [will reopen the bridge at Orla]{#reopen .commitment} and [the bridge at Orla]{.place}.
  They [will close the old ferry]{.commitment}.
  //- b.readout.md
  ---
  date: 2033-05-01/2033-05-03
  ---

  They [will reopen [the Northern
  Bridge](#orla-bridge)]{#bridge-again .commitment} by then.
`;

describe('symbols', () => {
  it('finds marks by the beginnings of their words, the newest first', () => {
    checkSymbols(
      collection,
      'reop brid',
      'will reopen the Northern Bridge · bridge-again | commitment | b | 2033-05-03',
      'will reopen the bridge at Orla · reopen | commitment | First meeting | 2031-04-02',
    );
  });

  it('calls a text that has neither title nor key by the name of its file', () => {
    checkSymbols(
      `
      //- 共同発表 1.readout.md
      両者は[橋を開く]{.commitment}。
      `,
      '橋',
      '橋を開く | commitment | 共同発表 1',
    );
  });

  it('finds the same where what it looks in was made ready', () => {
    const [{ snapshot: made }, { snapshot: ready }] = [fixture(collection), fixture(collection)];
    for (const _ of settleSymbols(ready));
    for (const query of ['bridge', 'reop', 'zzz', '']) {
      assert.deepEqual(symbols(ready, query), symbols(made, query));
    }
  });

  it('puts the id itself first, then what begins with the query, then the rest', () => {
    checkSymbols(
      `
        They [open the gate]{#bridge .position} and [see the bridge]{#see .position}
        and [bridge the gap]{#mend .position} and [do so]{#bridge-two .position}.
      `,
      'bridge',
      'open the gate · bridge | position | a',
      'do so · bridge-two | position | a',
      'bridge the gap · mend | position | a',
      'see the bridge · see | position | a',
    );
  });

  it('takes words of the query in any order, but those in order from the start are better', () => {
    const source =
      'They [reopen the bridge]{#a .position} and [bridge the gap, reopen]{#b .position}.';
    checkSymbols(
      source,
      'bridge reopen',
      'reopen the bridge · a | position | a',
      'bridge the gap, reopen · b | position | a',
    );
    checkSymbols(
      source,
      'bridge the',
      'bridge the gap, reopen · b | position | a',
      'reopen the bridge · a | position | a',
    );
  });

  it('finds ids by their parts, and an id written in full before longer ones', () => {
    checkSymbols(
      'They [a]{#north-bridge-two .position} [b]{#north-bridge .position} [c]{#the-north-bridge .position}.',
      'north-bridge',
      'b · north-bridge | position | a',
      'a · north-bridge-two | position | a',
      'c · the-north-bridge | position | a',
    );
  });

  it('leaves out marks without an id whose kind is not registered', () => {
    checkSymbols(
      collection,
      'orla',
      'Northern Bridge · orla-bridge | place | Orla',
      'will reopen the bridge at Orla · reopen | commitment | First meeting | 2031-04-02',
    );
    checkSymbols(
      collection,
      'ferry',
      'will close the old ferry | commitment | First meeting | 2031-04-02',
    );
  });

  it('finds entities by their aliases, without regard to case and accents', () => {
    checkSymbols(collection, 'KOPRU', 'Northern Bridge · orla-bridge | place | Orla');
    checkSymbols(collection, 'ｋöｐ', 'Northern Bridge · orla-bridge | place | Orla');
  });

  it('finds Japanese words anywhere in a run', () => {
    const source =
      '両国は[普天間飛行場の全面返還を確認した]{.position}。[飛行の安全]{#anzen .position}';
    checkSymbols(source, '飛行場', '普天間飛行場の全面返還を確認した | position | a');
    checkSymbols(source, '飛行場の全面返', '普天間飛行場の全面返還を確認した | position | a');
    checkSymbols(source, '飛行場の返還');
    checkSymbols(
      source,
      '飛行',
      '飛行の安全 · anzen | position | a',
      '普天間飛行場の全面返還を確認した | position | a',
    );
  });

  it('takes a mark and its fragments as one', () => {
    checkSymbols(
      `
        They [will return all]{#return .commitment}

        [of the northern land]{continues=return} soon.
      `,
      'northern',
      'will return all of the northern land · return | commitment | a',
    );
  });

  it('does not find headings, notes and signs of annotations', () => {
    checkSymbols('# Bridge\n\nThey ^[the bridge] agree.', 'bridge');
    checkSymbols('They [agree \\[sic\\]]{#x .position cites="#y"}.', 'cites');
    checkSymbols('They [agree \\[sic\\]]{#x .position}.', 'sic', 'agree [sic] · x | position | a');
  });

  it('answers nothing where the query holds no word', () => checkSymbols(collection, ' ?! '));

  it('answers an empty query with the commitments of the newest documents', () => {
    checkSymbols(
      collection,
      '',
      'will reopen the Northern Bridge · bridge-again | commitment | b | 2033-05-03',
      'will reopen the bridge at Orla · reopen | commitment | First meeting | 2031-04-02',
      'will close the old ferry | commitment | First meeting | 2031-04-02',
    );
  });

  it('answers an empty query with all marks where there is no commitment', () =>
    checkSymbols('They [agree]{#x .position}.', '', 'agree · x | position | a'));

  it('shortens long words', () => {
    const long = `They [${'word '.repeat(40)}end]{#x .position}.`;
    const [found] = symbols(fixture(long).snapshot, 'end').symbols;
    assert.equal(found?.name, `${'word '.repeat(15)}word… · x`);
  });

  it('lands on the words of a mark and on the key of an entity', () => {
    const { snapshot, files } = fixture(collection);
    const places = symbols(snapshot, 'bridge').symbols.map(({ uri, span }) =>
      files.find((file) => file.uri === uri)?.text.slice(span.from, span.to),
    );
    assert.deepEqual(places, [
      'will reopen [the Northern\nBridge](#orla-bridge)',
      'orla-bridge',
      'will reopen the bridge at Orla',
    ]);
  });

  it('says how many more there are', () => {
    const many = Array.from({ length: 200 }, (_, i) => `[words ${i}]{#w${i} .position}`).join(' ');
    const { snapshot } = fixture(many);
    const found = symbols(snapshot, 'words');
    assert.equal(found.symbols.length, mostSymbols);
    assert.equal(found.more, 200 - mostSymbols);
    assert.equal(symbols(snapshot, '').more, 200 - mostSymbols);
  });

  it('does not keep what has been edited away', () => {
    let snapshot: Snapshot = emptySnapshot();
    for (let i = 0; i < 300; i++) {
      const marks = Array.from({ length: 8 }, (_, k) => `[word${i} ${k}]{#m${k} .position}`);
      const changes = [{ uri: `file:///c/a${i % 3}.readout.md`, text: marks.join(' ') }];
      snapshot = apply(snapshot, changes).snapshot;
      assert.equal(symbols(snapshot, `word${i}`).symbols.length, 8);
    }
    assert.equal(symbols(snapshot, 'word296').symbols.length, 0);
    assert.equal(symbols(snapshot, 'word').symbols.length, 24);
  });

  it('answers the same after any edits as for a collection read at once', () => {
    const word = fc.constantFrom(
      'bridge',
      'Bridges',
      'reopen',
      'Köprü',
      '普天間飛行場',
      '飛行',
      'ferry',
    );
    const mark = fc
      .tuple(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '#ferry-x ', '#y '),
      )
      .map(([words, id]) => `[${words.join(' ')}]{${id}.${id ? 'place' : 'position'}}`);
    const day = fc.constantFrom(
      '',
      '---\ndate: 2031-01-01\n---\n\n',
      '---\ndate: 2032-01-01\n---\n\n',
    );
    const text = fc.option(
      fc
        .tuple(day, fc.array(mark, { maxLength: 3 }))
        .map(([front, marks]) => front + marks.join(' ')),
      { nil: undefined },
    );
    const edit = fc.record({ file: fc.nat(4), text, query: fc.oneof(word, fc.constant('')) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        let snapshot: Snapshot = emptySnapshot();
        const texts = new Map<string, string | undefined>();
        for (const { file, text, query } of edits) {
          const uri = `file:///c/d${file}.readout.md`;
          texts.set(uri, text);
          snapshot = apply(snapshot, [{ uri, text }]).snapshot;
          const changes = [...texts].map(([uri, text]) => ({ uri, text }));
          const fresh = apply(emptySnapshot(), changes).snapshot;
          assert.deepEqual(symbols(snapshot, query), symbols(fresh, query));
        }
      }),
    );
  });
});
