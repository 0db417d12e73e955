import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import type { Mark } from '../../server/src/core/document.ts';
import { guess } from '../../server/src/core/guess/guess.ts';
import { verbOfMark } from '../../server/src/core/marks/verb.ts';
import { fragmentsOf, parse } from '../../server/src/core/reading/parse.ts';
import { strip, stripped, stripSpan } from '../../server/src/core/reading/strip.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { documentOf, emptySnapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import { importSource } from '../../server/src/core/writing/import.ts';
import { wrapMark, wrapReference } from '../../server/src/core/writing/insert.ts';
import { sourceHash } from '../../server/src/core/writing/source.ts';
import { findingsOf } from '../../server/src/rules/findings.ts';
import { needs } from '../support/shared.ts';

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: `
entities:
  japan: { kind: actor, name: Japan }
  united-states: { kind: actor, name: United States }
  nakatani: { kind: actor, name: Nakatani Gen, aliases: [Defense Minister Nakatani] }
  austin: { kind: actor, name: Lloyd Austin, aliases: [Defense Secretary Austin] }
  mod: { kind: actor, name: Ministry of Defense }
  us-forces-japan: { kind: actor, name: U.S. Forces in Japan, aliases: [U.S. Forces] }
  napoli: { kind: place, name: Napoli }
  southwest: { kind: place, name: southwestern region of Japan, aliases: [southwestern region] }
  taiwan-strait: { kind: place, name: Taiwan Strait }
  futenma: { kind: place, name: Marine Corps Air Station Futenma, aliases: [MCAS] }
  dicas: { kind: instrument, name: "Forum on Defense Industrial Cooperation, Acquisition and Sustainment", aliases: [DICAS] }
  foip: { kind: concept, name: Free and Open Indo-Pacific }
  okinawa-plan: { kind: instrument, name: Okinawa Consolidation Plan }
`,
  },
]);

/** A statement by its first and last words, with what the text says of its verb. */
interface Statement {
  readonly first: string;
  readonly last: string;
  readonly id: string;
  readonly kind: 'commitment' | 'position';
  readonly verb: string;
  readonly rung: readonly string[];
  readonly force?: string;
}

const affirm = ['affirm', 'confirm', 'endorse', 'regret', 'deplore', 'not tolerate'];
const agree = ['agree', 'concur'];
const statements: readonly Statement[] = [
  {
    first: 'will work together to further',
    last: 'region of Japan',
    id: 'reinforce',
    kind: 'commitment',
    verb: 'affirm',
    rung: affirm,
    force: 'will',
  },
  {
    first: 'should not tolerate',
    last: 'and such attempts',
    id: 'status-quo',
    kind: 'position',
    verb: 'should not',
    rung: ['support', 'commend', 'oppose', 'should not'],
  },
  {
    first: 'will strengthen bilateral',
    last: 'to that end',
    id: 'collaboration',
    kind: 'commitment',
    verb: 'confirm',
    rung: affirm,
    force: 'will',
  },
  {
    first: 'shared a strong sense',
    last: 'surrounding Japan',
    id: 'urgency',
    kind: 'position',
    verb: 'share',
    rung: ['acknowledge', 'recognize', 'share'],
  },
  {
    first: 'reiterated the importance',
    last: 'Taiwan Strait',
    id: 'peace',
    kind: 'position',
    verb: 'reiterate',
    rung: ['reaffirm', 'reiterate', 'condemn'],
  },
  {
    first: 'will continue to accelerate',
    last: 'during contingencies',
    id: 'frameworks',
    kind: 'commitment',
    verb: 'confirm',
    rung: affirm,
    force: 'continue',
  },
  {
    first: 'will work together to realize',
    last: '(DICAS)',
    id: 'industry',
    kind: 'commitment',
    verb: 'concur',
    rung: agree,
    force: 'will',
  },
  {
    first: 'will continue to further',
    last: 'Indo-Pacific',
    id: 'vision',
    kind: 'commitment',
    verb: 'confirm',
    rung: affirm,
    force: 'continue',
  },
  {
    first: 'will continue to cooperate',
    last: 'Consolidation Plan',
    id: 'realignment',
    kind: 'commitment',
    verb: 'concur',
    rung: agree,
    force: 'continue',
  },
];

/** Every name of the text with the entity it means, in order. */
const names: readonly (readonly [words: string, entity: string, after?: string])[] = [
  ['Ministry of Defense', 'mod'],
  ['Defense Minister Nakatani', 'nakatani'],
  ['Defense Secretary Austin', 'austin'],
  ['Napoli', 'napoli'],
  ['southwestern region', 'southwest'],
  ['Japan', 'japan', 'region of'],
  ['Taiwan Strait', 'taiwan-strait'],
  ['Defense Industrial Cooperation, Acquisition and Sustainment', 'dicas'],
  ['DICAS', 'dicas'],
  ['Free and Open Indo-Pacific', 'foip'],
  ['U. S. Forces', 'us-forces-japan'],
  ['Marine Corps Air Station (MCAS) Futenma', 'futenma'],
  ['Okinawa Consolidation Plan', 'okinawa-plan'],
];

describe('the seed, just imported', () => {
  it('shows each name once, and nothing louder than a suggestion', function () {
    const source = readFileSync(needs(this, 'seed', '000_f9c4e7949189dbfb.txt'), 'utf8');
    const text = importSource(source, { ...guess(source), sha256: sourceHash(source) });
    const uri = 'file:///c/seed.readout.md';
    const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
    const entry = snapshot.entries.get(uri);
    assert.ok(entry);
    const found = findingsOf(snapshot, entry, 'all');
    assert.deepEqual(
      new Set(found.map(({ code, severity }) => `${code} ${severity}`)),
      new Set(['unlinked-mention information']),
    );
    const entities = [...new Set(names.map(([, entity]) => entity))];
    assert.deepEqual(found.map(({ target }) => target).sort(), entities.sort());
  });
});

describe('the seed, imported and fully annotated', () => {
  let source = '';
  let text = '';

  before(function () {
    source = readFileSync(needs(this, 'seed', '000_f9c4e7949189dbfb.txt'), 'utf8');
    text = importSource(source, { ...guess(source), sha256: sourceHash(source) });
    text = text.replace('\n---\n\n', '\nparties: [japan, united-states]\n---\n\n');
    for (const { first, last, id, kind } of statements) {
      const span = spanOf(text, first, last);
      const result = wrapMark(parse(text), span, { id, kind });
      assert.ok('edits' in result, id);
      text = applyEdits(text, result.edits);
    }
    for (const [words, entity, after] of names) {
      const result = wrapReference(parse(text), spanOf(text, words, words, after), `#${entity}`);
      assert.ok('edits' in result, words);
      text = applyEdits(text, result.edits);
    }
  });

  it('strips back to the file byte for byte', () => {
    assert.equal(strip(parse(text)), source);
  });

  it('guesses title, date, place and issuer', () => {
    const { title, date, place, issuer } = guess(source);
    assert.deepEqual(
      { title, date, place, issuer },
      {
        title: 'Japan-U.S. Defense Ministerial Meeting (Summary)',
        date: '2024-10-19',
        place: 'Napoli',
        issuer: 'Ministry of Defense',
      },
    );
  });

  it('has no error or warning, and links every name', () => {
    const uri = 'file:///c/2024-10-defence.readout.md';
    const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
    const entry = snapshot.entries.get(uri);
    assert.ok(entry);
    // What it goes back to lies in texts that this collection does not hold.
    const found = new Set(findingsOf(snapshot, entry, 'all').map(({ code }) => code));
    assert.deepEqual([...found], ['unlinked-backreference']);
    assert.equal(documentOf(entry).references.length, names.length);
  });

  for (const { id, kind, verb, rung, force } of statements) {
    it(`reads the verb of ${id}: ${verb}${force ? `, force ${force}` : ''}`, () => {
      const document = parse(text);
      const mark = markOf(document.marks, id);
      const found = verbOfMark(codebook, document, mark);
      assert.ok(found);
      assert.equal(mark.kind?.text, kind);
      assert.equal(found.lemma, verb);
      assert.deepEqual(codebook.ladders[found.ladder][found.rung], rung);
      assert.equal(found.force?.lemma, force);
    });
  }

  it('holds together the commitment that a page break cuts in two', () => {
    const document = parse(text);
    const head = markOf(document.marks, 'realignment');
    const fragments = fragmentsOf(document, head);
    assert.equal(fragments.length, 1);
    assert.match(stripSpan(document, head.words), /including the total return$/);
    assert.match(stripSpan(document, fragments[0]?.words ?? head.words), /^of Marine Corps/);
  });
});

const markOf = (marks: readonly Mark[], id: string): Mark => {
  const mark = marks.find((one) => one.id?.text === id);
  assert.ok(mark, id);
  return mark;
};

/** The place of words of the source, from the first to the last of them, in the annotated text. */
function spanOf(
  text: string,
  first: string,
  last: string,
  after = '',
): { from: number; to: number } {
  const document = parse(text);
  const plain = stripped(document, { from: document.body, to: text.length });
  const from = plain.text.indexOf(first, plain.text.indexOf(after) + after.length);
  const to = plain.text.indexOf(last, from) + last.length;
  assert.ok(from >= 0 && to > from, first);
  return { from: plain.offsetOf(from), to: plain.offsetOf(to - 1) + 1 };
}
