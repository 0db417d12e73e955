import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { explain } from './explain.ts';
import { rules } from './index.ts';
import { hasFix, page } from './page.ts';
import { pages } from './pages.ts';
import type { CodebookRule } from './rule.ts';

const folder = join(__dirname, '../../../docs/rules');

// docs/language.md, section 7: code, level, F for a fix. `unreadable` is told by the hosts.
const table = `
  unclosed-attributes error F · no-opening-bracket error F · unclosed-note error F
  unclosed-reference error F · paragraph-in-mark error F · paragraph-in-note error
  paragraph-in-reference error · second-attributes error F · bad-id error F · two-ids error
  two-kinds error F · unknown-kind error F · no-kind error F · unclosed-quote error F
  wrong-quotes error F · space-around-equals error F · stray-word error F · repeated-key error F
  unknown-key error F · empty-mark error · nested-in-reference error · mark-in-note error
  bad-continuation error F · bad-value error F · front-matter error · codebook error
  duplicate-id error F · duplicate-key error · id-is-entity error F · unresolved error F
  source-changed error F · full-width warning F · gap-before-attributes warning F
  glued-sign warning F · space-before-note warning F · unusable-key warning F
  shared-alias warning · unclosed-front-matter warning F · late-front-matter warning F · relation-kind warning
  self-relation warning · relation-cycle warning · time-order warning · weaker-wording information
  overdue information · unlinked-mention information F · unlinked-document information F
  unlinked-restatement information F · unlinked-backreference information F · below-line hint
  quote-value hint F · unused-ignore hint F · no-id off F · no-actor off · no-due off
  unmarked-commitment off F · unreadable error`
  .split(/[·\n]/)
  .map((line) => line.trim())
  .filter((line) => line);

describe('the table of findings', () => {
  const promised = new Map(table.map((line) => [line.split(' ')[0], line]));

  it('has every code with the level of the language', () => {
    assert.deepEqual(
      rules.map(({ code, level }) => `${code} ${level}`),
      table.map((line) => line.replace(/ F$/, '')),
    );
  });

  it('has every fix that the language promises', () => {
    const without = rules.filter((rule) => !hasFix(rule)).map(({ code }) => code);
    assert.deepEqual(
      without.filter((code) => promised.get(code)?.endsWith(' F')),
      [],
    );
  });
});

describe('docs/rules', () => {
  it('has a page for every rule and a table, as the rules have them (else: npm run docs)', () => {
    const made = pages();
    assert.deepEqual(readdirSync(folder).sort(), [...made.keys()].sort());
    for (const [name, text] of made)
      assert.equal(readFileSync(join(folder, name), 'utf8'), text, name);
  });

  it('is what “readout explain” shows', () => {
    assert.equal(explain('unresolved'), readFileSync(join(folder, 'unresolved.md'), 'utf8'));
    assert.equal(explain('no-such-code'), undefined);
    assert.equal(explain(''), undefined);
  });
});

describe('page', () => {
  const rule: CodebookRule = {
    subject: 'codebook',
    code: 'x-y',
    level: 'off',
    docs: { title: 'Title', about: 'About.', mend: 'Mend.' },
    examples: { bad: ['\n      a:\n        ^ b\n      '], good: ['one `a`\n```\n'] },
    check: () => [],
  };

  it('shows what the rule says of itself', () => {
    assert.equal(
      page(rule),
      `# Title

- **Code:** \`x-y\`
- **Level:** off until the codebook asks for it
- **Fix:** no, it needs your judgement

About.

## What to do

Mend.

## Reported

The signs \`^\` mark the place of the finding; what stands behind them is said there.

\`\`\`text
a:
  ^ b
\`\`\`

## Not reported

\`\`\`\`text
one \`a\`
\`\`\`
\`\`\`\`

## More, less or not at all

For the whole collection, in \`readout.yaml\` (\`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`):

\`\`\`yaml
rules:
  x-y: hint
\`\`\`
`,
    );
  });
});
