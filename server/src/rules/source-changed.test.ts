import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { sourceHash } from '../core/writing/source.ts';
import { sourceChanged } from './source-changed.ts';

const recorded = sourceHash('Belmark will pay.\nSoon.\n');
const withHash = (hash: string, body: string) => `---\nsha256: ${hash}\n---\n\n${body}`;

describe('source-changed', () => {
  it('is silent while the source fits, however it is annotated', () => {
    const bodies = [
      'Belmark will pay.\nSoon.\n',
      'Belmark [will pay]{.commitment}.\nSoon.^[Hm.]\n',
      'Belmark will pay.\r\nSoon.\r\n',
    ];
    for (const body of bodies) checkRule(sourceChanged, withHash(recorded, body));
    checkRule(sourceChanged, withHash(recorded.toUpperCase(), bodies[0] as string));
    checkRule(sourceChanged, `\uFEFF${withHash(recorded, bodies[0] as string)}`);
  });

  it('marks the record where a character of the source is different', () => {
    const carets = `        ${'^'.repeat(64)} not as it was\n`;
    for (const body of ['Belmark will pay .\nSoon.\n', 'Belmark will pay.\nSoon.', ''])
      checkRule(sourceChanged, withHash(`${recorded}\n${carets}`.trimEnd(), body));
  });

  it('says nothing without a record, or of one that is none', () => {
    checkRule(sourceChanged, 'Belmark will pay.\n');
    checkRule(sourceChanged, withHash('12ab', 'Belmark will pay.\n'));
  });

  it('records the source as it is', () => {
    checkFix(
      sourceChanged,
      withHash(`"${recorded}"`, 'Belmark [may]{.position} pay.\n'),
      withHash(`"${sourceHash('Belmark may pay.\n')}"`, 'Belmark [may]{.position} pay.\n'),
    );
  });
});
