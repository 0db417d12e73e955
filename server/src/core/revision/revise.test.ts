import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'mocha';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { type Revision, revise } from './revise.ts';

const revised = (text: string, source: string, retrieved?: string): Revision => {
  const revision = revise(parse(text), source, { retrieved });
  assert.ok(revision);
  assert.equal(strip(parse(revision.text)), source);
  return revision;
};

/** What has become of each annotation, a line each. */
const told = ({ fates }: Revision): string[] =>
  fates.map(({ is, what, before, after }) =>
    is === 'changed' ? `${is} ${what}: ${before} → ${after}` : `${is} ${what}: ${before}`,
  );

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

describe('a revised source', () => {
  it('keeps annotations on their words', () => {
    const revision = revised(
      'The Ministers [will open the [Orla bridge](#orla)]{#bridge .commitment due=2032} soon.^[Check.] They left.\n\nIt rained [in May]{.deadline}.\n',
      'On Monday the Ministers will open the Orla bridge soon. They left.\n\nIt rained a lot in May.\n',
    );
    assert.equal(
      revision.text,
      'On Monday the Ministers [will open the [Orla bridge](#orla)]{#bridge .commitment due=2032} soon.^[Check.] They left.\n\nIt rained a lot [in May]{.deadline}.\n',
    );
    assert.deepEqual(told(revision), [
      'kept mark: will open the Orla bridge',
      'kept reference: Orla bridge',
      'kept note: The Ministers will open the Orla bridge soon.',
      'kept mark: in May',
    ]);
  });

  it('keeps them round what took the place of some words, and tells which', () => {
    const revision = revised(
      'They [will open the [Orla bridge](#orla)]{#b .commitment} and [both headquarters](#hq) met.',
      'They shall open the great Orla bridge by spring and the two headquarters met.',
    );
    assert.equal(
      revision.text,
      'They [shall open the great [Orla bridge](#orla)]{#b .commitment} by spring and [the two headquarters](#hq) met.',
    );
    assert.deepEqual(told(revision), [
      'changed mark: will open the Orla bridge → shall open the great Orla bridge',
      'kept reference: Orla bridge',
      'changed reference: both headquarters → the two headquarters',
    ]);
  });

  it('goes by characters where there are no spaces', () => {
    const revision = revised(
      '両大臣は2028年に[港を改修することを確認した]{#a .commitment}。[訓練](#t)も行う。',
      '両大臣は2029年に港をすみやかに改修することを再確認した。演習も行う。',
    );
    assert.equal(
      revision.text,
      '両大臣は2029年に[港をすみやかに改修することを再確認した]{#a .commitment}。演習も行う。',
    );
    assert.deepEqual(told(revision), [
      'changed mark: 港を改修することを確認した → 港をすみやかに改修することを再確認した',
      'lost reference: 訓練',
    ]);
  });

  it('tells what is lost as it was written, and where it stood', () => {
    const revision = revised(
      'They met. [They will pay]{#pay .commitment by=orla}. They left.',
      'They met. They left.',
    );
    assert.equal(revision.text, 'They met. They left.');
    assert.deepEqual(revision.fates, [
      {
        is: 'lost',
        what: 'mark',
        written: '[They will pay]{#pay .commitment by=orla}',
        before: 'They will pay',
        after: '',
        span: { from: 9, to: 9 },
      },
    ]);
  });

  it('does not take stray words for a passage', () => {
    const revision = revised(
      'They met. [They will open the bridge at the port of Orla]{.commitment}. They left.',
      'They met. The mayor of the town sang at length. They left.',
    );
    assert.deepEqual(told(revision), ['lost mark: They will open the bridge at the port of Orla']);
  });

  it('finds a paragraph that was moved', () => {
    const first = 'First we speak of [the bridge](#b) and of what it costs.';
    const second = 'Then they say [they will pay]{#p .commitment} for all of it.';
    const revision = revised(
      `${first}\n\n${second}\n\nThe end.\n`,
      'Then they say they will pay for all of it.\n\nThe end.\n\nFirst we speak of the bridge and of what it costs.\n',
    );
    assert.equal(revision.text, `${second}\n\nThe end.\n\n${first}\n`);
    assert.deepEqual(told(revision), ['kept reference: the bridge', 'kept mark: they will pay']);
  });

  it('does not mind other line ends and breaks', () => {
    const revision = revised(
      'The Ministers [will open\r\nthe bridge]{.commitment}^[n] soon.\r\n\r\n[Orla](#orla) paid.\r\n',
      'The Ministers\nwill open the\nbridge soon.\n\nOrla paid.\n',
    );
    assert.equal(
      revision.text,
      'The Ministers\n[will open the\nbridge]{.commitment}^[n] soon.\n\n[Orla](#orla) paid.\n',
    );
    assert.ok(revision.fates.every(({ is }) => is === 'kept'));
  });

  it('cuts a mark with an id at a blank line, and no other', () => {
    const source = 'They will open the bridge\n\nand the road to Orla, too.';
    const text = (signs: string) =>
      `They [will open the bridge and the road]${signs} to Orla, too.`;
    const divided = revised(text('{#a .commitment}'), source);
    assert.equal(
      divided.text,
      'They [will open the bridge]{#a .commitment}\n\n[and the road]{continues=a} to Orla, too.',
    );
    assert.deepEqual(told(divided), [
      'changed mark: will open the bridge and the road → will open the bridge … and the road',
    ]);
    for (const signs of ['{.commitment}', '(#a)'])
      assert.equal(revised(text(signs), source).text, source);
  });

  it('gives up a fragment whose head is gone or stands behind it now', () => {
    const text =
      'At first [they will open the bridge]{#h .commitment} here. And then [the road to the sea]{continues=h} too.';
    const without = revised(text, 'And then the road to the sea too.');
    assert.equal(without.text, 'And then the road to the sea too.');
    assert.deepEqual(told(without), [
      'lost mark: they will open the bridge',
      'lost mark: the road to the sea',
    ]);
    const turned = revised(
      text,
      'And then the road to the sea too. At first they will open the bridge here.',
    );
    assert.deepEqual(told(turned), [
      'kept mark: they will open the bridge',
      'lost mark: the road to the sea',
    ]);
  });

  it('leaves a moved paragraph with a fragment no fragment before its head', () => {
    const head = 'Of this one says that [they will open the bridge]{#h .commitment} in spring.';
    const rest = 'Of the other one says [and also the road to the sea]{continues=h} in May.';
    const [a, b] = [head, rest].map((text) => strip(parse(text)));
    const { text } = revised(`${head}\n\n${rest}`, `${b}\n\n${a}`);
    assert.equal(text, `${b}\n\n${head}`);
  });

  it('leaves what has not changed as it is written, escapes and faults too', () => {
    const odd = 'A \\[bracket\\] and ^[a note in which [one](#x) refers] and [](#y) [open{#z';
    const { text } = revised(
      `${odd}\n\nThey [met]{.event} here.`,
      `${strip(parse(odd))}\n\nThey met there.`,
    );
    assert.equal(text, `${odd}\n\nThey [met]{.event} there.`);
  });

  it('escapes what the new source has of signs', () => {
    const { text } = revised(
      'They [met at Orla]{.event} again.',
      'They! met [at Orla{.x} again](#no) \\] ^[1]',
    );
    assert.equal(text, 'They! [met \\[at Orla]{.event}\\{.x} again\\](#no) \\\\] \\^[1]');
  });

  it('keeps a note on a line of its own there', () => {
    const { text } = revised('One.\n\n^[alone]\n\nTwo [x](#y).', 'One.\n\n\n\nTwo more x.');
    assert.equal(text, 'One.\n\n^[alone]\n\nTwo more [x](#y).');
  });

  it('puts a note whose word was replaced behind what took its place', () => {
    const revision = revised('They met in May^[which?] at Orla.', 'They met in June at Orla.');
    assert.equal(revision.text, 'They met in June^[which?] at Orla.');
    assert.equal(revision.fates[0]?.is, 'changed');
    const shorter = revised('They [met in May]{.event}.^[which?] So.', 'They met in May, they say');
    assert.equal(shorter.text, 'They [met in May]{.event}^[which?], they say');
    const gone = revised('They met. They paid a lot^[how much?]. So.', 'They met. So.');
    assert.deepEqual(told(gone), ['lost note: They met. They paid a lot']);
  });

  it('tells of signs that were begun and not ended', () => {
    const revision = revised('They [will pay]{#a .commitment now.', 'They will pay now.');
    assert.deepEqual(told(revision), ['lost unfinished: They [will pay]{#a .commitment now.']);
  });

  describe('and the front matter', () => {
    const front = (hash: string, day: string) =>
      `---\n# mine\ntitle: T\nsha256: ${hash}\nretrieved: ${day}\n---\n\n`;

    it('stays, with the record of the source brought up to date', () => {
      const { text } = revised(
        `${front(hash('It [is].\n'), '2030-01-01')}It [is]{.x}.\n`,
        'It is so.\n',
        '2031-06-02',
      );
      assert.equal(text, `${front(hash('It is so.\n'), '2031-06-02')}It [is]{.x} so.\n`);
      const places = revise(parse(text), 'So it is so.\n')?.fates;
      assert.deepEqual(
        places?.map(({ span }) => span.from),
        [text.indexOf('[is]') + 3],
      );
    });

    it('keeps its day where none is given, and gets no key that it does not have', () => {
      const { text } = revised(`${front(hash('A'), '2030-01-01')}A`, 'B');
      assert.equal(text, `${front(hash('B'), '2030-01-01')}B`);
      assert.equal(
        revised('---\ntitle: T\n---\n\nA', 'B', '2031-06-02').text,
        '---\ntitle: T\n---\n\nB',
      );
      assert.equal(revised('A', 'B', '2031-06-02').text, 'B');
    });

    it('takes in nothing of the source, and is made where the source needs one', () => {
      assert.equal(revised('---\nx: 1\n---\nA', '\n\nA').text, '---\nx: 1\n---\n\n\n\nA');
      assert.equal(revised('---\nx: 1\n---', 'A').text, '---\nx: 1\n---\n\nA');
      const source = '---\nx: 1\n---\nA b c';
      assert.equal(
        revised('A [b]{.x}', source).text,
        `---\nsha256: ${hash(source)}\n---\n\n---\nx: 1\n---\nA [b]{.x} c`,
      );
    });

    it('stands behind the byte order mark of the new source, if it has one', () => {
      assert.equal(
        revised('---\nx: 1\n---\n\nA [b](#c)', '\ufeffA b.').text,
        '\ufeff---\nx: 1\n---\n\nA [b](#c).',
      );
      assert.equal(
        revised('\ufeff---\nx: 1\n---\n\nA [b](#c)', 'A b.').text,
        '---\nx: 1\n---\n\nA [b](#c).',
      );
    });
  });

  it('takes no longer than reading for long texts, few corrections and many', () => {
    const line = (at: number) =>
      `In part ${at} they [will open bridge ${at * 7}]{#m${at} .commitment} at pier ${at * 3}.^[${at}]`;
    const lines = Array.from({ length: 5000 }, (_, at) => line(at) + (at % 3 ? '' : '\n'));
    const text = lines.join('\n');
    const source = strip(parse(text));
    const many = source.replace(/they will/g, 'all of them will');
    const begun = performance.now();
    const revision = revised(text, many);
    assert.equal(revision.fates.filter(({ is }) => is === 'kept').length, 10_000);
    const other = source.replace(/\S+/g, (word) => [...word].reverse().join(''));
    revised(text, other);
    assert.ok(performance.now() - begun < 20_000);
  });
});
