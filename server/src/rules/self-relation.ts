import { t } from '../core/language.ts';
import { pointersOf, shownName } from './pointers.ts';
import type { DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';

export const selfRelation: DocumentRule = {
  subject: 'readout',
  code: 'self-relation',
  level: 'warning',
  proseless: true,
  docs: {
    title: 'A relation leads back to its own mark',
    about:
      'A relation joins a mark to another one. This one names the very mark it stands on (or, in `version-of`, its own document), so no thread comes of it. Mostly another id, or the same id in another document, was meant.',
    mend: `Name the mark or document that was meant, or take the relation out.\n\n${instead(
      '[will meet again]{#talks .commitment reaffirms="#talks"}',
      '[will meet again]{#talks .commitment reaffirms="2031-04-orla#talks"}',
    )}`,
  },
  examples: {
    good: [
      'They [will meet]{#talks .commitment} and [will meet again]{.commitment reaffirms="#talks"}.',
    ],
    bad: [
      `
      They [will meet]{#talks .commitment cites="#talks"}.
                                                 ^^^^^^ “cites” leads from this mark to itself
      `,
    ],
  },
  *check(context) {
    const itself = `${context.entry.summary.own}#`;
    for (const { target, name, relation } of pointersOf(context)) {
      const versionOf = target.from < context.document.body;
      if (name !== (versionOf ? itself : relation?.from)) continue;
      const what = versionOf
        ? t`This document says it is a version of itself.`
        : t`${said(relation?.meaning.name ?? '')} leads from this mark to itself.`;
      yield {
        from: target.from,
        to: target.to,
        message: {
          what,
          why: t`A relation joins two texts or two passages; no thread comes of this one.`,
          advice: t`Name the other ${versionOf ? t`document` : t`mark`}, or take this out.`,
        },
        target: shownName(name),
      };
    }
  },
};
