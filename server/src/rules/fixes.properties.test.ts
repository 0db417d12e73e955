import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import type { Issue, IssueCode } from '../core/document.ts';
import { parse } from '../core/reading/parse.ts';
import { strip, stripped } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits, type Edit } from '../core/writing/edit.ts';
import { bracesEnd } from './brackets.ts';
import { contextOf, runRule } from './findings.ts';
import { rules } from './index.ts';
import { issuesOf } from './reader.ts';
import type { Context, DocumentRule, Finding, Fix } from './rule.ts';

const mine =
  `unclosed-attributes no-opening-bracket unclosed-note unclosed-reference paragraph-in-mark
  second-attributes bad-id two-kinds unclosed-quote wrong-quotes space-around-equals stray-word
  repeated-key bad-continuation full-width gap-before-attributes glued-sign space-before-note
  unclosed-front-matter late-front-matter quote-value`.split(/\s+/);

const readers = rules.filter(
  (rule): rule is DocumentRule => rule.subject === 'readout' && mine.includes(rule.code),
);

/** Codes of what stands in the braces of a mark that holds, so that no word of the source is touched. */
const inBraces = `two-kinds wrong-quotes space-around-equals stray-word repeated-key
  bad-continuation quote-value`.split(/\s+/);

/** Titles of the fixes that take signs as they were taken, or move them: the source stays. */
const keepsSource = /^(Keep .* of the source|Move the note|Put a backslash before “!”)/;

/** Titles of the fixes that give words back to the source: of a note, of a link, or cut off by a front matter. */
const addsSource = /^(Put a backslash before “\^”|Make these signs words|Close the front matter)/;

const pieces = [
  ...['[', ']', '{', '}', '(', ')', '^[', '^', '!', '\\', '"', '=', '#', '.', '-', '’', '“', '”'],
  ...['［', '］', '｛', '｝', '\u3000', '\u00a0', ' ', '  ', '\t', '\n', '\r\n', '\r', '\n\n'],
  ...['a', 'will go', 'Orla', '協力', '🕊️', 'due', '2031', '.place', '#a', '#b', '#2x', 'place'],
  ...['by=japan', 'by = japan', 'due=2031', 'by=“japan”', "if='as able'", 'if="as }', 'cites=#a'],
  ...['[a]', '[a]{', '[b]{#b .place}', ']{#c .place', ']{.place}', '](#a)', '](#', '[x](#a)'],
  ...['[x](#2x)', '](#a b)', '^[note]', ' ^[note]', 'x^[t]{.place}', '[t] {.place}'],
  ...['［t］｛.place｝', '{.event}', '{continues=a}', '[y]{continues=b}', '[n]{#2x .place}'],
  ...['[m]{#a .place due=2031 due=2032 by=“x” stray}', '[k]{.place .event}', '[k]{place}'],
  ...['[e]{by = japan cites=#a}', ' [go\n\non]{.event}', '[h]{#h .event} [f]{continues=hh}'],
  ...[
    '[g]{continues=h due=2031}',
    ']{if="x [y] z" .place',
    '. Then ',
    '。',
    '\r\n\r\n',
    '\n \n',
    '{',
    '[',
    ']',
  ],
];

const starts = [
  '',
  '',
  '',
  '\uFEFF',
  '---\ntitle: x\n---\n\n',
  '---\n',
  '---\r\ntitle: x\r\nb:\r\n',
  ' \n\n---\ndate: 2031-04-02\n---\n\n',
];

const texts = fc
  .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...pieces), { maxLength: 14 }))
  .map(([start, words]) => start + words.join(''));

const codebook = readCodebook([
  { uri: 'file:///c/readout.yaml', text: 'entities:\n  orla: { kind: place, name: Orla }\n' },
]);

const runs = Number(process.env.FIX_RUNS ?? 3000);

describe('fixes of what the reader of the text found', () => {
  it('take their finding away and touch no word of the source', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(texts, (text) => {
        for (const [rule, finding, fix, context] of fixesIn(text)) {
          seen.set(rule.code, (seen.get(rule.code) ?? 0) + 1);
          check(rule, finding, fix, context);
        }
      }),
      { numRuns: runs },
    );
    assert.deepEqual(
      readers.map(({ code }) => code).filter((code) => !seen.get(code)),
      [],
      'rules whose fixes were never tried',
    );
  });
});

describe('the fix of paragraph-in-mark', () => {
  const divided = readers.filter(({ code }) => code === 'paragraph-in-mark');
  const blank = fc.constantFrom('\n\n', '\r\n\r\n', ' \r\t\r\u3000', '\n \n\n');
  const half = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((all) => all.join(''));
  const cut = fc
    .tuple(half, half, blank, half, fc.constantFrom('.place', '#b .place', 'continues=a'), half)
    .map(([a, b, gap, c, items, d]) => `${a}[${b}${gap}${c}]{${items}}${d}`);

  it('leaves all of the source but the signs that made no mark', () => {
    let tried = 0;
    fc.assert(
      fc.property(cut, (text) => {
        for (const [, finding, fix, { document }] of fixesIn(text, divided)) {
          tried++;
          const { about } = finding.data as Issue;
          const braces = bracesEnd(document, finding.to) ?? finding.to;
          const source = stripped(document, { from: 0, to: text.length });
          const index = source.indexOf;
          const expected =
            source.text.slice(0, index(about?.from ?? 0)) +
            source.text.slice(index(about?.to ?? 0), index(finding.from)) +
            source.text.slice(index(braces));
          const after = applyEdits(text, fix.edits);
          assert.equal(strip(parse(after)), expected, `${fix.title}: ${JSON.stringify(after)}`);
        }
      }),
      { numRuns: runs },
    );
    assert.ok(tried > 100, `only ${tried} fixes tried`);
  });
});

function* fixesIn(
  text: string,
  among: readonly DocumentRule[] = readers,
): Generator<[DocumentRule, Finding, Fix, Context]> {
  const uri = 'file:///c/a.readout.md';
  const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  const context = contextOf(snapshot, entry);
  for (const rule of among) {
    for (const finding of runRule(rule, context)) {
      for (const fix of rule.fix?.(finding, context) ?? []) yield [rule, finding, fix, context];
    }
  }
}

function check(rule: DocumentRule, finding: Finding, fix: Fix, { document }: Context): void {
  const text = applyEdits(document.text, fix.edits);
  const after = parse(text);
  const left = issuesOf(after, rule.code as IssueCode);
  const isLess = left.length < issuesOf(document, rule.code as IssueCode).length;
  const at = movedBy(fix.edits, finding.from);
  const about = `${rule.code}, ${fix.title}: ${JSON.stringify(text)}`;
  assert.ok(isLess || !left.some(({ from }) => from === at), about);
  // A target broken by a blank goes on as soon as the blank is gone, over whatever stands there.
  const isBroken = (one: Issue) => one.code === 'unclosed-reference' && one !== finding.data;
  if (document.issues.some(isBroken)) return;
  if (inBraces.includes(rule.code) || keepsSource.test(fix.title)) {
    assert.equal(strip(after), strip(document), about);
  } else if (!addsSource.test(fix.title)) {
    assert.ok(isLeftOf(strip(after), strip(document)), about);
  }
}

/** Whether `rest` is `whole` with nothing but characters taken out. */
function isLeftOf(rest: string, whole: string): boolean {
  let at = 0;
  for (const sign of rest) {
    at = whole.indexOf(sign, at) + sign.length;
    if (at < sign.length) return false;
  }
  return true;
}

/** Where an offset is after the edits: behind what is inserted there. */
function movedBy(edits: readonly Edit[], offset: number): number {
  let moved = offset;
  for (const { span, text } of edits) {
    if (span.to <= offset) moved += text.length - (span.to - span.from);
    else if (span.from < offset) moved += text.length - (offset - span.from);
  }
  return moved;
}
