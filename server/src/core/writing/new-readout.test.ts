import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldsOf } from '../front/fields.ts';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { emptyReadout, newReadout } from './new-readout.ts';
import { sourceHash } from './source.ts';

describe('a new readout', () => {
  it('has the language that the file says, unless that is none or the text plainly has another', () => {
    const english =
      'The Ministers of the two states met in the port and will meet there again in the spring of the next year.\n';
    const langOf = (source: string, lang?: string) =>
      /^lang: (.*)$/m.exec(newReadout(source, { lang })?.text ?? '')?.[1];
    assert.deepEqual(
      [undefined, ' fr ', 'pt-BR', 'und', 'français', 'fr_FR'].map((lang) =>
        langOf('Orla.\n', lang),
      ),
      [undefined, 'fr', 'pt-BR', undefined, undefined, undefined],
    );
    assert.deepEqual(
      [undefined, 'en-GB', 'EN', 'fr', 'zxx'].map((lang) => langOf(english, lang)),
      ['en', 'en-GB', 'EN', 'en', 'en'],
    );
  });

  it('has what the source tells of itself in its front matter, and a key made of that', () => {
    const source = 'Second Meeting of the Harbour Council\n\nApril 2, 2031\n\nThey met.\n';
    const made = newReadout(source);
    assert.equal(made?.key, '2031-04-02-second-meeting-harbour-council');
    assert.ok(
      made.text.startsWith('---\ntitle: Second Meeting of the Harbour Council\ndate: 2031-04-02\n'),
      made.text,
    );
    assert.ok(made.text.endsWith(`\n---\n\n${source}`), made.text);
  });

  it('has a key of what is known, however little that is', () => {
    assert.equal(newReadout('They met.\n')?.key, 'readout');
    assert.equal(newReadout('令和十三年四月二日\n\n共同発表\n')?.key.includes('m1'), false);
  });

  it('says where its source was taken from', () => {
    const { text = '' } = newReadout('They met.\n', { from: 'talks.txt' }) ?? {};
    const hash = sourceHash('They met.\n');
    assert.equal(text, `---\nsource: talks.txt\nsha256: ${hash}\n---\n\nThey met.\n`);
    for (const from of ['https://a.example/b?c=[1]#d', 'a: "b" #c.docx', '会談.html']) {
      const document = parse(newReadout('They met.\n', { from })?.text ?? '');
      assert.deepEqual(document.front?.issues, []);
      assert.equal(fieldsOf(document.front).source?.text.replace(/\\"/g, '"'), from);
    }
  });

  it('has paragraphs that pages have broken as one where that is asked for, and the hash of that', () => {
    const start = 'The Ministers concurred that they will go on with the return';
    const source = `${start}\n\n2\n\nof [Orla]{#a}.\n`;
    assert.equal(strip(parse(newReadout(source)?.text ?? '')), source);
    const joined = `${start} of [Orla]{#a}.\n`;
    const { text = '' } = newReadout(source, { joinPages: true }) ?? {};
    assert.equal(strip(parse(text)), joined);
    assert.ok(text.includes(sourceHash(joined)));
  });

  it('may have no text yet', () => {
    assert.deepEqual(
      emptyReadout({ title: ' Talks: the 2nd ', date: '2031-05-18/2031-05-19', series: 'talks' }),
      {
        text: '---\ntitle: "Talks: the 2nd"\ndate: 2031-05-18/2031-05-19\nseries: talks\n---\n\n',
        key: '2031-05-18-talks-2nd',
      },
    );
    assert.deepEqual(emptyReadout({ title: '', date: '' }), {
      text: '---\n---\n\n',
      key: 'readout',
    });
  });

  it('gives every source back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        assert.equal(strip(parse(newReadout(source)?.text ?? '')), source);
      }),
    );
  });
});
