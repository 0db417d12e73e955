import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { lateFrontMatter } from './late-front-matter.ts';

const keep = 'Keep “---” as words of the source';

// A fixture is dedented, and loses its first line end.
describe('late-front-matter', () => {
  it('marks the line that would open it', () => {
    checkRule(
      lateFrontMatter,
      `
 \t

---
^^^ blank lines
date: 2031-04-02
---
They met.
`,
    );
    checkRule(lateFrontMatter, '\n\uFEFF\n---\n^^^ blank lines\nparties: [a]\n---\n');
  });

  it('takes for words of the source what has no key, no end, or does not begin its line', () => {
    checkRule(lateFrontMatter, '\n\n---\nThey met on a date: never.\n---\n');
    checkRule(lateFrontMatter, '\n\n---\ntitle: Talks\n\nThey met.');
    checkRule(lateFrontMatter, '\n\n  ---\ntitle: Talks\n---\n');
    checkRule(lateFrontMatter, '\n  ---\ntitle: Talks\n---\n');
    checkRule(lateFrontMatter, 'They met.\n\n---\ntitle: Talks\n---\n');
  });

  it('has the blank lines deleted', () => {
    const mends = (before: string, after: string) =>
      checkFix(lateFrontMatter, before, after, { changesSource: true });
    mends('\n\n\n---\ntitle: x\n---\n\nThey met.', '---\ntitle: x\n---\n\nThey met.');
    mends('\uFEFF\r\n---\r\ntitle: x\r\n---\r\n', '\uFEFF---\r\ntitle: x\r\n---\r\n');
  });

  it('can be kept as words of the source', () => {
    checkFix(
      lateFrontMatter,
      '\n\n---\ntitle: x\n---\nThey met.',
      '---\n---\n\n\n---\ntitle: x\n---\nThey met.',
      { title: keep },
    );
  });
});
