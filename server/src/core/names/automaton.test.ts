import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contains, type Span } from '../text.ts';
import { findNames, indexNames } from './automaton.ts';

/** Asserts that the names stand exactly where `«` and `»` say, shorter ones inside longer ones aside. `⟦…⟧` is a stretch that is no source. */
function finds(names: readonly string[], marked: string): void {
  const wanted: Span[] = [];
  const cuts: Span[] = [];
  let text = '';
  let from = 0;
  let cut = 0;
  for (const sign of marked) {
    if (sign === '«') from = text.length;
    else if (sign === '»') wanted.push({ from, to: text.length });
    else if (sign === '⟦') cut = text.length;
    else if (sign === '⟧') cuts.push({ from: cut, to: text.length });
    else text += sign;
  }
  const index = indexNames(names.map((name) => ({ text: name, of: name })));
  const all = findNames(index, text, { from: 0, to: text.length }, cuts);
  const found = all.filter((hit) => !all.some((other) => other !== hit && contains(other, hit)));
  const show = ({ from: a, to: b }: Span) => `${a}–${b} ${JSON.stringify(text.slice(a, b))}`;
  assert.deepEqual(found.map(show), wanted.map(show), marked);
}

describe('findNames', () => {
  it('finds names as whole words, with the exact range', () => {
    finds(['Orla'], '«Orla», «Orla»; «ORLA» («orla») Orlando Corla Orla1 «Orla»');
    finds(['G7'], 'the «G7» and G77, not g7 or G 7');
    finds(['2+2', 'the “Ring”'], 'a «2+2» of «the "Ring"» and 12+2');
  });

  it('finds names over white space, hyphens and line ends of any kind', () => {
    finds(
      ['Port of Orla'],
      'a «Port\u00a0of\u3000Orla», «Port\nof\r\nOrla», Port\n\u00a0\nof Orla',
    );
    finds(['Indo-Pacific'], 'the «Indo\u2011Pacific», «Indo–Pacific», «Indo-\nPacific»');
    finds(['Lake Council'], 'the «Lake   Council» and the «Lake\tCouncil».');
  });

  it('does not let invisible characters hide a name or end a word', () => {
    finds(['Orla'], '«O\u00adr\u200bla» \u200b«Orla»\u200b Or\u200blando');
    finds(['Södertälje'], '«So\u0308dertälje» «SODERTALJE» «Södertälje»');
  });

  it('leaves the possessive out, and no other apostrophe ends a word', () => {
    finds(['Orla'], "«Orla»'s port, «Orla»’s, the «Orla»' and Orla'an, ‘«Orla»’");
    finds(['Neill', 'Orla'], "O'Neill, l'«Orla», d’«Orla», dell’«Orla», x'Orla, “«Orla»”");
    finds(['People’s Council'], "the «People's Council»'s view");
  });

  it('keeps short capitals apart from small letters, and reads dots and spaces in them', () => {
    finds(['US'], 'the «US» told us; «U.S.» and «U. S.» and «U.\u00a0S.» and «U.S» but u.s.');
    finds(
      ['U.S. Forces'],
      'the «US Forces», «U. S. Forces»; us forces'.replace('us forces', '«us forces»'),
    );
    finds(['US'], 'in the «US». The «U.S.»');
    finds(['WHO'], 'those who ask the «WHO»');
    finds(['LiFE'], 'the life of «LiFE» and «LIFE», not Life');
  });

  it('finds no longer word of capitals in small letters, which would be another word', () => {
    finds(['ACCESS', 'ORLAND'], '«ACCESS» gives access to «Orland», «ORLAND»; orland. «Access»');
  });

  it('finds a name with blanks for its hyphens where its capitals stand', () => {
    finds(
      ['Aro Sel-min'],
      '«Aro Sel-min», «Aro Sel Min», «ARO SEL MIN», «Aro Sel\nmin», aro sel min',
    );
    finds(['Build-Up'], 'the «Build-Up», the «build-up», to build up, «Build Up»');
    finds(['Lake-9'], '«Lake 9» and «Lake-9», not Lake 90');
  });

  it('has no word ends in scripts without spaces', () => {
    finds(['普天間', '協力'], '「«普天間»飛行場」の«協力»関係');
    finds(['NATO', '日米同盟'], '日本は«NATO»と«日米\n同盟»を');
    finds(['ガス'], '天然«ｶﾞｽ»と«カ\u3099ス»、カス');
    finds(['ไทย'], 'ประเทศ«ไทย»และ');
    finds(['葛城', '𠮷野'], '«葛\u{e0100}城»と«𠮷野»へ');
  });

  it('lets particles follow Korean names', () => {
    finds(['일본', 'NATO'], '«일본»은 «일본»과 일본인 «일본», 신일본, «NATO»는');
    finds(['일본'], '«일본»은'.normalize('NFC').replace('일본', '일본'.normalize('NFD')));
  });

  it('finds names in full-width letters and letters outside the basic plane', () => {
    finds(['Orla'], '«Ｏｒｌａ», «𝐎rla», 🕊️«Orla»🕊️');
    finds(['𐐀𐐨'], 'x «𐐨𐐀» 𐐀𐐁𐐁');
  });

  it('reads ligatures and letters that fold to two', () => {
    finds(['Finance Office', 'Straßburg'], 'the «ﬁnance oﬃce» in «STRASSBURG»');
    finds(['f'], 'ﬁ «f»');
    finds(['km2'], 'ten «km²» and «km2»');
    finds(['Orla'], '«Orla»² and «Orla»™');
  });

  it('finds all that overlap, for others to choose', () => {
    const index = indexNames(['Lake Council', 'Council of Orla', 'Lake', 'Orla'].map(named));
    const hits = findNames(index, 'Lake Council of Orla', { from: 0, to: 20 }, []);
    assert.deepEqual(
      hits.map(({ from, to, of }) => [from, to, ...of]),
      [
        [0, 4, 'Lake'],
        [0, 12, 'Lake Council'],
        [5, 20, 'Council of Orla'],
        [16, 20, 'Orla'],
      ],
    );
  });

  it('gives all names of one spelling', () => {
    const index = indexNames(
      [
        { text: 'the Minister', of: 1 },
        { text: 'The  minister', of: 2 },
      ].values(),
    );
    const [hit] = findNames(index, 'the Minister', { from: 0, to: 12 }, []);
    assert.deepEqual(hit?.of, [1, 2]);
  });

  it('reads over what is no source, and stays within its span', () => {
    finds(['Lake Council'], 'a ⟦[⟧«Lake⟦](#lake)⟧ ⟦^[why?]⟧Coun⟦\\⟧cil»⟦]{.actor}⟧.');
    finds(['Lake'], 'the ⟦[⟧«Lake»⟦]{.place}⟧ and S⟦]{#a}⟧Lake, Lake⟦(x⟧s');
    const index = indexNames(['Orla'].map(named));
    assert.deepEqual(findNames(index, 'Orla Orla', { from: 1, to: 8 }, []), []);
  });

  it('finds nothing where there are no names, and takes names of nothing for none', () => {
    finds([], 'Orla');
    finds(['', ' ', '\u200b'], 'Orla');
  });

  it('tells words apart whose hashes are equal', () => {
    // In the hash of words that the table is made by, “Aa…” and “BB…” fall together; so do these.
    finds(['bc x', 'ab'], '«ab» «bc x» bd bc y');
    finds(['c3 port', 'bR port'], '«c3 port», «br port», d port, c3 lake');
  });

  it('takes a time that grows with the text, whatever the text', () => {
    const index = indexNames(['a a a a a b', 'a-a-a-a-b', '国国国国人'].map(named));
    for (const piece of ['a ', 'a-', '国', "a'", 'a\u0301', 'U.', '\u00ad', 'a\u200b', '😀']) {
      const text = piece.repeat(100_000);
      assert.ok(findNames(index, text, { from: 0, to: text.length }, []).length === 0);
    }
  });
});

const named = (name: string) => ({ text: name, of: name });
