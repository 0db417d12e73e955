import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, relatedOf } from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { duplicateId } from './duplicate-id.ts';

describe('duplicate-id', () => {
  it('marks every later one', () => {
    checkRule(
      duplicateId,
      `
      [one]{#a .place} [two]{#a .event} [Three]{#A .actor} [four]{.place #a}
                             ^^ called “a” already
                                                                         ^^
      `,
    );
  });

  it('leaves fragments to their own finding', () => {
    checkRule(duplicateId, '[one]{#a .place} [two]{#a continues=a} [three]{continues=a}');
  });

  it('lets other documents have the same ids', () => {
    checkRule(duplicateId, '//- a.readout.md\n[x]{#a .place}\n//- b.readout.md\n[x]{#a .place}\n');
  });

  it('relates to the first', () => {
    assert.deepEqual(relatedOf(duplicateId, '[one]{#a .place} [two]{#a .event}'), [
      { uri: `${root}a.readout.md`, from: 6, to: 8, message: 'The first of this id.' },
    ]);
  });

  it('gives the mark an id of its words, or none', () => {
    const text = '[one]{#a .place} [the eastern port]{#a .place} [x]{#eastern-port .place}';
    checkFix(
      duplicateId,
      text,
      '[one]{#a .place} [the eastern port]{#eastern-port-2 .place} [x]{#eastern-port .place}',
    );
    checkFix(duplicateId, '[x]{#a .place}[y]{#a .place}', '[x]{#a .place}[y]{.place}', {
      title: 'Take the id out',
    });
    checkFix(duplicateId, '[x]{#a .place}[y]{.place #a}', '[x]{#a .place}[y]{.place }', {
      title: 'Take the id out',
    });
  });
});
