import { t } from '../core/language.ts';
import { closesRing } from '../core/snapshot/rings.ts';
import { pointersOf, shownName } from './pointers.ts';
import type { DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';

export const relationCycle: DocumentRule = {
  subject: 'readout',
  code: 'relation-cycle',
  level: 'warning',
  proseless: true,
  docs: {
    title: 'Relations go round in a ring',
    about:
      'Followed from mark to mark, relations of one name come back to where they began: each text would supersede the other, or a commitment be a part of its own part. That holds for `supersedes`, `part-of` and `depends-on`. It is reported once for each ring, on the relation that closes it: the one in the latest document, and there the last. A ring of different relations, such as a whole that depends on its part, is none.',
    mend: `Turn one of the relations round, or take the wrong one out.\n\n${instead(
      '[one]{#a .commitment part-of="#b"} [two]{#b .commitment part-of="#a"}',
      '[one]{#a .commitment part-of="#b"} [two]{#b .commitment}',
    )}`,
  },
  examples: {
    good: [
      'They [will clear the ground]{#ground .commitment part-of="#port"} and [open the port]{#port .commitment depends-on="#ground"}.',
    ],
    bad: [
      `
      [one]{#a .commitment part-of="#b"} [two]{#b .commitment part-of="#a"}
                                                                       ^^ closes a ring
      `,
    ],
  },
  *check(context) {
    const { snapshot, entry } = context;
    for (const { target, name, relation } of pointersOf(context)) {
      if (!relation?.from || !relation.meaning.acyclic || relation.from === name) continue;
      const via = relation.meaning.name;
      const link = { via, from: relation.from, to: name, at: target.from };
      if (!closesRing(snapshot, entry, link)) continue;
      const { from, to } = target;
      const message = {
        what: t`This ${said(via)} closes a ring: from there the same relation leads back to this mark.`,
        why: t`No status and no thread can be told of passages that go round in a ring.`,
        advice: t`Turn one of the relations round, or take the wrong one out.`,
      };
      yield { from, to, message, target: shownName(name) };
    }
  },
};
