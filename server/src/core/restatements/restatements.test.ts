import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../codebook/read-codebook.ts';
import { apply } from '../snapshot/apply.ts';
import { documentOf, type Entry, emptySnapshot } from '../snapshot/snapshot.ts';
import { verbOf } from '../verbs/verbs.ts';
import { clausesOf } from './clauses.ts';
import { againOf, takes } from './difference.ts';
import { likenessOf, wholeOf } from './likeness.ts';
import { nameOthers, soleSubject } from './names.ts';
import { fromOf, keyAt, type Passage, readPassage, weightOf } from './passage.ts';
import { restatementsIn } from './restatements.ts';
import { mayTakeStand, takesStand } from './stand.ts';
import { sameNames } from './states.ts';
import { threads } from './threads.ts';
import { keyOfTerm } from './vocabulary.ts';
import { stem, termOf } from './words.ts';

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: 'entities: { usa: { kind: actor, name: United States }, orla: { kind: place, name: Orla, aliases: [Orla City] } }\n',
  },
]);
const names = sameNames(codebook);
const passage = (text: string) => readPassage(text, names);
const each = <T>(read: (passage: Passage, at: number) => T, one: Passage): T[] =>
  Array.from({ length: one.length }, (_, at) => read(one, at));
const keys = (text: string) => each(keyAt, passage(text));

describe('words that are compared', () => {
  it('lose the ends of number and tense', () => {
    for (const [a, b] of [
      ['opened', 'opening'],
      ['bridges', 'bridge'],
      ['ministries', 'ministry'],
      ['committed', 'commit'],
      ['organise', 'organize'],
      ['harbours', 'harbor'],
    ]) {
      assert.equal(stem(a as string), stem(b as string), `${a} ${b}`);
    }
    assert.notEqual(stem('customs'), stem('custody'));
  });

  it('count by what they tell', () => {
    const weights = ['the', 'Ministers', 'security', 'lorries', 'May', '38', 'co', 'G7'].map(
      (word) => termOf(word).weight,
    );
    assert.deepEqual(weights, [0, 0.2, 0.5, 1, 0.15, 0.15, 0, 1]);
  });

  it('keep the capitals of short names', () => {
    assert.equal(termOf('US').key, 'US');
    assert.equal(termOf('us').weight, 0);
  });
});

describe('a passage', () => {
  it('has one token for a name, whatever it is called', () => {
    assert.deepEqual(keys('the U.S. and Orla City'), ['the', '#usa', 'and', '#orla']);
    assert.deepEqual(keys('DPRK'), keys('North Korea'));
  });

  it('weighs persons like their office', () => {
    const weights = each(weightOf, passage('President Lena Marrow of Marrow Lake'));
    assert.deepEqual([weights[2], weights.at(-1)], [0.2, 1]);
  });

  it('is pairs of characters in Japanese', () => {
    const words = passage('橋梁を開放する');
    assert.deepEqual(
      each((one, at) => [keyAt(one, at), weightOf(one, at)], words).filter(([, weight]) => weight),
      [
        ['橋梁', 0.5],
        ['梁を', 0.2],
        ['を開', 0.2],
        ['開放', 0.5],
        ['放す', 0.2],
      ],
    );
  });

  it('has words of letters of any script, with dots and apostrophes inside', () => {
    assert.deepEqual(keys('the U.S., 𝒜𝒷, Ærø and 々'), ['the', '#usa', '𝒜𝒷', 'ærø', 'and', '々']);
    assert.deepEqual(keys("Council's e.g. 3.5. x'"), ['council', 'e.g', '0', 'x']);
  });
});

/** The same words as a pattern finds them, apart from scripts without spaces. */
const word = /[\p{L}\p{N}]+(?:[.'’](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;

describe('the words of a passage', () => {
  it('are those that a pattern for letters, figures and signs between them finds', () => {
    const sign = fc.constantFrom(
      ..."aé ×3½.’'-_Жß한\u0301\ud835𝒜🚢\udc9c".split(''),
      '𝒷',
      '🚢',
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        const found = [...text.matchAll(word)].map(({ 0: one, index }) => [index, termOf(one).key]);
        assert.deepEqual(
          each((one, at) => [fromOf(one, at), keyAt(one, at)], passage(text)),
          found,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('likeness', () => {
  const like = (a: string, b: string) => likenessOf(passage(a), passage(b));

  it('is whole for the same words and nothing for others', () => {
    const words = 'will reopen the northern bridge to heavy lorries';
    assert.equal(like(words, words).score, 1);
    assert.equal(like(words, words).share, 1);
    assert.equal(like(words, 'will plant apple orchards along slow rivers').common, 0);
  });

  it('looks for the best part of what is much longer, in either', () => {
    const short = 'will reopen the northern bridge to heavy lorries';
    const long = `${'They spoke of harvests, fisheries, schools, clinics, archives and museums. '.repeat(4)}They ${short}.`;
    const { enough, part } = like(short, long);
    assert(enough);
    assert(fromOf(part.of, part.first) > 200);
    assert(like(long, short).enough);
  });

  it('asks more of few words', () => {
    assert(!like('will open the bridge', 'will open the school').enough);
    assert(!like('reaffirmed their commitment', 'reaffirmed their commitment').enough);
  });
});

describe('names in two passages', () => {
  const others = (a: string, b: string) => nameOthers(wholeOf(passage(a)), wholeOf(passage(b)));

  it('are others where they stand in the same place', () => {
    assert(
      others(
        'to extend the mandate of the Lake Mission',
        'to extend the mandate of the Ridge Mission',
      ),
    );
    assert(others('Ulmen will lower its duties on grain', 'Torvik will lower its duties on grain'));
    assert(others('Orla thanks the people of Ulmen', 'Orla thanks the people of Torvik'));
    assert(others('they thank the people of Ulmen', 'they thank the people of Torvik'));
    assert(!others('to extend the mandate of the Lake Mission', 'to extend its mandate'));
  });

  it('are others where one word of several took the place of another', () => {
    const under = (name: string) => `to build on the ${name} Trade and Transit Framework of 2031`;
    assert(others(under('Ulmen'), under('Torvik')));
    assert(!others(under('Ulmen'), under('the Ulmen')));
    // Both speak of Torvik: nothing was put in its place.
    assert(!others(under('Ulmen'), `Torvik and Ulmen wish ${under('Ulmen')}`));
  });

  it('are no others where a person only took the place of another', () => {
    assert(
      !others('the plan of President Marrow for Ulmen', 'the plan of President Weir for Ulmen'),
    );
  });

  it('are no others where one is spelled out and the other has its initials', () => {
    const through = (name: string) => `to work through the ${name} on the rules for ferries`;
    const council = 'Lake Trade and Transit Council';
    assert(!others(through(council), through('LTTC')));
    assert(!others(through('LTTC'), through(council)));
    assert(others(through(council), through('LRTC')));
    assert(others(through('Lake Trade Council and Transit Board'), through('LTTC')));
  });

  it('tell who speaks alone', () => {
    const sole = (text: string) => {
      const term = soleSubject(passage(text));
      return term === undefined ? term : keyOfTerm(term);
    };
    assert.equal(sole('The United States will open it'), '#usa');
    assert.equal(sole('The United States and Corvia will open it'), undefined);
    assert.equal(sole('They will open it'), undefined);
  });
});

describe('a stand', () => {
  const stands = (text: string) => takesStand(text, { from: 0, to: text.length }, codebook);

  it('is a verb of the ladders above the lowest rung, or a noun that binds', () => {
    assert(stands('They will open the port.'));
    assert(stands('They urged all to open the port.'));
    assert(stands('They will consider opening the port.'));
    assert(stands('Our commitment to the port is firm.'));
    assert(stands('最善を尽くします。'));
    assert(stands('The door is open, but Orla must stop its patrols.'));
    assert(stands('Authorizes the harbour force to sail.'));
  });

  it('is not what was only talked about, or what happened', () => {
    assert(!stands('They discussed the port.'));
    assert(!stands('Having considered the report on the port'));
    assert(!stands('The port grew.'));
  });
});

describe('clauses', () => {
  it('end at semicolons, and at commas before a new line of a list', () => {
    const text =
      'The Council,\nRecalling its plan,\n1. Decides to build; calls for help;\n(b) to wait.';
    const clauses = clausesOf(text, { from: 0, to: text.length });
    assert.deepEqual(
      clauses.map(({ from, to }) => text.slice(from, to)),
      [
        'The Council,',
        'Recalling its plan,',
        '1. Decides to build;',
        'calls for help;',
        '(b) to wait.',
      ],
    );
  });

  it('are there at the end of a paragraph too', () => {
    const text = 'NOTING that ferries sail; and that\nnets are mended;';
    const clauses = clausesOf(text, { from: 0, to: text.length });
    assert.deepEqual(
      clauses.map(({ from, to }) => text.slice(from, to)),
      ['NOTING that ferries sail;', 'and that\nnets are mended;'],
    );
  });

  it('are whole sentences elsewhere', () => {
    const text = 'They met in Orla,\nUlmen and Torvik. They left.';
    assert.equal(clausesOf(text, { from: 0, to: text.length }).length, 2);
  });
});

describe('a sentence that may take a stand', () => {
  const piece = fc.constantFrom(
    ...[
      'will ',
      'discussed ',
      'agreed that they ',
      'considered ',
      'having ',
      'to ',
      'the Council ',
    ],
    ...[
      'commitment ',
      'pledges, ',
      '_stand by_ ',
      'withstand ',
      'urged them ',
      'not tolerate ',
      'met. ',
    ],
    ...['確認した。', '努める', 'していく', '橋を', 'で一致した'],
  );

  it('is every one of which some words take one', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(40), fc.nat(40), (pieces, a, b) => {
        const sentence = pieces.join('');
        const words = { from: a, to: a + b };
        if (takesStand(sentence, words, codebook)) assert(mayTakeStand(sentence, codebook));
      }),
      { numRuns: 2000 },
    );
  });

  it('is none in which something was only talked about', () => {
    assert(!mayTakeStand('The chair discussed how the gaps have been mapped.', codebook));
    assert(!mayTakeStand('They met and went home.', codebook));
    assert(mayTakeStand('The chair noted that they will map the gaps.', codebook));
  });
});

describe('how a text goes back to another', () => {
  const said = (words: string, by: string[] = []) => ({
    words,
    verb: verbOf(words, { from: 0, to: words.length }, codebook),
    by,
  });
  const again = (a: string, b: string) => againOf(said(a), said(b));

  it('is read off verbs, one figure and actors', () => {
    assert.equal(again('They will build it.', 'They pledged to build it.'), 'strengthens');
    assert.equal(again('They agreed to build it.', 'They will consider building it.'), 'weakens');
    assert.equal(
      again('They will train 200 crews.', 'They will train 1,300 crews.'),
      'strengthens',
    );
    assert.equal(again('They will do it by 2031.', 'They will do it by 2035.'), 'reaffirms');
    assert.equal(again('They affirmed it.', 'They reaffirmed it.'), 'reaffirms');
    assert.equal(againOf(said('will go', ['a', 'b']), said('will go', ['a'])), 'weakens');
    assert.equal(againOf(said('will go', ['a']), said('will go', ['a', 'b'])), 'strengthens');
    assert.equal(againOf(said('will go', ['a']), said('will go', ['b'])), 'reaffirms');
  });

  it('reaffirms where signs speak for both', () => {
    assert.equal(
      again('They will train 200 crews.', 'They pledged to train 100 crews.'),
      'reaffirms',
    );
  });

  it('needs a relation that the codebook allows', () => {
    assert(takes(codebook, 'reaffirms', 'commitment'));
    assert(!takes(codebook, 'reaffirms', 'place'));
    assert(!takes(codebook, 'echoes', 'commitment'));
  });
});

describe('threads', () => {
  it('reach all marks that go back to one another, and forget them again', () => {
    const { replace, state, threadOf } = threads();
    replace([], [['c#m', 'b#m']]);
    replace([], [['b#m', 'a#m']]);
    assert.deepEqual([...(threadOf('a#m') ?? [])].sort(), ['a#m', 'b#m', 'c#m']);
    assert.equal(threadOf('c#m'), threadOf('a#m'));
    const before = state();
    replace([['b#m', 'a#m']], [['b#m', 'a#m']]);
    assert.equal(state(), before);
    replace([['b#m', 'a#m']], []);
    assert.notEqual(state(), before);
    assert.equal(threadOf('a#m'), undefined);
    assert.deepEqual([...(threadOf('c#m') ?? [])].sort(), ['b#m', 'c#m']);
  });
});

describe('restatements that are remembered', () => {
  const dated = (day: string, text: string) => `---\ndate: ${day}\n---\n\n${text}\n`;
  const bridge = 'will reopen the northern bridge to heavy lorries';

  it('move with their paragraph, and are read anew when it or a mark changes', () => {
    const a = {
      uri: 'file:///c/a.readout.md',
      text: dated('2031-01-01', `They [${bridge}]{#m .commitment}.`),
    };
    const uri = 'file:///c/b.readout.md';
    let { snapshot } = apply(emptySnapshot(codebook), [a]);
    const found = (text: string, version: number) => {
      snapshot = apply(snapshot, [{ uri, text: dated('2032-01-01', text), version }]).snapshot;
      const entry = snapshot.entries.get(uri) as Entry;
      return restatementsIn(snapshot, entry, documentOf(entry), true).map(({ from, to }) =>
        entry.text.slice(from, to),
      );
    };
    assert.deepEqual(found(`They ${bridge}.`, 1), [`They ${bridge}.`]);
    assert.deepEqual(found(`First.\n\nThey ${bridge}.`, 2), [`They ${bridge}.`]);
    assert.deepEqual(found('First.\n\nThey will rest.', 3), []);
    assert.deepEqual(found(`They ${bridge}.`, 4), [`They ${bridge}.`]);
    snapshot = apply(snapshot, [{ ...a, text: dated('2031-01-01', 'They left.') }]).snapshot;
    assert.deepEqual(found(`They ${bridge}.`, 5), []);
  });
});
