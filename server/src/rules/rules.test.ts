import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { dedent, fixture } from '../../../test/support/fixture.ts';
import { rules } from './index.ts';
import type { CodebookRule, Rule } from './rule.ts';

/** The findings of docs/language.md, section 7, in their order; those of the hosts come after them. */
const order = `
  unclosed-attributes no-opening-bracket unclosed-note unclosed-reference
  paragraph-in-mark paragraph-in-note paragraph-in-reference second-attributes
  bad-id two-ids two-kinds unknown-kind no-kind unclosed-quote
  wrong-quotes space-around-equals stray-word repeated-key unknown-key
  empty-mark nested-in-reference mark-in-note bad-continuation bad-value
  front-matter codebook duplicate-id duplicate-key id-is-entity unresolved source-changed
  full-width gap-before-attributes glued-sign space-before-note
  unusable-key shared-alias unclosed-front-matter late-front-matter
  relation-kind self-relation relation-cycle time-order weaker-wording overdue
  unlinked-mention unlinked-document unlinked-restatement unlinked-backreference
  below-line quote-value unused-ignore no-id no-actor no-due unmarked-commitment
  unreadable`
  .trim()
  .split(/\s+/);

/** Those that must have a fix. */
const mended = `
  unclosed-attributes no-opening-bracket unclosed-note unclosed-reference paragraph-in-mark
  second-attributes bad-id two-kinds unknown-kind no-kind unclosed-quote wrong-quotes
  space-around-equals stray-word repeated-key unknown-key bad-continuation bad-value duplicate-id
  id-is-entity unresolved source-changed full-width gap-before-attributes glued-sign
  space-before-note unusable-key unclosed-front-matter late-front-matter unlinked-mention unlinked-document
  unlinked-restatement unlinked-backreference quote-value unused-ignore no-id unmarked-commitment`
  .trim()
  .split(/\s+/);

describe('rules', () => {
  it('have codes that are all different, in the order of the language', () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual(
      codes,
      order.filter((code) => codes.includes(code)),
    );
  });

  it('have a fix where the language promises one', () => {
    const without = rules.filter((rule) => rule.subject === 'readout' && !rule.fix);
    assert.deepEqual(
      without.map(({ code }) => code).filter((code) => mended.includes(code)),
      [],
    );
  });

  for (const rule of rules) {
    it(`${rule.code}: its examples hold`, () => {
      assert.ok(rule.docs.title && rule.docs.about && rule.docs.mend, 'its page');
      for (const example of rule.examples.bad) checkExample(rule, example, true);
      for (const example of rule.examples.good) checkExample(rule, example, false);
    });
  }
});

function checkExample(rule: Rule, example: string, isBad: boolean): void {
  const text = rule.subject === 'codebook' ? inCodebook(example) : example;
  const marked = fixture(text).files.some(({ expected }) => expected.length > 0);
  assert.equal(marked, isBad, `carets in “${example}”`);
  if (rule.subject === 'codebook') checkCodebook(rule, text);
  else checkRule(rule, text);
}

/** The text of a lone `readout.yaml` as a fixture; several files name themselves. */
const inCodebook = (example: string): string => {
  const text = dedent(example);
  return /^\/\/- /m.test(text) ? text : `//- readout.yaml\n${text}`;
};

function checkCodebook(rule: CodebookRule, text: string): void {
  const { files, codebook } = fixture(text);
  const found = [...rule.check(codebook)];
  const wanted = files.flatMap(({ uri, expected }) => expected.map((one) => ({ uri, ...one })));
  assert.deepEqual(
    found.map(({ uri, from, to }) => ({ uri, from, to })),
    wanted.map(({ uri, from, to }) => ({ uri, from, to })),
  );
  for (const [i, { words }] of wanted.entries()) {
    const { what = '', why = '', advice = '' } = found[i]?.message ?? {};
    assert.ok(`${what} ${why} ${advice}`.includes(words), `“${what}” should hold “${words}”`);
  }
}
