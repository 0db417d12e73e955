import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { builtinCodebook, readCodebook } from '../codebook/read-codebook.ts';
import { formsOf } from './forms.ts';
import { sentenceAt } from './sentences.ts';
import { lemmasOf, lineReached, rankOf, type Verb, verbOf } from './verbs.ts';

/** Reads `… [words] …`: the verb of the words in brackets. */
function verbIn(marked: string, codebook = builtinCodebook, given?: string): Verb | undefined {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  const sentence = marked.replace('[', '').replace(']', '');
  const verb = verbOf(sentence, { from, to }, codebook, given);
  for (const part of [verb, verb?.force]) {
    if (part?.span !== undefined) assert.ok(part.span.from < part.span.to, marked);
  }
  return verb;
}

/** `affirm > will` for a verb with its force. */
const said = (marked: string): string => {
  const verb = verbIn(marked);
  if (verb === undefined) return 'none';
  return verb.force === undefined ? verb.lemma : `${verb.lemma} > ${verb.force.lemma}`;
};

const cases: readonly (readonly [title: string, ...cases: (readonly [string, string])[]])[] = [
  [
    'the first in the words',
    ['The Ministers [welcomed the opening of the port].', 'welcome'],
    ['The Ministers [welcomed the report and condemned the attack].', 'welcome'],
    ['Corvia [urged Belmark to release the crew].', 'urge'],
    ['They [recognised the importance of the strait].', 'recognize'],
    ['They [emphasised that the border is closed].', 'emphasize'],
    ['Reaffirming that the seas are free, [they demanded an apology].', 'demand'],
    ['The Council [decides to remain seized of the matter].', 'decide'],
    ['1. [Requests the Secretary to report within a year].', 'request'],
    ['[Deeply deploring the loss of life at Linden],', 'deplore'],
    ['Both Governments [signed the accord on Monday].', 'sign'],
  ],
  [
    'else the nearest before them in the sentence',
    ['Corvia urged Belmark [to release the crew].', 'urge'],
    ['The Ministers welcomed the report and condemned [the attack on Linden].', 'condemn'],
    ['They will open [a second consulate].', 'will'],
    ['The Ministers [of Corvia] agreed to meet.', 'none'],
    ['Nothing stands [here at all].', 'none'],
    ['In order to support the fleet, the parties [met at Linden].', 'none'],
  ],
  [
    'with the force of what it reports',
    ['The Ministers [affirmed that they will defend the strait].', 'affirm > will'],
    ['The Ministers affirmed that they [will defend the strait].', 'affirm > will'],
    ['The Ministers affirmed that they will [defend the strait].', 'affirm > will'],
    ['They [confirmed that they will continue to patrol].', 'confirm > continue'],
    ['They [reaffirmed their commitment to the treaty].', 'reaffirm > commit'],
    ['They [reaffirmed their commitment to defend Orla].', 'reaffirm > commit'],
    ['They [reiterated their firm intention to build a bridge].', 'reiterate > intend'],
    ['They reaffirmed their [commitment to continue the talks].', 'reaffirm > continue'],
    ['They [reaffirmed to the envoy their commitment to pay].', 'reaffirm > commit'],
    ['They [stressed the need to continue the talks].', 'stress'],
    ['They discussed the port that the leaders will [visit].', 'will'],
    ['They confirmed that they will build a port and [hoped for peace].', 'hope'],
    ['They [stressed once again that the two sides will pay].', 'stress > will'],
    ['They [confirmed their shared view that they shall not yield].', 'confirm > shall'],
    ['The Minister [noted that Belmark would host the games].', 'note > will'],
    ['They [welcomed that Belmark will host the games].', 'welcome'],
    ['They [welcomed the commitment to build a bridge].', 'welcome'],
    ['They [acknowledged Corvia’s commitment to pay].', 'acknowledge'],
    ['They [agreed that they will consider a new fund].', 'agree > consider'],
    ['They confirmed that they will build a port and [will widen the canal].', 'confirm > will'],
    ['They discussed the port and [will meet again].', 'will'],
    ['They confirmed the date; Belmark [will pay].', 'will'],
  ],
  [
    'the weakest of those that stand together',
    ['Corvia [will consider a loan].', 'consider'],
    ['Corvia [will continue to build ships].', 'continue'],
    ['Corvia will [continue to explore a loan].', 'explore'],
    ['Corvia [intends to continue its patrols].', 'intend'],
    ['Both sides [agreed to explore a joint fund].', 'agree > explore'],
    ['Both sides [decided to continue the survey].', 'decide > continue'],
    ['Belmark [will strive to cut its emissions].', 'strive'],
    ['Belmark [will work actively to end the dispute].', 'work to'],
    ['Belmark [will work together to end the dispute].', 'will'],
    ['They [should not tolerate such attempts].', 'should not'],
    ['They [shall not tolerate such attempts].', 'not tolerate'],
    ['Such attempts [will not be tolerated].', 'not tolerate'],
    ['Corvia [will support the fund].', 'will'],
    ['Corvia will [support the fund].', 'will'],
    ['Corvia agreed to [support the fund].', 'agree'],
    ['They [continue to urge all sides to talk].', 'urge'],
    ['They [would welcome a visit].', 'welcome'],
  ],
  [
    'lemmas of several words',
    ['They [took careful note of the report].', 'take note'],
    ['They [exchanged frank and useful views on trade].', 'exchange views'],
    ['They [called strongly on Belmark to yield].', 'call on'],
    ['The Council [calls\nupon all States to comply].', 'call upon'],
    ['They [called for calm].', 'call for'],
    ['They [look very much forward to the visit].', 'look forward'],
    ['Corvia [remains firmly committed to the treaty].', 'remain committed'],
    ['They [expressed their deep and growing concern at the raid].', 'express concern'],
    ['They [expressed their hope for peace].', 'express hope'],
    ['Belmark [ought not to interfere].', 'should not'],
    ['They [held a frank exchange of views].', 'exchange views'],
  ],
  [
    'no nouns and adjectives',
    ['The plan [of the Ministers] is old.', 'none'],
    ['The two sides’ [support for the fund grew].', 'none'],
    ['Their political will [to act] is strong.', 'none'],
    ['The Linden Consolidation Plan [to move the depot] stands.', 'none'],
    ['At the request [of Corvia] the fleet left.', 'none'],
    ['The agreed minutes [of the talks] are lost.', 'none'],
    ['Agreed minutes [of the talks] are lost.', 'none'],
    ['As agreed [at Linden], the fleet left.', 'none'],
    ['The measures requested by Corvia [are costly].', 'none'],
    ['Their shared values [are old].', 'none'],
    ['A joint study [of the reef] is under way.', 'none'],
    ['The work to [widen the canal] is slow.', 'none'],
    ['With continued [patrols the strait is safe].', 'none'],
    ['The fund is a welcome [step].', 'none'],
    ['The visit is most welcome [to all].', 'none'],
    ['Measures aimed at [peace are few].', 'none'],
    ['Air support [of the fleet] is weak.', 'none'],
    ['Growing demands [for peace] were heard.', 'none'],
    ['Planned exercises [were held].', 'none'],
    ['U.S. support [of the fleet] is weak.', 'none'],
    ['Housing, and support to [the fleet] are weak.', 'none'],
    ['The ships supporting [the fleet] left.', 'none'],
    ['By continuing [to talk] they won.', 'none'],
  ],
  [
    'verbs that look like nouns',
    ['Both sides [support the ceasefire].', 'support'],
    ['Corvia [supports the ceasefire].', 'support'],
    ['They [support and respect the treaty].', 'support'],
    ['They [plan to build a port].', 'plan'],
    ['Corvia and Belmark [plan to build a port].', 'plan'],
    ['Corvia and the Kingdom of Belmark also [plan to build a port].', 'plan'],
    ['Corvia and [the Belmark plan to build a port] were discussed.', 'none'],
    ['Corvia [plans to build a port].', 'plan'],
    ['They [aim to finish by May].', 'aim'],
    ['The Governments [share the view that trade must grow].', 'share'],
    ['They [shared a sense of urgency].', 'share'],
    ['They [are determined to prevail].', 'determined'],
    ['The Council [resolves to meet again].', 'resolve'],
    ['They [continued their patrols].', 'continue'],
    ['They [are planning to build a port].', 'plan'],
    ['They signed the accord, [welcoming the help of Corvia].', 'welcome'],
    ['The U.S. [supports the ceasefire].', 'support'],
    ['They [agreed, with regret, that the talks failed].', 'agree'],
  ],
  [
    'Japanese',
    ['両大臣は、航行の自由の重要性を[確認した]。', '確認する'],
    ['両大臣は、[航行の自由の重要性]を再確認した。', '再確認する'],
    ['両国は、[海底ケーブルを敷設していくこと]で一致した。', '一致する > していく'],
    ['双方は、[新たな基金の設立を検討する]ことを確認した。', '確認する > 検討する'],
    ['双方は、[引き続き緊密に連携していく]ことで一致した。', '一致する > 続ける'],
    ['両大臣は、[港の開設]を歓迎した。', '歓迎する'],
    ['両大臣は、[攻撃]を強く非難した。', '非難する'],
    ['大臣は、[乗組員の解放]を求めた。', '求める'],
    ['両首脳は、[橋の建設]を決定した。', '決定する'],
    ['両国は、[排出量を半減することを約束した]。', '約束する'],
    ['両大臣は、[深刻な懸念を表明した]。', '懸念を表明する'],
    ['我が国は、[二〇三五年の完成を目指す]。', '目指す'],
    ['力による変更は[許容しない]。', '許容しない'],
    ['大臣は会談し、[地域情勢]について議論した。', '議論する'],
    ['両国は、[協力を強化することを合意し]、署名した。', '合意する'],
    ['双方は交渉の[継続に努める]旨を確認した。', '確認する > 努める'],
    ['我が国は、[先頭に立って取り組む]と強く決意しました。', '決意する > 取り組む'],
    ['我が国は、[平和の維持]に努めてまいります。', '努める'],
    ['私どもは、[海の浄化に全力で取り組みます]。', '取り組む'],
    ['私どもは、[早期の完成に努めます]。', '努める'],
    ['私どもは、[隣国との対話を続けます]。', '続ける'],
    ['私どもは、[全ての国に自制を呼びかけます]。', '呼びかける'],
    ['私どもは、[乗組員の解放を強く求めます]。', '強く求める'],
    ['私どもは、[橋の建設を決めました]。', '決定する'],
    ['本日は[晴れ]である。', 'none'],
  ],
];

describe('verb of a mark', () => {
  for (const [title, ...examples] of cases)
    describe(title, () => {
      for (const [marked, expected] of examples)
        it(JSON.stringify(marked), () => assert.equal(said(marked), expected));
    });

  it('has its place and rung', () => {
    const sentence = 'They once again confirmed that they will continue to patrol.';
    const verb = verbOf(sentence, { from: 33, to: 50 }, builtinCodebook);
    assert.deepEqual(verb, {
      lemma: 'confirm',
      ladder: 'stance',
      rung: 6,
      span: { from: 16, to: 25 },
      force: { lemma: 'continue', ladder: 'commissive', rung: 4, span: { from: 41, to: 49 } },
    });
    const refused = 'They should not tolerate it.';
    assert.deepEqual(verbOf(refused, { from: 0, to: 27 }, builtinCodebook)?.span, {
      from: 5,
      to: 24,
    });
  });

  it('is the given one, where it stands on a ladder', () => {
    assert.deepEqual(verbIn('They [will pay].', builtinCodebook, 'consider'), {
      lemma: 'consider',
      ladder: 'commissive',
      rung: 0,
      span: undefined,
      force: undefined,
    });
    assert.equal(verbIn('They [will pay].', builtinCodebook, 'nonsense')?.lemma, 'will');
  });

  it('never throws, and stands in the sentence', () => {
    const piece = fc.constantFrom(
      ...[
        'They',
        'will',
        'not',
        'to',
        'continue',
        'agreed',
        'that',
        'support',
        'the',
        'plan',
        'and',
      ],
      ...[
        'their',
        'commitment',
        'called',
        'on',
        'should',
        'tolerate',
        'Ministers’',
        ',',
        ';',
        '“',
        '-',
      ],
      ...['reaffirmed', '確認した', 'こと', 'を', '検討', '、', '\n', '\ud83d', '’'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(80), fc.nat(80), (pieces, a, b) => {
        const sentence = pieces.join(' ');
        const words = { from: Math.min(a, b), to: Math.max(a, b) };
        const verb = verbOf(sentence, words, builtinCodebook);
        for (const span of [verb?.span, verb?.force?.span])
          if (span !== undefined) assert.ok(0 <= span.from && span.to <= sentence.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('commitment line', () => {
  const reached = (marked: string) => {
    const verb = verbIn(marked);
    return verb && lineReached(verb, builtinCodebook);
  };
  for (const [marked, expected] of [
    ['They [will pay].', true],
    ['They [plan to pay].', true],
    ['They [hope to pay].', false],
    ['They [will consider a loan].', false],
    ['They [affirmed that they will pay].', true],
    ['They [agreed to explore a loan].', false],
    ['They [welcomed the loan].', undefined],
    ['They [urged a loan].', undefined],
  ] as const)
    it(marked, () => assert.equal(reached(marked), expected));

  it('is the codebook’s', () => {
    const codebook = readCodebook([{ uri: 'a', text: 'commitment-line: will' }]);
    const verb = verbIn('They [plan to pay].', codebook);
    assert.equal(verb && lineReached(verb, codebook), false);
  });
});

describe('ladders of a codebook', () => {
  const codebook = readCodebook([
    {
      uri: 'a',
      text: 'ladders: { commissive: [[weigh, consider], [mean to, 準備する], [will]], directive: [[beg, petition]] }\ncommitment-line: will',
    },
  ]);

  it('bring their own lemmas, inflected by the rules', () => {
    assert.deepEqual(codebook.issues, []);
    const lemma = (marked: string) => verbIn(marked, codebook)?.lemma;
    assert.equal(lemma('They [weighed the matter].'), 'weigh');
    assert.equal(lemma('They [are begging for time].'), 'beg');
    assert.equal(lemma('Corvia [petitions the court].'), 'petition');
    assert.equal(lemma('They [mean to stay].'), 'mean to');
    assert.equal(lemma('両国は[式典を準備した]。'), '準備する');
    assert.equal(lemma('They [will pay].'), 'will');
    assert.equal(lemma('They [agreed on it].'), undefined);
  });

  it('keep what stands for a lemma they list', () => {
    assert.equal(rankOf('検討する', codebook)?.rung, 0);
    assert.equal(rankOf('合意する', codebook), undefined);
    assert.equal(rankOf('underline', codebook)?.rung, 5);
    assert.ok(lemmasOf(codebook).includes('mean to'));
    assert.ok(!lemmasOf(codebook).includes('agree'));
  });

  it('know the forms of a regular verb', () => {
    assert.deepEqual(formsOf('plan'), ['plan', 'plans', 'planned', 'planning']);
    assert.deepEqual(formsOf('carry'), ['carry', 'carries', 'carried', 'carrying']);
    assert.deepEqual(formsOf('oblige'), ['oblige', 'obliges', 'obliged', 'obliging']);
    assert.deepEqual(formsOf('stress'), ['stress', 'stresses', 'stressed', 'stressing']);
    assert.deepEqual(formsOf('obey'), ['obey', 'obeys', 'obeyed', 'obeying']);
    assert.deepEqual(formsOf('tie'), ['tie', 'ties', 'tied', 'tying']);
    assert.deepEqual(formsOf('décider'), ['décider']);
    assert.equal(formsOf('準備する')[1], '準備した');
  });

  it('list forms for every built-in lemma, and each lemma has its own rung', () => {
    for (const [ladder, rungs] of Object.entries(builtinCodebook.ladders))
      for (const [rung, lemmas] of rungs.entries())
        for (const lemma of lemmas)
          assert.deepEqual(rankOf(lemma, builtinCodebook), { lemma, ladder, rung });
  });
});

const seed = new URL('../../../../../shared/seed/', import.meta.url);

describe('a real summary', () => {
  it('gives its operative verbs', function () {
    if (!existsSync(seed)) {
      console.log('      skipped: the seed texts are not on this machine');
      return this.skip();
    }
    const name = readdirSync(seed).find((file) => file.endsWith('.txt')) ?? '';
    const text = readFileSync(new URL(name, seed), 'utf8');
    const verbAt = (words: string, nth = 0) => {
      let from = -1;
      for (let count = 0; count <= nth; count++) from = text.indexOf(words, from + 1);
      assert.ok(from >= 0, words);
      const { from: start, to } = sentenceAt(text, from);
      const sentence = text.slice(start, to);
      const span = { from: from - start, to: from - start + words.length };
      const verb = verbOf(sentence, span, builtinCodebook);
      return verb && [verb.lemma, verb.rung, verb.force?.lemma];
    };
    assert.deepEqual(verbAt('will work together'), ['affirm', 6, 'will']);
    assert.deepEqual(verbAt('affirmed'), ['affirm', 6, 'will']);
    assert.deepEqual(verbAt('should not tolerate'), ['should not', 4, undefined]);
    assert.deepEqual(verbAt('will strengthen'), ['confirm', 6, 'will']);
    assert.deepEqual(verbAt('shared'), ['share', 2, undefined]);
    assert.deepEqual(verbAt('reiterated'), ['reiterate', 7, undefined]);
    assert.deepEqual(verbAt('accelerate the discussion'), ['confirm', 6, 'continue']);
    assert.deepEqual(verbAt('concurred'), ['concur', 6, 'will']);
    assert.deepEqual(verbAt('further advance'), ['confirm', 6, 'continue']);
    assert.deepEqual(verbAt('cooperate closely'), ['concur', 6, 'continue']);
  });
});
