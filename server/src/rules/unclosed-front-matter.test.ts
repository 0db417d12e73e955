import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unclosedFrontMatter } from './unclosed-front-matter.ts';

const keep = 'Keep “---” as words of the source';

describe('unclosed-front-matter', () => {
  it('marks the line that opens it', () => {
    checkRule(
      unclosedFrontMatter,
      `
      ---
      ^^^ not closed
      title: Talks

      They met. [---]{.place}
      `,
    );
    checkRule(unclosedFrontMatter, '---\r\ntitle: Talks\r\n---\r\n---\r\n');
    checkRule(unclosedFrontMatter, '---\n \n');
  });

  const closes = (before: string, after: string) =>
    checkFix(unclosedFrontMatter, before, after, { changesSource: true });

  it('closes it behind the last key, with one empty line', () => {
    closes('---\ntitle: Talks\n\nThey met.', '---\ntitle: Talks\n---\n\nThey met.');
    closes('---\ndate: 2031-04-02\nThey met.', '---\ndate: 2031-04-02\n---\n\nThey met.');
    closes(
      '---\nparties:\n  - japan\n- x\n協力: する',
      '---\nparties:\n  - japan\n- x\n---\n\n協力: する',
    );
    closes('---\ntitle: Talks', '---\ntitle: Talks\n---\n');
  });

  it('writes the line ends of the file, never a lone CR', () => {
    closes('\uFEFF---\r\ntitle: x\r\n\r\nThey', '\uFEFF---\r\ntitle: x\r\n---\r\n\r\nThey');
    closes('---\rtitle: x\r\rThey', '---\rtitle: x\r---\n\rThey');
  });

  it('keeps it as words behind an empty front matter', () => {
    assert.deepEqual(fixTitles(unclosedFrontMatter, '---\nThey met: twice.'), [keep]);
    checkFix(unclosedFrontMatter, '---\nThey met.', '---\n---\n\n---\nThey met.');
    checkFix(
      unclosedFrontMatter,
      '\uFEFF---\r\nx: y\r\n',
      '\uFEFF---\r\n---\r\n\r\n---\r\nx: y\r\n',
      {
        title: keep,
      },
    );
  });
});
